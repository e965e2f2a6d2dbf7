#pragma once

#include <glm/vec2.hpp>
#include <string>
#include <vector>

#include "scene/apply.h"
#include "scene/practice_state.h"

namespace dorsum::scene {

struct PatchSet;

/// Somebody practises; the result of the last stroke counts.
[[nodiscard]] inline bool practises(const State& state) {
    return state.practice.phase != PracticePhase::off;
}

/// Something of it runs: breath, guide, count-in. Not while a sheet covers it.
[[nodiscard]] bool practice_moves(const State& state);

/// The strokes of a step that can be practised with a hand, in the order of time: those that lead somewhere.
[[nodiscard]] std::vector<const lesson::Stroke*> practised_strokes(const Subject& subject, int step, lesson::Hand hand);

/// The one that is practised; null where there is none (practising is off, or the step has no such stroke).
[[nodiscard]] const lesson::Stroke* practised_stroke(const State& state, const Subject& subject);

/// Whether a press at this pixel begins to trace: on the ring around the start, within 30 mm of it.
[[nodiscard]] bool begins_tracing(const State& state, const Subject& subject, glm::vec2 pixel, glm::vec2 size_px);

/// The way to the end of the count-in, whole seconds, rounded up; 0 when it is over.
[[nodiscard]] int count_in_s(const Practice& practice);

/// The stroke and the learner's way on the skin, in place of the ribbons of the step: the ring, the model's path, the
/// guide, and the way as far as it has come; judged it is coloured, and the wider the farther it lies from the path.
void add_practice(PatchSet& patches, const State& state, const Subject& subject);

/// How far a learner's way lies from the path, by which it is coloured: the colours of Okabe and Ito, told apart by
/// width too.
enum class TraceBand { near, off, far };
inline constexpr float trace_off_mm = 6.0F;   ///< from here on it is off
inline constexpr float trace_far_mm = 15.0F;  ///< from here on far
[[nodiscard]] TraceBand trace_band(float distance_mm);
[[nodiscard]] glm::vec3 trace_colour(TraceBand band);  ///< linear
[[nodiscard]] float trace_half_width_m(TraceBand band);

// What the commands do.
void apply_practice(State& state, const OpenPractice& command, const Subject& subject, glm::vec2 window_px);
void apply_practice(State& state, const ChoosePracticeHand& command, const Subject& subject, glm::vec2 window_px);
void apply_practice(State& state, const ChoosePracticeStroke& command, const Subject& subject, glm::vec2 window_px);
void apply_practice(State& state, const ShowPracticeGuide& command, const Subject& subject, glm::vec2 window_px);
void apply_practice(State& state, const BeginPractice& command, const Subject& subject, glm::vec2 window_px);
void apply_practice(State& state, const NextPracticeStroke& command, const Subject& subject, glm::vec2 window_px);
void apply_practice(State& state, const GiveUpPractice& command, const Subject& subject, glm::vec2 window_px);
void apply_practice(State& state, const PressPractice& command, const Subject& subject, glm::vec2 window_px);
void apply_practice(State& state, const TracePractice& command, const Subject& subject, glm::vec2 window_px);
void apply_practice(State& state, const LiftPractice& command, const Subject& subject, glm::vec2 window_px);

/// Carries the count-in, the breath and the guide on by `elapsed_s` of real time, > 0.
void advance_practice(State& state, double elapsed_s, const Subject& subject);

/// After any command: whoever goes to another step practises that one, whoever plays or presents does not practise.
void follow_practice(State& state, const Subject& subject);

// For the log: "PressPractice 640 220".
[[nodiscard]] std::string describe_practice(const OpenPractice& command);
[[nodiscard]] std::string describe_practice(const ChoosePracticeHand& command);
[[nodiscard]] std::string describe_practice(const ChoosePracticeStroke& command);
[[nodiscard]] std::string describe_practice(const ShowPracticeGuide& command);
[[nodiscard]] std::string describe_practice(const BeginPractice& command);
[[nodiscard]] std::string describe_practice(const NextPracticeStroke& command);
[[nodiscard]] std::string describe_practice(const GiveUpPractice& command);
[[nodiscard]] std::string describe_practice(const PressPractice& command);
[[nodiscard]] std::string describe_practice(const TracePractice& command);
[[nodiscard]] std::string describe_practice(const LiftPractice& command);

}  // namespace dorsum::scene
