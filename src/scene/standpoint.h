#pragma once

#include <array>
#include <optional>

#include "body/body.h"
#include "scene/camera.h"

// From where a class, or the giver, looks on.

namespace dorsum::scene {

struct State;
struct Subject;

/// Where a giver stands at the table.
enum class GiverPlace { none, left, right, head };
inline constexpr std::array giver_places{GiverPlace::none, GiverPlace::left, GiverPlace::right, GiverPlace::head};
[[nodiscard]] const char* name_of(GiverPlace place);  ///< for the log: "head"

struct Standpoint {
    /// Left and right change places in the picture, as in a mirror; names stay with what they name.
    bool mirrored = false;
    GiverPlace giver = GiverPlace::none;  ///< asked for last; seen_by_giver() says whether that still holds
    std::optional<Camera> giver_camera;   ///< what it took the camera to
    friend bool operator==(const Standpoint&, const Standpoint&) = default;
};

/// What a giver of middle height who leans over the table sees of this back, in a picture of this aspect. From
/// `left` (the receiver's) the head lies to the left in the picture, from `head` it lies at the foot. Not `none`.
[[nodiscard]] Camera giver_camera(GiverPlace place, const body::Body& body, float aspect);

/// Turns the camera there; `none` turns it back to the teacher's view.
void see_as_giver(State& state, const Subject& subject, GiverPlace place, float aspect);

/// Where the giver stands whose view this is; `none` once the camera has been turned elsewhere.
[[nodiscard]] GiverPlace seen_by_giver(const State& state);

[[nodiscard]] GiverPlace next_place(GiverPlace place);

/// Cameras know of the mirror what the standpoint says, wherever they come from.
void mirror_cameras(State& state);

}  // namespace dorsum::scene
