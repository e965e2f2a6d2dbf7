#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/choreography.h"

// How the lesson plays: what repeats and how often, where it goes on, frame by frame. apply() hands the commands of
// playing on to here. Time is the lesson's own throughout.

namespace dorsum::scene {

struct State;
struct Subject;

/// A place in the lesson. The breath makes steps longer or shorter; the place stays where it is in its step.
struct LessonPlace {
    int step = 0;        ///< from 0
    double share = 0.0;  ///< of the step's duration, 0 to 1
    friend auto operator<=>(const LessonPlace&, const LessonPlace&) = default;
};

/// Played again and again until a person goes on.
inline constexpr int endless = 0;
/// How often something may be played, in the order of the control; 1 does not repeat it.
inline constexpr std::array repeat_choices{1, 2, 3, 5, 10, endless};

inline constexpr float slowest_playback = 0.1F;
inline constexpr float fastest_playback = 2.0F;
inline constexpr float slow_motion = 0.25F;
inline constexpr int frame_per_s = 30;  ///< of stepping frame by frame, and of videos

/// What is spoken while the lesson plays.
enum class Voice { off, steps, steps_and_breath };
inline constexpr std::array voices{Voice::off, Voice::steps, Voice::steps_and_breath};
[[nodiscard]] std::optional<Voice> parse_voice(std::string_view name);  ///< "off", "steps", "steps-and-breath"
[[nodiscard]] const char* name_of(Voice voice);                         ///< as parse_voice reads it

/// Which end of the loop.
enum class LoopMark { a, b };

/// What a person has chosen of playing, beside State's step, time, speed and loop_step. A and B lie anywhere in the
/// lesson, in one step or in two.
struct Playback {
    std::optional<LessonPlace> loop_a;
    std::optional<LessonPlace> loop_b;  ///< never without A, and after it
    int step_repeats = endless;         ///< how often a step is played while State::loop_step
    int loop_repeats = endless;         ///< how often the loop is, while it has both ends
    int pass = 1;                       ///< the one under way, from 1; always 1 of what is endless
    int repeats_before = endless;       ///< step_repeats before the presentation
    float speed_before_slow = 1.0F;     ///< to which slow motion goes back
    bool metronome = false;             ///< a soft tick at each turn of the breath, or at each stroke
    Voice voice = Voice::off;
    friend bool operator==(const Playback&, const Playback&) = default;
};

/// A stretch of one step that was played, `from_s` to `to_s` into it.
struct PlayedSpan {
    int step = 0;
    double from_s = 0.0;
    double to_s = 0.0;
};

/// Whether there is a loop: both of its ends are set.
[[nodiscard]] bool has_loop(const Playback& playback);

/// How often that is played which repeats here: the loop where there is one, else the step; 1 = once.
[[nodiscard]] int repeats(const State& state);
/// The same for steps alone, as the person has chosen it, whatever a presentation does.
[[nodiscard]] int chosen_step_repeats(const State& state);
/// Whether the present step lies in the loop, which then repeats in its place.
[[nodiscard]] bool loop_is_here(const State& state);

/// Where the lesson is.
[[nodiscard]] LessonPlace place_now(const State& state, const Subject& subject);

/// Sets an end of the loop. A set behind B begins a new loop, which has no B yet; B set before A changes places with
/// it; B without A loops from the start of its step. The loop is never shorter than 0.25 s.
void set_loop_mark(State& state, const Subject& subject, LoopMark mark);
/// Moves an end, which stays on its side of the other one.
void drag_loop_mark(State& state, const Subject& subject, LoopMark mark, LessonPlace to);
void clear_loop(State& state);

/// What repeats here is played so often; brought into 0 (endless) to 10.
void set_repeats(State& state, int times);
/// Steps are, whether or not there is a loop.
void set_step_repeats(State& state, int times);

/// Goes by so many frames, from step to step, and pauses.
void step_frames(State& state, const Subject& subject, int frames);
/// Goes by so many seconds, from step to step; stays within the lesson. No finite number changes nothing.
void seek_by(State& state, const Subject& subject, double seconds);

void toggle_slow_motion(State& state);

/// Before it plays: from the end of the loop, or of the lesson, it starts again.
void start_again_at_end(State& state, const Subject& subject);

/// Plays on by `lesson_s` >= 0: through the loop or the step as often as they repeat, then into the next step, and
/// stops at the end of the last. Returns what was played, in order.
std::vector<PlayedSpan> advance_lesson(State& state, const Subject& subject, double lesson_s);

/// What advance_lesson() would play of this state in `elapsed_s` of real time, at its speed; nothing while it is
/// paused. Pure.
[[nodiscard]] std::vector<PlayedSpan> spans_played(const State& state, const Subject& subject, double elapsed_s);

/// Whether what repeats has begun again between two states of which the one was played on to the other.
[[nodiscard]] bool has_begun_again(const State& before, const State& now);
/// For the log: "again in step 3, 2.1 s, 2 of 3".
[[nodiscard]] std::string words_of_pass(const State& state);

/// For a lesson with another number of steps: marks beyond it are dropped.
void fit_to_lesson(Playback& playback, int step_count);

}  // namespace dorsum::scene
