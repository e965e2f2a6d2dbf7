#include "lesson/choreography.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <string>

#include "catch.h"
#include "core/units.h"
#include "lesson/limits.h"
#include "test_body.h"

using namespace dorsum;
using namespace dorsum::lesson;

namespace {

const StepOnBody& step_four(const Choreography& choreography) {
    return choreography.steps[3];
}

bool same(const HandNow& a, const HandNow& b) {
    return a.hand == b.hand && a.stroke_index == b.stroke_index && a.point.position == b.point.position &&
           a.point.normal == b.point.normal && a.forward == b.forward && a.progress == b.progress &&
           a.speed_cm_s == b.speed_cm_s;
}

}  // namespace

TEST_CASE("every stroke and zone of the bundled lesson finds its place on a body, small or large") {
    for (const float scale : {0.8F, 1.0F, 1.15F}) {
        const auto body = test_body(scale);
        const Choreography choreography = lay_on_body(bundled_lesson(), *body, 6.0);
        for (const Error& problem : choreography.problems) {
            UNSCOPED_INFO(to_string(problem));
        }
        CHECK(choreography.problems.empty());
        CHECK(choreography.zones.size() == 12);
        REQUIRE(choreography.steps.size() == 5);
        for (std::size_t i = 0; i < 5; ++i) {
            CHECK(choreography.steps[i].strokes.size() == 2 * bundled_lesson().steps[i].strokes.size());
            CHECK(choreography.steps[i].duration_s > 0.0);
        }
    }
}

TEST_CASE("both thumbs never come nearer than 10 mm to the midline in step 4, their edges included") {
    for (const float scale : {0.7F, 1.0F, 1.15F}) {
        const auto body = test_body(scale);
        const Choreography choreography = lay_on_body(bundled_lesson(), *body, 6.0);
        bool thumbs_seen = false;
        for (int i = 0; i <= 6000; ++i) {
            const Moment moment = evaluate(choreography, 3, step_four(choreography).duration_s * i / 6000.0);
            for (const HandNow& hand : {*moment.left, *moment.right}) {
                const float side = hand.hand == Hand::right ? 1.0F : -1.0F;
                const float edge_mm = mm_from_metres(hand.point.position.x * side) - half_width_mm(hand.contact);
                thumbs_seen = thumbs_seen || hand.contact == Contact::thumb;
                REQUIRE(edge_mm >= 10.0F - 0.01F);
            }
        }
        CHECK(thumbs_seen);
    }
}

TEST_CASE("a thumb that a small body would bring onto the spine is held off it") {
    Lesson lesson = bundled_lesson();
    for (body::Place& place : lesson.steps[3].strokes[0].path) {
        place.lateral_mm = 20.0F;
    }
    const auto body = test_body(0.75F);
    const Choreography choreography = lay_on_body(lesson, *body, 6.0);
    REQUIRE(step_four(choreography).strokes.size() == 4);
    for (const Stroke& stroke : step_four(choreography).strokes) {
        for (const body::SkinPoint& point : stroke.path) {
            REQUIRE(std::abs(mm_from_metres(point.position.x)) - half_width_mm(stroke.contact) >= 10.0F - 0.05F);
        }
    }
}

TEST_CASE("zones lie on the skin in order from top to bottom, their rows level and their pairs symmetric") {
    const auto body = test_body();
    const auto zones = lay_on_body(bundled_lesson(), *body, 6.0).zones;
    REQUIRE(zones.size() == 12);
    for (std::size_t i = 0; i < zones.size(); ++i) {
        CHECK(zones[i].number == static_cast<int>(i) + 1);
        CHECK(distance_to_skin_mm(*body, zones[i].point.position) < 0.1F);
        CHECK(glm::length(zones[i].point.normal) == Approx(1.0F));
        CHECK(zones[i].point.normal.z > 0.0F);
        CHECK(zones[i].radius_m > 0.005F);
        if (i > 0) {
            CHECK(zones[i].point.position.y <= zones[i - 1].point.position.y + 1.0e-6F);
        }
    }
    for (const auto& [left, right] : {std::pair{0, 2}, {3, 5}, {6, 7}, {8, 9}}) {
        const glm::vec3 l = zones[left].point.position;
        const glm::vec3 r = zones[right].point.position;
        CHECK(l.x < 0.0F);
        CHECK(glm::distance(l * glm::vec3(-1.0F, 1.0F, 1.0F), r) < 0.002F);
        CHECK(std::abs(l.y - r.y) < 1.0e-6F);
    }
    for (const int first : {3, 6, 8, 10, 11}) {  // each row lies below the one before
        CHECK(zones[first].point.position.y < zones[first - 1].point.position.y - 0.01F);
    }
}

