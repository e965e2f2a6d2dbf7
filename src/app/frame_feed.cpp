#include "app/frame_feed.h"

#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <utility>

namespace dorsum::app {

namespace {

constexpr std::size_t most_waiting = 3;

bool write_frame(const int descriptor, const render::Picture& frame) {
    const std::uint8_t* next = frame.rgb.data();
    std::size_t left = frame.rgb.size();
    while (left > 0) {
        const ssize_t written = ::write(descriptor, next, left);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        next += written;
        left -= static_cast<std::size_t>(written);
    }
    return true;
}

}  // namespace

FrameFeed::FrameFeed(const int descriptor) : descriptor_(descriptor), writer_([this] { write_all(); }) {}

FrameFeed::~FrameFeed() {
    static_cast<void>(close());
}

bool FrameFeed::add(render::Picture frame) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return broken_ || waiting_.size() < most_waiting; });
    if (broken_) {
        return false;
    }
    waiting_.push_back(std::move(frame));
    changed_.notify_all();
    return true;
}

bool FrameFeed::close() {
    {
        const std::scoped_lock lock(mutex_);
        ended_ = true;
        changed_.notify_all();
    }
    if (writer_.joinable()) {
        writer_.join();
    }
    return !broken_;
}

void FrameFeed::write_all() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
        if (waiting_.empty()) {
            break;
        }
        const render::Picture frame = std::move(waiting_.front());
        waiting_.pop_front();
        changed_.notify_all();
        lock.unlock();
        const bool taken = write_frame(descriptor_, frame);
        lock.lock();
        if (!taken) {
            broken_ = true;
            waiting_.clear();
            changed_.notify_all();
            break;
        }
    }
    ::close(descriptor_);
}

}  // namespace dorsum::app
