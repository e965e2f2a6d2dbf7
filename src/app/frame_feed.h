#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "render/picture_target.h"

namespace dorsum::app {

/// Writes frames into a pipe on a thread of its own, so that the next frame is drawn while the reader takes this one.
/// A few frames wait at most; then `add` waits. Used from one thread. SIGPIPE must be ignored: a reader that has gone
/// is told by `add` and `close`.
class FrameFeed {
public:
    /// Owns the descriptor: closes it when all frames are written, or the reader has gone.
    explicit FrameFeed(int descriptor);
    FrameFeed(const FrameFeed&) = delete;
    FrameFeed& operator=(const FrameFeed&) = delete;
    FrameFeed(FrameFeed&&) = delete;
    FrameFeed& operator=(FrameFeed&&) = delete;
    /// Waits for the writing: where the frames are of no use any more, end the reader first.
    ~FrameFeed();

    /// False when the reader takes no more.
    [[nodiscard]] bool add(render::Picture frame);
    /// Waits until all frames are written, and closes the pipe. False when the reader took not all.
    [[nodiscard]] bool close();

private:
    void write_all();
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<render::Picture> waiting_;
    bool ended_ = false;   ///< no more frames come
    bool broken_ = false;  ///< the reader has gone
    int descriptor_;
    std::thread writer_;  // last: it uses all of the above
};

}  // namespace dorsum::app
