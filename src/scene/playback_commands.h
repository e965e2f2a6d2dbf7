#pragma once

#include "scene/command.h"
#include "scene/state.h"
#include "scene/subject.h"

// What the commands of playing do, for apply().

namespace dorsum::scene {

void apply_playing(State& state, const Seek& command, const Subject& subject);
void apply_playing(State& state, const SeekBy& command, const Subject& subject);
void apply_playing(State& state, const StepFrames& command, const Subject& subject);
void apply_playing(State& state, const SetPlaybackSpeed& command, const Subject& subject);
void apply_playing(State& state, const ToggleSlowMotion& command, const Subject& subject);
void apply_playing(State& state, const SetLoopStep& command, const Subject& subject);
void apply_playing(State& state, const SetRepeats& command, const Subject& subject);
void apply_playing(State& state, const SetLoopMark& command, const Subject& subject);
void apply_playing(State& state, const DragLoopMark& command, const Subject& subject);
void apply_playing(State& state, const ClearLoop& command, const Subject& subject);
void apply_playing(State& state, const SetMetronome& command, const Subject& subject);
void apply_playing(State& state, const SetVoice& command, const Subject& subject);

}  // namespace dorsum::scene
