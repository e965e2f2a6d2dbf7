#pragma once

#include "scene/command.h"
#include "scene/state.h"

namespace dorsum::scene {

/// Notes how a state looks before a command, and tells its history afterwards what has changed.
class ViewChange {
public:
    ViewChange(const State& before, const Command& command);
    void tell(State& after) const;

private:
    bool counts_;  ///< it may be undone
    int kind_ = ViewHistory::by_itself;
    ViewLook look_;
    LandmarkEdits landmarks_;
};

}  // namespace dorsum::scene
