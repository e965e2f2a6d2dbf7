#include "app/commands.h"
#include "app/load_subject.h"
#include "app/outcome.h"
#include "core/files.h"
#include "mesh/animated_model.h"
#include "scene/animated_lesson.h"

namespace dorsum::app {

namespace {

Outcome export_lesson(const ExportCommand& command) {
    // Find out that there is nowhere to write before any work is done; what was created is gone at once.
    if (const auto created = PendingFile::create(command.output); !created) {
        return tl::unexpected(created.error());
    }
    const auto subject = load_subject(command.subject);
    if (!subject) {
        return tl::unexpected(subject.error());
    }
    if (auto written = mesh::export_animated_glb(scene::animated_lesson(*subject), command.output); !written) {
        return tl::unexpected(written.error());
    }
    return {};
}

}  // namespace

int run_export(const ExportCommand& command) {
    return exit_code_of(export_lesson(command));
}

}  // namespace dorsum::app
