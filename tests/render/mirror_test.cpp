#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "catch.h"
#include "render/offscreen_context.h"
#include "render/picture_target.h"
#include "render/renderer.h"
#include "render/required.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::render;

namespace {

constexpr int width = 480;
constexpr int height = 360;

using test::required;

struct Studio {
    OffscreenContext context = required(OffscreenContext::create());
    Renderer renderer = required(Renderer::create());
    PictureTarget target = required(PictureTarget::create(width, height));
    scene::Subject subject = test::make_layered_subject();
    scene::State state;

    Studio() {
        subject.hands = test::make_board_hands(0.004F);
        state = scene::initial_state(subject, static_cast<float>(width) / height);
        (*this)(scene::GoToStep{1});
        (*this)(scene::Seek{test::mid_stroke_s()});
        (*this)(scene::ShowAllZones{true});
        state.zone_pulse.reset();
    }
    void operator()(const scene::Command& command) {
        state = scene::apply(std::move(state), command, subject, {width, height});
    }
    [[nodiscard]] Picture draw() {
        renderer.draw(scene::compose(state, subject, {width, height}), target.framebuffer());
        return target.read();
    }
};

std::size_t at(const int x, const int y) {
    return (static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)) * 3;
}

/// The share of pixels that differ by more than a rounding from the other picture turned over.
double share_not_mirrored(const Picture& picture, const Picture& mirrored) {
    constexpr int rounding = 16;
    int different = 0;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            int largest = 0;
            for (std::size_t channel = 0; channel < 3; ++channel) {
                largest = std::max(
                    largest, std::abs(picture.rgb[at(x, y) + channel] - mirrored.rgb[at(width - 1 - x, y) + channel]));
            }
            different += largest > rounding ? 1 : 0;
        }
    }
    return static_cast<double>(different) / (width * height);
}

void check_mirrors(Studio& studio) {
    const Picture plain = studio.draw();
    studio(scene::SetMirror{true});
    const Picture mirrored = studio.draw();
    CHECK(share_not_mirrored(plain, plain) > 0.01);  // the two sides of what is shown differ
    CHECK(share_not_mirrored(plain, mirrored) < 0.01);
}

}  // namespace

TEST_CASE("In the mirror skin, strokes, zones and hands are drawn as they are, turned over") {
    Studio studio;
    studio(scene::OrbitCamera{{70.0F, 30.0F}});
    check_mirrors(studio);
}

TEST_CASE("In the mirror an opened, cut and faded body is turned over, too") {
    Studio studio;
    const int what = GENERATE(0, 1, 2, 3);
    if (what == 0) {
        studio(scene::SetDepth{scene::Depth::superficial});
    } else if (what == 1) {
        studio(scene::SetCut{scene::Cut{scene::Section::sagittal, 60.0F, false}});
    } else if (what == 2) {
        studio(scene::SetXRay{true});
    } else {
        studio(scene::SetHandPeel{scene::HandPeel::skin});
    }
    check_mirrors(studio);
}
