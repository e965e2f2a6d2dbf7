#include "core/user_folders.h"

#include <cstdlib>

#include "catch.h"

using namespace dorsum;

TEST_CASE("a person's files lie where the desktop's rules say") {
    ::setenv("HOME", "/home/person", 1);
    for (const char* variable : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"}) {
        ::unsetenv(variable);
    }
    CHECK(user_config_folder() == "/home/person/.config/dorsum");
    CHECK(user_state_folder() == "/home/person/.local/state/dorsum");
    CHECK(user_data_folder() == "/home/person/.local/share/dorsum");
    ::setenv("XDG_CONFIG_HOME", "/elsewhere", 1);
    CHECK(user_config_folder() == "/elsewhere/dorsum");
    // A relative path is to be taken for none; without a home there is no place at all.
    ::setenv("XDG_CONFIG_HOME", "here", 1);
    CHECK(user_config_folder() == "/home/person/.config/dorsum");
    ::unsetenv("HOME");
    CHECK(user_config_folder().empty());
    CHECK(user_state_folder().empty());
    ::unsetenv("XDG_CONFIG_HOME");
}
