#include "app/viewer_landmarks.h"

#include <utility>

namespace dorsum::app {

void ViewerLandmarks::begin(std::shared_ptr<const body::Body> loaded) {
    save_due_ = false;
    waiting_.reset();
    relay_.begin(std::move(loaded));
}

std::optional<Result<std::filesystem::path>> ViewerLandmarks::follow(const scene::State& state,
                                                                     const scene::Subject& subject) {
    relay_.follow(state, subject);
    if (!save_due_ || relay_.busy() || !subject.body) {
        return std::nullopt;
    }
    save_due_ = false;
    auto saved = save_landmarks(*subject.body);
    if (!saved) {
        waiting_.reset();
    }
    return saved;
}

std::optional<Departure> ViewerLandmarks::depart(Departure departure, const scene::State& state) {
    if (state.landmarks.is_saved()) {
        return departure;
    }
    waiting_ = std::move(departure);
    return std::nullopt;
}

std::optional<Departure> ViewerLandmarks::on_answer(const ui::SaveAnswer answer) {
    if (answer == ui::SaveAnswer::save) {
        save_due_ = true;
        return std::nullopt;
    }
    auto departure = std::exchange(waiting_, std::nullopt);
    return answer == ui::SaveAnswer::discard ? departure : std::nullopt;
}

std::optional<Departure> ViewerLandmarks::on_saved() {
    return std::exchange(waiting_, std::nullopt);
}

}  // namespace dorsum::app
