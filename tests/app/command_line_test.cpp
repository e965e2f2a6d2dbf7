#include "app/option_values.h"
#include "catch.h"
#include "run_program.h"

using namespace dorsum;
using test::contains;
using test::run_dorsum;

TEST_CASE("help and version go to standard output and are no failure, for every subcommand") {
    const auto version = run_dorsum({"--version"});
    CHECK(version.exit_code == 0);
    CHECK(contains(version.standard_output, "dorsum "));
    for (const std::string subcommand : {"render", "video", "info", "check", "bench", "quiz", "man", "completion"}) {
        const auto help = run_dorsum({subcommand, "--help"});
        INFO(subcommand);
        CHECK(help.exit_code == 0);
        CHECK(contains(help.standard_output, "--help"));
        CHECK(help.standard_error.empty());
        CHECK(run_dorsum({subcommand, "--version"}).standard_output == version.standard_output);
    }
    const auto all = run_dorsum({"--help"});
    CHECK(all.exit_code == 0);
    for (const char* expected : {"render", "video", "info", "check", "bench", "--lesson", "MODEL"}) {
        CHECK(contains(all.standard_output, expected));
    }
    CHECK_FALSE(contains(all.standard_output, "import-worker"));
}

TEST_CASE("the program writes its own manual and the completions of three shells") {
    const auto manual = run_dorsum({"man"});
    CHECK(manual.exit_code == 0);
    CHECK(manual.standard_error.empty());
    for (const char* expected :
         {".TH DORSUM 1", "dorsum render", "\\-\\-explode", "PageDown", "playback_speed", "EXIT STATUS"}) {
        INFO(expected);
        CHECK(contains(manual.standard_output, expected));
    }
    CHECK_FALSE(contains(manual.standard_output, "import\\-worker"));
    for (const std::string shell : {"bash", "zsh", "fish"}) {
        const auto script = run_dorsum({"completion", shell});
        INFO(shell);
        CHECK(script.exit_code == 0);
        CHECK(contains(script.standard_output, "three-quarter"));
        CHECK(contains(script.standard_output, "isolate"));
    }
}

TEST_CASE("wrong use ends with 2 and says on standard error what would be right") {
    const std::vector<std::vector<std::string>> wrong_uses{
        {"render"},
        {"render", "--no-such-option", "-o", "x.png"},
        {"render", "--size", "0x0", "-o", "x.png"},
        {"render", "--size", "big", "-o", "x.png"},
        {"render", "--zones", "13", "-o", "x.png"},
        {"render", "--view", "inside", "-o", "x.png"},
        {"render", "--layers", "skin,wings", "-o", "x.png"},
        {"render", "--step", "0", "-o", "x.png"},
        {"render", "--breath-rate", "1000", "-o", "x.png"},
        {"render", "--breath-rate", "0", "-o", "x.png"},
        {"render", "--unit", "-3", "-o", "x.png"},
        {"render", "--up", "w", "-o", "x.png"},
        {"render", "--time", "3", "-o", "x.png"},
        {"render", "--step", "2", "--time", "nan", "-o", "x.png"},
        {"render", "--fade", "skin", "-o", "x.png"},
        {"render", "--fade", "skin=1.5", "-o", "x.png"},
        {"render", "--fade", "table=0.5", "-o", "x.png"},
        {"render", "--cut", "oblique=3", "-o", "x.png"},
        {"render", "--cut", "axial=3,this", "-o", "x.png"},
        {"render", "--explode", "2", "-o", "x.png"},
        {"render", "-o", "x.jpg"},
        {"video", "-o", "x.avi"},
        {"video", "-o", "-"},
        {"--unit", "cm", "info"},
        {"some.obj", "info"},
        {"video", "--steps", "3-1", "-o", "x.mp4"},
        {"video", "--fps", "0", "-o", "x.mp4"},
        {"check"},
        {"completion"},
        {"completion", "tcsh"},
        {"info", "a.obj", "b.obj"},
    };
    for (const auto& arguments : wrong_uses) {
        const auto result = run_dorsum(arguments);
        INFO(arguments.front() << " " << arguments.back() << ": " << result.standard_error);
        CHECK(result.exit_code == 2);
        CHECK(result.standard_output.empty());
        CHECK(result.standard_error.starts_with("dorsum: error: "));
        CHECK((contains(result.standard_error, "--help") || contains(result.standard_error, "Give ") ||
               contains(result.standard_error, "Write ")));
    }
    CHECK(contains(run_dorsum({"render", "--view", "inside", "-o", "x.png"}).standard_error, "three-quarter"));
}

