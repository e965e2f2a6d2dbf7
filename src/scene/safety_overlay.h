#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "body/body.h"
#include "body/place.h"
#include "lesson/safety.h"

namespace dorsum::scene {

struct PatchSet;

/// The regions where hands take care, drawn on a body: exactly where lesson::check_safety forbids, the hand's width
/// aside. Worked out when first asked for, once (tens of milliseconds). Thread safe.
class SafetyOverlay {
public:
    /// Neither may be missing.
    SafetyOverlay(std::shared_ptr<const body::Body> body,
                  std::shared_ptr<const std::vector<lesson::SafetyRegion>> regions);
    ~SafetyOverlay();
    SafetyOverlay(const SafetyOverlay&) = delete;
    SafetyOverlay& operator=(const SafetyOverlay&) = delete;
    SafetyOverlay(SafetyOverlay&&) = delete;
    SafetyOverlay& operator=(SafetyOverlay&&) = delete;

    [[nodiscard]] const std::vector<lesson::SafetyRegion>& regions() const { return *regions_; }

    /// Hatched patches over both sides; a region that is a line is drawn 10 mm broad. Where the body has no skin,
    /// there is none.
    [[nodiscard]] const PatchSet& patches() const;

    /// Where a region's name is written: once each, on the side where no other name is near.
    struct Name {
        const lesson::SafetyRegion* region = nullptr;  ///< one of regions()
        body::SkinPoint point;
    };
    [[nodiscard]] const std::vector<Name>& names() const;

private:
    void lay() const;
    std::shared_ptr<const body::Body> body_;
    std::shared_ptr<const std::vector<lesson::SafetyRegion>> regions_;
    mutable std::once_flag once_;
    mutable std::unique_ptr<PatchSet> patches_;
    mutable std::vector<Name> names_;
};

}  // namespace dorsum::scene
