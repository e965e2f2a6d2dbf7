#include "scene/practice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <glm/geometric.hpp>

#include "core/units.h"
#include "scene/landmark_marks.h"

namespace dorsum::scene {
namespace {

using lesson::Stroke;

/// The instant of the step at which the receiver breathes as they do at this instant of the clock. The picture and all
/// that is asked about it go by the step's time.
void show_breath(State& state, const Stroke& stroke, const Subject& subject) {
    const double cycle_s = subject.choreography->breath.cycle_s();
    const double since_s = std::fmod(stroke.start_s + state.practice.clock_s, cycle_s);
    state.time_s = since_s < 0.0 ? since_s + cycle_s : since_s;
}

void begin(State& state, const Subject& subject) {
    Practice& practice = state.practice;
    practice.samples.clear();
    practice.judgement.reset();
    practice.too_short = false;
    practice.breath_per_min = state.breath_per_min;
    practice.clock_s = -practice_count_in_s;
    const Stroke* stroke = practised_stroke(state, subject);
    practice.phase = stroke != nullptr ? PracticePhase::waiting : PracticePhase::resting;
    if (stroke != nullptr) {
        state.playing = false;
        state.cautions_open = false;
        state.help_open = false;
        state.layers.set(static_cast<std::size_t>(Layer::skin));  // it is traced on
        show_breath(state, *stroke, subject);
    }
}

void rest(State& state) {
    state.practice.samples.clear();
    state.practice.judgement.reset();
    state.practice.phase = PracticePhase::resting;
}

void end(State& state) {
    rest(state);
    state.practice.phase = PracticePhase::off;
    state.time_s = 0.0;
}

void judge(State& state, const Subject& subject) {
    Practice& practice = state.practice;
    const Stroke* stroke = practised_stroke(state, subject);
    if (stroke == nullptr) {
        return rest(state);
    }
    practice.judgement = lesson::judge_practice(practice.samples, *stroke, subject.choreography->breath);
    practice.samples.clear();
    practice.too_short = !practice.judgement;
    practice.phase = practice.judgement ? PracticePhase::judged : PracticePhase::waiting;
    practice.times_judged += practice.judgement ? 1 : 0;
}

void add_sample(State& state, const Subject& subject, const glm::vec2 pixel, const double stamp_s,
                const glm::vec2 size_px) {
    constexpr std::size_t most_samples = 20000;  // more than a fast mouse gives in the longest time
    Practice& practice = state.practice;
    const Stroke* stroke = practised_stroke(state, subject);
    const auto under = skin_under(state, subject, pixel, size_px);
    if (stroke == nullptr || !under || !std::isfinite(stamp_s) || practice.samples.size() >= most_samples) {
        return;
    }
    double time_s = stroke->start_s + stamp_s + practice.clock_minus_stamp_s;
    if (!practice.samples.empty()) {
        time_s = std::max(time_s, practice.samples.back().time_s);
    }
    practice.samples.push_back({time_s, *under});
}

bool is_usable(const glm::vec2 pixel) {
    constexpr float largest = 1.0e5F;
    return std::abs(pixel.x) < largest && std::abs(pixel.y) < largest;  // false for what is no number
}

}  // namespace

bool practice_moves(const State& state) {
    const bool covered = state.cautions_open || state.help_open || state.asking_to_save;
    const PracticePhase phase = state.practice.phase;
    return (phase == PracticePhase::waiting || phase == PracticePhase::tracing) && !covered;
}

std::vector<const Stroke*> practised_strokes(const Subject& subject, const int step, const lesson::Hand hand) {
    std::vector<const Stroke*> strokes;
    const auto index = static_cast<std::size_t>(step);
    if (!subject.choreography || step < 0 || index >= subject.choreography->steps.size()) {
        return strokes;
    }
    for (const Stroke& stroke : subject.choreography->steps[index].strokes) {
        if (stroke.hand == hand && stroke.path.size() > 1 && stroke.duration_s > 0.0 &&
            mm_from_metres(stroke.length_m) >= lesson::practised_mm_least) {
            strokes.push_back(&stroke);
        }
    }
    return strokes;
}

const Stroke* practised_stroke(const State& state, const Subject& subject) {
    if (!practises(state)) {
        return nullptr;
    }
    const auto strokes = practised_strokes(subject, state.practice.step, state.practice.hand);
    const auto index = static_cast<std::size_t>(state.practice.stroke);
    return state.practice.stroke >= 0 && index < strokes.size() ? strokes[index] : nullptr;
}

bool begins_tracing(const State& state, const Subject& subject, const glm::vec2 pixel, const glm::vec2 size_px) {
    constexpr float reach_m = 0.030F;
    const Stroke* stroke = practised_stroke(state, subject);
    if (stroke == nullptr || state.practice.phase != PracticePhase::waiting || !practice_moves(state) ||
        !is_usable(pixel)) {
        return false;
    }
    const auto under = skin_under(state, subject, pixel, size_px);
    return under && glm::distance(*under, stroke->path.front().position) <= reach_m;
}

int count_in_s(const Practice& practice) {
    const bool runs = practice.phase == PracticePhase::waiting || practice.phase == PracticePhase::tracing;
    return runs && practice.clock_s < 0.0 ? static_cast<int>(std::ceil(-practice.clock_s)) : 0;
}

void apply_practice(State& state, const OpenPractice& command, const Subject& subject, const glm::vec2 /*window_px*/) {
    if (!command.open) {
        if (practises(state)) {
            end(state);
        }
        return;
    }
    if (state.presentation.on) {
        return;  // what a class sees has no panel to answer in
    }
    Practice& practice = state.practice;
    ++practice.times_opened;
    practice.step = state.step;
    practice.stroke = 0;
    practice.phase = PracticePhase::resting;
    if (practised_strokes(subject, state.step, practice.hand).empty()) {
        const lesson::Hand other = practice.hand == lesson::Hand::right ? lesson::Hand::left : lesson::Hand::right;
        practice.hand = practised_strokes(subject, state.step, other).empty() ? practice.hand : other;
    }
    begin(state, subject);
}

void apply_practice(State& state, const ChoosePracticeHand& command, const Subject& subject,
                    const glm::vec2 window_px) {
    state.practice.hand = command.hand;
    apply_practice(state, ChoosePracticeStroke{state.practice.stroke}, subject, window_px);
}

void apply_practice(State& state, const ChoosePracticeStroke& command, const Subject& subject,
                    const glm::vec2 /*window_px*/) {
    if (!practises(state)) {
        return;
    }
    const auto count = static_cast<int>(practised_strokes(subject, state.practice.step, state.practice.hand).size());
    state.practice.stroke = std::clamp(command.stroke, 0, std::max(0, count - 1));
    rest(state);
}

void apply_practice(State& state, const ShowPracticeGuide& command, const Subject& /*subject*/,
                    const glm::vec2 /*window_px*/) {
    state.practice.guide = command.shown;
}

void apply_practice(State& state, const BeginPractice& /*command*/, const Subject& subject, const glm::vec2 window_px) {
    if (practises(state)) {
        begin(state, subject);
    } else {
        apply_practice(state, OpenPractice{}, subject, window_px);
    }
}

void apply_practice(State& state, const NextPracticeStroke& /*command*/, const Subject& subject,
                    const glm::vec2 window_px) {
    const auto count = static_cast<int>(practised_strokes(subject, state.practice.step, state.practice.hand).size());
    if (practises(state) && count > 0) {
        apply_practice(state, ChoosePracticeStroke{(state.practice.stroke + 1) % count}, subject, window_px);
        begin(state, subject);
    }
}

void apply_practice(State& state, const GiveUpPractice& /*command*/, const Subject& /*subject*/,
                    const glm::vec2 /*window_px*/) {
    if (practises(state)) {
        rest(state);
    }
}

void apply_practice(State& state, const PressPractice& command, const Subject& subject, const glm::vec2 window_px) {
    if (!begins_tracing(state, subject, command.pixel, window_px) || !std::isfinite(command.stamp_s)) {
        return;
    }
    Practice& practice = state.practice;
    practice.phase = PracticePhase::tracing;
    practice.too_short = false;
    practice.pressed_s = practice.clock_s;
    practice.clock_minus_stamp_s = practice.clock_s - command.stamp_s;
    practice.samples.clear();
    add_sample(state, subject, command.pixel, command.stamp_s, window_px);
}

void apply_practice(State& state, const TracePractice& command, const Subject& subject, const glm::vec2 window_px) {
    if (state.practice.phase == PracticePhase::tracing && is_usable(command.pixel)) {
        add_sample(state, subject, command.pixel, command.stamp_s, window_px);
    }
}

void apply_practice(State& state, const LiftPractice& /*command*/, const Subject& subject,
                    const glm::vec2 /*window_px*/) {
    if (state.practice.phase == PracticePhase::tracing) {
        judge(state, subject);
    }
}

void advance_practice(State& state, const double elapsed_s, const Subject& subject) {
    const Stroke* stroke = practised_stroke(state, subject);
    if (!practice_moves(state) || stroke == nullptr) {
        return;
    }
    Practice& practice = state.practice;
    practice.clock_s += elapsed_s;
    show_breath(state, *stroke, subject);
    if (practice.phase == PracticePhase::tracing && practice.clock_s - practice.pressed_s > practised_s_most) {
        judge(state, subject);
    }
}

void follow_practice(State& state, const Subject& subject) {
    Practice& practice = state.practice;
    if (!practises(state)) {
        return;
    }
    if (state.playing || state.presentation.on) {
        practice.phase = PracticePhase::off;
        practice.samples.clear();
        practice.judgement.reset();
    } else if (state.step != practice.step) {
        practice.step = state.step;
        practice.stroke = 0;
        rest(state);
    } else if (practice.phase != PracticePhase::judged && practice.phase != PracticePhase::resting &&
               (practice.breath_per_min != state.breath_per_min || practised_stroke(state, subject) == nullptr)) {
        rest(state);  // the stroke takes another time now
    }
}

namespace {

std::string with_pixel(const char* name, const glm::vec2 pixel) {
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "%s %g %g", name, static_cast<double>(pixel.x),
                  static_cast<double>(pixel.y));
    return text.data();
}

}  // namespace

std::string describe_practice(const OpenPractice& command) {
    return std::string("OpenPractice ") + (command.open ? "on" : "off");
}
std::string describe_practice(const ChoosePracticeHand& command) {
    return std::string("ChoosePracticeHand ") + (command.hand == lesson::Hand::left ? "left" : "right");
}
std::string describe_practice(const ChoosePracticeStroke& command) {
    return "ChoosePracticeStroke " + std::to_string(command.stroke);
}
std::string describe_practice(const ShowPracticeGuide& command) {
    return std::string("ShowPracticeGuide ") + (command.shown ? "on" : "off");
}
std::string describe_practice(const BeginPractice& /*command*/) {
    return "BeginPractice";
}
std::string describe_practice(const NextPracticeStroke& /*command*/) {
    return "NextPracticeStroke";
}
std::string describe_practice(const GiveUpPractice& /*command*/) {
    return "GiveUpPractice";
}
std::string describe_practice(const PressPractice& command) {
    return with_pixel("PressPractice", command.pixel);
}
std::string describe_practice(const TracePractice& command) {
    return with_pixel("TracePractice", command.pixel);
}
std::string describe_practice(const LiftPractice& /*command*/) {
    return "LiftPractice";
}

}  // namespace dorsum::scene
