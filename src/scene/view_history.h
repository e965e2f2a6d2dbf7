#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "scene/landmark_history.h"
#include "scene/see_through.h"

namespace dorsum::scene {

enum class HandPeel;

/// Of a state, what undo brings back beside landmarks: what is shown of the body and on it, and how. Where the camera
/// stands, what is chosen and where the lesson is are no part of it.
struct ViewLook {
    std::bitset<32> layers;  ///< as State::layers
    HandPeel hand_peel{};
    SeeThrough see_through;
    std::set<std::string> hidden;   ///< as StructuresShown
    std::set<std::string> ghosted;  ///< as StructuresShown
    std::bitset<32> zones_shown;    ///< as State::zones_shown
    friend bool operator==(const ViewLook&, const ViewLook&) = default;
};
[[nodiscard]] ViewLook look_of(const State& state);
void put_back(State& state, const ViewLook& look);

/// Every change of the view and of the landmarks, one after the other. A value.
class ViewHistory {
public:
    /// So many changes can be undone; older ones are forgotten.
    static constexpr std::size_t longest = 100;
    static constexpr int by_itself = -1;  ///< a kind of change that is never part of another one

    /// One change.
    struct Entry {
        bool of_landmarks = false;  ///< then the state's own history of landmarks knows what it was
        ViewLook look;              ///< else how it looked before, or, of what was undone, after
        int kind = by_itself;
        int gesture = 0;
        friend bool operator==(const Entry&, const Entry&) = default;
    };

    [[nodiscard]] bool can_undo() const { return !done_.empty(); }
    [[nodiscard]] bool can_redo() const { return !undone_.empty(); }

    /// The view was changed; what had been undone is forgotten. One of the same kind within the same gesture is the
    /// same entry, so that a slider's drag is one, and none where it ends as it began.
    void add(ViewLook before, const ViewLook& after, int kind = by_itself);
    /// A landmark was moved, or all were put back.
    void add_landmarks();
    /// A button or key went down: what changes from now on is another entry.
    void begin_gesture() { ++gesture_; }

    /// The latest change, to be taken back; empty where there is none. `now` is what a redo returns to.
    [[nodiscard]] std::optional<Entry> undo(const ViewLook& now);
    [[nodiscard]] std::optional<Entry> redo(const ViewLook& now);
    /// The last change of landmarks did not come about, and can be neither undone nor done again.
    void forget_landmarks();

    friend bool operator==(const ViewHistory&, const ViewHistory&) = default;

private:
    void push(Entry entry);

    std::vector<Entry> done_;
    std::vector<Entry> undone_;
    int gesture_ = 0;
};

}  // namespace dorsum::scene
