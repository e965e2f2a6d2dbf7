#include "sculpt/figures.h"

#include <filesystem>
#include <fstream>

#include "catch.h"
#include "sculpt/table.h"

using namespace dorsum::sculpt;

TEST_CASE("the shipped figures of the skin can be read and follow a person from the thighs to the neck") {
    const auto figures = load_figures(std::filesystem::path(DORSUM_SCULPT_FIGURES_FOLDER) / "skin.toml");
    REQUIRE(figures);
    CHECK(figures->sections.front().y_mm < -450.0F);
    CHECK(figures->sections.back().y_mm > 400.0F);
    CHECK(figures->spinous_processes.size() == 25);
}

TEST_CASE("figures with a hole are refused with file and line") {
    const auto path = std::filesystem::temp_directory_path() / "dorsum_broken_figures.toml";
    std::ofstream(path) << "table_top_z = -146.0\nsections = [[0.0, 1.0]]\n";
    const auto figures = load_figures(path);
    REQUIRE_FALSE(figures);
    CHECK(figures.error().file == path.string());
    CHECK(figures.error().line == 2);
    std::filesystem::remove(path);
}

TEST_CASE("a curve passes through its knots and does not overshoot them") {
    const std::vector<Knot> knots{{0.0F, 1.0F}, {10.0F, 2.0F}, {11.0F, 8.0F}, {30.0F, 8.0F}};
    for (const Knot& knot : knots) {
        CHECK(along(knots, knot.at) == Approx(knot.value));
    }
    for (float at = 0.0F; at < 30.0F; at += 0.25F) {
        CHECK(along(knots, at) <= 8.0F);
        CHECK(along(knots, at) >= 1.0F);
    }
}

TEST_CASE("a table gives back a plane and its slopes") {
    Table table({0.0F, 2.0F, 20}, {-10.0F, 1.0F, 30});
    for (std::size_t iv = 0; iv < 30; ++iv) {
        for (std::size_t iu = 0; iu < 20; ++iu) {
            table.cell(iu, iv) = 3.0F * table.u().at(iu) - 2.0F * table.v().at(iv);
        }
    }
    const Table::Sample sample = table.sample(17.3F, 4.2F);
    CHECK(sample.value == Approx(3.0F * 17.3F - 2.0F * 4.2F));
    CHECK(sample.slope_u == Approx(3.0F));
    CHECK(sample.slope_v == Approx(-2.0F));
}
