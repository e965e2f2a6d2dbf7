#pragma once

#include <array>
#include <string>

#include "core/fill.h"
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

/// "Exit codes: 0 done, 1 it failed, 2 wrong use."
[[nodiscard]] inline std::string exit_code_sentence() {
    std::string codes;
    for (const ExitCode& each : exit_codes) {
        codes += (codes.empty() ? "" : ", ") + std::to_string(each.code) + " " + tr(each.meaning);
    }
    return fill(tr("Exit codes: {0}."), {codes});
}

}  // namespace dorsum::app
