#pragma once

#include <glm/vec2.hpp>
#include <memory>

#include "body/body.h"
#include "lesson/choreography.h"
#include "lesson/lesson.h"
#include "scene/command.h"
#include "scene/explosion.h"
#include "scene/hand_models.h"
#include "scene/safety_overlay.h"
#include "scene/state.h"
#include "scene/under_hands.h"
#include "scene/worked_structures.h"

namespace dorsum::scene {

/// What the state is about: it changes only when a model or a lesson is loaded, or the breathing
/// rate asks for a new choreography. All parts are shared and immutable.
struct Subject {
    std::shared_ptr<const body::Body> body;
    std::shared_ptr<const lesson::Lesson> lesson;
    std::shared_ptr<const lesson::Choreography> choreography;
    std::shared_ptr<const HandModels> hands;         ///< empty where there are none to show
    std::shared_ptr<const WorkedStructures> worked;  ///< which steps work which muscles
    std::shared_ptr<const UnderHands> under;         ///< what lies under the hands
    std::shared_ptr<const Explosion> explosion;      ///< how the muscles are taken apart
    std::shared_ptr<const SafetyOverlay> safety;     ///< where hands take care; empty where nothing is known of it
};

/// Lays the lesson on the body.
[[nodiscard]] Subject make_subject(std::shared_ptr<const body::Body> body, std::shared_ptr<const lesson::Lesson> lesson,
                                   double breath_per_min, std::shared_ptr<const HandModels> hands = {});

/// The same subject for another rate of breathing: its lesson laid on its body anew, all else as it was.
[[nodiscard]] Subject at_breath_rate(Subject subject, double breath_per_min);

/// The same body with another lesson laid on it; what depends on the body alone stays.
[[nodiscard]] Subject with_lesson(Subject subject, std::shared_ptr<const lesson::Lesson> lesson, double breath_per_min);

/// The state in which a subject is first shown: first step, cautions open, back view framed.
[[nodiscard]] State initial_state(const Subject& subject, float aspect);

/// The one place where state changes. Pure. `window_px` is the size of the picture the camera
/// commands refer to. Commands with values out of range are brought into it, never refused.
[[nodiscard]] State apply(State state, const Command& command, const Subject& subject, glm::vec2 window_px);

/// Does the picture move by itself (playing, or the camera in flight)?
[[nodiscard]] bool is_moving(const State& state);

/// Does this body have muscles, bones or organs to lay open?
[[nodiscard]] bool has_layers(const Subject& subject);

/// Does it have muscles, to be seen around the hands?
[[nodiscard]] bool has_muscles(const Subject& subject);

/// The camera that frames the back of this body, from the head to the hips, beside and above what is
/// written over the picture; `captions` says whether anything is.
[[nodiscard]] Camera frame_back(View view, const body::Body& body, float aspect, bool captions = true);

}  // namespace dorsum::scene
