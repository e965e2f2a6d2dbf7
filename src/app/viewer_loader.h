#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "app/options.h"
#include "core/error.h"
#include "scene/apply.h"

namespace dorsum::app {

/// Loads models behind the window's back, one at a time: what is asked for last counts, what was
/// under way before is given up. Used from one thread; calls Window::wake when there is news.
class ViewerLoader {
public:
    void start(const SubjectOptions& options, std::shared_ptr<const lesson::Lesson> lesson);
    void cancel();
    [[nodiscard]] bool busy() const { return job_ != nullptr; }
    [[nodiscard]] float progress() const;
    [[nodiscard]] std::string file_name() const;
    /// The outcome, once.
    [[nodiscard]] std::optional<Result<scene::Subject>> take();

private:
    struct Job {
        SubjectOptions options;
        std::shared_ptr<const lesson::Lesson> lesson;
        std::atomic<float> progress = 0.0F;
        std::mutex mutex;  ///< guards outcome
        std::optional<Result<scene::Subject>> outcome;
        std::atomic<bool> done = false;
        std::jthread thread;  ///< last, so that it ends before what it uses
    };
    static void run(const std::stop_token& stop, Job& job);
    void drop_finished();

    std::unique_ptr<Job> job_;
    std::vector<std::unique_ptr<Job>> given_up_;  ///< until their threads have ended
};

}  // namespace dorsum::app
