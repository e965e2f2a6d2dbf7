#include "quiz/questions.h"

#include <algorithm>
#include <set>
#include <string>

#include "catch.h"

using namespace dorsum;
using quiz::Kind;
using quiz::Question;

namespace {

const std::string assets = DORSUM_TEST_ASSETS;

struct Shipped {
    lesson::Lesson lesson = *lesson::read_lesson(assets + "/lessons/back-massage.toml").lesson;
    body::Catalogue catalogue = *body::read_catalogue(assets + "/body/reference.catalogue.toml");
    std::vector<lesson::SafetyRegion> regions = lesson::read_safety_regions(assets + "/lessons/safety.toml").regions;
    [[nodiscard]] std::vector<Question> questions(const std::uint32_t seed = 1) const {
        return quiz::questions_of({&lesson, &catalogue, &regions}, seed);
    }
};

const Question& question(const std::vector<Question>& questions, const std::string& id) {
    const auto found = std::ranges::find(questions, id, &Question::id);
    INFO(id);
    REQUIRE(found != questions.end());
    return *found;
}

std::string right_answer(const Question& question) {
    return question.choices.at(question.right_choice);
}

}  // namespace

TEST_CASE("questions of every kind are made from the shipped lesson, catalogue and safety regions") {
    const auto questions = Shipped().questions();
    std::set<Kind> kinds;
    std::set<std::string> ids;
    for (const Question& each : questions) {
        kinds.insert(each.kind);
        CHECK(ids.insert(each.id).second);
        CHECK_FALSE(each.text.empty());
    }
    CHECK(kinds.size() == 6);
}

TEST_CASE("each choice is offered once, one of them is right, and the order does not give it away") {
    std::set<std::size_t> places;
    for (const Question& each : Shipped().questions()) {
        if (each.choices.empty()) {
            continue;
        }
        const std::set<std::string> different(each.choices.begin(), each.choices.end());
        CHECK(different.size() == each.choices.size());
        CHECK(each.choices.size() >= 2);
        CHECK(each.choices.size() <= 4);
        REQUIRE(each.right_choice < each.choices.size());
        places.insert(each.right_choice);
    }
    CHECK(places.size() == 4);
}

TEST_CASE("answers are what lesson, catalogue and regions say") {
    const Shipped shipped;
    const auto questions = shipped.questions();
    CHECK(right_answer(question(questions, "organ_of_zone 7")) == "Stomach");
    CHECK(right_answer(question(questions, "organ_of_zone 12")) == "Kidneys");
    CHECK(right_answer(question(questions, "way_on_breath 3 inhale")) == "towards the head");
    CHECK(right_answer(question(questions, "way_on_breath 3 exhale")) == "towards the feet");
    for (const lesson::SafetyRegion& region : shipped.regions) {
        const bool is_asked =
            std::ranges::find(questions, "never_pressed " + region.name, &Question::id) != questions.end();
        CHECK(is_asked == (region.most_pressure <= 1));
    }
    const auto pointing = std::ranges::find(questions, Kind::point_to_structure, &Question::kind);
    REQUIRE(pointing != questions.end());
    const body::CatalogueEntry& asked = *shipped.catalogue.find(pointing->structure);
    CHECK(quiz::is_right_structure(*pointing, pointing->structure, shipped.catalogue));
    for (const body::CatalogueEntry& entry : shipped.catalogue.entries) {
        const bool same = body::plain_name(entry, true) == body::plain_name(asked, true);
        CHECK(quiz::is_right_structure(*pointing, entry.id, shipped.catalogue) == same);
    }
    CHECK(quiz::is_right_zone(question(questions, "point_to_zone 7"), 7));
    CHECK_FALSE(quiz::is_right_zone(question(questions, "point_to_zone 7"), 8));
    CHECK_FALSE(quiz::is_right_zone(question(questions, "organ_of_zone 7"), 7));
}

TEST_CASE("the same seed gives the same questions, another one another order of choices") {
    const Shipped shipped;
    const auto choices = [&](const std::uint32_t seed) {
        std::vector<std::vector<std::string>> all;
        for (const Question& each : shipped.questions(seed)) {
            all.push_back(each.choices);
        }
        return all;
    };
    CHECK(choices(1) == choices(1));
    CHECK(choices(1) != choices(2));
}

TEST_CASE("without a catalogue or a lesson there are fewer questions, and none without anything") {
    const Shipped shipped;
    CHECK(quiz::questions_of({}, 1).empty());
    for (const Question& each : quiz::questions_of({&shipped.lesson, nullptr, &shipped.regions}, 1)) {
        CHECK(each.structure.empty());
    }
    lesson::Lesson bare;
    CHECK(quiz::questions_of({&bare, nullptr, nullptr}, 1).empty());
}
