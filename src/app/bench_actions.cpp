#include "app/bench_actions.h"

#include <algorithm>
#include <string>
#include <utility>

#include "app/bench_clock.h"
#include "scene/apply.h"
#include "scene/quiz_view.h"

namespace dorsum::app {

namespace {

using Json = nlohmann::ordered_json;

std::string a_muscle_of(const scene::Subject& subject) {
    const auto muscle = std::ranges::find(subject.body->parts, body::Role::superficial_muscle, &body::Part::role);
    return muscle == subject.body->parts.end() ? "" : muscle->name;
}

/// A lesson before a class, a look below the skin, a quiz, a stroke to practise.
std::vector<scene::Command> actions_of(const scene::Subject& subject) {
    const std::string muscle = a_muscle_of(subject);
    const scene::Cut across{scene::Section::axial};
    return {scene::OpenHelp{true},
            scene::OpenHelp{false},
            scene::GoToStep{1},
            scene::TogglePlaying{},
            scene::Advance{0.033},
            scene::SetBreathRate{8.0},
            scene::SetMirror{true},
            scene::SetMirror{false},
            scene::Present{true},
            scene::Present{false},
            scene::GoToStep{3},
            scene::ShowAllZones{true},
            scene::SelectZone{7, true},
            scene::SelectZone{0},
            scene::SetDepth{scene::Depth::superficial},
            scene::SelectStructure{muscle, true},
            scene::IsolateStructure{muscle},
            scene::ShowAllStructures{},
            scene::SetXRay{true},
            scene::SetXRay{false},
            scene::SetCut{across},
            scene::SetCut{},
            scene::SetExplosion{0.5F},
            scene::ResetSeeThrough{},
            scene::SetDepth{scene::Depth::skin},
            scene::SetHandPeel{scene::HandPeel::skin},
            scene::SetHandPeel{scene::HandPeel::none},
            scene::Undo{},
            scene::OpenQuiz{},
            scene::StartQuiz{7, 0, {}, {}},
            scene::AnswerQuiz{0},
            scene::ContinueQuiz{},
            scene::EndQuiz{},
            scene::EndQuiz{},
            scene::OpenPractice{true},
            scene::OpenPractice{false},
            scene::SetMeasuring{true},
            scene::SetMeasuring{false},
            scene::ChooseTheme{scene::Theme::high_contrast},
            scene::ChooseTheme{scene::Theme::dark},
            scene::ShowPanels{false},
            scene::ShowPanels{true}};
}

}  // namespace

Json measure_panels(BenchWindow& window, scene::State state, const scene::Subject& subject,
                    const std::vector<std::pair<int, double>>& instants) {
    std::vector<double> panels_ms;
    std::vector<double> paint_ms;
    for (const auto& [step, time_s] : instants) {
        state.step = step;
        state.time_s = time_s;
        const BenchWindow::Parts parts = window.draw_in_parts(state, subject);
        panels_ms.push_back(parts.panels_ms);
        paint_ms.push_back(parts.paint_ms);
    }
    return {{"say_ms", median(panels_ms)}, {"paint_ms", median(paint_ms)}};
}

Json measure_actions(BenchWindow& window, scene::State state, const scene::Subject& subject) {
    constexpr glm::vec2 picture_px{1280.0F, 720.0F};
    Json trace = Json::array();
    std::string longest;
    double longest_ms = 0.0;
    // The window gets these ready on a thread of its own.
    static_cast<void>(scene::seen_from_behind(subject));
    if (subject.worked) {
        for (std::size_t step = 0; step < subject.choreography->steps.size(); ++step) {
            static_cast<void>(subject.worked->parts_worked_by(step));
        }
    }
    window.draw_in_parts(state, subject);
    for (const scene::Command& command : actions_of(subject)) {
        const double change_ms = time_ms([&] { state = scene::apply(std::move(state), command, subject, picture_px); });
        const BenchWindow::Parts parts = window.draw_in_parts(state, subject);
        trace.push_back({{"action", scene::describe(command)},
                         {"change_ms", change_ms},
                         {"picture_ms", parts.picture_ms},
                         {"panels_ms", parts.panels_ms},
                         {"paint_ms", parts.paint_ms}});
        if (change_ms + parts.panels_ms > longest_ms) {
            longest_ms = change_ms + parts.panels_ms;
            longest = scene::describe(command);
        }
    }
    return {{"trace", std::move(trace)}, {"longest_without_drawing", {{"action", longest}, {"ms", longest_ms}}}};
}

}  // namespace dorsum::app
