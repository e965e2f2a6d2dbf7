// Drops a file on a window as a file manager does: the source's side of the XDND protocol, version 5
// (freedesktop.org, "Drag-and-Drop Protocol for the X Window System").
//
//     drop_file WINDOW FILE
//
// Exit code 0 when the window took the file, 1 when it did not, 2 for wrong use.

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <poll.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

namespace {

constexpr long protocol_version = 5;
constexpr int patience_ms = 10000;

struct Closer {
    void operator()(Display* display) const { XCloseDisplay(display); }
};

class Source {
public:
    Source(Display* display, const Window target, std::string uri)
        : display_(display),
          target_(target),
          uri_(std::move(uri)),
          window_(XCreateSimpleWindow(display, DefaultRootWindow(display), -10, -10, 1, 1, 0, 0, 0)) {}

    bool drop() {
        XSetSelectionOwner(display_, atom("XdndSelection"), window_, CurrentTime);
        send("XdndEnter", {protocol_version << 24, static_cast<long>(atom("text/uri-list")), 0, 0});
        send("XdndPosition", {0, (640L << 16) | 300L, CurrentTime, static_cast<long>(atom("XdndActionCopy"))});
        return serve_until("XdndStatus") && status_accepts_ && finish();
    }

private:
    bool finish() {
        send("XdndDrop", {0, CurrentTime, 0, 0});
        return serve_until("XdndFinished");
    }

    Atom atom(const char* name) const { return XInternAtom(display_, name, False); }

    void send(const char* type, const std::array<long, 4>& data) {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = target_;
        event.xclient.message_type = atom(type);
        event.xclient.format = 32;
        event.xclient.data.l[0] = static_cast<long>(window_);
        for (int index = 0; index < 4; ++index) {
            event.xclient.data.l[index + 1] = data.at(static_cast<std::size_t>(index));
        }
        XSendEvent(display_, target_, False, NoEventMask, &event);
        XFlush(display_);
    }

    /// Answers requests for the file's name until the target sends this message.
    bool serve_until(const char* type) {
        const Atom wanted = atom(type);
        pollfd waiting{ConnectionNumber(display_), POLLIN, 0};
        while (XPending(display_) > 0 || poll(&waiting, 1, patience_ms) > 0) {
            XEvent event{};
            XNextEvent(display_, &event);
            if (event.type == SelectionRequest) {
                answer(event.xselectionrequest);
            } else if (event.type == ClientMessage && event.xclient.message_type == wanted) {
                status_accepts_ = (event.xclient.data.l[1] & 1) != 0;
                return true;
            }
        }
        return false;
    }

    void answer(const XSelectionRequestEvent& request) {
        const auto* bytes = reinterpret_cast<const unsigned char*>(uri_.data());
        XChangeProperty(display_, request.requestor, request.property, request.target, 8, PropModeReplace, bytes,
                        static_cast<int>(uri_.size()));
        XEvent event{};
        event.xselection.type = SelectionNotify;
        event.xselection.requestor = request.requestor;
        event.xselection.selection = request.selection;
        event.xselection.target = request.target;
        event.xselection.property = request.property;
        event.xselection.time = request.time;
        XSendEvent(display_, request.requestor, False, NoEventMask, &event);
        XFlush(display_);
    }

    Display* display_;
    Window target_;
    std::string uri_;
    Window window_;
    bool status_accepts_ = false;
};

/// A path as text/uri-list has it.
std::string uri_of(const std::filesystem::path& path) {
    std::string uri = "file://";
    for (const char letter : std::filesystem::absolute(path).string()) {
        uri += letter == ' ' ? "%20" : std::string(1, letter);
    }
    return uri + "\r\n";
}

}  // namespace

int main(const int argument_count, const char* const* arguments) {
    if (argument_count != 3) {
        std::cerr << "usage: drop_file WINDOW FILE\n";
        return 2;
    }
    const std::unique_ptr<Display, Closer> display(XOpenDisplay(nullptr));
    if (!display) {
        std::cerr << "drop_file: no display\n";
        return 2;
    }
    Source source(display.get(), std::strtoul(arguments[1], nullptr, 0), uri_of(arguments[2]));
    return source.drop() ? 0 : 1;
}
