#include "scene/structure_tree.h"

#include <algorithm>
#include <iterator>

#include "body/structure_pairs.h"
#include "core/translate.h"
#include "scene/see_through.h"

namespace dorsum::scene {

namespace {

std::string title_of(const Layer layer) {
    switch (layer) {
        case Layer::superficial:
            return tr("Superficial muscles");
        case Layer::intermediate:
            return tr("Intermediate muscles");
        case Layer::deep:
            return tr("Deep muscles");
        case Layer::skeleton:
            return tr("Skeleton");
        case Layer::organs:
            return tr("Organs");
        default:
            break;
    }
    return tr("Skin");
}

}  // namespace

std::vector<std::string> RegionBranch::ids() const {
    std::vector<std::string> all;
    for (const StructureLeaf& leaf : leaves) {
        std::ranges::copy(leaf.ids, std::back_inserter(all));
    }
    return all;
}

std::vector<std::string> LayerBranch::ids() const {
    std::vector<std::string> all;
    for (const RegionBranch& region : regions) {
        std::ranges::copy(region.ids(), std::back_inserter(all));
    }
    return all;
}

std::vector<LayerBranch> structure_tree(const body::Body& body) {
    std::vector<LayerBranch> tree;
    const std::vector<body::StructurePair> pairs = body::structure_pairs(body);
    for (const Layer layer : fading_layers()) {
        LayerBranch branch{layer, title_of(layer), {}};
        for (const body::StructurePair& pair : pairs) {
            if (!body::is_anatomy(pair.entry->layer) || layer_of(pair.entry->layer) != layer) {
                continue;
            }
            const std::string region = pair.entry->region.empty() ? std::string() : tr(pair.entry->region.c_str());
            auto place = std::ranges::find(branch.regions, region, &RegionBranch::name);
            if (place == branch.regions.end()) {
                place = branch.regions.insert(place, RegionBranch{region, {}});
            }
            StructureLeaf leaf{body::plain_name(*pair.entry), pair.entry->latin, {}};
            for (const std::size_t part : pair.parts) {
                leaf.ids.push_back(body.parts[part].name);
            }
            place->leaves.push_back(std::move(leaf));
        }
        if (!branch.regions.empty()) {
            tree.push_back(std::move(branch));
        }
    }
    return tree;
}

}  // namespace dorsum::scene
