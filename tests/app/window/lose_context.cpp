// Loaded into the program before it starts, this lets the graphics driver say that its context is lost: each SIGUSR1
// is one loss.
#include <epoxy/gl.h>

#include <csignal>

namespace {

volatile std::sig_atomic_t is_lost = 0;

void lose(int) {
    is_lost = 1;
}

GLenum status() {
    const bool lost = is_lost != 0;
    is_lost = 0;
    return lost ? GL_UNKNOWN_CONTEXT_RESET : GL_NO_ERROR;
}

struct Start {
    Start() {
        std::signal(SIGUSR1, lose);
        epoxy_glGetGraphicsResetStatus = status;
    }
};

const Start start;

}  // namespace
