#include <cstring>

#include "app/png_file.h"
#include "catch.h"
#include "picture_difference.h"
#include "run_program.h"

using dorsum::render::Picture;
using dorsum::test::difference;
using dorsum::test::run_dorsum;

namespace {

/// What `dorsum render` with these arguments writes to standard output, as a picture.
Picture rendered(std::vector<std::string> arguments, const std::vector<std::string>& environment = {},
                 const std::string& size = "640x360") {
    arguments.insert(arguments.begin(), "render");
    arguments.insert(arguments.end(), {"--size", size, "-o", "-"});
    const auto result = run_dorsum(arguments, environment);
    INFO(result.standard_error);
    REQUIRE(result.exit_code == 0);
    std::vector<std::byte> bytes(result.standard_output.size());
    std::memcpy(bytes.data(), result.standard_output.data(), bytes.size());
    const auto picture = dorsum::app::from_png(bytes, "standard output");
    REQUIRE(picture);
    return *picture;
}

void check_stored(const std::vector<std::string>& arguments, const std::string& name,
                  const std::vector<std::string>& environment = {}) {
    std::string report;
    const bool same = dorsum::test::looks_as_stored(rendered(arguments, environment), name, report);
    INFO(report);
    CHECK(same);
}

}  // namespace

TEST_CASE("every step looks as it did when a person last looked at it") {
    for (int step = 1; step <= 5; ++step) {
        check_stored({"--step", std::to_string(step)}, "step-" + std::to_string(step));
    }
}

TEST_CASE("every view of the bundled back looks as it did when a person last looked at it") {
    for (const std::string view : {"back", "left", "right", "top", "three-quarter"}) {
        check_stored({"--view", view}, "view-" + view);
    }
}

TEST_CASE("all zones look as they did when a person last looked at them") {
    check_stored({"--zones", "all"}, "zones");
}

TEST_CASE("what lies under the hands and where not to press look as they did when a person last looked at them") {
    check_stored({"--step", "3", "--peel", "skin"}, "peel-skin");
    check_stored({"--step", "5", "--peel", "superficial", "--view", "three-quarter"}, "peel-muscles");
    check_stored({"--step", "1", "--show-safety"}, "safety");
}

TEST_CASE("whatever is seen through looks as it did when a person last looked at it") {
    check_stored({"--step", "3", "--fade", "skin=0.4"}, "fade-skin");
    check_stored({"--fade", "skin=0.3,superficial=0.5", "--view", "three-quarter", "--no-captions"}, "fade-two-layers");
    check_stored({"--x-ray", "--no-captions"}, "x-ray");
    check_stored({"--x-ray", "--depth", "deep", "--view", "three-quarter", "--no-captions"}, "x-ray-deep");
    check_stored({"--cut", "sagittal=0", "--view", "right", "--no-captions"}, "cut-sagittal");
    check_stored({"--cut", "axial=100", "--view", "top", "--no-captions"}, "cut-axial");
    check_stored({"--cut", "coronal=20", "--fade", "skin=0.5", "--no-captions"}, "cut-coronal-faded");
    check_stored({"--explode", "0.5", "--no-captions"}, "explode-half");
    check_stored({"--explode", "1", "--view", "three-quarter", "--no-captions"}, "explode");
    check_stored({"--isolate", "rhomboid_major_right", "--no-captions"}, "isolate");
    check_stored({"--isolate", "trapezius_ascending_left", "--depth", "superficial", "--no-captions"},
                 "isolate-among-muscles");
}

TEST_CASE("a step and x-rays in each quality look as they did when a person last looked at them, also in OpenGL ES") {
    const std::vector<std::string> old_driver{"MESA_GL_VERSION_OVERRIDE=2.1"};  // others do not heed it
    for (const auto& environment : {old_driver, std::vector<std::string>{}}) {  // the latter is stored
        for (const std::string quality : {"low", "balanced", "high"}) {
            const std::string suffix = quality == "high" ? "" : "-" + quality;
            check_stored({"--step", "3", "--quality", quality}, "step-3" + suffix, environment);
            check_stored({"--x-ray", "--no-captions", "--quality", quality}, "x-ray" + suffix, environment);
        }
    }
}

