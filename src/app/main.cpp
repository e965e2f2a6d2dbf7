#include <exception>
#include <iostream>
#include <new>
#include <span>
#include <string>
#include <string_view>

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
    int operator()(const app::ExportCommand& command) const { return app::run_export(command); }
    int operator()(const app::HandoutCommand& command) const { return app::run_handout(command); }
    int operator()(const app::InfoCommand& command) const { return app::run_info(command); }
    int operator()(const app::CheckCommand& command) const { return app::run_check(command); }
    int operator()(const app::BenchCommand& command) const { return app::run_bench(command); }
    int operator()(const app::QuizCommand& command) const { return app::run_quiz(command); }
    int operator()(const app::ImportWorkerCommand& command) const { return app::run_import_worker(command.model); }
};

/// What --language says, before the command line is read: its help and its errors are in that language, too.
std::string_view language_asked_for(const std::span<const char* const> arguments) {
    constexpr std::string_view option = "--language";
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (argument == option && i + 1 < arguments.size()) {
            return arguments[i + 1];
        }
        if (argument.starts_with(option) && argument.substr(option.size()).starts_with('=')) {
            return argument.substr(option.size() + 1);
        }
    }
    return {};
}

void begin_with_language(const std::span<const char* const> arguments) {
    start_translation(translation_folder());
    if (const std::string asked = code_of_locale(language_asked_for(arguments)); !asked.empty()) {
        if (const auto used = use_language(asked); !used) {
            log::warning(to_string(used.error()));
        }
    }
}

}  // namespace

int main(const int argument_count, const char* const* arguments) {
    try {
        begin_with_language({arguments, static_cast<std::size_t>(argument_count)});
        const int exit_code = std::visit(Runner{}, app::read_command_line(argument_count, arguments));
        if (std::cout.flush(); !std::cout && exit_code == 0) {
            log::error(
                tr("standard output cannot be written. Check that there is space left on the disk, and that its reader "
                   "is still there."));
            return 1;
        }
        return exit_code;
    } catch (const std::bad_alloc&) {
        log::error(tr("memory is too short for this. Close other programs, or choose a smaller model or picture."));
        return 1;
    } catch (const std::exception& problem) {
        // Nothing of ours throws; the standard library may.
        log::error(problem.what());
        return 1;
    }
}
