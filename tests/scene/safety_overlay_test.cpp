#include "scene/safety_overlay.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "body/place.h"
#include "catch.h"
#include "lesson/safety_words.h"
#include "mesh/import.h"
#include "scene/scene.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

constexpr glm::vec2 size_px{1280.0F, 720.0F};

std::vector<lesson::SafetyRegion> shipped_regions() {
    const auto reading = lesson::read_safety_regions(DORSUM_TEST_ASSETS "/lessons/safety.toml");
    REQUIRE(reading.problems.empty());
    return reading.regions;
}

const Subject& shipped() {
    static const Subject subject = [] {
        auto model = mesh::import_own_model(DORSUM_TEST_ASSETS "/body/reference.glb");
        REQUIRE(model);
        auto body = body::make_body(*std::move(model));
        REQUIRE(body);
        Subject made = make_subject(*body, nullptr, 6.0);
        made.safety = std::make_shared<const SafetyOverlay>(
            *body, std::make_shared<const std::vector<lesson::SafetyRegion>>(shipped_regions()));
        return made;
    }();
    return subject;
}

/// Is a place of the skin hatched? By the nearest vertex of the overlay.
bool hatched(const float level, const float lateral_mm) {
    const auto point = body::skin_point(*shipped().body, {{level}, lateral_mm});
    REQUIRE(point);
    for (const PatchVertex& vertex : shipped().safety->patches().vertices) {
        if (glm::distance(vertex.position, point->position) < 0.006F && vertex.done_m <= 0.0F) {
            return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("The spinous processes are hatched along the midline, and the muscles beside them are not") {
    for (const float level : {6.0F, 10.0F, 15.0F, 22.0F, 26.0F}) {
        CHECK(hatched(level, 0.0F));
        CHECK_FALSE(hatched(level, 30.0F));
        CHECK_FALSE(hatched(level, -30.0F));
    }
}

TEST_CASE("Kidneys and floating ribs are hatched on both sides") {
    CHECK(hatched(20.5F, 75.0F));
    CHECK(hatched(20.5F, -75.0F));
    CHECK(hatched(19.5F, 110.0F));
    CHECK(hatched(19.5F, -110.0F));
    CHECK_FALSE(hatched(16.0F, 75.0F));
}

TEST_CASE("What is hatched is what the check forbids") {
    const std::vector<lesson::SafetyRegion> regions = shipped_regions();
    const body::Body& body = *shipped().body;
    const PatchSet& patches = shipped().safety->patches();
    REQUIRE(patches.indices.size() > 1000);
    int within = 0;
    for (std::size_t i = 0; i < patches.vertices.size(); i += 11) {
        const PatchVertex& vertex = patches.vertices[i];
        const auto place = body::place_at(body, vertex.position);
        if (!place) {
            continue;  // at the very edge of where places are
        }
        float nearest_mm = 1.0e9F;
        for (const lesson::SafetyRegion& region : regions) {
            nearest_mm = std::min(nearest_mm, lesson::distance_to_region_mm(region, *place, body.scale_to_reference));
        }
        // The line at the edge of the shoulder blade is drawn 5 mm broad to either side; patches lie 1.2 mm over the
        // skin.
        if (vertex.done_m < 0.0F) {
            CHECK(nearest_mm < 6.2F);
            ++within;
        }
    }
    CHECK(within > 50);
}

TEST_CASE("No pressure is hatched crosswise, less pressure with single lines") {
    bool crosswise = false;
    bool single = false;
    for (const PatchVertex& vertex : shipped().safety->patches().vertices) {
        crosswise = crosswise || vertex.emphasis == 1.0F;
        single = single || vertex.emphasis == 0.0F;
    }
    CHECK(crosswise);
    CHECK(single);
}

TEST_CASE("The overlay is shown when it is switched on, with a name for each region, and not before") {
    const Subject& subject = shipped();
    State state = initial_state(subject, size_px.x / size_px.y);
    const auto cautions = [&] {
        const Scene scene = compose(state, subject, size_px);
        return std::ranges::any_of(scene.patches.vertices, [](const PatchVertex& vertex) {
            return vertex.kind == static_cast<std::uint32_t>(PatchKind::caution);
        });
    };
    CHECK_FALSE(cautions());
    state = apply(state, ShowLayer{Layer::safety, true}, subject, size_px);
    CHECK(cautions());
    CHECK(subject.safety->names().size() == 6);
}

TEST_CASE("Each rule is told in plain words") {
    std::vector<std::string> rules;
    for (const lesson::SafetyRegion& region : shipped_regions()) {
        rules.push_back(lesson::short_title(region) + ": " + lesson::rule_in_words(region));
    }
    CHECK(rules == std::vector<std::string>{"spinous processes: no pressure within 10 mm of the midline",
                                            "kidneys below the twelfth rib: no deep pressure, no percussion",
                                            "floating ribs: no deep pressure, no percussion", "armpit: no pressure",
                                            "sides and front of the neck: no pressure",
                                            "inner edge of the shoulder blade: no deep pressure, no percussion"});
}
