#pragma once

namespace dorsum {

/// The text in the person's language, or `english` itself where there is no translation.
/// Every text that a person sees passes through here, written out in the call, or in `marked` where
/// it stands in a table, so that `xgettext --keyword=tr --keyword=marked` finds it. The result lives as
/// long as the program. Thread safe.
[[nodiscard]] const char* tr(const char* english);

/// The text itself, to be given to `tr` when it is shown.
[[nodiscard]] constexpr const char* marked(const char* english) {
    return english;
}

/// Reads the locale from the environment and finds the translations below `folder`
/// (`<folder>/<language>/LC_MESSAGES/dorsum.mo`). Called once, at the start of a program.
void start_translation(const char* folder);

}  // namespace dorsum
