#include "app/accompaniment.h"

#include "app/window.h"
#include "core/log.h"
#include "scene/spoken.h"
#include "scene/ticks.h"

namespace dorsum::app {

Accompaniment::Accompaniment() : ticks_([] { Window::wake(); }) {}

void Accompaniment::follow(const scene::State& before, const scene::State& now, const scene::Subject& subject,
                           const double elapsed_s, const std::string& language) {
    if (now.playback.metronome && (now.playing || !before.playback.metronome)) {
        ticks_.start();
    }
    if (now.playback.voice != before.playback.voice) {
        const auto found = now.playback.voice == scene::Voice::off ? Result<void>() : find_voice();
        voice_problem_ = found ? std::string() : to_string(found.error());
    }
    if (scene::is_silenced(before, now)) {
        speaker_.stop();
    }
    if (subject.lesson && scene::step_is_told(before, now)) {
        say(scene::words_of_step(*subject.lesson, now.step), language);
    }
    if (elapsed_s > 0.0 && subject.choreography) {
        follow_breath(before, now, subject, elapsed_s, language);
    }
}

void Accompaniment::follow_breath(const scene::State& before, const scene::State& now, const scene::Subject& subject,
                                  const double elapsed_s, const std::string& language) {
    const bool speaks = now.playback.voice == scene::Voice::steps_and_breath;
    if (!now.playback.metronome && !speaks) {
        return;
    }
    for (const scene::PlayedSpan& span : scene::spans_played(before, subject, elapsed_s)) {
        for (const scene::Tick& tick : scene::ticks_in(*subject.choreography, span)) {
            const bool high = tick.sound == scene::TickSound::high;
            log::debug(high ? "tick high" : "tick low");
            if (now.playback.metronome) {
                ticks_.play(tick.sound);
            }
            // What to do is said to its end; the breath comes again.
            const auto step = static_cast<std::size_t>(span.step);
            if (speaks && scene::paced_by_breath(subject.choreography->steps[step]) && !speaker_.is_speaking()) {
                say(scene::words_of_breath(high ? lesson::BreathPhase::inhale : lesson::BreathPhase::exhale), language);
            }
        }
    }
}

void Accompaniment::say(const std::string& text, const std::string& language) {
    if (text.empty()) {
        return;
    }
    const auto spoken = speaker_.say(text, language);
    voice_problem_ = spoken ? std::string() : to_string(spoken.error());
}

std::vector<std::string> Accompaniment::take_problems() {
    std::vector<std::string> fresh;
    for (const std::string& problem : {sound_problem(), voice_problem()}) {
        if (!problem.empty() && told_.insert(problem).second) {
            fresh.push_back(problem);
        }
    }
    return fresh;
}

}  // namespace dorsum::app
