#pragma once

#include "ui/panels.h"

namespace dorsum::ui {

/// How many tips the tour of the first start has.
inline constexpr int tour_tip_count = 4;

/// The next tip that has something to point at in a window laid out like this, from `tip` on; tour_tip_count = none.
[[nodiscard]] int next_tip(int tip, const TipTargets& targets);

}  // namespace dorsum::ui
