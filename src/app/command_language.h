#pragma once

#include <string>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace dorsum::app {

/// What the library says by itself in help and manual, in the language of now. To be called before the program gets
/// options and subcommands, which take it from there.
void speak_for_library(CLI::App& program);
/// The same for a subcommand's own heading; those that are hidden stay so.
void speak_for_subcommands(CLI::App& program);

/// What was wrong with a command line, in the language of now, without a full stop.
[[nodiscard]] std::string in_words(const CLI::ParseError& problem);

}  // namespace dorsum::app
