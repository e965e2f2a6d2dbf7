#include "app/interrupt.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace dorsum::app {
namespace {

constexpr char signalled = 's';
constexpr char over = 'o';

// A signal handler can reach nothing but globals; these are the only ones of their kind.
volatile std::sig_atomic_t interrupt_seen = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
volatile std::sig_atomic_t wake_pipe = -1;      // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void remember_interrupt(int) {
    const int error = errno;
    interrupt_seen = 1;
    if (wake_pipe >= 0 && ::write(static_cast<int>(wake_pipe), &signalled, 1) < 0) {
        // The pipe is full of the same message.
    }
    errno = error;
}

void wake_at_signals(const int pipe, const std::function<void()>& wake) {
    char message = 0;
    while (true) {
        const ssize_t got = ::read(pipe, &message, 1);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0 || message == over) {
            return;
        }
        wake();
    }
}

}  // namespace

InterruptWatch::InterruptWatch() {
    interrupt_seen = 0;
    struct sigaction action {};
    action.sa_handler = remember_interrupt;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, &previous_interrupt_);
    sigaction(SIGTERM, &action, &previous_terminate_);
    sigaction(SIGHUP, &action, &previous_hangup_);
}

InterruptWatch::InterruptWatch(std::function<void()> wake) : InterruptWatch() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return;
    }
    read_end_ = ends[0];
    write_end_ = ends[1];
    waker_ = std::thread([pipe = read_end_, call = std::move(wake)] { wake_at_signals(pipe, call); });
    wake_pipe = write_end_;
}

InterruptWatch::~InterruptWatch() {
    sigaction(SIGINT, &previous_interrupt_, nullptr);
    sigaction(SIGTERM, &previous_terminate_, nullptr);
    sigaction(SIGHUP, &previous_hangup_, nullptr);
    wake_pipe = -1;
    if (waker_.joinable()) {
        while (::write(write_end_, &over, 1) < 0 && errno == EINTR) {
        }
        waker_.join();
    }
    for (const int end : {read_end_, write_end_}) {
        if (end >= 0) {
            ::close(end);
        }
    }
}

bool InterruptWatch::interrupted() const {
    return interrupt_seen != 0;
}

}  // namespace dorsum::app
