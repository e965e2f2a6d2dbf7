#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "core/error.h"
#include "scene/apply.h"

namespace dorsum::app {

/// Lays a lesson anew on a body whose landmarks a person moves, behind the window's back, one edit at a time; calls
/// Window::wake when there is news. Used from one thread.
class LandmarkRelay {
public:
    /// Another model was loaded; what was under way is given up.
    void begin(std::shared_ptr<const body::Body> loaded);

    /// Begins with what the state asks for, where that is neither laid nor being laid.
    void follow(const scene::State& state, const scene::Subject& subject);

    /// The outcome, once. After a failure the caller takes the edit back.
    [[nodiscard]] std::optional<Result<scene::Subject>> take();

    [[nodiscard]] bool busy() const { return job_ != nullptr; }

private:
    struct Job {
        scene::LandmarkEdits edits;
        scene::Subject subject;                    ///< whose lesson and hands are laid
        double breath_per_min = 6.0;               ///< at which they are
        std::shared_ptr<const body::Body> loaded;  ///< what the edits start from
        std::mutex mutex;                          ///< guards outcome
        std::optional<Result<scene::Subject>> outcome;
        std::atomic<bool> done = false;
        std::jthread thread;  ///< last, so that it ends before what it uses
    };
    static void run(Job& job);

    std::shared_ptr<const body::Body> loaded_;
    scene::LandmarkEdits laid_;  ///< what the body that is shown has, or the one under way will have
    std::unique_ptr<Job> job_;
    std::unique_ptr<Job> given_up_;
};

/// Whether a model is one of those that the program ships.
[[nodiscard]] bool is_bundled(const std::filesystem::path& model);

/// Writes the landmarks of a body beside its model. Refuses the bundled bodies: their files belong to the program,
/// whose next version brings its own, and to everyone who uses it.
/// @return the file that was written
[[nodiscard]] Result<std::filesystem::path> save_landmarks(const body::Body& body);

}  // namespace dorsum::app
