#include "scene/spoken.h"

#include "core/translate.h"

namespace dorsum::scene {

std::string words_of_step(const lesson::Lesson& lesson, const int step) {
    const auto index = static_cast<std::size_t>(step);
    if (step < 0 || index >= lesson.steps.size()) {
        return {};
    }
    const lesson::Step& told = lesson.steps[index];
    return std::string(tr("Step")) + " " + std::to_string(step + 1) + ". " + told.title + ". " + told.text;
}

const char* words_of_breath(const lesson::BreathPhase phase) {
    return phase == lesson::BreathPhase::inhale ? tr("Breathe in") : tr("Breathe out");
}

bool step_is_told(const State& before, const State& now) {
    if (now.playback.voice == Voice::off || now.step < 0) {
        return false;
    }
    if (before.playback.voice == Voice::off) {
        return true;
    }
    constexpr double at_start_s = 1.0;  // a slow frame goes by that much
    const bool begins = now.step != before.step || !before.playing;
    return now.playing && begins && now.time_s < at_start_s;
}

bool is_silenced(const State& before, const State& now) {
    return now.playback.voice == Voice::off || now.step != before.step;
}

}  // namespace dorsum::scene