TEST_CASE("a layer that is faded to nothing gives the picture without it, to the byte") {
    const auto same = [](const std::vector<std::string>& faded, const std::vector<std::string>& hidden) {
        return rendered(faded).rgb == rendered(hidden).rgb;
    };
    CHECK(same({"--step", "2", "--fade", "skin=0"}, {"--step", "2", "--depth", "superficial"}));
    CHECK(same({"--show", "muscles,skeleton", "--fade", "superficial=0,deep=0"}, {"--show", "intermediate,skeleton"}));
    CHECK(same({"--step", "2", "--fade", "skin=1"}, {"--step", "2"}));
}

TEST_CASE("the same command gives the same bytes twice") {
    const std::vector<std::string> command{"render", "--step", "3",       "--time", "4.2", "--zones",
                                           "all",    "--size", "320x180", "-o",     "-"};
    const auto first = run_dorsum(command);
    const auto second = run_dorsum(command);
    REQUIRE(first.exit_code == 0);
    CHECK(first.standard_output == second.standard_output);
}

TEST_CASE("each thing that can be shown changes the picture, and hiding it takes it away") {
    const Picture bare = rendered({"--layers", "skin", "--no-captions"});
    CHECK(difference(rendered({"--layers", "skin,towel", "--no-captions"}), bare).mean > 0.5);
    CHECK(difference(rendered({"--layers", "skin,table", "--no-captions"}), bare).mean > 0.5);
    CHECK(difference(rendered({"--layers", "skin,zones", "--zones", "all", "--no-captions"}), bare).mean > 0.1);
    CHECK(difference(rendered({"--layers", "skin,zones", "--zones", "7", "--no-captions"}), bare).mean > 0.01);
    CHECK(difference(rendered({"--layers", "skin,strokes", "--step", "2", "--no-captions"}), bare).mean > 0.1);
    CHECK(difference(rendered({"--layers", "skin,landmarks", "--no-captions"}), bare).mean > 0.01);
    CHECK(rendered({"--layers", "skin", "--zones", "all", "--no-captions"}).rgb == bare.rgb);
    CHECK(difference(rendered({"--layers", "none", "--no-captions"}), bare).mean > 1.0);
}

TEST_CASE("hands move on as time passes, and the chest rises with the breath") {
    const Picture early = rendered({"--step", "4", "--time", "2", "--no-captions"});
    const Picture later = rendered({"--step", "4", "--time", "6", "--no-captions"});
    CHECK(difference(early, later).mean > 0.05);
    // Step 1 has no hands: what differs between the end of an exhalation and of an inhalation is the chest.
    const Picture empty = rendered({"--step", "1", "--time", "0", "--no-captions", "--view", "left"});
    const Picture full = rendered({"--step", "1", "--time", "4.4", "--no-captions", "--view", "left"});
    CHECK(difference(empty, full).mean > 0.05);
}

TEST_CASE("two pictures are told apart by what a person sees, not by what cannot be seen") {
    Picture grey{64, 64, std::vector<std::uint8_t>(64 * 64 * 3, 120)};
    Picture nearly = grey;
    nearly.rgb[300] = 123;
    CHECK(difference(grey, grey).mean == 0.0);
    CHECK(difference(grey, nearly).worst_percent < 1.0);
    Picture marked = grey;
    for (int y = 10; y < 30; ++y) {
        for (int x = 10; x < 30; ++x) {
            marked.rgb[static_cast<std::size_t>(3 * (y * 64 + x))] = 200;
        }
    }
    CHECK(difference(grey, marked).worst_percent > 10.0);
    CHECK(difference(grey, Picture{32, 64, std::vector<std::uint8_t>(32 * 64 * 3)}).mean > 1e6);
}
