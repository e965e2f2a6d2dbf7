#include <array>
#include <cmath>
#include <cstdio>

#include "core/translate.h"
#include "lesson/comfort.h"
#include "lesson/message.h"
#include "lesson/practice.h"

namespace dorsum::lesson {
namespace {

std::string rounded(const float number, const int decimals = 0) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, static_cast<double>(number));
    return text.data();
}

std::string percent(const float share) {
    return rounded(100.0F * share);
}

std::string speed_words(const Advice& advice, const PracticeJudgement& judgement) {
    const std::string speed = rounded(judgement.speed_cm_s, 1);
    const std::string model = rounded(judgement.model_speed_cm_s, 1);
    if (advice.fault == Fault::slow) {
        return fill(tr("Too slow: {0} cm/s in place of {1}"), {speed, model});
    }
    constexpr float about_twice_least = 1.85F;
    constexpr float about_twice_most = 2.15F;
    std::string how;
    if (advice.amount < about_twice_least) {
        how = fill(tr("{0} % too fast: {1} cm/s in place of {2}"), {percent(advice.amount - 1.0F), speed, model});
    } else if (advice.amount < about_twice_most) {
        how = fill(tr("Twice as fast as shown: {0} cm/s in place of {1}"), {speed, model});
    } else {
        how =
            fill(tr("{0} times as fast as shown: {1} cm/s in place of {2}"), {rounded(advice.amount, 1), speed, model});
    }
    const bool leaves_comfort =
        judgement.speed_cm_s > comfort_cm_s_most && judgement.model_speed_cm_s <= comfort_cm_s_most;
    return leaves_comfort ? how + "; " + tr("up to 10 cm/s is felt as pleasant") : how;
}

/// Up, down, or neither, by where the path leads.
std::string breath_words(const Advice& advice, const Stroke& stroke) {
    const float rise_m = stroke.path.back().position.y - stroke.path.front().position.y;
    const bool leads_along = std::abs(rise_m) > 0.25F * stroke.length_m;
    const std::string share = percent(advice.amount);
    if (advice.fault == Fault::in_exhalation) {
        return fill(leads_along && rise_m > 0.0F
                        ? tr("You went up while the receiver breathed out, {0} % of the time")
                        : tr("You moved while the receiver breathed out, {0} % of the time: this stroke is for the "
                             "breath in"),
                    {share});
    }
    return fill(leads_along && rise_m < 0.0F
                    ? tr("You went down while the receiver breathed in, {0} % of the time")
                    : tr("You moved while the receiver breathed in, {0} % of the time: this stroke is for the breath "
                         "out"),
                {share});
}

}  // namespace

std::string in_words(const Advice& advice, const PracticeJudgement& judgement, const Stroke& stroke) {
    const std::string mm = rounded(advice.amount);
    const std::string cm = rounded(advice.amount / 10.0F);
    switch (advice.fault) {
        case Fault::over_spine:
            return fill(tr("You pressed on the spine for {0} mm: keep beside it"), {mm});
        case Fault::backwards:
            return tr("The wrong way round: begin at the ring and follow the arrowheads");
        case Fault::in_inhalation:
        case Fault::in_exhalation:
            return breath_words(advice, stroke);
        case Fault::start_left_out:
            return fill(tr("The first {0} cm of the path are missing"), {cm});
        case Fault::end_left_out:
            return fill(tr("The last {0} cm of the path are missing"), {cm});
        case Fault::outwards:
            return fill(tr("{0} mm too far out, away from the spine"), {mm});
        case Fault::inwards:
            return fill(tr("{0} mm too near the spine"), {mm});
        case Fault::headwards:
            return fill(tr("{0} mm too far up, towards the head"), {mm});
        case Fault::footwards:
            return fill(tr("{0} mm too far down, towards the feet"), {mm});
        case Fault::beside:
            return fill(tr("{0} mm beside the path on average: keep to its middle"), {mm});
        case Fault::fast:
        case Fault::slow:
            break;
    }
    return speed_words(advice, judgement);
}

}  // namespace dorsum::lesson
