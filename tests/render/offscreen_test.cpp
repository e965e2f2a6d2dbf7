#include "catch.h"
#include "render/offscreen_context.h"
#include "render/picture_target.h"

using namespace dorsum;
using namespace dorsum::render;

TEST_CASE("Without a window or a display there is still a context, and it says what draws") {
    const auto context = OffscreenContext::create();
    REQUIRE(context);
    CHECK_FALSE(context->renderer_name().empty());
}

TEST_CASE("A picture target of an impossible size is refused") {
    const auto context = OffscreenContext::create();
    REQUIRE(context);
    CHECK_FALSE(PictureTarget::create(0, 10));
    CHECK_FALSE(PictureTarget::create(10, -1));
    CHECK_FALSE(PictureTarget::create(1'000'000, 10));
    const auto target = PictureTarget::create(33, 17);
    REQUIRE(target);
    CHECK(target->read().rgb.size() == 33U * 17U * 3U);
}
