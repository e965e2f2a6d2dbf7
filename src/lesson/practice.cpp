#include "lesson/practice.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>

#include "core/units.h"
#include "lesson/comfort.h"
#include "lesson/limits.h"
#include "lesson/practice_match.h"
#include "lesson/stroke_motion.h"

namespace dorsum::lesson {
namespace {

float ramp(const float value, const float low, const float high) {
    return std::clamp((value - low) / (high - low), 0.0F, 1.0F);
}

/// The model as a learner would be seen who does exactly the same.
std::vector<PracticeSample> model_samples(const Stroke& stroke) {
    constexpr int count = 513;
    std::vector<PracticeSample> samples;
    for (int i = 0; i < count; ++i) {
        const double time_s = stroke.duration_s * i / (count - 1);
        samples.push_back({stroke.start_s + time_s, model_position(stroke, time_s)});
    }
    return samples;
}

float mean_speed_cm_s(const std::vector<PracticeSample>& way, const float spacing_m) {
    const double time_s = way.back().time_s - way.front().time_s;
    const float length_m = spacing_m * static_cast<float>(way.size() - 1);
    return time_s > 0.0 ? cm_from_metres(length_m) / static_cast<float>(time_s) : std::numeric_limits<float>::max();
}

/// Speed at a place of a way that is evenly spaced, over a few neighbours: a mouse moves in jerks.
float speed_at(const std::vector<PracticeSample>& way, const std::size_t i, const float spacing_m) {
    constexpr std::size_t reach = 3;
    const std::size_t low = i > reach ? i - reach : 0;
    const std::size_t high = std::min(i + reach, way.size() - 1);
    const double time_s = way[high].time_s - way[low].time_s;
    constexpr float fastest_cm_s = 1000.0F;
    const float length_cm = cm_from_metres(spacing_m * static_cast<float>(high - low));
    return time_s > 0.0 ? std::min(length_cm / static_cast<float>(time_s), fastest_cm_s) : fastest_cm_s;
}

float wrong_share(const Stroke& stroke, const BreathLaw& law, const double from_s, const double to_s) {
    constexpr int looks = 400;
    const BreathPhase wanted = stroke.breath == BreathLock::inhale ? BreathPhase::inhale : BreathPhase::exhale;
    int wrong = 0;
    for (int i = 0; i < looks; ++i) {
        const double time_s = from_s + (to_s - from_s) * (i + 0.5) / looks;
        wrong += breath_at(law, time_s).phase != wanted ? 1 : 0;
    }
    return static_cast<float>(wrong) / looks;
}

/// How far from the midline the contact of a stroke presses on no spinous process.
float clear_of_spine_m(const Stroke& stroke) {
    constexpr float half_process_mm = 5.0F;
    const bool lies = stroke.contact == Contact::palm || stroke.kind == StrokeKind::holding;
    if (lies && stroke.pressure <= lying_pressure_most) {
        return 0.0F;
    }
    return metres_from_mm(half_width_mm(stroke.contact) + half_process_mm);
}

/// Distances and sides of a way that is matched.
void measure(PracticeJudgement& judgement, const Stroke& stroke, const MatchedWay& matched) {
    const float clear_m = clear_of_spine_m(stroke);
    for (std::size_t i = 0; i < matched.way.size(); ++i) {
        const PathFoot& foot = matched.feet[i];
        PracticePoint point;
        point.position = matched.way[i].position;
        point.share = foot.share;
        const glm::vec3 beside = point.position - foot.point.position;
        point.distance_mm = mm_from_metres(glm::length(beside));
        point.speed_cm_s = speed_at(matched.way, i, matched.spacing_m);
        point.model_speed_cm_s = model_speed_cm_s(stroke, foot.share);
        judgement.mean_distance_mm += point.distance_mm;
        judgement.largest_distance_mm = std::max(judgement.largest_distance_mm, point.distance_mm);
        const glm::vec3 right(1.0F, 0.0F, 0.0F);
        const glm::vec3 across = right - foot.point.normal * glm::dot(right, foot.point.normal);
        const float side = foot.point.position.x < 0.0F ? -1.0F : 1.0F;
        judgement.outwards_mm += mm_from_metres(side * glm::dot(beside, across));
        judgement.headwards_mm += mm_from_metres(beside.y);
        if (std::abs(point.position.x) < clear_m) {
            judgement.over_spine_mm += mm_from_metres(matched.spacing_m);
        }
        judgement.points.push_back(point);
    }
    const auto count = static_cast<float>(judgement.points.size());
    judgement.mean_distance_mm /= count;
    judgement.outwards_mm /= count;
    judgement.headwards_mm /= count;
}

Advice place_advice(const PracticeJudgement& judgement, const float lost) {
    constexpr float clear_mm = 5.0F;
    const float out_mm = judgement.outwards_mm;
    const float head_mm = judgement.headwards_mm;
    const bool sideways = std::abs(out_mm) >= std::abs(head_mm);
    const float most_mm = sideways ? out_mm : head_mm;
    if (std::abs(most_mm) < std::max(clear_mm, 0.5F * judgement.mean_distance_mm)) {
        return {Fault::beside, judgement.mean_distance_mm, lost};
    }
    const Fault fault = sideways ? (out_mm > 0.0F ? Fault::outwards : Fault::inwards)
                                 : (head_mm > 0.0F ? Fault::headwards : Fault::footwards);
    return {fault, std::abs(most_mm), lost};
}

/// The end of the path of which more is missing.
Advice missing_advice(const PracticeJudgement& judgement, const Stroke& stroke, const float lost) {
    float first = 1.0F;
    float last = 0.0F;
    for (const PracticePoint& point : judgement.points) {
        first = std::min(first, point.share);
        last = std::max(last, point.share);
    }
    const bool at_start = first > 1.0F - last;
    const float share = at_start ? first : 1.0F - last;
    return {at_start ? Fault::start_left_out : Fault::end_left_out, mm_from_metres(share * stroke.length_m), lost};
}

void score(PracticeJudgement& judgement, const Stroke& stroke) {
    constexpr float spine_mm_least = 10.0F;
    constexpr float told_from = 1.0F;
    std::vector<Advice> all;
    if (judgement.over_spine_mm >= spine_mm_least) {
        all.push_back({Fault::over_spine, judgement.over_spine_mm, 25.0F});
    }
    if (judgement.backwards) {
        all.push_back({Fault::backwards, 0.0F, 60.0F});
    }
    all.push_back(place_advice(judgement, 40.0F * ramp(judgement.mean_distance_mm, 3.0F, 30.0F)));
    all.push_back(missing_advice(judgement, stroke, 30.0F * ramp(1.0F - judgement.coverage, 0.05F, 0.5F)));
    const float ratio = judgement.speed_cm_s / judgement.model_speed_cm_s;
    all.push_back(
        {ratio > 1.0F ? Fault::fast : Fault::slow, ratio, 20.0F * ramp(std::abs(std::log2(ratio)), 0.3F, 1.3F)});
    if (judgement.wrong_breath) {
        const Fault fault = stroke.breath == BreathLock::inhale ? Fault::in_exhalation : Fault::in_inhalation;
        all.push_back({fault, *judgement.wrong_breath, 20.0F * ramp(*judgement.wrong_breath, 0.1F, 0.6F)});
    }
    float points = 100.0F;
    for (const Advice& advice : all) {
        points -= advice.lost;
    }
    judgement.score = static_cast<int>(std::lround(std::max(points, 0.0F)));
    std::erase_if(all, [](const Advice& advice) { return advice.lost < told_from; });
    std::ranges::stable_sort(all, [](const Advice& a, const Advice& b) {
        const auto first = [](const Advice& advice) { return advice.fault == Fault::over_spine; };
        return first(a) != first(b) ? first(a) : a.lost > b.lost;
    });
    all.resize(std::min<std::size_t>(all.size(), 3));
    judgement.advice = std::move(all);
}

}  // namespace

glm::vec3 model_position(const Stroke& stroke, const double stroke_time_s) {
    const double share = stroke.duration_s > 0.0 ? stroke_time_s / stroke.duration_s : 0.0;
    const double along = progress_at(share) * static_cast<double>(stroke.path.size() - 1);
    const std::size_t i = std::min(static_cast<std::size_t>(along), stroke.path.size() - 2);
    return glm::mix(stroke.path[i].position, stroke.path[i + 1].position,
                    static_cast<float>(along - static_cast<double>(i)));
}

float model_speed_cm_s(const Stroke& stroke, const float share_of_path) {
    double low = 0.0;
    double high = 1.0;
    for (int halving = 0; halving < 30; ++halving) {
        const double middle = (low + high) / 2.0;
        (progress_at(middle) < static_cast<double>(share_of_path) ? low : high) = middle;
    }
    return static_cast<float>(relative_speed_at(low)) * stroke.mean_speed_cm_s();
}

std::optional<PracticeJudgement> judge_practice(const std::vector<PracticeSample>& samples, const Stroke& stroke,
                                                const BreathLaw& law) {
    if (stroke.path.size() < 2 || mm_from_metres(stroke.length_m) < practised_mm_least || stroke.duration_s <= 0.0) {
        return std::nullopt;
    }
    const std::vector<PracticeSample> moved = without_standing(samples);
    if (mm_from_metres(length_m(moved)) < practised_mm_least) {
        return std::nullopt;
    }
    const MatchedWay matched = match(moved, stroke.path);
    PracticeJudgement judgement;
    judgement.backwards = matched.backwards;
    judgement.coverage = matched.coverage;
    measure(judgement, stroke, matched);
    judgement.speed_cm_s = mean_speed_cm_s(matched.way, matched.spacing_m);
    const EvenWay model = evenly_spaced(without_standing(model_samples(stroke)), matched.spacing_m);
    judgement.model_speed_cm_s = mean_speed_cm_s(model.way, model.spacing_m);
    if (stroke.breath != BreathLock::free) {
        judgement.wrong_breath = wrong_share(stroke, law, moved.front().time_s, moved.back().time_s);
    }
    score(judgement, stroke);
    return judgement;
}

}  // namespace dorsum::lesson
