#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace dorsum {

/// The text in the person's language, or `english` itself where there is no translation.
/// Every text that a person sees passes through here, written out in the call, or in `marked` where
/// it stands in a table, so that the target `translations` finds it. The result lives as long as the
/// program. Thread safe.
[[nodiscard]] const char* tr(const char* english);

/// The same for a word that is another one elsewhere: tr_in("breath", "in"). The context is for translators.
[[nodiscard]] const char* tr_in(const char* context, const char* english);

/// The form that goes with `count`: tr_count("{0} step", "{0} steps", n), in which the caller puts the number.
[[nodiscard]] const char* tr_count(const char* one, const char* many, long count);

/// The text itself, to be given to `tr` when it is shown.
[[nodiscard]] constexpr const char* marked(const char* english) {
    return english;
}

/// Finds the translations in `folder` (`fr.mo` there is French) and takes the language of the environment.
/// Called once, at the start of a program, before there are threads. A locale need not be installed.
void start_translation(const std::filesystem::path& folder);

/// From now on, texts are in this language ("fr"); of one without translations they stay English. What was returned
/// before stays valid and as it is, so nobody keeps a text for longer than a frame. Thread safe.
/// Fails where the translations cannot be read; then they stay as they are.
[[nodiscard]] Result<void> use_language(std::string_view code);

/// The language of the texts, "en" where none was chosen or there is none for the one that was. Thread safe.
[[nodiscard]] std::string language();

/// "en" and each of which there are translations, in the order of their codes; the same as long as the program runs.
[[nodiscard]] const std::vector<std::string>& languages();

/// What a language calls itself, "Français"; the code of one that is not known.
[[nodiscard]] const char* own_name_of_language(std::string_view code);

/// "fr" of "fr_CA.UTF-8"; empty for "C", "POSIX" and what is no language.
[[nodiscard]] std::string code_of_locale(std::string_view locale);

/// The language that LC_ALL, LC_MESSAGES or LANG name, whichever comes first; where that is no "C", or none is set,
/// the first known one of the list LANGUAGE goes before it. Empty where they name none.
[[nodiscard]] std::string language_of_environment();

/// Counts the changes of language: whoever keeps texts makes them anew when it changes. Thread safe.
[[nodiscard]] int language_number();

}  // namespace dorsum
