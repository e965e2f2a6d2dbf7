#include "scene/landmark_history.h"

#include <algorithm>
#include <utility>

namespace dorsum::scene {

void LandmarkHistory::move(body::GivenLandmark landmark) {
    LandmarkEdits edits = current();
    const auto same = std::find_if(edits.moved.begin(), edits.moved.end(),
                                   [&landmark](const body::GivenLandmark& other) { return other.id == landmark.id; });
    if (same == edits.moved.end()) {
        edits.moved.push_back(std::move(landmark));
    } else {
        *same = std::move(landmark);
    }
    add(std::move(edits));
}

void LandmarkHistory::reset(const bool as_found) {
    add({as_found, {}});
}

void LandmarkHistory::undo() {
    now_ -= can_undo() ? 1U : 0U;
}

void LandmarkHistory::redo() {
    now_ += can_redo() ? 1U : 0U;
}

void LandmarkHistory::take_back() {
    undo();
    entries_.resize(now_ + 1);
}

void LandmarkHistory::add(LandmarkEdits edits) {
    if (edits == current()) {
        return;
    }
    entries_.resize(now_ + 1);
    entries_.push_back(std::move(edits));
    if (entries_.size() > longest + 1) {
        entries_.erase(entries_.begin());
    }
    now_ = entries_.size() - 1;
}

}  // namespace dorsum::scene
