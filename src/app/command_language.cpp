#include "app/command_language.h"

#include <CLI/CLI.hpp>
#include <array>
#include <string_view>

#include "app/version.h"
#include "core/fill.h"
#include "core/translate.h"

namespace dorsum::app {

namespace {

/// What the library says around one or two names.
struct Saying {
    std::string_view before;
    std::string_view between;
    std::string_view after;
    const char* translated;
};

std::array<Saying, 7> sayings() {
    return {{
        {"The following argument was not expected: ", "", "", tr("this was not expected: {0}")},
        {"The following arguments were not expected: ", "", "", tr("these were not expected: {0}")},
        {"", "", " is required", tr("{0} is required")},
        {"", " excludes ", "", tr("{0} excludes {1}")},
        {"", " requires ", "", tr("{0} requires {1}")},
        {"", ": 1 required ", " missing", tr("{0}: {1} is missing")},
        {"Could not convert: ", "", "", tr("cannot be understood: {0}")},
    }};
}

}  // namespace

void speak_for_library(CLI::App& program) {
    program.set_help_flag("-h,--help", tr("Print this help message and exit"));
    program.set_version_flag("--version", std::string("dorsum ") + version,
                             tr("Display program version information and exit"));
    program.option_defaults()->group(tr("Options"));
    for (CLI::Option* own : {program.get_help_ptr(), program.get_version_ptr()}) {
        own->group(tr("Options"));
    }
    const auto formatter = program.get_formatter();
    formatter->label("Usage", tr("Usage"));
    formatter->label("OPTIONS", tr("OPTIONS"));
    formatter->label("SUBCOMMAND", tr("SUBCOMMAND"));
    formatter->label("SUBCOMMANDS", tr("SUBCOMMANDS"));
    formatter->label("Positionals", tr("Positionals"));
    formatter->label("REQUIRED", tr("REQUIRED"));
    formatter->label("Excludes", tr("Excludes"));
    formatter->label("Needs", tr("Needs"));
}

void speak_for_subcommands(CLI::App& program) {
    for (CLI::App* command : program.get_subcommands({})) {
        if (!command->get_group().empty()) {
            command->group(tr("Subcommands"));
        }
    }
}

std::string in_words(const CLI::ParseError& problem) {
    std::string said = problem.what();
    while (!said.empty() && said.back() == '.') {
        said.pop_back();
    }
    if (language() == "en") {
        return said;
    }
    const std::string_view all = said;
    for (const Saying& saying : sayings()) {
        if (!all.starts_with(saying.before) || !all.ends_with(saying.after)) {
            continue;
        }
        const std::string_view inner =
            all.substr(saying.before.size(), all.size() - saying.before.size() - saying.after.size());
        const std::size_t middle = saying.between.empty() ? inner.size() : inner.find(saying.between);
        if (middle != std::string_view::npos) {
            const std::size_t second = std::min(middle + saying.between.size(), inner.size());
            return fill(saying.translated, {inner.substr(0, middle), inner.substr(second)});
        }
    }
    return said;
}

}  // namespace dorsum::app
