#include "core/error.h"

#include "catch.h"

using dorsum::Error;

TEST_CASE("an error names file, line, cause and remedy in one line") {
    const Error error{"lesson.toml", "level 'T13' does not exist", "Levels run from C4 to S4", 12, 5};
    CHECK(dorsum::to_string(error) == "lesson.toml:12:5: level 'T13' does not exist. Levels run from C4 to S4.");
}

TEST_CASE("what an error does not know is left out") {
    CHECK(dorsum::to_string({"back.obj", "holds no triangles", "", 0, 0}) == "back.obj: holds no triangles.");
    CHECK(dorsum::to_string({"", "no display", "Use dorsum render", 0, 0}) == "no display. Use dorsum render.");
    CHECK(dorsum::to_string({"a.toml", "broken", "", 3, 0}) == "a.toml:3: broken.");
    CHECK(dorsum::to_string({"a.toml", "unknown", "Did you mean \"step\"?", 3, 0}) ==
          "a.toml:3: unknown. Did you mean \"step\"?");
}
