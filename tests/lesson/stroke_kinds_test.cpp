#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <random>
#include <string>

#include "catch.h"
#include "core/units.h"
#include "lesson/choreography.h"
#include "lesson_text.h"
#include "test_body.h"

using namespace dorsum;
using namespace dorsum::lesson;

namespace {

/// A lesson of one step that is done twice.
std::string lesson_with(const std::string& strokes) {
    return "format = 1\ntitle = \"t\"\npurpose = \"p\"\nadvice = [\"a\"]\ncautions = [\"c\"]\n"
           "[[step]]\ntitle = \"s\"\ncaption = \"c\"\ntext = \"x\"\nrepeats = 2\n" +
           strokes;
}

std::string stroke(const std::string& kind, const std::string& path, const std::string& more = {}) {
    return "[[step.stroke]]\ncontact = \"fingertips\"\npass = \"working\"\nduration_s = 6\npressure = 2\nkind = \"" +
           kind + "\"\npath = [" + path + "]\n" + more + "\n";
}

std::string place(const std::string& level, const int lateral_mm) {
    return "{level = \"" + level + "\", lateral_mm = " + std::to_string(lateral_mm) + "}";
}

Choreography laid(const std::string& text) {
    const LessonReading reading = parse_lesson(text, "kinds.toml");
    for (const Error& problem : reading.problems) {
        UNSCOPED_INFO(to_string(problem));
    }
    REQUIRE(reading.lesson.has_value());
    static const auto body = test_body();
    return lay_on_body(*reading.lesson, *body, 6.0);
}

std::string only_cause(const std::string& text) {
    const LessonReading reading = parse_lesson(text, "kinds.toml");
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].line > 0);
    CHECK(reading.problems[0].column > 0);
    return reading.problems[0].cause;
}

glm::vec3 where(const HandNow& hand) {
    return hand.point.position + hand.point.normal * hand.lift_m;
}

/// The farthest that a hand gets in a thousandth of a second, anywhere in the step but between its rounds'
/// last instant and its end.
float fastest_m_s(const Choreography& choreography) {
    constexpr double instant_s = 0.001;
    float farthest_m = 0.0F;
    Moment before = evaluate(choreography, 0, 0.0);
    for (double time_s = instant_s; time_s < choreography.steps[0].duration_s; time_s += instant_s) {
        const Moment now = evaluate(choreography, 0, time_s);
        for (const auto hand : {&Moment::left, &Moment::right}) {
            REQUIRE((now.*hand).has_value() == (before.*hand).has_value());
            if (now.*hand) {
                farthest_m = std::max(farthest_m, glm::distance(where(*(now.*hand)), where(*(before.*hand))));
            }
        }
        before = now;
    }
    return farthest_m / static_cast<float>(instant_s);
}

}  // namespace

TEST_CASE("no hand jumps at any instant, whatever strokes follow one another") {
    constexpr float reaching_hand_m_s = 1.5F;
    constexpr std::array kinds{"effleurage", "petrissage", "friction", "tapotement", "holding"};
    constexpr std::array hands{"both", "right", "left", "alternate"};
    std::mt19937 random(1711);
    const auto below = [&](const int count) { return std::uniform_int_distribution<int>(0, count - 1)(random); };
    for (int round = 0; round < 12; ++round) {
        std::string strokes;
        for (int i = 0; i < 4; ++i) {
            const std::string kind = kinds.at(static_cast<std::size_t>(below(5)));
            std::string path = place("T" + std::to_string(4 + below(4)), 50 + below(50));
            if (kind != "holding") {
                path += "," + place("L" + std::to_string(1 + below(3)), 50 + below(50));
            }
            strokes +=
                stroke(kind, path, "hands = \"" + std::string(hands.at(static_cast<std::size_t>(below(4)))) + "\"");
        }
        INFO(strokes);
        REQUIRE(fastest_m_s(laid(lesson_with(strokes))) < reaching_hand_m_s);
    }
}

