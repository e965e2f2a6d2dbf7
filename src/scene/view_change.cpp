#include "scene/view_change.h"

namespace dorsum::scene {

namespace {

/// Neither what goes by itself nor what walks through the history.
bool may_be_undone(const Command& command) {
    return !(std::holds_alternative<Advance>(command) || std::holds_alternative<Undo>(command) ||
             std::holds_alternative<Redo>(command) || std::holds_alternative<TakeBackLandmarks>(command) ||
             std::holds_alternative<HoverZone>(command) || std::holds_alternative<HoverStructure>(command) ||
             std::holds_alternative<HoverLandmark>(command));
}

/// Of what a slider or a drag changes little by little, a number of its own; so that one drag is one change.
int kind_of(const State& before, const Command& command) {
    enum Kind : int { explosion, cut, opacity };
    if (const auto* fade = std::get_if<SetOpacity>(&command)) {
        return opacity + static_cast<int>(fade->layer);
    }
    if (std::holds_alternative<SetExplosion>(command)) {
        return explosion;
    }
    const auto* set = std::get_if<SetCut>(&command);
    const std::optional<Cut>& now = before.see_through.cut;
    const bool only_moved = set != nullptr && set->cut && now && set->cut->section == now->section &&
                            set->cut->other_side == now->other_side;
    return only_moved || std::holds_alternative<DragCut>(command) ? cut : ViewHistory::by_itself;
}

}  // namespace

// What a quiz shows is its own: the view comes back when it ends.
ViewChange::ViewChange(const State& before, const Command& command)
    : counts_(may_be_undone(command) && !holds_picture(before.quiz)) {
    if (counts_) {
        kind_ = kind_of(before, command);
        look_ = look_of(before);
        landmarks_ = before.landmarks.current();
    }
}

void ViewChange::tell(State& after) const {
    if (!counts_ || holds_picture(after.quiz)) {
        return;
    }
    if (after.landmarks.current() != landmarks_) {
        after.view_history.add_landmarks();
    }
    ViewLook look = look_of(after);
    if (look != look_) {
        after.view_history.add(look_, look, kind_);
    }
}

}  // namespace dorsum::scene
