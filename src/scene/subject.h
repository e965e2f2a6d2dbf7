#pragma once

#include <memory>

#include "body/body.h"
#include "lesson/choreography.h"
#include "lesson/lesson.h"
#include "scene/explosion.h"
#include "scene/hand_models.h"
#include "scene/oil.h"
#include "scene/safety_overlay.h"
#include "scene/skin_ways.h"
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
    std::shared_ptr<const OilMap> oil;               ///< where the hands spread it, and when
    std::shared_ptr<const UnderHands> under;         ///< what lies under the hands
    std::shared_ptr<const Explosion> explosion;      ///< how the muscles are taken apart
    std::shared_ptr<const SkinWays> ways;            ///< the shortest ways over the skin
    std::shared_ptr<const SafetyOverlay> safety;     ///< where hands take care; empty where nothing is known of it
};

/// Lays the lesson on the body.
[[nodiscard]] Subject make_subject(std::shared_ptr<const body::Body> body, std::shared_ptr<const lesson::Lesson> lesson,
                                   double breath_per_min, std::shared_ptr<const HandModels> hands = {});

/// The same subject for another rate of breathing: its lesson laid on its body anew, all else as it was.
[[nodiscard]] Subject at_breath_rate(Subject subject, double breath_per_min);

/// The same body with another lesson laid on it; what depends on the body alone stays.
[[nodiscard]] Subject with_lesson(Subject subject, std::shared_ptr<const lesson::Lesson> lesson, double breath_per_min);

/// Does this body have muscles, bones or organs to lay open?
[[nodiscard]] bool has_layers(const Subject& subject);

/// Does it have muscles, to be seen around the hands?
[[nodiscard]] bool has_muscles(const Subject& subject);

}  // namespace dorsum::scene
