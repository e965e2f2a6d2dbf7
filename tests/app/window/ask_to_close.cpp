// Asks a window to close, as the button of its frame does: ask_to_close WINDOW.
#include <X11/Xlib.h>

#include <cstdio>
#include <cstdlib>

int main(const int argument_count, char** arguments) {
    Display* display = argument_count == 2 ? XOpenDisplay(nullptr) : nullptr;
    if (display == nullptr) {
        std::fputs("ask_to_close WINDOW, with DISPLAY set\n", stderr);
        return 2;
    }
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = std::strtoul(arguments[1], nullptr, 0);
    event.xclient.message_type = XInternAtom(display, "WM_PROTOCOLS", False);
    event.xclient.format = 32;
    event.xclient.data.l[0] = static_cast<long>(XInternAtom(display, "WM_DELETE_WINDOW", False));
    const Status sent = XSendEvent(display, event.xclient.window, False, NoEventMask, &event);
    XCloseDisplay(display);
    return sent == 0 ? 1 : 0;
}
