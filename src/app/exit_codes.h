#pragma once

#include <array>

#include "core/translate.h"

namespace dorsum::app {

struct ExitCode {
    int code;
    const char* meaning;  ///< marked for translation
};

/// The one place where they are listed, for help and manual.
inline constexpr std::array exit_codes{
    ExitCode{0, marked("done")},
    ExitCode{1, marked("it failed")},
    ExitCode{2, marked("wrong use")},
};

}  // namespace dorsum::app
