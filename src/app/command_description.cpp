#include "app/command_description.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>

namespace dorsum::app {

namespace {

OptionDescription describe(const CLI::Option& option) {
    OptionDescription said;
    said.positional = !option.nonpositional();
    if (said.positional) {
        said.names.push_back(option.get_name(true));
    } else {
        for (const std::string& name : option.get_snames()) {
            said.names.push_back("-" + name);
        }
        for (const std::string& name : option.get_lnames()) {
            said.names.push_back("--" + name);
        }
    }
    if (option.get_items_expected_max() > 0) {
        // CLI11 writes what is checked behind a colon.
        const std::string type = option.get_type_name();
        const std::size_t colon = type.find(':');
        said.value = type.substr(0, colon);
        said.range = colon == std::string::npos ? std::string() : type.substr(colon + 1);
        said.default_value = option.get_default_str();
    }
    said.description = option.get_description();
    said.required = option.get_required();
    return said;
}

/// A word that is written as it stands: "three-quarter", "+x"; not "NUMBER", "4-20", "...".
bool is_word(const std::string_view text) {
    constexpr std::string_view signs = "+-";
    const bool all_fit = std::ranges::all_of(
        text, [](const char letter) { return (letter >= 'a' && letter <= 'z') || letter == '-' || letter == '+'; });
    return all_fit && text.find_first_not_of(signs) != std::string_view::npos;
}

}  // namespace

CommandDescription describe(const CLI::App& command) {
    CommandDescription said{command.get_name(), command.get_description(), {}, {}};
    for (const CLI::Option* option : command.get_options()) {
        if (!option->get_group().empty()) {
            said.options.push_back(describe(*option));
        }
    }
    const auto is_shown = [](const CLI::App* each) { return !each->get_group().empty(); };
    for (const CLI::App* each : command.get_subcommands(is_shown)) {
        said.commands.push_back(describe(*each));
    }
    return said;
}

std::vector<std::string> choices_of(const OptionDescription& option) {
    std::vector<std::string> words;
    // A word before "=" is only half of what has to be written.
    if (option.value.find_first_of("|,") == std::string::npos || option.value.find('=') != std::string::npos) {
        return words;
    }
    std::string_view rest = option.value;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of("|,"), rest.size());
        if (is_word(rest.substr(0, end))) {
            words.emplace_back(rest.substr(0, end));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
}

FileKind file_kind_of(const OptionDescription& option) {
    const auto named = [&option](const std::string_view name) {
        return std::ranges::find(option.names, name) != option.names.end();
    };
    if (named("MODEL")) {
        return FileKind::model;
    }
    if (named("LESSON") || named("--lesson")) {
        return FileKind::lesson;
    }
    return option.value == "FILE" ? FileKind::any : FileKind::none;
}

}  // namespace dorsum::app
