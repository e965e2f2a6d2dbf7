#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace dorsum::ui {

/// What the tools' fields remember from frame to frame.
struct ToolsMemory {
    /// The field that has the keyboard.
    enum class Field { none, name, file };

    Field field = Field::none;
    std::size_t renamed = 0;        ///< the place of the bookmark whose name is edited
    bool just_opened = false;       ///< the field is to get the keyboard
    bool name_field_seen = false;   ///< in the last frame; without it nobody may type into it
    bool enter_pressed = false;     ///< whoever reads the keys saw Enter meanwhile
    std::array<char, 256> name{};   ///< ended by a zero
    std::array<char, 4096> file{};  ///< likewise
    float bar_height = 0.0F;        ///< of the bar over the picture, as the last frame had it; 0 = none

    void open(const Field which, const std::string_view text) {
        field = which;
        just_opened = true;
        enter_pressed = false;
        name.fill('\0');
        file.fill('\0');
        if (which == Field::name) {
            text.copy(name.data(), name.size() - 1);
        } else {
            text.copy(file.data(), file.size() - 1);
        }
    }
    /// Enter or Escape while a field is open; typing itself is Dear ImGui's.
    void take_key(const bool is_enter, const bool is_escape) {
        enter_pressed = enter_pressed || is_enter;
        field = is_escape ? Field::none : field;
    }
};

}  // namespace dorsum::ui
