#pragma once

#include "core/error.h"

namespace dorsum::app {

/// Why a command ended: its error, and whether it failed (1) or was used wrongly (2).
struct CommandFailure {
    Error error;
    int exit_code = 1;
    // Whatever fails below is a failure; only a command itself can tell wrong use.
    CommandFailure(Error reason) : error(std::move(reason)) {}  // NOLINT(google-explicit-constructor)
    CommandFailure(Error reason, const int code) : error(std::move(reason)), exit_code(code) {}
};

using Outcome = tl::expected<void, CommandFailure>;

/// The failing side for an option whose value does not fit what was loaded.
[[nodiscard]] inline tl::unexpected<CommandFailure> wrong_use(std::string option, std::string cause,
                                                              std::string remedy) {
    return tl::unexpected(CommandFailure(Error{std::move(option), std::move(cause), std::move(remedy), 0, 0}, 2));
}

/// Says the failure, if there is one, on standard error, and gives the exit code.
[[nodiscard]] int exit_code_of(const Outcome& outcome);

}  // namespace dorsum::app