TEST_CASE("between strokes whose ends do not meet the hands lift and travel; where they meet they keep touch") {
    const Choreography apart = laid(lesson_with(stroke("effleurage", place("T4", 60) + "," + place("T8", 60)) +
                                                stroke("effleurage", place("L1", 60) + "," + place("L4", 60))));
    const StepOnBody& step = apart.steps[0];
    REQUIRE(step.travels.size() == 4);  // two hands, there and back
    const Travel& travel = step.travels.front();
    const Moment halfway = evaluate(apart, 0, travel.start_s + travel.duration_s / 2.0);
    CHECK(halfway.right->travelling);
    CHECK(halfway.right->press == 0.0F);
    CHECK(halfway.right->lift_m > 0.02F);
    CHECK(step.strokes[2].start_s >= travel.start_s + travel.duration_s);
    CHECK(evaluate(apart, 0, step.strokes[2].start_s).right->lift_m == 0.0F);

    const Choreography meeting = laid(lesson_with(stroke("effleurage", place("T4", 60) + "," + place("T8", 60)) +
                                                  stroke("effleurage", place("T8", 60) + "," + place("T4", 60))));
    CHECK(meeting.steps[0].travels.empty());
    CHECK(meeting.steps[0].round_s == Approx(12.0));
}

TEST_CASE("a holding stays where it is") {
    const Choreography held = laid(lesson_with(stroke("holding", place("T5", 60))));
    const glm::vec3 start = evaluate(held, 0, 0.0).right->point.position;
    for (double time_s = 0.0; time_s < 12.0; time_s += 0.1) {
        const HandNow hand = *evaluate(held, 0, time_s).right;
        REQUIRE(glm::distance(hand.point.position, start) < 1.0e-6F);
        REQUIRE(hand.speed_cm_s == 0.0F);
    }
    CHECK(evaluate(held, 0, 3.0).right->press == 1.0F);
}

TEST_CASE("tapotement drums at the rate of the lesson, the hands in turn") {
    const Choreography drummed = laid(
        lesson_with(stroke("tapotement", place("T4", 60) + "," + place("T8", 60), "rate_per_s = 2\nlift_mm = 40")));
    int blows = 0;
    bool touched = true;
    for (double time_s = 1.1; time_s < 5.1; time_s += 0.005) {  // eight periods, away from both ends
        const Moment now = evaluate(drummed, 0, time_s);
        REQUIRE(now.right->lift_m + now.left->lift_m == Approx(0.04F).margin(1.0e-5F));  // one rises as the other falls
        const bool touches = now.right->press > 0.0F;
        blows += touches && !touched ? 1 : 0;
        touched = touches;
    }
    CHECK(blows == 8);
}

TEST_CASE("friction circles as wide as the lesson says, or only across") {
    const auto spread_mm = [](const std::string& more) {
        const Choreography rubbed =
            laid(lesson_with(stroke("friction", place("T5", 60) + "," + place("T7", 60), more)));
        const Stroke& right = rubbed.steps[0].strokes[0];
        glm::vec2 widest{0.0F};
        for (double time_s = 1.0; time_s < 5.0; time_s += 0.01) {
            const HandNow hand = *evaluate(rubbed, 0, time_s).right;
            const auto on_path =
                std::min_element(right.path.begin(), right.path.end(), [&](const auto& a, const auto& b) {
                    return glm::distance(a.position, hand.point.position) <
                           glm::distance(b.position, hand.point.position);
                });
            widest.x =
                std::max(widest.x, mm_from_metres(std::abs(glm::dot(hand.point.position - on_path->position,
                                                                    glm::cross(hand.forward, hand.point.normal)))));
            widest.y = std::max(widest.y, hand.speed_cm_s);
        }
        return widest;
    };
    CHECK(spread_mm("radius_mm = 8\nrate_per_s = 1").x == Approx(8.0F).margin(0.5F));
    CHECK(spread_mm("radius_mm = 4\nrate_per_s = 1").x == Approx(4.0F).margin(0.5F));
    CHECK(spread_mm("radius_mm = 8\nrate_per_s = 1\ntransverse = true").x == Approx(8.0F).margin(0.5F));
    // A circle of 8 mm once a second is 5 cm/s.
    CHECK(spread_mm("radius_mm = 8\nrate_per_s = 1").y > 4.5F);
}

