#pragma once

#include <span>

namespace dorsum::app {

/// Something that the program reads from its surroundings: a variable of the environment, or a file.
struct Place {
    const char* name;
    const char* description;  ///< marked for translation
};

/// The variables that it heeds; the one place where they are listed, for the manual.
[[nodiscard]] std::span<const Place> environment_variables();

/// The files that it reads and writes, beside those named on the command line.
[[nodiscard]] std::span<const Place> files();

}  // namespace dorsum::app
