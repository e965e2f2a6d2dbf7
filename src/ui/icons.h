#pragma once

#include <imgui.h>

#include "ui/theme.h"

namespace dorsum::ui {

/// Signs drawn from lines and shapes, so that no icon font is needed and every scale is sharp.
enum class Icon {
    play,
    pause,
    previous,
    next,
    frame_back,
    frame_forward,
    loop,
    more,
    eye,
    eye_closed,
    close,
    help,
    caution,
    panels,
    folder,
    chevron_down,
    chevron_right,
    fold_left,
    fold_right,
    pencil,
    eraser,
    bin,
    undo,
    redo,
    ghost,
    branch_closed,
    branch_open,
    search,
};

/// Draws an icon centred at `centre` in a square of `size` pixels.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, Colour colour);

}  // namespace dorsum::ui
