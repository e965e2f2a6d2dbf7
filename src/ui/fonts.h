#pragma once

namespace dorsum::ui {

/// Fills the font atlas of the current ImGui context with the four sizes of theme.h, in the order
/// body, small, heading, caption.
void load_fonts(float scale);

}  // namespace dorsum::ui
