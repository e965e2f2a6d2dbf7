#pragma once

#include <array>
#include <optional>
#include <vector>

#include "body/body.h"
#include "body/place.h"
#include "lesson/breath.h"
#include "lesson/lesson.h"

namespace dorsum::lesson {

/// One stroke of one hand, laid on a body.
struct Stroke {
    int index = 0;  ///< position in the step's lesson file entry, from 0
    Hand hand = Hand::right;
    Contact contact = Contact::palm;
    Pass pass = Pass::working;
    BreathLock breath = BreathLock::free;
    int pressure = 0;
    double start_s = 0.0;  ///< within one round of the step
    double duration_s = 0.0;
    float length_m = 0.0F;
    std::vector<body::SkinPoint> path;  ///< 65 points, evenly spaced along the curve; of a holding all the same
    StrokeKind kind = StrokeKind::effleurage;
    StrokeMotion motion;

    [[nodiscard]] float mean_speed_cm_s() const;
};

/// The way of a lifted hand from the end of one stroke to the beginning of its next.
struct Travel {
    Hand hand = Hand::right;
    Contact contact = Contact::palm;
    int next_index = 0;  ///< of the stroke to which it leads
    double start_s = 0.0;
    double duration_s = 0.0;
    float length_m = 0.0F;
    float lift_m = 0.0F;                ///< at its highest
    std::vector<body::SkinPoint> path;  ///< below the hand, on the skin
};

/// A step laid on a body. One round holds every stroke once; the step is `repeats` rounds.
struct StepOnBody {
    std::vector<Stroke> strokes;  ///< in the order of their starts
    std::vector<Travel> travels;  ///< none where strokes meet
    double round_s = 0.0;
    double duration_s = 0.0;      ///< of the whole step, > 0
    bool follows_breath = false;  ///< some strokes are locked to the breath; a round lasts whole breaths
};

struct ZoneOnBody {
    int number = 0;
    body::SkinPoint point;
    float radius_m = 0.0F;
    bool over_vertebrae = false;  ///< light touch only
};

/// A lesson laid on a body for one rate of breathing; immutable.
struct Choreography {
    BreathLaw breath;
    std::vector<StepOnBody> steps;
    std::vector<ZoneOnBody> zones;
    std::vector<Error> problems;  ///< places that this body does not have; their strokes are left out
    float nape_y_m = 0.0F;        ///< how high C7 lies, body frame

    [[nodiscard]] double duration_s() const;  ///< of all steps
};

/// Lays every stroke and zone of a lesson on the skin of a body. Rounds of steps with strokes that
/// are locked to the breath begin with an inhalation and last whole breaths, so that at every
/// instant of an ascending pass the breath is an inhalation. Pure; takes milliseconds.
[[nodiscard]] Choreography lay_on_body(const Lesson& lesson, const body::Body& body, double breath_per_min);

/// One hand at one instant.
struct HandNow {
    Hand hand = Hand::right;
    Contact contact = Contact::palm;
    Pass pass = Pass::working;
    int pressure = 0;
    int stroke_index = 0;
    body::SkinPoint point;
    glm::vec3 forward{0.0F};  ///< along the stroke, unit length, tangent to the skin
    float progress = 0.0F;    ///< along the path, 0 to 1
    float speed_cm_s = 0.0F;  ///< over the skin
    StrokeKind kind = StrokeKind::effleurage;
    float lift_m = 0.0F;        ///< of the contact above `point`; 0 while it touches
    float press = 1.0F;         ///< share of the pressure that is given now, 0 to 1
    bool travelling = false;    ///< on the way to the next stroke
    float below_nape_m = 1.0F;  ///< how far the contact lies from the height of C7 towards the feet
};

struct Moment {
    Breath breath;
    std::optional<HandNow> left;
    std::optional<HandNow> right;
};

/// What happens `time_s` seconds into step `step` (counted from 0): a pure function, under 100
/// microseconds. Times outside the step are brought to its nearer end; the end itself shows the last
/// instant before it, with the breath of that instant. Between two strokes that
/// meet the hands rest there; elsewhere they lift, travel and rest where the next one begins. An unknown step gives a
/// moment without hands.
[[nodiscard]] Moment evaluate(const Choreography& choreography, int step, double time_s);

/// The instant that shows a step best in one picture: half-way through its first working pass; of a step
/// without strokes, half-way through the first inhalation.
[[nodiscard]] double telling_time_s(const Choreography& choreography, int step);

}  // namespace dorsum::lesson
