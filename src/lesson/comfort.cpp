#include "lesson/comfort.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

#include "core/local_numbers.h"
#include "core/translate.h"
#include "core/units.h"
#include "lesson/message.h"

namespace dorsum::lesson {
namespace {

std::optional<SpeedFinding> finding_of(const Stroke& stroke, const std::size_t step, const BreathLaw& law) {
    constexpr float told_from_cm_s = 0.05F;  // less is no excess when it is told to a tenth
    const float speed_cm_s = stroke.mean_speed_cm_s();
    if (stroke.kind != StrokeKind::effleurage || speed_cm_s < comfort_cm_s_most + told_from_cm_s) {
        return std::nullopt;
    }
    SpeedFinding finding;
    finding.step = step;
    finding.stroke = stroke.index;
    finding.speed_cm_s = speed_cm_s;
    finding.over_cm_s = speed_cm_s - comfort_cm_s_most;
    finding.fitting_s = stroke.duration_s * static_cast<double>(speed_cm_s / comfort_cm_s_most);
    finding.fitting_length_m = stroke.length_m * comfort_cm_s_most / speed_cm_s;
    finding.breath_forces = stroke.breath != BreathLock::free;
    if (finding.breath_forces) {
        const double rate = law.breath_per_min * static_cast<double>(comfort_cm_s_most / speed_cm_s);
        const double shown = std::floor(rate * 10.0) / 10.0;  // as it is told, so that what is told does
        finding.fitting_per_min = shown >= breath_per_min_lowest ? shown : 0.0;
    }
    return finding;
}

}  // namespace

std::vector<SpeedFinding> speed_findings(const Choreography& choreography) {
    std::vector<SpeedFinding> findings;
    for (std::size_t step = 0; step < choreography.steps.size(); ++step) {
        for (const Stroke& stroke : choreography.steps[step].strokes) {
            const bool told =
                !findings.empty() && findings.back().step == step && findings.back().stroke == stroke.index;
            if (const auto finding = finding_of(stroke, step, choreography.breath); finding && !told) {
                findings.push_back(*finding);
            }
        }
    }
    return findings;
}

Error in_words(const SpeedFinding& finding, const Lesson& lesson) {
    const std::string stroke =
        fill(tr("stroke {0} of step {1}"), {std::to_string(finding.stroke + 1), std::to_string(finding.step + 1)});
    const std::string cause = fill(
        finding.breath_forces ? tr("the breath drives {0} to {1} cm/s, {2} more than the 10 cm/s that are comfortable")
                              : tr("{0} moves at {1} cm/s, {2} more than the 10 cm/s that are comfortable"),
        {stroke, local_number(finding.speed_cm_s, 1), local_number(finding.over_cm_s, 1)});
    const std::string length_cm = local_number(std::floor(cm_from_metres(finding.fitting_length_m)), 0);
    std::string remedy;
    if (!finding.breath_forces) {
        remedy = fill(tr("Let it last {0} s, or shorten its path to {1} cm"),
                      {local_number(std::ceil(finding.fitting_s * 10.0) / 10.0, 1), length_cm});
    } else if (finding.fitting_per_min > 0.0) {
        remedy = fill(tr("Breathe at most {0} times a minute, or shorten its path to {1} cm"),
                      {local_number(finding.fitting_per_min, 1), length_cm});
    } else {
        remedy = fill(tr("Shorten its path to {0} cm"), {length_cm});
    }
    const Step& step = lesson.steps[finding.step];
    const StrokePlan& plan = step.strokes[static_cast<std::size_t>(finding.stroke)];
    return {lesson.file, cause, remedy, plan.line, plan.column};
}

}  // namespace dorsum::lesson
