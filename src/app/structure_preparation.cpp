#include "app/structure_preparation.h"

#include <exception>
#include <string>

#include "app/window.h"
#include "core/log.h"
#include "scene/quiz_view.h"

namespace dorsum::app {
namespace {

void prepare(const scene::Subject& subject) {
    subject.under->prepare();
    static_cast<void>(subject.explosion->shifts());
    subject.ways->prepare();
    if (subject.safety) {
        static_cast<void>(subject.safety->patches());
    }
    static_cast<void>(subject.worked->parts_worked_by(0));
    static_cast<void>(subject.body->structures->first_hit(*subject.body,
                                                          body::roles_of({body::Role::skeleton, body::Role::organ}),
                                                          glm::vec3(0.0F), glm::vec3(0.0F, 0.0F, 1.0F)));
    static_cast<void>(scene::seen_from_behind(subject));  // a quiz asks that at once, of every layer
}

}  // namespace

void StructurePreparation::start(const scene::Subject& subject) {
    if (body_.lock() == subject.body) {
        return;
    }
    body_ = subject.body;
    jobs_.remove_if([](const Job& job) { return job.done.load(); });
    Job& job = jobs_.emplace_back();
    job.thread = std::jthread([this, subject, &job] {
        // What leaves a thread by an exception takes the program with it.
        try {
            prepare(subject);
        } catch (const std::exception& problem) {
            log::debug(std::string("structures are not prepared: ") + problem.what());
        }
        job.done = true;
        finished_ = true;
        Window::wake();
    });
}

}  // namespace dorsum::app
