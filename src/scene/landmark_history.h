#pragma once

#include <cstddef>
#include <vector>

#include "body/landmark_file.h"

namespace dorsum::scene {

/// What a person has done to the landmarks of a body since it was loaded.
struct LandmarkEdits {
    bool as_found = false;                   ///< what was given with the model is left aside
    std::vector<body::GivenLandmark> moved;  ///< as in a landmark file; no id twice
    friend bool operator==(const LandmarkEdits&, const LandmarkEdits&) = default;
};

/// The edits, one after the other, with undo and redo. A value; knows no body.
class LandmarkHistory {
public:
    /// So many steps can be undone; older ones are forgotten.
    static constexpr std::size_t longest = 100;

    [[nodiscard]] const LandmarkEdits& current() const { return entries_[now_]; }
    [[nodiscard]] bool can_undo() const { return now_ > 0; }
    [[nodiscard]] bool can_redo() const { return now_ + 1 < entries_.size(); }

    /// Puts a landmark somewhere; what had been undone is forgotten.
    void move(body::GivenLandmark landmark);
    /// Drops all that was moved; where asked for, also what was given with the model. Can be undone like a move.
    void reset(bool as_found);
    void undo();  ///< nothing happens at the beginning
    void redo();  ///< nothing happens at the end
    /// Undoes the last edit for good: the body does not allow it.
    void take_back();
    /// The edits as they are now stand in a file.
    void mark_saved() { saved_ = current(); }
    /// Whether nothing would be lost without the body: as it was loaded, or as it was saved last.
    [[nodiscard]] bool is_saved() const { return current() == saved_; }

    friend bool operator==(const LandmarkHistory&, const LandmarkHistory&) = default;

private:
    void add(LandmarkEdits edits);

    std::vector<LandmarkEdits> entries_{LandmarkEdits{}};  ///< never empty
    std::size_t now_ = 0;
    LandmarkEdits saved_;
};

}  // namespace dorsum::scene
