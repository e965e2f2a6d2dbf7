#pragma once

#include <functional>
#include <memory>
#include <string>

#include "scene/ticks.h"

namespace dorsum::app {

/// Plays the ticks of the metronome through OpenAL, on a thread of its own: no call waits for the sound device. Used
/// from one thread.
class TickPlayer {
public:
    /// @param on_problem  called on the other thread, at most once, when there is no sound device
    explicit TickPlayer(std::function<void()> on_problem);
    TickPlayer(const TickPlayer&) = delete;
    TickPlayer& operator=(const TickPlayer&) = delete;
    ~TickPlayer();

    /// Looks for the sound device, if that has not been done.
    void start();
    /// At once, or as soon as the device is there; more than a few that wait are left out.
    void play(scene::TickSound sound);
    /// Why nothing is heard, and what would help; empty while all is well.
    [[nodiscard]] std::string problem() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace dorsum::app
