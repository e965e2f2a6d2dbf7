#include "scene/standpoint.h"

#include "scene/apply.h"
#include "scene/motion.h"
#include "scene/state.h"

namespace dorsum::scene {

namespace {

// The eyes of a giver stand some 60 cm over the back and 45 cm beside its middle, and take in more than a lens that
// shows shapes as they are.
constexpr float eyes_field_deg = 45.0F;
constexpr float beside_deg = 37.0F;
constexpr float from_head_deg = 42.0F;

Camera unmirrored(Camera camera) {
    camera.mirrored = false;
    return camera;
}

}  // namespace

const char* name_of(const GiverPlace place) {
    switch (place) {
        case GiverPlace::left:
            return "left";
        case GiverPlace::right:
            return "right";
        case GiverPlace::head:
            return "head";
        case GiverPlace::none:
            break;
    }
    return "none";
}

Camera giver_camera(const GiverPlace place, const body::Body& body, const float aspect) {
    Camera camera;
    camera.field_of_view_deg = eyes_field_deg;
    if (place == GiverPlace::head) {
        camera.elevation_deg = from_head_deg;
    } else {
        camera.azimuth_deg = place == GiverPlace::left ? -beside_deg : beside_deg;
    }
    return frame_back(with_level_table(camera), body, aspect);
}

void see_as_giver(State& state, const Subject& subject, const GiverPlace place, const float aspect) {
    if (!subject.body) {
        return;
    }
    const Camera camera = place == GiverPlace::none ? frame_back(View::back, *subject.body, aspect)
                                                    : giver_camera(place, *subject.body, aspect);
    state.standpoint.giver = place;
    state.standpoint.giver_camera = place == GiverPlace::none ? std::nullopt : std::optional(camera);
    fly_to(state, camera);
}

GiverPlace seen_by_giver(const State& state) {
    const Camera& goal = state.flight ? state.flight->to : state.camera;
    const bool holds = state.standpoint.giver_camera && unmirrored(goal) == unmirrored(*state.standpoint.giver_camera);
    return holds ? state.standpoint.giver : GiverPlace::none;
}

GiverPlace next_place(const GiverPlace place) {
    return giver_places.at((static_cast<std::size_t>(place) + 1) % giver_places.size());
}

void mirror_cameras(State& state) {
    state.camera.mirrored = state.standpoint.mirrored;
    if (state.flight) {
        state.flight->from.mirrored = state.standpoint.mirrored;
        state.flight->to.mirrored = state.standpoint.mirrored;
    }
}

}  // namespace dorsum::scene
