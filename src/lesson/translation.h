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

/// Puts the texts of a translation (TOML, see assets/lessons/README.md) in place of a lesson's own. Returns
/// what is wrong with it and each text that it lacks, which stays as it was. A file that cannot be read
/// changes nothing.
[[nodiscard]] std::vector<Error> translate(Lesson& lesson, std::string_view text, const std::string& file);

}  // namespace dorsum::lesson