TEST_CASE("a step or time that the lesson does not have is told with the range") {
    const auto step = run_dorsum({"render", "--step", "6", "-o", "-"});
    CHECK(step.exit_code == 2);
    CHECK(contains(step.standard_error, "from 1 to 5"));
    CHECK(step.standard_output.empty());
    const auto time = run_dorsum({"render", "--step", "2", "--time", "99999", "-o", "-"});
    CHECK(time.exit_code == 2);
    CHECK(contains(time.standard_error, "--time"));
}

TEST_CASE("a structure that the body does not have is not isolated without a word") {
    const auto result = run_dorsum({"render", "--isolate", "wing_left", "-o", "-"});
    CHECK(result.exit_code == 2);
    CHECK(contains(result.standard_error, "wing_left"));
    CHECK(contains(result.standard_error, "info --structures"));
    CHECK(result.standard_output.empty());
}

TEST_CASE("option values read as their help says") {
    CHECK(app::parse_size("1280x720") == glm::ivec2(1280, 720));
    for (const char* wrong : {"1280", "1280x", "x720", "15x720", "1280x16385", "1280x720x3", "-1280x720", ""}) {
        CHECK_FALSE(app::parse_size(wrong));
    }
    CHECK(app::parse_zones("all")->count() == 12);
    CHECK(app::parse_zones("none")->none());
    CHECK(app::parse_zones("1,2,7")->to_ulong() == 0b10000110);
    CHECK_FALSE(app::parse_zones("0"));
    CHECK_FALSE(app::parse_zones("1,,2"));
    CHECK(app::parse_steps("all") == std::pair{1, 0});
    CHECK(app::parse_steps("2") == std::pair{2, 2});
    CHECK(app::parse_steps("1-3") == std::pair{1, 3});
    CHECK_FALSE(app::parse_steps("3-1"));
    CHECK_FALSE(app::parse_steps("1-2-3"));
    CHECK(app::parse_step("5") == 5);
    CHECK_FALSE(app::parse_step("0"));
    CHECK(app::parse_seconds("2.5") == 2.5);
    CHECK_FALSE(app::parse_seconds("nan"));
    CHECK_FALSE(app::parse_seconds("-1"));
    CHECK(app::parse_breath_rate("6") == 6.0);
    CHECK_FALSE(app::parse_breath_rate("nan"));
    CHECK(app::parse_language("fr") == "fr");
    CHECK(app::parse_language("pt_BR.UTF-8") == "pt");
    CHECK_FALSE(app::parse_language("french"));
    CHECK_FALSE(app::parse_language("../fr"));
    CHECK(app::parse_unit("cm") == Approx(0.01));
    CHECK(app::parse_unit("0.5") == Approx(0.5));
    CHECK_FALSE(app::parse_unit("0"));
    CHECK_FALSE(app::parse_unit("nan"));
    CHECK(app::parse_cut("axial=-40.5") == scene::Cut{scene::Section::axial, -40.5F, false});
    CHECK(app::parse_cut("coronal=0,other") == scene::Cut{scene::Section::coronal, 0.0F, true});
    CHECK_FALSE(app::parse_cut("coronal"));
    CHECK_FALSE(app::parse_cut("coronal=nan"));
    CHECK_FALSE(app::parse_cut("coronal=5000"));
    CHECK(app::parse_opacities("skin=0.3,muscles=0.5") == std::array{0.3F, 0.5F, 0.5F, 0.5F, 1.0F, 1.0F});
    CHECK_FALSE(app::parse_opacities("skin=0.3,"));
    CHECK_FALSE(app::parse_opacities("skin=0.3=1"));
    CHECK_FALSE(app::parse_share("1.01"));
    CHECK(app::parse_fixed_quality("balanced") == scene::QualityChoice::balanced);
    CHECK_FALSE(app::parse_fixed_quality("automatic"));  // a picture that is drawn once has no frame rate
    CHECK_FALSE(app::parse_fixed_quality("best"));
    CHECK(app::parse_layers("skin,zones")->count() == 2);
    CHECK_FALSE(app::parse_layers("skin,"));
}
