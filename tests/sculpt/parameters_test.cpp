#include <fstream>
#include <string>

#include "catch.h"
#include "sculpt/body_parameters.h"
#include "sculpt/warp.h"
#include "temporary_folder.h"

#include <glm/geometric.hpp>

using namespace dorsum;
using namespace dorsum::sculpt;

namespace {

Error refusal(const std::string& text) {
    const test::TemporaryFolder folder;
    const auto parameters = read_body_parameters(folder.write("body.toml", "name = \"b\"\ntitle = \"B\"\n" + text));
    REQUIRE_FALSE(parameters);
    CHECK(parameters.error().file == (folder.path() / "body.toml").string());
    CHECK(parameters.error().line == 3);
    CHECK(to_string(parameters.error()).find('\n') == std::string::npos);
    return parameters.error();
}

}  // namespace

TEST_CASE("a parameter out of range is refused with its key, value and range") {
    const Error error = refusal("fat_thickness = 9.5\n");
    CHECK(error.cause.find("fat_thickness") != std::string::npos);
    CHECK(error.cause.find("9.5") != std::string::npos);
    CHECK(error.cause.find("0.4") != std::string::npos);
    CHECK(error.cause.find("3.5") != std::string::npos);
}

TEST_CASE("every parameter is refused just beyond either end of its range, and taken at the ends") {
    for (const ParameterEntry& entry : parameter_entries()) {
        CAPTURE(entry.key);
        refusal(std::string(entry.key) + " = " + std::to_string(entry.least - 0.01F) + "\n");
        refusal(std::string(entry.key) + " = " + std::to_string(entry.most + 0.01F) + "\n");
        const test::TemporaryFolder folder;
        const auto taken =
            read_body_parameters(folder.write("body.toml", "name = \"b\"\ntitle = \"B\"\n" + std::string(entry.key) +
                                                               " = " + std::to_string(entry.most) + "\n"));
        REQUIRE(taken);
        CHECK((*taken).*(entry.value) == Approx(entry.most));
        const BodyParameters reference;
        CHECK(reference.*(entry.value) >= entry.least);
        CHECK(reference.*(entry.value) <= entry.most);
    }
}

TEST_CASE("an unknown key, a text for a number and a number that is none are refused by name") {
    CHECK(refusal("fat_thicknes = 1.0\n").cause.find("fat_thicknes") != std::string::npos);
    CHECK(refusal("stature_mm = \"tall\"\n").cause.find("stature_mm") != std::string::npos);
    CHECK(refusal("stature_mm = nan\n").cause.find("stature_mm") != std::string::npos);
}

TEST_CASE("the reference man is not warped, and every other body can be led back to him") {
    const Warp same(BodyParameters{});
    BodyParameters woman;
    woman.stature_mm = 1630.0F;
    woman.biacromial_breadth_mm = 312.0F;
    woman.kyphosis_deg = 45.0F;
    woman.lordosis_deg = 55.0F;
    const Warp warp(woman);
    for (const glm::vec3 at : {glm::vec3(0.0F, 0.0F, 0.0F), glm::vec3(150.0F, 240.0F, 60.0F),
                               glm::vec3(-60.0F, -150.0F, 90.0F), glm::vec3(20.0F, 420.0F, -40.0F)}) {
        CHECK(glm::distance(same(at), at) < 0.01F);
        CHECK(glm::distance(warp.inverse(warp(at)), at) < 0.02F);
    }
    CHECK(warp({100.0F, 265.0F, 0.0F}).x == Approx(100.0F * 312.0F / 353.0F).epsilon(0.03));
}

TEST_CASE("the broadest body that may be asked for can be led back to the reference man, arms and all") {
    BodyParameters broad;
    for (const ParameterEntry& entry : parameter_entries()) {
        if (entry.value != &BodyParameters::stature_mm) {
            broad.*(entry.value) = entry.most;
        }
    }
    const Warp warp(broad);
    for (float x = 0.0F; x < 300.0F; x += 10.0F) {
        for (float y = -300.0F; y < 260.0F; y += 20.0F) {
            const glm::vec3 at(x, y, -30.0F);
            CAPTURE(x, y);
            CHECK(glm::distance(warp.inverse(warp(at)), at) < 0.02F);
        }
    }
}

TEST_CASE("more kyphosis turns T1 against T12 by as many degrees") {
    BodyParameters bent;
    bent.kyphosis_deg = 45.0F;
    const Warp warp(bent);
    const auto direction = [&](const float y) {
        return glm::normalize(warp.tangent({0.0F, y, 20.0F}, {0.0F, 0.0F, 1.0F}));
    };
    const float turned = std::acos(glm::dot(direction(287.9F), direction(0.0F))) * 180.0F / 3.14159265F;
    CHECK(turned == Approx(10.0F).margin(2.0));
}
