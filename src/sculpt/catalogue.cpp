#include "sculpt/catalogue.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "sculpt/figure_reader.h"

namespace dorsum::sculpt {
namespace {

using namespace figure;

constexpr int format_version = 1;

struct LayerName {
    Layer layer;
    std::string_view name;
};

constexpr std::array layer_names{LayerName{Layer::skin, "skin"},
                                 LayerName{Layer::superficial_muscle, "superficial_muscle"},
                                 LayerName{Layer::intermediate_muscle, "intermediate_muscle"},
                                 LayerName{Layer::deep_muscle, "deep_muscle"},
                                 LayerName{Layer::skeleton, "skeleton"},
                                 LayerName{Layer::organ, "organ"}};

std::string_view name_of(const Layer layer) {
    const auto* found = std::find_if(layer_names.begin(), layer_names.end(),
                                     [&](const LayerName& candidate) { return candidate.layer == layer; });
    return found == layer_names.end() ? std::string_view{} : found->name;
}

Layer read_layer(const toml::table& table) {
    const std::string name = text(table, "layer");
    const auto* found = std::find_if(layer_names.begin(), layer_names.end(),
                                     [&](const LayerName& candidate) { return candidate.name == name; });
    if (found == layer_names.end()) {
        stop(entry(table, "layer"), tr("names an unknown layer: ") + name);
    }
    return found->layer;
}

std::string text_or_nothing(const toml::table& table, const std::string_view key) {
    return table.contains(key) ? text(table, key) : std::string();
}

std::string item_text(const toml::node& node) {
    const auto value = node.value<std::string>();
    if (!value) {
        stop(node, tr("holds something else where a text belongs"));
    }
    return *value;
}

bool is_muscle(const Layer layer) {
    return layer == Layer::superficial_muscle || layer == Layer::intermediate_muscle || layer == Layer::deep_muscle;
}

CatalogueEntry read_entry(const toml::node& node) {
    const toml::table& table = as_table(node);
    const auto paired = entry(table, "paired").value<bool>();
    if (!paired) {
        stop(entry(table, "paired"), tr("holds something else where true or false belongs"));
    }
    CatalogueEntry result;
    result.id = text(table, "id");
    result.name = text(table, "name");
    result.group = text_or_nothing(table, "group");
    result.latin = text(table, "latin");
    result.layer = read_layer(table);
    result.region = text_or_nothing(table, "region");
    result.pairing = *paired ? Pairing::paired : Pairing::middle;
    if (is_muscle(result.layer)) {
        result.origin = text(table, "origin");
        result.insertion = text(table, "insertion");
        result.action = text(table, "action");
        result.nerve = text(table, "nerve");
    }
    if (table.contains("synonyms")) {
        result.synonyms = each(entry(table, "synonyms"), item_text);
    }
    result.note = text_or_nothing(table, "note");
    return result;
}

/// A TOML string with what TOML forbids in one escaped.
std::string quoted(const std::string& words) {
    std::string result = "\"";
    for (const char letter : words) {
        if (letter == '"' || letter == '\\') {
            result += '\\';
        }
        if (letter == '\n' || letter == '\t') {
            result += letter == '\n' ? "\\n" : "\\t";
        } else {
            result += letter;
        }
    }
    return result + '"';
}

void append(std::string& result, const std::string_view key, const std::string& words) {
    if (!words.empty()) {
        result += std::string(key) + " = " + quoted(words) + '\n';
    }
}

std::string table_of(const CatalogueEntry& entry, const std::string& side) {
    std::string result = "\n[[structure]]\n";
    append(result, "id", side == "middle" ? entry.id : entry.id + "_" + side);
    append(result, "name", entry.name);
    append(result, "group", entry.group);
    append(result, "side", side);
    append(result, "latin", entry.latin);
    append(result, "layer", std::string(name_of(entry.layer)));
    append(result, "region", entry.region);
    append(result, "origin", entry.origin);
    append(result, "insertion", entry.insertion);
    append(result, "action", entry.action);
    append(result, "nerve", entry.nerve);
    if (!entry.synonyms.empty()) {
        std::string list;
        for (const std::string& synonym : entry.synonyms) {
            list += (list.empty() ? "" : ", ") + quoted(synonym);
        }
        result += "synonyms = [" + list + "]\n";
    }
    append(result, "note", entry.note);
    return result;
}

/// What is wrong between a structure and its entry, if anything.
std::optional<std::string> disagreement(const Structure& structure, const std::vector<CatalogueEntry>& entries) {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const CatalogueEntry& entry) { return entry.id == structure.id; });
    if (found == entries.end()) {
        return tr("has no entry for the structure ") + structure.id;
    }
    if (found->layer != structure.layer) {
        return tr("gives another layer than the one built for the structure ") + structure.id;
    }
    if (found->pairing != structure.pairing) {
        return tr("says paired otherwise than built for the structure ") + structure.id;
    }
    return std::nullopt;
}

}  // namespace

Result<std::vector<CatalogueEntry>> load_catalogue(const std::filesystem::path& path) {
    return read_figures(path, [](const toml::table& root) {
        std::vector<CatalogueEntry> entries = each(entry(root, "structure"), read_entry);
        std::set<std::string> ids;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (!ids.insert(entries[i].id).second) {
                stop(list(entry(root, "structure"))[i], tr("holds this entry twice: ") + entries[i].id);
            }
        }
        return entries;
    });
}

Result<std::string> catalogue_text(const std::string& body_name, const std::vector<CatalogueEntry>& entries,
                                   const std::vector<Structure>& structures,
                                   const std::filesystem::path& catalogue_file) {
    std::set<std::string> built;
    for (const Structure& structure : structures) {
        if (structure.layer == Layer::surrounding) {
            continue;
        }
        if (const auto cause = disagreement(structure, entries)) {
            return failure(catalogue_file.string(), *cause, tr("Correct or add its table in the catalogue"));
        }
        built.insert(structure.id);
    }
    std::string result = "format = " + std::to_string(format_version) + "\nbody = " + quoted(body_name) + '\n';
    for (const CatalogueEntry& entry : entries) {
        if (built.count(entry.id) == 0) {
            return failure(catalogue_file.string(), tr("has an entry for a structure that was not built: ") + entry.id,
                           tr("Build the structure or take its table out of the catalogue"));
        }
        if (entry.pairing == Pairing::middle) {
            result += table_of(entry, "middle");
            continue;
        }
        result += table_of(entry, "right") + table_of(entry, "left");
    }
    return result;
}

}  // namespace dorsum::sculpt
