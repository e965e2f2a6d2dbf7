#include "lesson/choreography.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "core/local_numbers.h"
#include "core/translate.h"
#include "core/units.h"
#include "lesson/message.h"
#include "lesson/schedule.h"
#include "lesson/stroke_path.h"

namespace dorsum::lesson {
namespace {

std::string in_words(const body::Place& place) {
    const std::string level = body::to_string(place.level);
    const std::string distance = local_number(std::round(std::abs(place.lateral_mm)), 0);
    if (place.lateral_mm == 0.0F) {
        return fill(tr("{0} on the midline"), {level});
    }
    return fill(place.lateral_mm > 0.0F ? tr("{0}, {1} mm to the right") : tr("{0}, {1} mm to the left"),
                {level, distance});
}

Error lacking(const Lesson& lesson, const int line, const int column, const std::string& what,
              const body::Place& place) {
    return {lesson.file, fill(tr("{0} is left out: this body has no skin at {1}"), {what, in_words(place)}),
            tr("Move the place nearer to the spine, or choose another model"), line, column};
}

using LaidPath = tl::expected<PathOnSkin, body::Place>;

/// A stroke for either hand.
struct LaidStroke {
    LaidPath right;
    LaidPath left;
    [[nodiscard]] const LaidPath& of(const Hand hand) const { return hand == Hand::right ? right : left; }
};

/// What keeps a stroke from being done by all its hands.
const body::Place* missing_place(const StrokePlan& plan, const LaidStroke& laid) {
    if (plan.hands != Hands::left && !laid.right) {
        return &laid.right.error();
    }
    return plan.hands != Hands::right && !laid.left ? &laid.left.error() : nullptr;
}

Stroke stroke_from(const StrokePlan& plan, const Turn& turn, const PathOnSkin& path) {
    Stroke stroke;
    stroke.index = static_cast<int>(turn.stroke);
    stroke.hand = turn.hand;
    stroke.contact = plan.contact;
    stroke.pass = plan.pass;
    stroke.breath = plan.breath;
    stroke.pressure = plan.pressure;
    stroke.start_s = turn.time.start_s;
    stroke.duration_s = turn.time.duration_s;
    stroke.length_m = path.length_m;
    stroke.path = path.points;
    stroke.kind = plan.kind;
    stroke.motion = plan.motion;
    return stroke;
}

/// The way of a lifted hand above the skin; empty where the skin has a gap below it.
std::optional<Travel> travel_from(const Way& way, const Step& step, const LaidPath& from, const LaidPath& to,
                                  const body::Body& body) {
    constexpr float lift_of_way = 0.3F;
    constexpr float highest_m = 0.06F;
    StrokePlan plan;
    plan.contact = Contact::palm;
    plan.pressure = 0;
    // Where the hand of each stroke really is: what presses is held off the midline on a small body.
    if (!from || !to) {
        return std::nullopt;
    }
    const bool left = way.hand == Hand::left;
    plan.path = {from->last, to->first};
    for (body::Place& place : plan.path) {
        place.lateral_mm = left ? -place.lateral_mm : place.lateral_mm;
    }
    auto path = lay_path(plan, way.hand, body);
    if (!path) {
        return std::nullopt;
    }
    return Travel{way.hand,
                  step.strokes[way.to].contact,
                  static_cast<int>(way.to),
                  way.time.start_s,
                  way.time.duration_s,
                  path->length_m,
                  std::min(highest_m, lift_of_way * path->length_m),
                  std::move(path->points)};
}

StepOnBody lay_step(const Lesson& lesson, const std::size_t number, const body::Body& body, const BreathLaw& law,
                    std::vector<Error>& problems) {
    const Step& step = lesson.steps[number];
    const Schedule times = schedule(step, law);
    StepOnBody result;
    result.round_s = times.round_s;
    result.duration_s = times.round_s * step.repeats;
    result.follows_breath = follows_breath(step);
    std::vector<LaidStroke> laid;
    for (const StrokePlan& plan : step.strokes) {
        laid.push_back({lay_path(plan, Hand::right, body), lay_path(plan, Hand::left, body)});
        if (const body::Place* place = missing_place(plan, laid.back())) {
            const std::string what =
                fill(tr("stroke {0} of step {1}"), {std::to_string(laid.size()), std::to_string(number + 1)});
            problems.push_back(lacking(lesson, plan.line, plan.column, what, *place));
        }
    }
    for (const Turn& turn : times.turns) {
        const StrokePlan& plan = step.strokes[turn.stroke];
        if (missing_place(plan, laid[turn.stroke]) == nullptr) {  // one hand alone would teach something else
            result.strokes.push_back(stroke_from(plan, turn, *laid[turn.stroke].of(turn.hand)));
        }
    }
    for (const Way& way : times.ways) {
        if (auto travel = travel_from(way, step, laid[way.from].of(way.hand), laid[way.to].of(way.hand), body)) {
            result.travels.push_back(*std::move(travel));
        }
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
    if (const body::Landmark* nape = body::find_landmark(body, "C7")) {
        choreography.nape_y_m = nape->position.y;
    }
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        choreography.steps.push_back(lay_step(lesson, i, body, choreography.breath, choreography.problems));
    }
    for (const Zone& zone : lesson.zones) {
        if (const auto point = body::skin_point(body, zone.place)) {
            choreography.zones.push_back(
                {zone.number, *point, metres_from_mm(zone.radius_mm) * body.scale_to_reference, zone.over_vertebrae});
        } else {
            choreography.problems.push_back(lacking(lesson, zone.line, zone.column,
                                                    fill(tr("zone {0}"), {std::to_string(zone.number)}), zone.place));
        }
    }
    return choreography;
}

}  // namespace dorsum::lesson
