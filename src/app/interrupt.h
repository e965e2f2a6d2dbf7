#pragma once

#include <csignal>
#include <functional>
#include <thread>

namespace dorsum::app {

/// While it lives, Ctrl-C (a polite kill, a closed terminal, the end of a desktop session) is remembered instead of
/// ending the program, so that a long work, or a window, can end cleanly. One at a time.
class InterruptWatch {
public:
    InterruptWatch();
    /// `wake` is called, from a thread of its own, after each such signal: for a program that waits for something else.
    /// Where the system has no pipe left for that, the signals are remembered all the same.
    explicit InterruptWatch(std::function<void()> wake);
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;
    InterruptWatch(InterruptWatch&&) = delete;
    InterruptWatch& operator=(InterruptWatch&&) = delete;

    [[nodiscard]] bool interrupted() const;

private:
    int read_end_ = -1;
    int write_end_ = -1;
    std::thread waker_;
    struct sigaction previous_interrupt_ {};
    struct sigaction previous_terminate_ {};
    struct sigaction previous_hangup_ {};
};

}  // namespace dorsum::app
