#include "lesson/stroke_rules.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/translate.h"
#include "lesson/limits.h"
#include "lesson/message.h"
#include "lesson/place_curve.h"

namespace dorsum::lesson {
namespace {

float length_mm(const std::vector<body::Place>& path) {
    float length = 0.0F;
    for (std::size_t i = 1; i < path.size(); ++i) {
        length += distance_mm(path[i - 1], path[i]);
    }
    return length;
}

void check_direction(const StrokePlan& stroke, TableReader& reader) {
    const bool inhaling = stroke.breath == BreathLock::inhale;
    // Level numbers count downwards, so a stroke rises where they fall.
    const auto against = [&](const body::Place& from, const body::Place& to) {
        return inhaling ? to.level.number > from.level.number : to.level.number < from.level.number;
    };
    const auto found = std::adjacent_find(stroke.path.begin(), stroke.path.end(), against);
    const bool stays_level = stroke.path.front().level == stroke.path.back().level;
    if (found == stroke.path.end() && !stays_level) {
        return;
    }
    const std::string where = found == stroke.path.end() ? std::string()
                                                         : ": " + body::to_string(found->level) + " -> " +
                                                               body::to_string(std::next(found)->level);
    if (inhaling) {
        reader.problem(
            "path", fill(tr("{0} belongs to the inhalation but does not ascend throughout"), {reader.name()}) + where,
            tr("Order its places from the lowest to the highest, or write breath = \"free\""));
    } else {
        reader.problem(
            "path", fill(tr("{0} belongs to the exhalation but does not descend throughout"), {reader.name()}) + where,
            tr("Order its places from the highest to the lowest, or write breath = \"free\""));
    }
}

void check_clear_of_spine(const StrokePlan& stroke, TableReader& reader) {
    const float least_mm = least_lateral_mm(stroke);
    const bool right = stroke.path.front().lateral_mm >= 0.0F;
    const auto nearest =
        std::min_element(stroke.path.begin(), stroke.path.end(), [right](const body::Place& a, const body::Place& b) {
            return (right ? a.lateral_mm : -a.lateral_mm) < (right ? b.lateral_mm : -b.lateral_mm);
        });
    const float clearance_mm = right ? nearest->lateral_mm : -nearest->lateral_mm;
    if (least_mm == 0.0F || clearance_mm >= least_mm) {
        return;
    }
    reader.problem(
        "path",
        fill(tr("{0} comes within {1} mm of the midline at {2}, onto the vertebrae"),
             {reader.name(), plain(std::max(clearance_mm, 0.0F)), body::to_string(nearest->level)}),
        stroke.contact == Contact::knuckles || stroke.contact == Contact::forearm
            ? fill(tr("Keep the middle of knuckles or a forearm at least {0} mm to one side"), {plain(least_mm)})
        : stroke.contact == Contact::palm
            ? fill(tr("Keep the middle of a palm that presses at least {0} mm to one side, or write pressure "
                      "= 1"),
                   {plain(least_mm)})
            : fill(tr("Keep the middle of a thumb or fingertip at least {0} mm to one side, in the groove "
                      "beside the spine"),
                   {plain(least_mm)}));
}

void check_clear_of_head(const StrokePlan& stroke, TableReader& reader) {
    const auto highest =
        std::min_element(stroke.path.begin(), stroke.path.end(),
                         [](const body::Place& a, const body::Place& b) { return a.level.number < b.level.number; });
    if (stroke.contact != Contact::forearm || highest->level.number >= forearm_level_highest.number) {
        return;
    }
    reader.problem("path",
                   fill(tr("{0} brings a forearm up to {1}: the hand beyond it would lie on neck and head"),
                        {reader.name(), body::to_string(highest->level)}),
                   fill(tr("Keep the middle of a forearm at {0} or below, or write contact = \"palm\""),
                        {body::to_string(forearm_level_highest)}));
}

/// Two hands cannot lie on one place.
void check_room_for_hands(const StrokePlan& stroke, TableReader& reader) {
    if (stroke.hands != Hands::both) {
        return;
    }
    const bool right = stroke.path.front().lateral_mm >= 0.0F;
    float nearest_mm = lateral_mm_most;
    for (const body::Place& place : stroke.path) {
        nearest_mm = std::min(nearest_mm, right ? place.lateral_mm : -place.lateral_mm);
    }
    // Hands that rub circle inwards at the same time; hands that knead take turns and keep their distance.
    const float circle_mm = stroke.kind == StrokeKind::friction ? static_cast<float>(stroke.motion.radius_mm) : 0.0F;
    const float needed_mm = half_width_mm(stroke.contact) + circle_mm;
    const float overlap_mm = 2.0F * (needed_mm - nearest_mm);
    if (overlap_mm > 0.0F) {
        reader.problem(
            "path", fill(tr("the two hands of {0} overlap by {1} mm"), {reader.name(), plain(std::round(overlap_mm))}),
            fill(tr("Keep the path at least {0} mm to one side, or write hands = \"alternate\""), {plain(needed_mm)}));
    }
}

void check_kind(const StrokePlan& stroke, TableReader& reader) {
    const bool glides = stroke.kind == StrokeKind::effleurage;
    if (!glides && stroke.breath != BreathLock::free) {
        reader.problem("breath", fill(tr("{0} follows the breath but does not glide"), {reader.name()}),
                       tr("Write breath = \"free\" and a duration_s, or kind = \"effleurage\""));
    }
    if (stroke.hands == Hands::alternate && stroke.breath != BreathLock::free) {
        reader.problem("hands",
                       fill(tr("{0} cannot be done by one hand after the other in one breath"), {reader.name()}),
                       tr("Write hands = \"both\", \"right\" or \"left\""));
    }
    if (!glides && stroke.kind != StrokeKind::holding && stroke.pass == Pass::light_return) {
        reader.problem("pass", fill(tr("{0} is a return but does not glide"), {reader.name()}),
                       tr("Write pass = \"working\", or kind = \"effleurage\""));
    }
}

}  // namespace

void check_stroke(const StrokePlan& stroke, TableReader& reader) {
    if (stroke.pass == Pass::light_return && stroke.pressure > return_pressure_most) {
        reader.problem(
            "pressure", fill(tr("{0} is a light return with pressure {1}"), {reader.name(), plain(stroke.pressure)}),
            fill(tr("Write a pressure from 0 to {0}, or pass = \"working\""), {plain(return_pressure_most)}));
    }
    check_kind(stroke, reader);
    const bool held = stroke.kind == StrokeKind::holding && stroke.path.size() == 1;
    if (stroke.path.size() < 2 && !held) {
        return;
    }
    if (!held && length_mm(stroke.path) < path_mm_least) {
        reader.problem("path", fill(tr("the path of {0} hardly moves"), {reader.name()}),
                       fill(tr("Give it places that lie at least {0} mm apart"), {plain(path_mm_least)}));
        return;
    }
    if (!held && stroke.breath != BreathLock::free) {
        check_direction(stroke, reader);
    }
    const std::size_t before = reader.problem_count();
    check_clear_of_spine(stroke, reader);
    check_clear_of_head(stroke, reader);
    if (reader.problem_count() == before) {
        check_room_for_hands(stroke, reader);
    }
}

}  // namespace dorsum::lesson
