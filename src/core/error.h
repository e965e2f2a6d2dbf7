#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace dorsum {

/// What went wrong, in the three parts a person needs. All texts are translated already.
/// `file` may be empty where no file is involved; `line` and `column` are 1-based, 0 = unknown.
struct Error {
    std::string file;
    std::string cause;   ///< one sentence without a full stop, e.g. "holds no triangles"
    std::string remedy;  ///< what the person can do, one sentence without a full stop
    int line = 0;
    int column = 0;
};

/// A value, or the reason why there is none. Functions that can fail for reasons outside the
/// program (files, drivers, input) return this; nothing throws across a room's boundary.
template <typename T>
using Result = tl::expected<T, Error>;

/// Builds the failing side of a Result.
[[nodiscard]] tl::unexpected<Error> failure(std::string file, std::string cause, std::string remedy, int line = 0,
                                            int column = 0);

/// One line: `file:line:column: cause. Remedy.` with the unknown parts left out.
[[nodiscard]] std::string to_string(const Error& error);

}  // namespace dorsum
