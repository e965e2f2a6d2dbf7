#include "lesson/practice.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <string>

#include "catch.h"
#include "lesson/test_body.h"

using namespace dorsum;
using namespace dorsum::lesson;

namespace {

const Choreography& laid() {
    static const Choreography choreography = lay_on_body(bundled_lesson(), *test_body(), 6.0);
    return choreography;
}

const Stroke& stroke_of(const std::size_t step, const Hand hand, const int index) {
    const auto& strokes = laid().steps.at(step).strokes;
    return *std::ranges::find_if(strokes, [&](const Stroke& s) { return s.hand == hand && s.index == index; });
}

/// Down beside the spine, of its own time; and up beside it, on the inhalation.
const Stroke& down(const Hand hand = Hand::right) {
    return stroke_of(1, hand, 0);
}
const Stroke& up_with_breath() {
    return stroke_of(2, Hand::right, 0);
}

/// Somebody who does what the model does.
std::vector<PracticeSample> follower(const Stroke& stroke, const double tempo = 1.0) {
    std::vector<PracticeSample> samples;
    constexpr int count = 200;
    for (int i = 0; i <= count; ++i) {
        const double time_s = stroke.duration_s * i / count;
        samples.push_back({stroke.start_s + time_s / tempo, model_position(stroke, time_s)});
    }
    return samples;
}

std::vector<PracticeSample> shifted(std::vector<PracticeSample> samples, const glm::vec3 by) {
    for (PracticeSample& sample : samples) {
        sample.position += by;
    }
    return samples;
}

PracticeJudgement judged(const std::vector<PracticeSample>& samples, const Stroke& stroke) {
    const auto judgement = judge_practice(samples, stroke, laid().breath);
    REQUIRE(judgement);
    return *judgement;
}

/// The first thing that a learner is told.
std::string first_words(const PracticeJudgement& judgement, const Stroke& stroke) {
    REQUIRE_FALSE(judgement.advice.empty());
    return in_words(judgement.advice.front(), judgement, stroke);
}

bool says(const PracticeJudgement& judgement, const Stroke& stroke, const std::string& part) {
    return std::ranges::any_of(judgement.advice, [&](const Advice& advice) {
        return in_words(advice, judgement, stroke).find(part) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("whoever does what the model does scores 100 in every stroke of the lesson, and hears nothing") {
    for (const StepOnBody& step : laid().steps) {
        for (const Stroke& stroke : step.strokes) {
            const PracticeJudgement judgement = judged(follower(stroke), stroke);
            CHECK(judgement.score == 100);
            CHECK(judgement.advice.empty());
            CHECK(judgement.largest_distance_mm < 1.0F);
            CHECK(judgement.coverage > 0.98F);
            CHECK(judgement.speed_cm_s == Approx(judgement.model_speed_cm_s).epsilon(0.02));
            CHECK(judgement.wrong_breath.value_or(0.0F) == 0.0F);
            CHECK(judgement.over_spine_mm == 0.0F);
        }
    }
}

TEST_CASE("10 mm to the side are told as 10 mm, with the side, for either hand") {
    for (const Hand hand : {Hand::right, Hand::left}) {
        const float outwards_m = hand == Hand::right ? 0.010F : -0.010F;
        // A straight path, so that all of the way lies 10 mm beside it.
        Stroke stroke = down(hand);
        const glm::vec3 start = stroke.path.front().position;
        for (std::size_t i = 0; i < stroke.path.size(); ++i) {
            stroke.path[i] = {start - glm::vec3(0.0F, 0.005F * static_cast<float>(i), 0.0F), {0.0F, 0.0F, 1.0F}};
        }
        stroke.length_m = 0.005F * static_cast<float>(stroke.path.size() - 1);
        const auto out = judged(shifted(follower(stroke), {outwards_m, 0.0F, 0.0F}), stroke);
        CHECK(out.mean_distance_mm == Approx(10.0F).margin(0.1));
        CHECK(out.outwards_mm == Approx(10.0F).margin(0.1));
        CHECK(out.score < 95);
        CHECK(first_words(out, stroke) == "10 mm too far out, away from the spine");
        const auto in = judged(shifted(follower(stroke), {-outwards_m, 0.0F, 0.0F}), stroke);
        CHECK(in.outwards_mm == Approx(-10.0F).margin(0.1));
        CHECK(says(in, stroke, "10 mm too near the spine"));
    }
}

TEST_CASE("twice as fast is told so, with both speeds, and costs points") {
    const auto judgement = judged(follower(down(), 2.0), down());
    CHECK(judgement.speed_cm_s == Approx(2.0F * judgement.model_speed_cm_s).epsilon(0.03));
    CHECK(judgement.mean_distance_mm < 1.0F);
    CHECK(judgement.score < 90);
    CHECK(first_words(judgement, down()).starts_with("Twice as fast as shown: "));
    CHECK(says(judged(follower(down(), 0.5), down()), down(), "Too slow"));
}

TEST_CASE("the wrong way round is told as that, and not as far from the path") {
    auto samples = follower(down());
    std::ranges::reverse(samples);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i].time_s = down().start_s + 0.05 * static_cast<double>(i);
    }
    const auto judgement = judged(samples, down());
    CHECK(judgement.backwards);
    CHECK(judgement.mean_distance_mm < 1.0F);
    CHECK(judgement.score <= 40);
    CHECK(first_words(judgement, down()).starts_with("The wrong way round"));
}

TEST_CASE("going up while the receiver breathes out is told as that") {
    const Stroke& stroke = up_with_breath();
    REQUIRE(stroke.breath == BreathLock::inhale);
    auto samples = follower(stroke);
    for (PracticeSample& sample : samples) {
        sample.time_s += stroke.duration_s;  // as the exhalation begins
    }
    const auto judgement = judged(samples, stroke);
    REQUIRE(judgement.wrong_breath);
    CHECK(*judgement.wrong_breath > 0.98F);
    CHECK(judgement.score <= 80);
    CHECK(first_words(judgement, stroke).starts_with("You went up while the receiver breathed out"));
    CHECK_FALSE(judged(follower(down()), down()).wrong_breath);  // that stroke has no phase
}

TEST_CASE("who stops half-way hears how much of the path is missing, and at which end") {
    auto samples = follower(down());
    const auto half = static_cast<std::ptrdiff_t>(samples.size() / 2);
    const auto first = judged({samples.begin(), samples.begin() + half}, down());
    CHECK(first.coverage == Approx(0.5F).margin(0.03));
    CHECK(first.mean_distance_mm < 1.0F);
    CHECK(first.score < 80);
    CHECK(first_words(first, down()).starts_with("The last "));
    CHECK(first_words(judged({samples.begin() + half, samples.end()}, down()), down()).starts_with("The first "));
}

TEST_CASE("a way over the spine is told before all else") {
    auto samples = follower(up_with_breath());
    for (PracticeSample& sample : samples) {
        sample.position.x = 0.004F;
    }
    const auto judgement = judged(samples, up_with_breath());
    CHECK(judgement.over_spine_mm > 100.0F);
    CHECK(first_words(judgement, up_with_breath()).starts_with("You pressed on the spine"));
    CHECK(judgement.score < 60);
}

TEST_CASE("who stands still before and after is not slower for it, and a mouse's steps make no way longer") {
    auto samples = follower(down());
    for (int i = 1; i <= 20; ++i) {
        samples.insert(samples.begin(), {samples.front().time_s - 0.1, samples.front().position});
        samples.push_back({samples.back().time_s + 0.1, samples.back().position});
    }
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i].position.x += i % 2 == 0 ? 0.0005F : -0.0005F;
    }
    const auto judgement = judged(samples, down());
    CHECK(judgement.speed_cm_s == Approx(judgement.model_speed_cm_s).epsilon(0.05));
    CHECK(judgement.score == 100);
}

TEST_CASE("a press, one place for long, and nothing at all are no strokes and are not judged") {
    CHECK_FALSE(judge_practice({}, down(), laid().breath));
    CHECK_FALSE(judge_practice({{0.0, {}}}, down(), laid().breath));
    CHECK_FALSE(judge_practice(std::vector<PracticeSample>(50, {1.0, down().path[3].position}), down(), laid().breath));
    Stroke holding = down();
    holding.length_m = 0.0F;
    CHECK_FALSE(judge_practice(follower(down()), holding, laid().breath));
}

TEST_CASE("a way all at one instant, as a broken clock would give it, is judged all the same") {
    auto samples = follower(down());
    for (PracticeSample& sample : samples) {
        sample.time_s = 3.0;
    }
    const auto judgement = judged(samples, down());
    CHECK(judgement.score >= 0);
    CHECK(says(judgement, down(), "times as fast"));
}