TEST_CASE("one hand may work alone, and hands may work one after the other") {
    const std::string path = place("T4", 60) + "," + place("T8", 60);
    const Choreography right = laid(lesson_with(stroke("effleurage", path, "hands = \"right\"")));
    CHECK_FALSE(evaluate(right, 0, 3.0).left.has_value());
    CHECK(evaluate(right, 0, 3.0).right->point.position.x > 0.0F);
    const Choreography left = laid(lesson_with(stroke("effleurage", path, "hands = \"left\"")));
    CHECK_FALSE(evaluate(left, 0, 3.0).right.has_value());
    CHECK(evaluate(left, 0, 3.0).left->point.position.x < 0.0F);
    const Choreography turns = laid(lesson_with(stroke("effleurage", path, "hands = \"alternate\"")));
    REQUIRE(turns.steps[0].strokes.size() == 2);
    CHECK(turns.steps[0].strokes[1].start_s == Approx(6.0));
    CHECK(evaluate(turns, 0, 3.0).left->progress == 0.0F);
    CHECK(evaluate(turns, 0, 3.0).right->speed_cm_s > 0.0F);
    CHECK(evaluate(turns, 0, 9.0).left->speed_cm_s > 0.0F);
    CHECK(evaluate(turns, 0, 9.0).right->speed_cm_s == 0.0F);
}

TEST_CASE("a kind that its keys do not fit is refused at the key's line and column") {
    const std::string path = place("T4", 60) + "," + place("T8", 60);
    CHECK(only_cause(lesson_with(stroke("effleurage", path, "lift_mm = 30"))).find("no \"lift_mm\"") !=
          std::string::npos);
    CHECK(only_cause(lesson_with(stroke("tapotement", path, "radius_mm = 5"))).find("no \"radius_mm\"") !=
          std::string::npos);
    CHECK(only_cause(lesson_with(stroke("petrissage", path, "transverse = true"))).find("transverse") !=
          std::string::npos);
    CHECK(only_cause(lesson_with(stroke("holding", path))).find("has 2 places") != std::string::npos);
    CHECK(only_cause(lesson_with(stroke("hacking", path))).find("\"hacking\"") != std::string::npos);
    const std::string with_breath =
        replaced(lesson_with(stroke("friction", place("T8", 60) + "," + place("T4", 60), "breath = \"inhale\"")),
                 "duration_s = 6\n", "");
    CHECK(only_cause(with_breath).find("does not glide") != std::string::npos);
}

TEST_CASE("hands that would lie on one another are refused with how far they overlap") {
    const std::string text = replaced(lesson_with(stroke("effleurage", place("T4", 60) + "," + place("T8", 32))),
                                      "contact = \"fingertips\"", "contact = \"palm\"");
    CHECK(only_cause(replaced(text, "pressure = 2", "pressure = 1")).find("overlap by 20 mm") != std::string::npos);
    const std::string wide = replaced(text, "lateral_mm = 32", "lateral_mm = 42");
    CHECK(parse_lesson(replaced(wide, "pressure = 2", "pressure = 1"), "wide.toml").lesson.has_value());
}

TEST_CASE("kneading and rubbing keep their circles off the vertebrae") {
    const auto reading = [](const int lateral_mm, const std::string& more) {
        return parse_lesson(lesson_with(stroke("friction", place("T4", 60) + "," + place("T8", lateral_mm), more)),
                            "near.toml");
    };
    CHECK(reading(28, "radius_mm = 8").lesson.has_value());
    CHECK_FALSE(reading(27, "radius_mm = 8").lesson.has_value());
    CHECK(reading(27, "radius_mm = 6").lesson.has_value());
}
