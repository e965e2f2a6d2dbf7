#include "sculpt/fat_folds.h"

#include <cmath>
#include <filesystem>
#include <fstream>

#include "catch.h"

using namespace dorsum::sculpt;

namespace {

const std::filesystem::path figures = std::filesystem::path(DORSUM_SCULPT_FIGURES_FOLDER) / "fat.toml";

}  // namespace

TEST_CASE("twice the fat of the average man folds at the waist and swells above and below the crease") {
    const auto folds = FatFolds::load(figures);
    REQUIRE(folds);
    const auto at_the_side = [&](const float y) { return folds->relief_mm({150.0F, y, -25.0F}, 2.1F); };
    CHECK(at_the_side(-70.0F) < -3.0F);
    CHECK(at_the_side(-26.0F) > 1.0F);
    CHECK(at_the_side(-118.0F) > 1.0F);
    CHECK(folds->relief_mm({-150.0F, -70.0F, -25.0F}, 2.1F) == at_the_side(-70.0F));
}

TEST_CASE("nobody folds who has little more fat than the average man, nor does an arm") {
    const auto folds = FatFolds::load(figures);
    REQUIRE(folds);
    for (float y = -300.0F; y < 400.0F; y += 10.0F) {
        CHECK(std::abs(folds->relief_mm({120.0F, y, 40.0F}, 1.5F)) == 0.0F);
        CHECK(std::abs(folds->relief_mm({120.0F, y, 40.0F}, 0.5F)) == 0.0F);
        CHECK(std::abs(folds->relief_mm({250.0F, y, -25.0F}, 3.0F)) == 0.0F);
    }
}

TEST_CASE("a fold of one station is refused with file and line") {
    const auto path = std::filesystem::temp_directory_path() / "dorsum_broken_folds.toml";
    std::ofstream(path) << "[[fold]]\nname = \"waist\"\nwidth = 10.0\nstations = [[90.0, -80.0, 5.0]]\n";
    const auto folds = FatFolds::load(path);
    REQUIRE_FALSE(folds);
    CHECK(folds.error().file == path.string());
    CHECK(folds.error().line == 1);
    std::filesystem::remove(path);
}
