#pragma once

#include <imgui.h>

namespace dorsum::ui {

/// A card in the middle of the window over everything else, which is dimmed and cannot be clicked.
/// Higher than the window it scrolls.
class Sheet {
public:
    Sheet(const char* name, ImVec2 window_size, float width);
    ~Sheet();
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    /// The person clicked beside the card.
    [[nodiscard]] bool clicked_outside() const { return clicked_outside_; }

private:
    bool clicked_outside_ = false;
    float* height_ = nullptr;  ///< of the card, in ImGui's own memory of the window
};

}  // namespace dorsum::ui
