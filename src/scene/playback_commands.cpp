#include "scene/playback_commands.h"

#include <algorithm>
#include <cmath>

namespace dorsum::scene {

void apply_playing(State& state, const Seek& command, const Subject& subject) {
    const auto step = static_cast<std::size_t>(state.step);
    const bool known = subject.choreography && state.step >= 0 && step < subject.choreography->steps.size();
    const double end_s = known ? std::max(0.0, subject.choreography->steps[step].duration_s) : 0.0;
    if (!std::isnan(command.time_s)) {
        state.time_s = std::clamp(command.time_s, 0.0, end_s);
    }
}

void apply_playing(State& state, const SeekBy& command, const Subject& subject) {
    seek_by(state, subject, command.seconds);
}

void apply_playing(State& state, const StepFrames& command, const Subject& subject) {
    step_frames(state, subject, command.frames);
}

void apply_playing(State& state, const SetPlaybackSpeed& command, const Subject& /*subject*/) {
    if (!std::isnan(command.speed)) {
        state.playback_speed = std::clamp(command.speed, slowest_playback, fastest_playback);
    }
}

void apply_playing(State& state, const ToggleSlowMotion& /*command*/, const Subject& /*subject*/) {
    toggle_slow_motion(state);
}

void apply_playing(State& state, const SetLoopStep& command, const Subject& /*subject*/) {
    set_step_repeats(state, command.loop ? endless : 1);
}

void apply_playing(State& state, const SetRepeats& command, const Subject& /*subject*/) {
    set_repeats(state, command.times);
}

void apply_playing(State& state, const SetLoopMark& command, const Subject& subject) {
    set_loop_mark(state, subject, command.mark);
}

void apply_playing(State& state, const DragLoopMark& command, const Subject& subject) {
    drag_loop_mark(state, subject, command.mark, command.to);
}

void apply_playing(State& state, const ClearLoop& /*command*/, const Subject& /*subject*/) {
    clear_loop(state);
}

void apply_playing(State& state, const SetMetronome& command, const Subject& /*subject*/) {
    state.playback.metronome = command.on;
}

void apply_playing(State& state, const SetVoice& command, const Subject& /*subject*/) {
    state.playback.voice = command.voice;
}

}  // namespace dorsum::scene
