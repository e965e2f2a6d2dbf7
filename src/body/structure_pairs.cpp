#include "body/structure_pairs.h"

#include <map>

namespace dorsum::body {

namespace {
constexpr std::string_view of_right = "_right";
constexpr std::string_view of_left = "_left";
}  // namespace

std::string id_on_other_side(const std::string_view id) {
    if (id.ends_with(of_right)) {
        return std::string(id.substr(0, id.size() - of_right.size())) + std::string(of_left);
    }
    if (id.ends_with(of_left)) {
        return std::string(id.substr(0, id.size() - of_left.size())) + std::string(of_right);
    }
    return {};
}

std::vector<StructurePair> structure_pairs(const Body& body) {
    std::map<const CatalogueEntry*, std::size_t> parts;
    std::map<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < body.parts.size(); ++i) {
        if (body.parts[i].entry != nullptr) {
            parts.emplace(body.parts[i].entry, i);
        }
    }
    std::vector<StructurePair> pairs;
    if (!body.catalogue) {
        return pairs;
    }
    for (const CatalogueEntry& entry : body.catalogue->entries) {
        const auto part = parts.find(&entry);
        if (part == parts.end()) {
            continue;
        }
        // Lungs and kidneys have names of their own on each side.
        const auto other = entry.side == Side::middle ? by_id.end() : by_id.find(id_on_other_side(entry.id));
        if (other != by_id.end() && pairs[other->second].entry->name == entry.name) {
            StructurePair& pair = pairs[other->second];
            const auto place = entry.side == Side::right ? pair.parts.begin() : pair.parts.end();
            pair.parts.insert(place, part->second);
            pair.entry = entry.side == Side::right ? &entry : pair.entry;
            continue;
        }
        by_id.emplace(entry.id, pairs.size());
        pairs.push_back({&entry, {part->second}});
    }
    return pairs;
}

}  // namespace dorsum::body
