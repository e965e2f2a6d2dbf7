#include "app/interrupt.h"

namespace dorsum::app {
namespace {

// A signal handler can reach nothing but a global; this is the only one of its kind.
volatile std::sig_atomic_t interrupt_seen = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void remember_interrupt(int) {
    interrupt_seen = 1;
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

InterruptWatch::~InterruptWatch() {
    sigaction(SIGINT, &previous_interrupt_, nullptr);
    sigaction(SIGTERM, &previous_terminate_, nullptr);
    sigaction(SIGHUP, &previous_hangup_, nullptr);
}

bool InterruptWatch::interrupted() const {
    return interrupt_seen != 0;
}

}  // namespace dorsum::app
