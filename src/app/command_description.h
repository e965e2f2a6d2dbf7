#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace dorsum::app {

/// An option of a command, or a value that stands by itself.
struct OptionDescription {
    std::vector<std::string> names;  ///< "-o", "--output"; the one name of a value that stands by itself: "MODEL"
    std::string value;               ///< how its value is written, "WIDTHxHEIGHT"; empty = takes none
    std::string range;               ///< what is allowed beside, "INT in [1 - 120]"; empty = all
    std::string description;         ///< translated
    std::string default_value;       ///< empty = none to be told
    bool required = false;
    bool positional = false;
};

/// A command as its own help describes it.
struct CommandDescription {
    std::string name;         ///< "dorsum", "render"
    std::string description;  ///< translated
    std::vector<OptionDescription> options;
    std::vector<CommandDescription> commands;
};

/// What the command line's own description holds, without what is hidden from people. The manual page and the
/// completions of the shells are made of it, so that they cannot say anything else than `--help`.
[[nodiscard]] CommandDescription describe(const CLI::App& command);

/// The words among which the value of an option is chosen, read from how it is written: "back", "left" of
/// "back|left|3-4|NUMBER|..."; of "skin,towel" each. Empty where any text may stand.
[[nodiscard]] std::vector<std::string> choices_of(const OptionDescription& option);

/// What kind of file an option or value names, by the way it is written.
enum class FileKind { none, any, model, lesson };
[[nodiscard]] FileKind file_kind_of(const OptionDescription& option);

}  // namespace dorsum::app
