#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "body/body.h"
#include "lesson/choreography.h"
#include "mesh/mesh.h"

namespace dorsum::scene {

/// A muscle, bone or organ that lies under a hand.
struct StructureUnder {
    std::size_t part = 0;   ///< in the parts of the body that was asked
    float depth_mm = 0.0F;  ///< from the skin to its first surface: the mean over where the hand lies above it
    float share = 0.0F;     ///< of the places where the hand touches, those that lie above it, above 0 to 1
};

/// The structures under a hand in order of depth, from the skin inwards, down to 70 mm below the skin; what lies
/// below less than a sixth of the hand does not count. Looks from up to 9 places where the hand touches straight
/// into the body. Pure; a tenth of a millisecond, but for the first question about a body (StructureIndex).
[[nodiscard]] std::vector<StructureUnder> structures_under(const body::Body& body, const lesson::HandNow& hand);

/// The same hand on another body: at the same level and as far from the midline in its proportions, with the same
/// heading. Empty where either body has no such place.
[[nodiscard]] std::optional<lesson::HandNow> hand_on(const body::Body& to, const body::Body& from,
                                                     const lesson::HandNow& hand);

/// Answers what lies under the hands on one body; of a body without muscles, on the bundled one at the same
/// places. Thread safe.
class UnderHands {
public:
    using LoadBody = std::function<std::shared_ptr<const body::Body>()>;

    /// `load_bundled` is called at most once, by prepare(), and only for a body without muscles; it may be missing
    /// or return nothing, then nothing lies under the hands.
    explicit UnderHands(std::shared_ptr<const body::Body> body, LoadBody load_bundled = {});

    /// Gets everything ready: tenths of a second, with a bundled body to be loaded more. Idempotent; may throw
    /// std::bad_alloc.
    void prepare() const;
    [[nodiscard]] bool ready() const { return ready_.load(); }

    /// The body itself has no muscles: what is answered is as on the bundled body.
    [[nodiscard]] bool as_on_bundled() const { return !has_muscles_; }
    /// Whose structures are answered; empty before prepare() has loaded them, and where there are none.
    [[nodiscard]] const body::Body* asked() const { return ready() ? asked_.get() : nullptr; }
    /// In order of depth; nothing before prepare(). `part` is in the parts of asked().
    [[nodiscard]] std::vector<StructureUnder> under(const lesson::HandNow& hand) const;

    /// The muscles and bones whose box comes within `reach_m` of a point of the body frame, in rising order; places
    /// in the parts of the body itself.
    [[nodiscard]] std::vector<std::size_t> parts_near(glm::vec3 point, float reach_m) const;

private:
    std::shared_ptr<const body::Body> body_;
    LoadBody load_bundled_;
    bool has_muscles_ = false;
    mutable std::once_flag prepared_;
    mutable std::shared_ptr<const body::Body> asked_;
    mutable std::atomic<bool> ready_ = false;
    mutable std::once_flag bounded_;
    mutable std::vector<mesh::Bounds> bounds_;  ///< of the body's parts
};

/// The names for people of what lies under a hand, outermost first: muscles, or with `bones` the bones and organs.
/// Parts of one muscle ("Trapezius, ascending part") count as the muscle and are named once; a muscle of a group says
/// so, of neighbours in one group the last: "Longissimus", "Iliocostalis (erector spinae)".
[[nodiscard]] std::vector<std::string> names_under(const body::Body& asked, const std::vector<StructureUnder>& under,
                                                   bool bones);

}  // namespace dorsum::scene
