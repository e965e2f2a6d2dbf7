#include "scene/playback.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <utility>

#include "scene/state.h"
#include "scene/subject.h"

namespace dorsum::scene {

namespace {

constexpr double shortest_loop_s = 0.25;
constexpr int most_repeats = 10;
constexpr std::array<std::pair<Voice, const char*>, 3> voice_names{
    {{Voice::off, "off"}, {Voice::steps, "steps"}, {Voice::steps_and_breath, "steps-and-breath"}}};

double duration_s(const Subject& subject, const int step) {
    const auto index = static_cast<std::size_t>(step);
    if (!subject.choreography || step < 0 || index >= subject.choreography->steps.size()) {
        return 0.0;
    }
    return std::max(0.0, subject.choreography->steps[index].duration_s);
}

double start_s(const Subject& subject, const int step) {
    double start = 0.0;
    for (int before = 0; before < step; ++before) {
        start += duration_s(subject, before);
    }
    return start;
}

double to_lesson_s(const Subject& subject, const LessonPlace place) {
    return start_s(subject, place.step) + place.share * duration_s(subject, place.step);
}

/// The place at so many seconds of the whole lesson, brought into it; where two steps meet, in the later one.
LessonPlace to_place(const Subject& subject, const double lesson_s, const int step_count) {
    double left_s = std::max(lesson_s, 0.0);
    for (int step = 0; step < step_count; ++step) {
        const double length_s = duration_s(subject, step);
        if (left_s < length_s || step + 1 == step_count) {
            return {step, length_s > 0.0 ? std::min(left_s / length_s, 1.0) : 0.0};
        }
        left_s -= length_s;
    }
    return {};
}

double time_of(const Subject& subject, const LessonPlace place) {
    return place.share * duration_s(subject, place.step);
}

double loop_length_s(const State& state, const Subject& subject) {
    return to_lesson_s(subject, *state.playback.loop_b) - to_lesson_s(subject, *state.playback.loop_a);
}

/// Whether the present step is played again when it has come to its end.
bool step_repeats_here(const State& state) {
    return state.loop_step && !loop_is_here(state);
}

/// Counts a pass that is over; whether another one begins.
bool begins_again(Playback& playback, const int times) {
    if (times == endless) {
        return true;
    }
    if (playback.pass < times) {
        ++playback.pass;
        return true;
    }
    playback.pass = 1;
    return false;
}

void go_to(State& state, const Subject& subject, const LessonPlace place) {
    state.step = place.step;
    state.time_s = time_of(subject, place);
}

/// The end of the loop is at least so far behind its beginning; where the lesson ends before, the beginning gives way.
void keep_loop_long_enough(State& state, const Subject& subject) {
    Playback& playback = state.playback;
    if (!has_loop(playback) || loop_length_s(state, subject) >= shortest_loop_s) {
        return;
    }
    const double total_s = start_s(subject, state.step_count);
    const double b_s = std::min(to_lesson_s(subject, *playback.loop_a) + shortest_loop_s, total_s);
    playback.loop_b = to_place(subject, b_s, state.step_count);
    playback.loop_a =
        to_place(subject, std::min(to_lesson_s(subject, *playback.loop_a), b_s - shortest_loop_s), state.step_count);
}

}  // namespace

std::optional<Voice> parse_voice(const std::string_view name) {
    for (const auto& [voice, known] : voice_names) {
        if (name == known) {
            return voice;
        }
    }
    return std::nullopt;
}

const char* name_of(const Voice voice) {
    return voice_names.at(static_cast<std::size_t>(voice)).second;
}

bool has_loop(const Playback& playback) {
    return playback.loop_a.has_value() && playback.loop_b.has_value();
}

bool loop_is_here(const State& state) {
    return has_loop(state.playback) && state.playback.loop_a->step <= state.step &&
           state.step <= state.playback.loop_b->step;
}

int repeats(const State& state) {
    if (loop_is_here(state)) {
        return state.playback.loop_repeats;
    }
    return state.loop_step ? state.playback.step_repeats : 1;
}

int chosen_step_repeats(const State& state) {
    const Presentation& presentation = state.presentation;
    const bool loops = presentation.on ? presentation.looped_before : state.loop_step;
    const int times = presentation.on ? state.playback.repeats_before : state.playback.step_repeats;
    return loops ? times : 1;
}

LessonPlace place_now(const State& state, const Subject& subject) {
    const double length_s = duration_s(subject, state.step);
    return {std::max(state.step, 0), length_s > 0.0 ? std::clamp(state.time_s / length_s, 0.0, 1.0) : 0.0};
}

void set_loop_mark(State& state, const Subject& subject, const LoopMark mark) {
    Playback& playback = state.playback;
    if (state.step_count <= 0 || state.step < 0) {
        return;
    }
    const LessonPlace here = place_now(state, subject);
    playback.pass = 1;
    if (mark == LoopMark::a) {
        if (playback.loop_b && *playback.loop_b <= here) {
            playback.loop_b.reset();
        }
        playback.loop_a = here;
    } else if (playback.loop_a && here < *playback.loop_a) {
        playback.loop_b = std::exchange(playback.loop_a, here);
    } else {
        playback.loop_a = playback.loop_a.value_or(LessonPlace{here.step, 0.0});
        playback.loop_b = here;
    }
    keep_loop_long_enough(state, subject);
}

void drag_loop_mark(State& state, const Subject& subject, const LoopMark mark, const LessonPlace to) {
    Playback& playback = state.playback;
    std::optional<LessonPlace>& moved = mark == LoopMark::a ? playback.loop_a : playback.loop_b;
    if (!moved || !std::isfinite(to.share) || state.step_count <= 0) {
        return;
    }
    const LessonPlace wanted{std::clamp(to.step, 0, state.step_count - 1), std::clamp(to.share, 0.0, 1.0)};
    moved = wanted;
    playback.pass = 1;
    if (!has_loop(playback) || loop_length_s(state, subject) >= shortest_loop_s) {
        return;
    }
    // Stopped by the other one.
    const double total_s = start_s(subject, state.step_count);
    const double other_s = to_lesson_s(subject, mark == LoopMark::a ? *playback.loop_b : *playback.loop_a);
    const double at_s = mark == LoopMark::a ? other_s - shortest_loop_s : other_s + shortest_loop_s;
    moved = to_place(subject, std::clamp(at_s, 0.0, total_s), state.step_count);
}

void clear_loop(State& state) {
    state.playback.loop_a.reset();
    state.playback.loop_b.reset();
    state.playback.loop_repeats = endless;
    state.playback.pass = 1;
}

void set_repeats(State& state, const int times) {
    if (loop_is_here(state)) {
        state.playback.loop_repeats = std::clamp(times, endless, most_repeats);
        state.playback.pass = 1;
    } else {
        set_step_repeats(state, times);
    }
}

void set_step_repeats(State& state, const int times) {
    const int wanted = std::clamp(times, endless, most_repeats);
    state.loop_step = wanted != 1;
    state.playback.step_repeats = wanted == 1 ? endless : wanted;
    state.playback.pass = 1;
}

void step_frames(State& state, const Subject& subject, const int frames) {
    state.playing = false;
    const int step_before = state.step;
    constexpr int most_at_once = 1000;
    constexpr double little = 1.0e-6;
    const int count = std::clamp(frames, -most_at_once, most_at_once);
    for (int done = 0; done < std::abs(count) && state.step >= 0; ++done) {
        const double length_s = duration_s(subject, state.step);
        if (count > 0) {
            const double next_s = (std::floor(state.time_s * frame_per_s + little) + 1.0) / frame_per_s;
            if (next_s >= length_s && state.step + 1 < state.step_count) {
                ++state.step;
                state.time_s = 0.0;
            } else {
                state.time_s = std::min(next_s, length_s);
            }
        } else {
            const double last_s = (std::ceil(state.time_s * frame_per_s - little) - 1.0) / frame_per_s;
            if (last_s < 0.0 && state.step > 0) {
                --state.step;
                const double before_s = duration_s(subject, state.step);
                state.time_s = std::max((std::ceil(before_s * frame_per_s - little) - 1.0) / frame_per_s, 0.0);
            } else {
                state.time_s = std::max(last_s, 0.0);
            }
        }
    }
    state.playback.pass = state.step == step_before ? state.playback.pass : 1;
}

void seek_by(State& state, const Subject& subject, const double seconds) {
    if (!std::isfinite(seconds) || state.step < 0 || state.step_count <= 0) {
        return;
    }
    const double wanted_s = state.time_s + seconds;
    if (wanted_s >= 0.0 && wanted_s < duration_s(subject, state.step)) {
        state.time_s = wanted_s;
        return;
    }
    const LessonPlace to = to_place(subject, start_s(subject, state.step) + wanted_s, state.step_count);
    state.playback.pass = to.step == state.step ? state.playback.pass : 1;
    go_to(state, subject, to);
}

void toggle_slow_motion(State& state) {
    if (state.playback_speed == slow_motion) {
        state.playback_speed = state.playback.speed_before_slow;
    } else {
        state.playback.speed_before_slow = std::exchange(state.playback_speed, slow_motion);
    }
}

void start_again_at_end(State& state, const Subject& subject) {
    const LessonPlace here = place_now(state, subject);
    if (has_loop(state.playback) && here == *state.playback.loop_b) {
        state.playback.pass = 1;
        go_to(state, subject, *state.playback.loop_a);
    } else if (state.time_s >= duration_s(subject, state.step)) {
        state.playback.pass = 1;
        state.step = state.loop_step || state.step + 1 < state.step_count ? state.step : 0;
        state.time_s = 0.0;
    }
}

std::vector<PlayedSpan> advance_lesson(State& state, const Subject& subject, double lesson_s) {
    std::vector<PlayedSpan> played;
    const auto play_until = [&](const double to_s) {
        if (to_s > state.time_s) {
            played.push_back({state.step, state.time_s, to_s});
            lesson_s -= to_s - state.time_s;
        }
        state.time_s = to_s;
    };
    Playback& playback = state.playback;
    for (;;) {
        const double end_s = duration_s(subject, state.step);
        const bool ends_loop = has_loop(playback) && playback.loop_b->step == state.step &&
                               state.time_s <= time_of(subject, *playback.loop_b);
        const double stop_s = ends_loop ? time_of(subject, *playback.loop_b) : end_s;
        if (state.time_s + lesson_s < stop_s) {
            play_until(state.time_s + lesson_s);
            return played;
        }
        play_until(stop_s);
        const double loop_s = ends_loop ? loop_length_s(state, subject) : end_s;
        const bool again = loop_s > 0.0 && ((ends_loop && begins_again(playback, playback.loop_repeats)) ||
                                            (step_repeats_here(state) && begins_again(playback, repeats(state))));
        if (again) {
            if (repeats(state) == endless) {
                lesson_s = std::fmod(std::max(lesson_s, 0.0), loop_s);
            }
            go_to(state, subject, ends_loop ? *playback.loop_a : LessonPlace{state.step, 0.0});
        } else if (ends_loop && stop_s < end_s) {
            state.time_s = std::nextafter(stop_s, end_s);  // behind B, which does not hold it any more
        } else if (state.step + 1 < state.step_count) {
            ++state.step;
            state.time_s = 0.0;
            playback.pass = loop_is_here(state) ? playback.pass : 1;
        } else {
            state.time_s = end_s;
            state.playing = false;
            return played;
        }
    }
}

std::vector<PlayedSpan> spans_played(const State& state, const Subject& subject, const double elapsed_s) {
    if (!state.playing || !std::isfinite(elapsed_s) || elapsed_s <= 0.0) {
        return {};
    }
    State ahead = state;
    return advance_lesson(ahead, subject, elapsed_s * static_cast<double>(state.playback_speed));
}

bool has_begun_again(const State& before, const State& now) {
    return now.step < before.step || (now.step == before.step && now.time_s < before.time_s);
}

std::string words_of_pass(const State& state) {
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "again in step %d, %.1f s", state.step + 1, state.time_s);
    const int times = repeats(state);
    return text.data() + (times == endless
                              ? std::string()
                              : ", " + std::to_string(state.playback.pass) + " of " + std::to_string(times));
}

void fit_to_lesson(Playback& playback, const int step_count) {
    playback.pass = 1;
    const auto beyond = [step_count](const std::optional<LessonPlace>& mark) {
        return mark && mark->step >= step_count;
    };
    if (beyond(playback.loop_a) || beyond(playback.loop_b)) {
        playback.loop_a.reset();
        playback.loop_b.reset();
    }
}

}  // namespace dorsum::scene
