#pragma once

#include <string>
#include <vector>

#include "body/body.h"
#include "scene/state.h"

namespace dorsum::scene {

/// One structure in the tree, left and right under one name; texts are translated.
struct StructureLeaf {
    std::string name;
    std::string latin;
    std::vector<std::string> ids;  ///< names of parts, the right one first
};

/// A part of the body with what lies in it.
struct RegionBranch {
    std::string name;  ///< translated; empty where the catalogue names none
    std::vector<StructureLeaf> leaves;
    [[nodiscard]] std::vector<std::string> ids() const;  ///< of all its leaves
};

/// A layer with its regions, in the order in which the catalogue first names them.
struct LayerBranch {
    Layer layer = Layer::skin;
    std::string name;  ///< translated
    std::vector<RegionBranch> regions;
    [[nodiscard]] std::vector<std::string> ids() const;
};

/// The muscles, bones and organs of a body from the outermost layer to the innermost; layers without any are left out.
[[nodiscard]] std::vector<LayerBranch> structure_tree(const body::Body& body);

}  // namespace dorsum::scene
