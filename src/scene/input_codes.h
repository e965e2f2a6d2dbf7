#pragma once

namespace dorsum::scene::codes {

// Keys, modifiers and buttons of the mouse as GLFW numbers them, for rooms that know no GLFW: printable keys are their
// ASCII capitals, the others start at 256.

enum Key : int {
    key_space = 32,
    key_minus = 45,
    key_full_stop = 46,
    key_slash = 47,
    key_0 = 48,
    key_1 = 49,
    key_2 = 50,
    key_3 = 51,
    key_4 = 52,
    key_7 = 55,
    key_9 = 57,
    key_equal = 61,
    key_a = 65,
    key_b = 66,
    key_c = 67,
    key_d = 68,
    key_e = 69,
    key_f = 70,
    key_g = 71,
    key_h = 72,
    key_i = 73,
    key_j = 74,
    key_k = 75,
    key_l = 76,
    key_m = 77,
    key_n = 78,
    key_o = 79,
    key_p = 80,
    key_q = 81,
    key_r = 82,
    key_s = 83,
    key_t = 84,
    key_u = 85,
    key_v = 86,
    key_w = 87,
    key_x = 88,
    key_y = 89,
    key_z = 90,
    key_left_bracket = 91,
    key_right_bracket = 93,
    key_escape = 256,
    key_enter = 257,
    key_tab = 258,
    key_backspace = 259,
    key_delete = 261,
    key_right = 262,
    key_left = 263,
    key_down = 264,
    key_up = 265,
    key_page_up = 266,
    key_page_down = 267,
    key_home = 268,
    key_f1 = 290,
    key_f5 = 294,
    key_f25 = 314,
    key_keypad_1 = 321,
    key_keypad_3 = 323,
    key_keypad_7 = 327,
    key_keypad_subtract = 333,
    key_keypad_add = 334,
    key_keypad_enter = 335,
};

// Of modifiers, one bit each.
inline constexpr int shift = 1;
inline constexpr int control = 2;
inline constexpr int alt = 4;

inline constexpr int left_button = 0;
inline constexpr int right_button = 1;
inline constexpr int middle_button = 2;

}  // namespace dorsum::scene::codes
