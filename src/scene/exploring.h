#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "body/body.h"

namespace dorsum::scene {

enum class Layer;
struct Scene;
struct State;
struct Subject;

/// What a person has done to single structures, by the names of their parts.
struct StructuresShown {
    std::set<std::string> hidden;
    std::set<std::string> ghosted;  ///< clear shells
    bool both_sides = false;        ///< what is done to the chosen structure is done on both sides of the body
    friend bool operator==(const StructuresShown&, const StructuresShown&) = default;
};

/// The chosen structure, where asked for with that on the other side; empty where none is chosen. That a body has the
/// other one is not said.
[[nodiscard]] std::vector<std::string> chosen_structures(const State& state);

/// Whether all of these are hidden, or clear shells by choice; false where there are none.
[[nodiscard]] bool are_hidden(const State& state, const std::vector<std::string>& ids);
[[nodiscard]] bool are_ghosted(const State& state, const std::vector<std::string>& ids);
/// Whether anything is hidden, a clear shell, or among them.
[[nodiscard]] bool shows_not_all(const State& state);

/// How one part of a body is to be seen, whatever lies before it.
struct PartLook {
    bool shown = false;
    bool ghost = false;  ///< of those shown
};
/// As long as the body's parts; empty without a body.
[[nodiscard]] std::vector<PartLook> looks_of_parts(const State& state, const Subject& subject);

/// Takes hidden parts from those that a scene shows, and makes clear shells of those that are to be.
void hide_structures(Scene& scene, const State& state);
void ghost_structures(Scene& scene, const State& state);

/// Takes off what covers a part, as far as it is of a layer outside of its own, and shows it.
void lay_bare(State& state, const body::Part& part, const Subject& subject);

/// Forgets structures that another body does not have.
void keep_known_structures(State& state, const body::Body& body);

// What the commands do. Ids that the body does not have, or that are no muscle, bone or organ, are left out.
struct HideStructures;
struct GhostStructures;
struct ShowAllStructures;
struct GoToLandmark;
struct Undo;
struct Redo;
struct BeginGesture;
struct ChooseCameraHabit;
void apply_exploring(State& state, const HideStructures& command, const Subject& subject);
void apply_exploring(State& state, const GhostStructures& command, const Subject& subject);
void apply_exploring(State& state, const ShowAllStructures& command, const Subject& subject);
void apply_exploring(State& state, const GoToLandmark& command, const Subject& subject);
void apply_exploring(State& state, const Undo& command, const Subject& subject);
void apply_exploring(State& state, const Redo& command, const Subject& subject);
void apply_exploring(State& state, const BeginGesture& command, const Subject& subject);
void apply_exploring(State& state, const ChooseCameraHabit& command, const Subject& subject);

}  // namespace dorsum::scene
