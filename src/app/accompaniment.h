#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/speaker.h"
#include "app/tick_player.h"
#include "scene/state.h"
#include "scene/subject.h"

namespace dorsum::app {

/// What is heard while the lesson plays: the metronome and the voice, as the state asks for them.
class Accompaniment {
public:
    Accompaniment();

    /// After each command.
    /// @param elapsed_s  of real time that the command let go by; 0 of any but Advance
    /// @param language  in which the lesson is written, two letters
    void follow(const scene::State& before, const scene::State& now, const scene::Subject& subject, double elapsed_s,
                const std::string& language);

    /// Why the one or the other is not heard, and what would help; empty while all is well.
    [[nodiscard]] std::string sound_problem() const { return ticks_.problem(); }
    [[nodiscard]] const std::string& voice_problem() const { return voice_problem_; }
    /// The same, each once in the life of the program.
    [[nodiscard]] std::vector<std::string> take_problems();

private:
    void follow_breath(const scene::State& before, const scene::State& now, const scene::Subject& subject,
                       double elapsed_s, const std::string& language);
    void say(const std::string& text, const std::string& language);

    TickPlayer ticks_;
    Speaker speaker_;
    std::string voice_problem_;
    std::set<std::string> told_;
};

}  // namespace dorsum::app
