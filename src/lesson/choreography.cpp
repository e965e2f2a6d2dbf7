#include "lesson/choreography.h"

#include <cmath>
#include <string>

#include "core/translate.h"
#include "core/units.h"
#include "lesson/message.h"
#include "lesson/schedule.h"
#include "lesson/stroke_path.h"

namespace dorsum::lesson {
namespace {

std::string in_words(const body::Place& place) {
    const std::string level = body::to_string(place.level);
    const std::string distance = plain(std::round(std::abs(place.lateral_mm)));
    if (place.lateral_mm == 0.0F) {
        return fill(tr("{0} on the midline"), {level});
    }
    return fill(place.lateral_mm > 0.0F ? tr("{0}, {1} mm to the right") : tr("{0}, {1} mm to the left"),
                {level, distance});
}

Error lacking(const Lesson& lesson, const int line, const std::string& what, const body::Place& place) {
    return {lesson.file, fill(tr("{0} is left out: this body has no skin at {1}"), {what, in_words(place)}),
            tr("Move the place nearer to the spine, or choose another model"), line, 0};
}

Stroke stroke_from(const StrokePlan& plan, const int index, const Hand hand, const TimeSpan& span, PathOnSkin path) {
    return {index,         hand,         plan.contact,    plan.pass,     plan.breath,
            plan.pressure, span.start_s, span.duration_s, path.length_m, std::move(path.points)};
}

StepOnBody lay_step(const Lesson& lesson, const std::size_t number, const body::Body& body, const BreathLaw& law,
                    std::vector<Error>& problems) {
    const Step& step = lesson.steps[number];
    const Schedule times = schedule(step, law);
    StepOnBody result;
    result.round_s = times.round_s;
    result.duration_s = times.round_s * step.repeats;
    result.follows_breath = follows_breath(step);
    for (std::size_t i = 0; i < step.strokes.size(); ++i) {
        const StrokePlan& plan = step.strokes[i];
        auto right = lay_path(plan, Hand::right, body);
        auto left = lay_path(plan, Hand::left, body);
        if (!right || !left) {
            const std::string what =
                fill(tr("stroke {0} of step {1}"), {std::to_string(i + 1), std::to_string(number + 1)});
            problems.push_back(lacking(lesson, plan.line, what, !right ? right.error() : left.error()));
            continue;  // one hand alone would teach something else
        }
        const int index = static_cast<int>(i);
        result.strokes.push_back(stroke_from(plan, index, Hand::right, times.strokes[i], *std::move(right)));
        result.strokes.push_back(stroke_from(plan, index, Hand::left, times.strokes[i], *std::move(left)));
    }
    return result;
}

}  // namespace

float Stroke::mean_speed_cm_s() const {
    return duration_s > 0.0 ? cm_from_metres(length_m) / static_cast<float>(duration_s) : 0.0F;
}

double Choreography::duration_s() const {
    double sum = 0.0;
    for (const StepOnBody& step : steps) {
        sum += step.duration_s;
    }
    return sum;
}

Choreography lay_on_body(const Lesson& lesson, const body::Body& body, const double breath_per_min) {
    Choreography choreography;
    choreography.breath = in_range({breath_per_min, lesson.inhale_share});
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        choreography.steps.push_back(lay_step(lesson, i, body, choreography.breath, choreography.problems));
    }
    for (const Zone& zone : lesson.zones) {
        if (const auto point = body::skin_point(body, zone.place)) {
            choreography.zones.push_back(
                {zone.number, *point, metres_from_mm(zone.radius_mm) * body.scale_to_reference, zone.over_vertebrae});
        } else {
            choreography.problems.push_back(
                lacking(lesson, zone.line, fill(tr("zone {0}"), {std::to_string(zone.number)}), zone.place));
        }
    }
    return choreography;
}

}  // namespace dorsum::lesson
