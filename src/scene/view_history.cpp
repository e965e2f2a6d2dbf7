#include "scene/view_history.h"

#include <algorithm>
#include <utility>

#include "scene/state.h"

namespace dorsum::scene {

static_assert(layer_count <= 32 && zone_count < 32);

ViewLook look_of(const State& state) {
    return {std::bitset<32>(state.layers.to_ulong()),
            state.hand_peel,
            state.see_through,
            state.structures.hidden,
            state.structures.ghosted,
            std::bitset<32>(state.zones_shown.to_ulong())};
}

void put_back(State& state, const ViewLook& look) {
    state.layers = Layers(look.layers.to_ulong());
    state.hand_peel = look.hand_peel;
    state.see_through = look.see_through;
    state.structures.hidden = look.hidden;
    state.structures.ghosted = look.ghosted;
    state.zones_shown = std::bitset<zone_count + 1>(look.zones_shown.to_ulong());
}

void ViewHistory::push(Entry entry) {
    undone_.clear();
    done_.push_back(std::move(entry));
    if (done_.size() > longest) {
        done_.erase(done_.begin());
    }
}

void ViewHistory::add(ViewLook before, const ViewLook& after, const int kind) {
    const bool goes_on = !done_.empty() && undone_.empty() && kind != by_itself && done_.back().kind == kind &&
                         done_.back().gesture == gesture_;
    if (!goes_on) {
        push({false, std::move(before), kind, gesture_});
    } else if (done_.back().look == after) {
        done_.pop_back();
    }
}

void ViewHistory::add_landmarks() {
    push({true, {}, by_itself, gesture_});
}

std::optional<ViewHistory::Entry> ViewHistory::undo(const ViewLook& now) {
    if (done_.empty()) {
        return std::nullopt;
    }
    Entry entry = std::move(done_.back());
    done_.pop_back();
    undone_.push_back({entry.of_landmarks, entry.of_landmarks ? ViewLook{} : now, by_itself, gesture_});
    return entry;
}

std::optional<ViewHistory::Entry> ViewHistory::redo(const ViewLook& now) {
    if (undone_.empty()) {
        return std::nullopt;
    }
    Entry entry = std::move(undone_.back());
    undone_.pop_back();
    done_.push_back({entry.of_landmarks, entry.of_landmarks ? ViewLook{} : now, by_itself, gesture_});
    return entry;
}

void ViewHistory::forget_landmarks() {
    std::erase_if(undone_, [](const Entry& entry) { return entry.of_landmarks; });
    const auto last = std::ranges::find_if(done_.rbegin(), done_.rend(), &Entry::of_landmarks);
    if (last != done_.rend()) {
        done_.erase(std::next(last).base());
    }
}

}  // namespace dorsum::scene
