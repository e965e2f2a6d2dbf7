#pragma once

#include <tuple>

#include "scene/state.h"

namespace dorsum::scene {

template <typename Value>
struct BookmarkField {
    const char* key;  ///< in the file
    Value State::*member;
};
template <typename Value>
BookmarkField(const char*, Value State::*) -> BookmarkField<Value>;

/// What a bookmark keeps of a state: one line each, for keeping, going back, file and pictures alike. A member of a
/// type that none of them has yet needs a pair of functions in app/bookmark_values.h, too.
inline constexpr std::tuple bookmark_fields{
    BookmarkField{"camera", &State::camera},
    BookmarkField{"step_from_0", &State::step},
    BookmarkField{"time_s", &State::time_s},
    BookmarkField{"breath_per_min", &State::breath_per_min},
    BookmarkField{"layers", &State::layers},
    BookmarkField{"opened_under_hands", &State::hand_peel},
    BookmarkField{"see_through", &State::see_through},
    BookmarkField{"structures", &State::structures},
    BookmarkField{"zones", &State::zones_shown},
    BookmarkField{"chosen_zone", &State::selected_zone},
    BookmarkField{"chosen_structure", &State::selected_structure},
    BookmarkField{"notes", &State::pen},
    BookmarkField{"measurement", &State::measurement},
};

/// Calls `act(field)` for each.
template <typename Act>
constexpr void for_each_bookmark_field(Act&& act) {
    std::apply([&act](const auto&... field) { (act(field), ...); }, bookmark_fields);
}

}  // namespace dorsum::scene
