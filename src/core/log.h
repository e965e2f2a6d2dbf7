#pragma once

#include <string_view>

namespace dorsum::log {

/// Messages go to standard error, one line each, so that standard output stays free for results.
/// Thread safe. `debug` lines appear only after `set_verbose(true)`.
void set_verbose(bool verbose);
void debug(std::string_view message);
void info(std::string_view message);
void warning(std::string_view message);
void error(std::string_view message);

}  // namespace dorsum::log
