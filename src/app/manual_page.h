#pragma once

#include <string>
#include <string_view>

#include "app/command_description.h"

namespace dorsum::app {

/// The manual page, section 1, in the macros of man(7): the commands and options, then keys and mouse (from
/// scene::key_bindings and ui/keys.h), settings, environment, files and exit codes, each from where they are listed.
[[nodiscard]] std::string manual_page(const CommandDescription& program, std::string_view version);

}  // namespace dorsum::app