TEST_CASE("paths have 65 evenly spaced points on the skin, and the left hand mirrors the right") {
    const auto body = test_body();
    const Choreography choreography = lay_on_body(bundled_lesson(), *body, 6.0);
    for (const StepOnBody& step : choreography.steps) {
        for (std::size_t s = 0; s < step.strokes.size(); ++s) {
            const Stroke& stroke = step.strokes[s];
            REQUIRE(stroke.path.size() == 65);
            float length_m = 0.0F;
            for (std::size_t i = 0; i < stroke.path.size(); ++i) {
                REQUIRE(distance_to_skin_mm(*body, stroke.path[i].position) < 0.1F);
                REQUIRE(glm::length(stroke.path[i].normal) == Approx(1.0F).margin(1.0e-4));
                if (i > 0) {
                    const float gap_m = glm::distance(stroke.path[i].position, stroke.path[i - 1].position);
                    length_m += gap_m;
                    REQUIRE(gap_m == Approx(stroke.length_m / 64.0F).epsilon(0.05));
                    INFO("stroke " << stroke.index << ", point " << i << " at " << stroke.path[i].position.x << " "
                                   << stroke.path[i].position.y);
                    REQUIRE(glm::dot(stroke.path[i].normal, stroke.path[i - 1].normal) > 0.95F);
                }
            }
            CHECK(length_m == Approx(stroke.length_m).epsilon(1.0e-4));
            if (s % 2 == 1) {
                const Stroke& right = step.strokes[s - 1];
                REQUIRE(right.hand == Hand::right);
                REQUIRE(stroke.hand == Hand::left);
                CHECK(right.index == stroke.index);
                CHECK(right.start_s == stroke.start_s);
                for (std::size_t i = 0; i < stroke.path.size(); ++i) {
                    REQUIRE(glm::distance(stroke.path[i].position * glm::vec3(-1.0F, 1.0F, 1.0F),
                                          right.path[i].position) < 0.003F);
                }
            }
        }
    }
}

TEST_CASE("at 6 breaths a minute every stroke has a comfortable speed of 1 to 10 cm/s on the mean") {
    const auto body = test_body();
    for (const StepOnBody& step : lay_on_body(bundled_lesson(), *body, 6.0).steps) {
        for (const Stroke& stroke : step.strokes) {
            INFO("stroke " << stroke.index);
            CHECK(stroke.mean_speed_cm_s() >= 1.0F);
            CHECK(stroke.mean_speed_cm_s() <= 10.5F);
        }
    }
}

TEST_CASE("hands move without a jump, on the skin, at the speed they say") {
    const auto body = test_body();
    const Choreography choreography = lay_on_body(bundled_lesson(), *body, 6.0);
    constexpr double step_s = 0.005;
    for (int step = 1; step < 5; ++step) {
        const double duration_s = choreography.steps[step].duration_s;
        Moment before = evaluate(choreography, step, 0.0);
        for (double time_s = step_s; time_s < duration_s; time_s += step_s) {
            const Moment now = evaluate(choreography, step, time_s);
            INFO("step " << step + 1 << ", time " << time_s);
            for (const auto hand : {&Moment::left, &Moment::right}) {
                const HandNow& here = *(now.*hand);
                const HandNow& there = *(before.*hand);
                const float moved_m = glm::distance(here.point.position, there.point.position);
                const float faster_cm_s = std::max(here.speed_cm_s, there.speed_cm_s);
                REQUIRE(cm_from_metres(moved_m) / static_cast<float>(step_s) <= faster_cm_s * 1.05F + 0.1F);
                REQUIRE(here.speed_cm_s < 16.0F);
                REQUIRE(here.forward == here.forward);
                REQUIRE(glm::length(here.forward) == Approx(1.0F).margin(1.0e-3));
                REQUIRE(std::abs(glm::dot(here.forward, here.point.normal)) < 1.0e-3F);
                if (here.stroke_index == there.stroke_index) {
                    REQUIRE(glm::dot(here.forward, there.forward) > 0.98F);
                }
            }
            before = now;
        }
        for (int i = 0; i <= 400; ++i) {
            const Moment now = evaluate(choreography, step, duration_s * i / 400.0);
            REQUIRE(distance_to_skin_mm(*body, now.left->point.position) < 0.5F);
            REQUIRE(distance_to_skin_mm(*body, now.right->point.position) < 0.5F);
        }
    }
}

TEST_CASE("the same instant always gives the same moment, in whatever order instants are asked for") {
    const auto body = test_body();
    const Choreography choreography = lay_on_body(bundled_lesson(), *body, 9.0);
    const Choreography again = lay_on_body(bundled_lesson(), *body, 9.0);
    for (const int step : {4, 1, 3, 2}) {
        for (const double time_s : {7.7, 0.0, 33.3, 2.5}) {
            const Moment first = evaluate(choreography, step, time_s);
            (void)evaluate(choreography, 1, time_s * 3.0);
            CHECK(same(*first.right, *evaluate(choreography, step, time_s).right));
            CHECK(same(*first.left, *evaluate(again, step, time_s).left));
        }
    }
}

