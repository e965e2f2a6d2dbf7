#pragma once

#include <string>
#include <vector>

namespace dorsum::test {

struct ProgramResult {
    int exit_code = -1;  ///< -signal when one ended it
    std::string standard_output;
    std::string standard_error;
};

/// Runs the built `dorsum` with these arguments, `environment` ("NAME=value") added to ours, and
/// waits for its end.
[[nodiscard]] ProgramResult run_dorsum(const std::vector<std::string>& arguments,
                                       const std::vector<std::string>& environment = {});

/// Runs any program found on the path.
[[nodiscard]] ProgramResult run_program(std::vector<std::string> arguments,
                                        const std::vector<std::string>& environment = {});

[[nodiscard]] bool contains(const std::string& text, const std::string& part);

}  // namespace dorsum::test
