#include "quiz/questions.h"

#include <algorithm>
#include <iterator>
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
    CHECK(kinds.size() == quiz::kind_count);
    std::set<quiz::Topic> topics;
    std::ranges::transform(kinds, std::inserter(topics, topics.end()), quiz::topic_of);
    CHECK(topics.size() == quiz::topic_count);
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
    CHECK(right_answer(question(questions, "pressure_on_breath 3")) == "While the receiver breathes in");
    CHECK(right_answer(question(questions, "way_of_pressure 2")) == "towards the feet");
    CHECK(right_answer(question(questions, "way_of_pressure 4")) == "towards the head");
    CHECK(right_answer(question(questions, "contact_of_step 4")) == "Thumb");
    CHECK(right_answer(question(questions, "what_to_do stop 1")) == "No massage today");
    CHECK(right_answer(question(questions, "what_to_do avoid_area 4")) == "Massage, but not there");
    CHECK(right_answer(question(questions, "reason_of_care kidneys")).find("kidneys from blows") != std::string::npos);
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

TEST_CASE("what must not be pressed is asked among muscles that the lesson works, none of them forbidden itself") {
    const Shipped shipped;
    const std::vector<std::string> worked{"trapezius_ascending_right", "trapezius_transverse_left",
                                          "latissimus_dorsi_right",    "longissimus_right",
                                          "infraspinatus_left",        "thoracolumbar_fascia_right"};
    const std::set<std::string> allowed{"Trapezius", "Latissimus dorsi", "Longissimus", "Infraspinatus"};
    const auto questions =
        quiz::questions_of({&shipped.lesson, &shipped.catalogue, &shipped.regions, nullptr, &worked}, 3);
    int asked = 0;
    for (const Question& each : questions) {
        if (each.kind == Kind::never_pressed) {
            ++asked;
            for (std::size_t i = 0; i < each.choices.size(); ++i) {
                INFO(each.choices[i]);
                CHECK((i == each.right_choice || allowed.contains(each.choices[i])));
            }
        }
    }
    CHECK(asked == 3);
}

TEST_CASE("only muscles that the picture shows are asked and offered, a fascia never, and parts are told apart") {
    const Shipped shipped;
    const std::vector<std::string> visible{"trapezius_ascending_right", "trapezius_descending_right",
                                           "latissimus_dorsi_right", "infraspinatus_right",
                                           "thoracolumbar_fascia_right"};
    const auto questions = quiz::questions_of({nullptr, &shipped.catalogue, nullptr, &visible, nullptr}, 1);
    std::set<std::string> asked;
    for (const Question& each : questions) {
        asked.insert(each.structure);
        CHECK(each.choices.size() <= 3);
        CHECK(each.latin_choices.size() == each.choices.size());
        CHECK_FALSE(each.explanation.empty());
    }
    CHECK(asked ==
          std::set<std::string>{"trapezius_descending_right", "latissimus_dorsi_right", "infraspinatus_right"});
    const Question& trapezius = question(questions, "name_of_structure trapezius_descending_right");
    CHECK(trapezius.text == "To which muscle does the part belong that lights up?");
    CHECK(trapezius.explanation.find("ascending part") != std::string::npos);
    CHECK(question(questions, "point_to_structure infraspinatus_right").latin == "Musculus infraspinatus");
    CHECK(question(questions, "name_of_structure infraspinatus_right").text == "Which muscle lights up?");
}
