#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "lesson/lesson.h"

namespace dorsum::lesson {

/// "fr" of "fr_CA.UTF-8"; empty for "C", "POSIX" and what is no language.
[[nodiscard]] std::string language_code(std::string_view locale);

/// The file of texts in a language beside a lesson: "back-massage.fr.toml" of "back-massage.toml".
[[nodiscard]] std::filesystem::path translation_path(const std::filesystem::path& lesson, std::string_view language);

/// What came of reading a translation.
struct TranslationReading {
    std::vector<Error> problems;  ///< what is wrong with it and each text that it lacks, in the order of the file
    bool readable = true;         ///< false where it is no valid TOML: then nothing of it was used
};

/// Puts the texts of a translation (TOML, see assets/lessons/README.md) in place of a lesson's own. A text
/// that it lacks stays as it was; one that is not readable changes nothing.
[[nodiscard]] TranslationReading translate(Lesson& lesson, std::string_view text, const std::string& file);

}  // namespace dorsum::lesson
