#include "app/info_under_hands.h"

#include <cmath>

#include "core/fill.h"
#include "core/local_numbers.h"
#include "core/translate.h"
#include "lesson/message.h"

namespace dorsum::app {
namespace {

using Json = nlohmann::ordered_json;

double one_decimal(const float number) {
    return std::round(static_cast<double>(number) * 10.0) / 10.0;
}

Json hand_json(const scene::UnderHands& under, const std::optional<lesson::HandNow>& hand) {
    Json list = Json::array();
    const body::Body* const asked = under.asked();
    if (!hand || asked == nullptr) {
        return list;
    }
    for (const scene::StructureUnder& found : under.under(*hand)) {
        const body::Part& part = asked->parts[found.part];
        if (part.entry != nullptr) {
            list.push_back({{"id", part.entry->id},
                            {"name", part.entry->name},
                            {"latin", part.entry->latin},
                            {"layer", scene::name_of(scene::layer_of(part.role))},
                            {"depth_mm", one_decimal(found.depth_mm)},
                            {"share", one_decimal(found.share * 100.0F) / 100.0}});
        }
    }
    return list;
}

std::string line_for(const char* sentence, const Json& structures) {
    std::string line;
    for (const Json& each : structures) {
        const std::string name = tr(each["name"].get<std::string>().c_str());
        line += (line.empty() ? "" : ", ") +
                lesson::fill(tr("{0} ({1} mm)"), {name, local_number(each["depth_mm"].get<double>())});
    }
    return line.empty() ? "" : fill(sentence, {line}) + "\n";
}

}  // namespace

tl::expected<Json, CommandFailure> under_hands_json(const InfoCommand& command, const scene::Subject& subject) {
    const auto& steps = subject.choreography->steps;
    const int step = *command.step - 1;
    if (step >= static_cast<int>(steps.size())) {
        return wrong_use("--step " + std::to_string(*command.step), tr("this lesson has fewer steps"),
                         fill(tr("Choose a step from 1 to {0}"), {std::to_string(steps.size())}));
    }
    const double duration_s = steps[static_cast<std::size_t>(step)].duration_s;
    if (command.time_s && *command.time_s > duration_s) {
        return wrong_use("--time", tr("this step is over by then"),
                         fill(tr("Choose a time in seconds from 0 to {0}"), {lesson::plain(duration_s)}));
    }
    const double time_s = command.time_s.value_or(lesson::telling_time_s(*subject.choreography, step));
    const lesson::Moment moment = lesson::evaluate(*subject.choreography, step, time_s);
    subject.under->prepare();
    return Json{{"step", *command.step},
                {"time_s", time_s},
                {"as_on_bundled_body", subject.under->as_on_bundled()},
                {"left", hand_json(*subject.under, moment.left)},
                {"right", hand_json(*subject.under, moment.right)}};
}

std::string under_hands_in_words(const Json& under) {
    std::string words = line_for(tr("Under the left hand: {0}"), under["left"]);
    words += line_for(tr("Under the right hand: {0}"), under["right"]);
    if (words.empty()) {
        return std::string(tr("No hand is on the back at this instant.")) + "\n";
    }
    return words + (under["as_on_bundled_body"].get<bool>()
                        ? std::string(tr("As on the bundled body: this model has a skin only.")) + "\n"
                        : std::string());
}

}  // namespace dorsum::app
