#pragma once

#include <glm/vec2.hpp>
#include <optional>
#include <vector>

#include "lesson/practice.h"

namespace dorsum::scene {

/// Where a learner is who traces a stroke.
enum class PracticePhase {
    off,
    resting,  ///< what to practise is chosen; nothing runs
    waiting,  ///< the breath and the guide run, the learner has not pressed yet; before 0 of the clock it counts in
    tracing,  ///< the button is down on the skin
    judged,   ///< the result is shown
};

inline constexpr double practice_count_in_s = 3.0;
inline constexpr double practised_s_most = 120.0;  ///< a longer way is ended there

/// What a learner practises, and how far it has come. Changed by apply() only.
struct Practice {
    PracticePhase phase = PracticePhase::off;
    lesson::Hand hand = lesson::Hand::right;
    int step = 0;            ///< of the lesson
    int stroke = 0;          ///< of the hand's strokes that can be practised, from 0
    bool guide = true;       ///< the model's dot runs along
    bool too_short = false;  ///< the last way was no stroke
    double clock_s = 0.0;    ///< of the stroke: 0 is when it is to begin, -practice_count_in_s where the count-in does
    double pressed_s = 0.0;  ///< when the button went down, of the clock
    double clock_minus_stamp_s = 0.0;  ///< from time stamps to the clock
    double breath_per_min = 0.0;       ///< at which it began
    std::vector<lesson::PracticeSample> samples;
    std::optional<lesson::PracticeJudgement> judgement;  ///< of the way that was traced last
    int times_opened = 0;                                ///< for the panel, which turns to it
    int times_judged = 0;                                ///< for the history
    friend bool operator==(const Practice&, const Practice&) = default;
};

// The commands. Time stamps come with them, in seconds of any clock that runs evenly: nothing here asks for the time.
// Positions are in pixels of the picture. A pen or a finger comes as the mouse does.

struct OpenPractice {
    bool open =
        true;  ///< begins to count in for the first stroke of the step; nothing while presenting; else ends practising
};
struct ChoosePracticeHand {
    lesson::Hand hand = lesson::Hand::right;
};
struct ChoosePracticeStroke {
    int stroke = 0;  ///< brought into range
};
struct ShowPracticeGuide {
    bool shown = true;
};
struct BeginPractice {};       ///< counts in for the chosen stroke, for the first time or again
struct NextPracticeStroke {};  ///< counts in for the next stroke of the hand; after the last one for the first
struct GiveUpPractice {};      ///< what is under way is dropped; nothing happens where nothing is
struct PressPractice {
    glm::vec2 pixel{0.0F};
    double stamp_s = 0.0;
};
struct TracePractice {
    glm::vec2 pixel{0.0F};  ///< beside the skin it is left out
    double stamp_s = 0.0;
};
struct LiftPractice {
    double stamp_s = 0.0;
};

}  // namespace dorsum::scene
