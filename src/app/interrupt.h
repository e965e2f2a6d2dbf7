#pragma once

#include <csignal>

namespace dorsum::app {

/// While it lives, Ctrl-C (a polite kill, a closed terminal) is remembered instead of ending the program, so that
/// a long work can stop cleanly. One at a time.
class InterruptWatch {
public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;
    InterruptWatch(InterruptWatch&&) = delete;
    InterruptWatch& operator=(InterruptWatch&&) = delete;

    [[nodiscard]] bool interrupted() const;

private:
    struct sigaction previous_interrupt_ {};
    struct sigaction previous_terminate_ {};
    struct sigaction previous_hangup_ {};
};

}  // namespace dorsum::app
