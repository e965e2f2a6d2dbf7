#include <cstdlib>
#include <string>

#include "catch.h"
#include "render/offscreen_context.h"

using namespace dorsum::render;

// Alone in its program: Mesa reads the variable once, when the first context is made.
TEST_CASE("A driver that only has an old OpenGL is refused with a remedy") {
    setenv("MESA_GL_VERSION_OVERRIDE", "2.1", 1);  // other drivers do not heed it
    const auto context = OffscreenContext::create();
    if (context && context->renderer_name().find("llvmpipe") == std::string::npos) {
        WARN("this driver cannot be made to look old");
        return;
    }
    REQUIRE_FALSE(context);
    CHECK(context.error().cause.find("3.3") != std::string::npos);
    CHECK(context.error().remedy.find("driver") != std::string::npos);
}
