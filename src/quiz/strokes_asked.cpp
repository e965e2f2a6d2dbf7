#include "quiz/strokes_asked.h"

#include <cmath>

#include "core/translate.h"

namespace dorsum::quiz {

namespace {

using lesson::BreathLock;
using lesson::StrokePlan;

/// From the first place of a stroke to its last, where that is clear.
std::optional<Way> way_of(const StrokePlan& stroke) {
    constexpr double vertebra_mm = 24.0;  // from one thoracic or lumbar spinous process to the next, about
    constexpr double clear = 1.5;
    if (stroke.kind != lesson::StrokeKind::effleurage || stroke.path.size() < 2) {
        return std::nullopt;
    }
    // Levels count from the head.
    const double down_mm =
        vertebra_mm * static_cast<double>(stroke.path.back().level.number - stroke.path.front().level.number);
    const double out_mm =
        static_cast<double>(std::abs(stroke.path.back().lateral_mm) - std::abs(stroke.path.front().lateral_mm));
    if (std::abs(down_mm) >= clear * std::abs(out_mm) && down_mm != 0.0) {
        return down_mm < 0.0 ? Way::headwards : Way::footwards;
    }
    if (std::abs(out_mm) >= clear * std::abs(down_mm) && out_mm != 0.0) {
        return out_mm > 0.0 ? Way::outwards : Way::inwards;
    }
    return std::nullopt;
}

/// What all strokes that count have in common; nothing where they differ, or none counts.
template <typename Value, typename Counts, typename ValueOf>
std::optional<Value> in_common(const lesson::Step& step, Counts counts, ValueOf value_of) {
    std::optional<Value> common;
    for (const StrokePlan& stroke : step.strokes) {
        if (!counts(stroke)) {
            continue;
        }
        const std::optional<Value> here = value_of(stroke);
        if (!here || (common && *common != *here)) {
            return std::nullopt;
        }
        common = here;
    }
    return common;
}

bool is_working(const StrokePlan& stroke) {
    return stroke.pass == lesson::Pass::working;
}

}  // namespace

const char* name_of(const Way way) {
    switch (way) {
        case Way::headwards:
            return tr("towards the head");
        case Way::footwards:
            return tr("towards the feet");
        case Way::outwards:
            return tr("out to the sides");
        case Way::inwards:
            break;
    }
    return tr("in to the spine");
}

std::optional<Way> way_on_breath(const lesson::Step& step, const BreathLock phase) {
    return in_common<Way>(
        step, [phase](const StrokePlan& stroke) { return stroke.breath == phase; }, way_of);
}

std::optional<Way> way_of_pressure(const lesson::Step& step) {
    return in_common<Way>(step, is_working, [](const StrokePlan& stroke) {
        return stroke.breath == BreathLock::free ? way_of(stroke) : std::nullopt;
    });
}

std::optional<lesson::Contact> working_contact(const lesson::Step& step) {
    return in_common<lesson::Contact>(step, is_working,
                                      [](const StrokePlan& stroke) { return std::optional(stroke.contact); });
}

std::optional<bool> presses_on(const lesson::Step& step, const BreathLock phase) {
    return in_common<bool>(
        step, [phase](const StrokePlan& stroke) { return stroke.breath == phase; },
        [](const StrokePlan& stroke) { return std::optional(is_working(stroke)); });
}

}  // namespace dorsum::quiz
