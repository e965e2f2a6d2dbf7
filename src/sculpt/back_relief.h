#pragma once

#include "sculpt/figures.h"
#include "sculpt/table.h"

namespace dorsum::sculpt {

/// What muscles, bones and the furrow add to the smooth trunk, seen from straight behind.
class BackRelief {
public:
    explicit BackRelief(const Figures& figures);
    /// How far the skin is raised (or, negative, sunk) at |x| and y, all in millimetres.
    [[nodiscard]] float height_mm(float x, float y) const;

private:
    Table height_;
};

}  // namespace dorsum::sculpt
