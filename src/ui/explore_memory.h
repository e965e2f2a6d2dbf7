#pragma once

#include <array>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "scene/search.h"
#include "scene/structure_tree.h"

namespace dorsum::ui {

/// What can be found on a body and in a lesson.
struct Findable {
    std::shared_ptr<const body::Body> body;
    std::shared_ptr<const lesson::Lesson> lesson;
    std::string language;  ///< a text of the interface, which is another one in another language
    scene::Search search;
    std::vector<scene::LayerBranch> tree;
};

/// What the keys ask of the search and of the tree.
enum class ExploreKey { up, down, left, right, enter, hide, ghost };

/// What search and tree remember from frame to frame.
struct ExploreMemory {
    bool structures_shown = false;     ///< rather than the layers
    std::array<char, 128> typed{};     ///< ended by a zero
    bool typing = false;               ///< the field has the keyboard
    bool focus_wanted = false;         ///< it is to have it
    int leaving = 0;                   ///< frames until the field is surely empty and without the keyboard
    int answer = 0;                    ///< the answer that Enter takes, from 0
    std::string typed_of_last_frame;   ///< for which the answer was chosen
    std::vector<ExploreKey> keys;      ///< pressed while the field had the keyboard, and not looked at yet
    std::set<std::string> open;        ///< branches of the tree, by their keys
    std::string row;                   ///< of the tree, that the keys have come to, by its key
    bool row_is_new = false;           ///< it is to be scrolled to
    std::string structure_last_frame;  ///< to open the branches of one that is newly chosen
    std::shared_ptr<const Findable> findable;
};

/// Puts the keyboard into the field.
void begin_search(ExploreMemory& memory);
/// Empties the field and gives the keyboard back.
void leave_search(ExploreMemory& memory);

/// What becomes of a key while the field has the keyboard; codes as in scene::KeyBinding.
/// @return false where it is no key of the field: what it does elsewhere, it does here
[[nodiscard]] bool take_key(ExploreMemory& memory, int key, int modifiers);

/// Whether a key of this kind was pressed; looks at each once.
[[nodiscard]] bool take_pressed(ExploreMemory& memory, ExploreKey key);

}  // namespace dorsum::ui
