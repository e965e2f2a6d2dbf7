#pragma once

#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <vector>

#include "lesson/choreography.h"

namespace dorsum::lesson {

/// Where a learner's hand was on the skin.
struct PracticeSample {
    double time_s = 0.0;       ///< on the clock of breath_at(): 0 is the start of an inhalation
    glm::vec3 position{0.0F};  ///< body frame, metres, on the skin at rest
    friend bool operator==(const PracticeSample&, const PracticeSample&) = default;
};

/// What a learner did wrong.
enum class Fault {
    over_spine,  ///< amount: how many mm of the way; presses where nothing may
    backwards,
    in_inhalation,   ///< amount: share of the time that the hand moved while the receiver breathed in, and should not
    in_exhalation,   ///< the same the other way
    start_left_out,  ///< amount: mm of the path
    end_left_out,
    outwards,  ///< amount: mm away from the midline, on average
    inwards,
    headwards,
    footwards,
    beside,  ///< amount: mm from the path, now to this side, now to that
    fast,    ///< amount: the speed over the model's
    slow,
};
struct Advice {
    Fault fault = Fault::beside;
    float amount = 0.0F;  ///< in the unit of the fault
    float lost = 0.0F;    ///< points of the score
    friend bool operator==(const Advice&, const Advice&) = default;
};

/// One place of the learner's way; places are evenly spaced.
struct PracticePoint {
    glm::vec3 position{0.0F};
    float share = 0.0F;             ///< of the model's path, 0 to 1
    float distance_mm = 0.0F;       ///< from the model's path
    float speed_cm_s = 0.0F;        ///< of the learner
    float model_speed_cm_s = 0.0F;  ///< there
    friend bool operator==(const PracticePoint&, const PracticePoint&) = default;
};

/// How well a stroke was traced. Distances are straight ones, which at 50 mm from a path is within 1 mm of those over
/// the skin of a back.
struct PracticeJudgement {
    std::vector<PracticePoint> points;  ///< at least two
    float mean_distance_mm = 0.0F;
    float largest_distance_mm = 0.0F;
    float outwards_mm = 0.0F;   ///< mean; positive away from the midline, negative towards it
    float headwards_mm = 0.0F;  ///< mean; positive towards the head
    float coverage = 0.0F;      ///< share of the model's path, 0 to 1
    bool backwards = false;     ///< from its end to its start
    float speed_cm_s = 0.0F;    ///< mean, without standing still before and after
    float model_speed_cm_s = 0.0F;
    std::optional<float> wrong_breath;  ///< share of the time, 0 to 1; of a stroke that is locked to the breath
    float over_spine_mm = 0.0F;         ///< of the way, where the contact presses on the spinous processes
    int score = 0;                      ///< 0 to 100
    std::vector<Advice> advice;         ///< at most three: what endangers first, then what costs most
    friend bool operator==(const PracticeJudgement&, const PracticeJudgement&) = default;
};

/// The shortest way that is judged; less is a press.
inline constexpr float practised_mm_least = 20.0F;

/// Compares a learner's way with a stroke: both resampled at even distances, and each place of the learner's matched
/// with one of the model's by dynamic time warping (Sakoe and Chiba, IEEE Transactions on Acoustics, Speech and Signal
/// Processing 26, 43, 1978) with free ends on the model's side (subsequence matching: Müller, Information Retrieval for
/// Music and Motion, 2007, chapter 4.4), so that neither tempo nor a part left out shifts the match. A way that fits
/// the path better from its end to its start is backwards. The circles and blows of a kind do not count: the middle of
/// the path is traced.
///
///     score = 100 - 40 ramp(mean distance, 3, 30 mm) - 30 ramp(share left out, 0.05, 0.5)
///                 - 20 ramp(|log2 of speed over the model's|, 0.3, 1.3) - 20 ramp(share in the wrong breath, 0.1, 0.6)
///                 - 60 if backwards - 25 if it presses on the spine for 10 mm or more,      at least 0, rounded
///
/// where ramp(x, a, b) is 0 up to a and 1 from b on. The spinous processes count as a band of 10 mm; what only lies on
/// the skin (least_lateral_mm) may lie on them.
/// @param samples  in the order of time
/// @return nothing where the way is shorter than practised_mm_least, or the stroke has no path
[[nodiscard]] std::optional<PracticeJudgement> judge_practice(const std::vector<PracticeSample>& samples,
                                                              const Stroke& stroke, const BreathLaw& law);

/// "12 mm too far out, away from the spine" (translated).
[[nodiscard]] std::string in_words(const Advice& advice, const PracticeJudgement& judgement, const Stroke& stroke);

/// How fast the model moves at a share of its path, without what its kind superposes.
[[nodiscard]] float model_speed_cm_s(const Stroke& stroke, float share_of_path);

/// Where the model is after a time on the stroke, seconds, brought into the stroke: the middle of its path.
[[nodiscard]] glm::vec3 model_position(const Stroke& stroke, double stroke_time_s);

}  // namespace dorsum::lesson
