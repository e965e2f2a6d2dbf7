#include <exception>

#include "app/commands.h"
#include "app/isolated_import.h"
#include "app/options.h"
#include "app/viewer.h"
#include "core/files.h"
#include "core/log.h"
#include "core/translate.h"

namespace {

using namespace dorsum;

struct Runner {
    int operator()(const app::Answered& answered) const { return answered.exit_code; }
    int operator()(const app::ViewerCommand& command) const { return app::run_viewer(command); }
    int operator()(const app::RenderCommand& command) const { return app::run_render(command); }
    int operator()(const app::VideoCommand& command) const { return app::run_video(command); }
    int operator()(const app::InfoCommand& command) const { return app::run_info(command); }
    int operator()(const app::CheckCommand& command) const { return app::run_check(command); }
    int operator()(const app::BenchCommand& command) const { return app::run_bench(command); }
    int operator()(const app::ImportWorkerCommand& command) const { return app::run_import_worker(command.model); }
};

}  // namespace

int main(const int argument_count, const char* const* arguments) {
    try {
        start_translation((asset_folder() / "translations").c_str());
        return std::visit(Runner{}, app::read_command_line(argument_count, arguments));
    } catch (const std::exception& problem) {
        // Nothing of ours throws; the standard library does when memory is short.
        log::error(problem.what());
        return 1;
    }
}
