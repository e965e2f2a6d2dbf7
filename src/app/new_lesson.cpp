#include "app/new_lesson.h"

#include <algorithm>
#include <utility>

namespace dorsum::app {

int same_step(const lesson::Lesson& before, const lesson::Lesson& after, const int step) {
    const int count = static_cast<int>(after.steps.size());
    if (step < 0 || step >= static_cast<int>(before.steps.size()) || count == 0) {
        return std::clamp(step, 0, std::max(0, count - 1));
    }
    const std::string& title = before.steps[static_cast<std::size_t>(step)].title;
    const auto has_title = [&title](const lesson::Step& other) { return other.title == title; };
    auto namesakes = std::count_if(before.steps.begin(), before.steps.begin() + step, has_title);
    int found = -1;
    for (int i = 0; i < count && namesakes >= 0; ++i) {
        if (has_title(after.steps[static_cast<std::size_t>(i)])) {
            found = i;
            --namesakes;
        }
    }
    return found >= 0 ? found : std::min(step, count - 1);
}

scene::State on_new_lesson(scene::State before, const lesson::Lesson& old_lesson, const scene::Subject& subject) {
    scene::State state = std::move(before);
    const lesson::Choreography& choreography = *subject.choreography;
    state.step_count = static_cast<int>(choreography.steps.size());
    if (state.step != scene::no_step) {
        state.step = same_step(old_lesson, *subject.lesson, state.step);
        const double end_s = choreography.steps[static_cast<std::size_t>(state.step)].duration_s;
        state.time_s = std::clamp(state.time_s, 0.0, std::max(0.0, end_s));
    }
    scene::fit_to_lesson(state.playback, state.step_count);
    state.breath_per_min = choreography.breath.breath_per_min;
    const auto has_zone = [&choreography](const int number) {
        return std::ranges::any_of(choreography.zones,
                                   [number](const lesson::ZoneOnBody& zone) { return zone.number == number; });
    };
    for (int* number : {&state.selected_zone, &state.hovered_zone}) {
        *number = has_zone(*number) ? *number : 0;
    }
    return state;
}

}  // namespace dorsum::app
