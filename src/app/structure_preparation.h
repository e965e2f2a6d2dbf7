#pragma once

#include <atomic>
#include <list>
#include <memory>
#include <thread>

#include "scene/apply.h"

namespace dorsum::app {

/// Gets ready in the background what pointing at a body's structures and their cards need, what says what lies
/// under the hands, and the regions of safety, so that nobody waits for it when they are first seen. What fails there
/// is tried again by whoever needs it.
class StructurePreparation {
public:
    /// Begins with a subject that has a body; once for each body. Does not wait for what is still
    /// being prepared for another one.
    void start(const scene::Subject& subject);

    /// Whether something has become ready since the last call; the window is woken then.
    [[nodiscard]] bool take_finished() { return finished_.exchange(false); }

private:
    struct Job {
        std::atomic<bool> done = false;
        std::jthread thread;
    };
    std::weak_ptr<const body::Body> body_;
    std::atomic<bool> finished_ = false;
    std::list<Job> jobs_;
};

}  // namespace dorsum::app