TEST_CASE("times outside a step are brought to its nearer end, and unknown steps have no hands") {
    const auto body = test_body();
    const Choreography choreography = lay_on_body(bundled_lesson(), *body, 6.0);
    const double infinite_s = std::numeric_limits<double>::infinity();
    for (int step = 1; step < 5; ++step) {
        const StepOnBody& on_body = choreography.steps[step];
        CHECK(same(*evaluate(choreography, step, -5.0).right, *evaluate(choreography, step, 0.0).right));
        CHECK(same(*evaluate(choreography, step, -infinite_s).right, *evaluate(choreography, step, 0.0).right));
        for (const double time_s : {on_body.duration_s, on_body.duration_s + 99.0, infinite_s}) {
            const Moment end = evaluate(choreography, step, time_s);
            CHECK(end.right->progress == Approx(1.0F));
            CHECK(glm::distance(end.right->point.position, on_body.strokes.front().path.front().position) < 0.001F);
        }
        CHECK(evaluate(choreography, step, std::nan("")).right.has_value());
    }
    CHECK_FALSE(evaluate(choreography, 0, 1.0).right.has_value());
    for (const int step : {-1, 5, 1000}) {
        CHECK_FALSE(evaluate(choreography, step, 1.0).left.has_value());
        CHECK_FALSE(evaluate(choreography, step, 1.0).right.has_value());
        CHECK(telling_time_s(choreography, step) == 0.0);
    }
}

TEST_CASE("the telling instant of a step lies half-way through its first working pass") {
    const auto body = test_body();
    const Choreography choreography = lay_on_body(bundled_lesson(), *body, 6.0);
    CHECK(evaluate(choreography, 0, telling_time_s(choreography, 0)).breath.phase == BreathPhase::inhale);
    for (int step = 1; step < 5; ++step) {
        const Moment moment = evaluate(choreography, step, telling_time_s(choreography, step));
        CHECK(moment.right->pass == Pass::working);
        CHECK(moment.right->progress == Approx(0.5F).margin(1.0e-3));
    }
}

TEST_CASE("a place that a body lacks is told with its line, and its stroke is left out of both hands") {
    const auto body = test_body();
    Lesson lesson = bundled_lesson();
    const double duration_s = lay_on_body(lesson, *body, 6.0).steps[1].duration_s;
    lesson.steps[1].strokes[1].path[2].lateral_mm = 259.0F;
    lesson.steps[1].strokes[1].path[2].level = body::Level{5.0F};
    lesson.zones[9].place = {body::Level{5.0F}, 255.0F};
    const Choreography choreography = lay_on_body(lesson, *body, 6.0);
    REQUIRE(choreography.problems.size() == 2);
    CHECK(choreography.problems[0].file == lesson.file);
    CHECK(choreography.problems[0].line == lesson.steps[1].strokes[1].line);
    CHECK(choreography.problems[0].cause.find("C5, 259 mm to the right") != std::string::npos);
    CHECK(choreography.problems[1].line == lesson.zones[9].line);
    CHECK(choreography.steps[1].strokes.size() == 2);
    CHECK(choreography.steps[1].duration_s == duration_s);
    CHECK(choreography.zones.size() == 11);
    CHECK(evaluate(choreography, 1, duration_s * 0.99).right->progress == 1.0F);  // the hand waits

    lesson.steps[1].strokes.erase(lesson.steps[1].strokes.begin());
    const Choreography none = lay_on_body(lesson, *body, 6.0);
    CHECK(none.steps[1].strokes.empty());
    CHECK(none.steps[1].duration_s > 0.0);
    CHECK_FALSE(evaluate(none, 1, 1.0).right.has_value());
}

TEST_CASE("a rate of breathing out of range is brought into range") {
    const auto body = test_body();
    CHECK(lay_on_body(bundled_lesson(), *body, 0.0).breath.breath_per_min == 4.0);
    CHECK(lay_on_body(bundled_lesson(), *body, 1.0e9).breath.breath_per_min == 20.0);
    CHECK(lay_on_body(bundled_lesson(), *body, std::nan("")).breath.breath_per_min == 6.0);
    double sum_s = 0.0;
    const Choreography choreography = lay_on_body(bundled_lesson(), *body, 6.0);
    for (const StepOnBody& step : choreography.steps) {
        sum_s += step.duration_s;
    }
    CHECK(choreography.duration_s() == Approx(sum_s));
}
