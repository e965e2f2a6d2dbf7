#include "body/catalogue.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <set>

#include "body/file_beside.h"
#include "core/files.h"
#include "core/fill.h"
#include "core/translate.h"

namespace dorsum::body {
namespace {

tl::unexpected<Error> wrong_at(const std::string& file, const toml::source_position where, std::string cause,
                               std::string remedy) {
    return failure(file, std::move(cause), std::move(remedy), static_cast<int>(where.line),
                   static_cast<int>(where.column));
}

struct NamedLayer {
    const char* name;
    Role role;
};
constexpr std::array layers{
    NamedLayer{"skin", Role::skin},
    NamedLayer{"superficial_muscle", Role::superficial_muscle},
    NamedLayer{"intermediate_muscle", Role::intermediate_muscle},
    NamedLayer{"deep_muscle", Role::deep_muscle},
    NamedLayer{"skeleton", Role::skeleton},
    NamedLayer{"organ", Role::organ},
};

std::optional<Side> parse_side(const std::string_view name) {
    if (name == "right") {
        return Side::right;
    }
    if (name == "left") {
        return Side::left;
    }
    return name == "middle" ? std::optional(Side::middle) : std::nullopt;
}

/// Reads the tables of one file, and remembers the first thing that is wrong.
class EntryReader {
public:
    EntryReader(const toml::table& table, const std::string& file) : table_(table), file_(file) {}

    [[nodiscard]] Result<CatalogueEntry> read() {
        CatalogueEntry entry;
        entry.id = text("id", "\"rhomboid_major_right\"");
        entry.name = text("name", "\"Rhomboid major\"");
        entry.latin = text("latin", "\"Musculus rhomboideus major\"");
        const std::string side = text("side", "\"right\"");
        const std::string layer = text("layer", "\"skeleton\"");
        entry.origin = text("origin");
        entry.insertion = text("insertion");
        entry.action = text("action");
        entry.group = text("group");
        entry.region = text("region");
        entry.nerve = text("nerve");
        entry.note = text("note");
        entry.synonyms = texts("synonyms");
        if (const auto known = parse_side(side)) {
            entry.side = *known;
        } else {
            complain("side", tr("is no side"), tr("Write one of \"right\", \"left\", \"middle\""));
        }
        if (const auto known = parse_layer_of_structure(layer)) {
            entry.layer = *known;
        } else {
            complain("layer", tr("is no layer of the body"),
                     tr("Write one of \"skin\", \"superficial_muscle\", \"intermediate_muscle\", \"deep_muscle\", "
                        "\"skeleton\", \"organ\""));
        }
        if (problem_) {
            return tl::unexpected(*problem_);
        }
        return entry;
    }

private:
    /// `example` is given for what must not be missing.
    std::string text(const char* key, const char* example = nullptr) {
        const toml::node* node = table_.get(key);
        if (node == nullptr) {
            if (example != nullptr) {
                complain(key, tr("is missing"),
                         fill(tr("Write for example {0}"), {std::string(key) + " = " + example}));
            }
            return {};
        }
        const auto value = node->value<std::string>();
        if (!value || (example != nullptr && value->empty())) {
            complain(key, tr("is not a text in quotes"),
                     fill(tr("Write for example {0}"),
                          {std::string(key) + " = " + (example != nullptr ? example : "\"\"")}));
        }
        return value.value_or(std::string());
    }

    std::vector<std::string> texts(const char* key) {
        std::vector<std::string> found;
        const toml::node* node = table_.get(key);
        if (node == nullptr) {
            return found;
        }
        if (const toml::array* list = node->as_array()) {
            for (const toml::node& item : *list) {
                if (auto value = item.value<std::string>()) {
                    found.push_back(*std::move(value));
                }
            }
            if (found.size() == list->size()) {
                return found;
            }
        }
        complain(key, tr("is not a list of texts in quotes"),
                 fill(tr("Write for example {0}"), {std::string(key) + " = []"}));
        return found;
    }

    void complain(const char* key, const char* cause, const std::string& remedy) {
        if (problem_) {
            return;
        }
        const toml::node* node = table_.get(key);
        const toml::source_position where = node != nullptr ? node->source().begin : table_.source().begin;
        const std::string of = table_["id"].value_or(std::string());
        problem_ = wrong_at(file_, where, std::string(key) + " " + cause + (of.empty() ? "" : " (" + of + ")"), remedy)
                       .value();
    }

    const toml::table& table_;
    const std::string& file_;
    std::optional<Error> problem_;
};

Result<Catalogue> read_root(const toml::table& root, const std::string& file) {
    if (root["format"].value_or(0) != 1) {
        return failure(file, tr("is not a catalogue of format 1"), tr("Begin it with format = 1"), 1);
    }
    Catalogue catalogue;
    catalogue.body = root["body"].value_or(std::string());
    const toml::array* structures = root["structure"].as_array();
    if (structures == nullptr || structures->empty()) {
        return failure(file, tr("names no structure"),
                       tr("Add [[structure]] tables with id, name, latin, side, layer"));
    }
    std::set<std::string> ids;
    for (const toml::node& node : *structures) {
        const toml::table* table = node.as_table();
        if (table == nullptr) {
            return wrong_at(file, node.source().begin, tr("a structure is not a table"),
                            tr("Write [[structure]] above it"));
        }
        auto entry = EntryReader(*table, file).read();
        if (!entry) {
            return tl::unexpected(entry.error());
        }
        if (!ids.insert(entry->id).second) {
            return wrong_at(file, table->source().begin, with_detail(tr("names this structure twice"), entry->id),
                            tr("Remove one of the two"));
        }
        catalogue.entries.push_back(*std::move(entry));
    }
    return catalogue;
}

}  // namespace

const CatalogueEntry* Catalogue::find(const std::string_view id) const {
    const auto found =
        std::ranges::find_if(entries, [id](const CatalogueEntry& entry) { return std::string_view(entry.id) == id; });
    return found == entries.end() ? nullptr : &*found;
}

std::optional<std::filesystem::path> catalogue_beside(const std::filesystem::path& model) {
    return file_beside(model, ".catalogue.toml");
}

Result<Catalogue> parse_catalogue(const std::string_view text, const std::string& file) {
    try {
        return read_root(toml::parse(text, file), file);
    } catch (const toml::parse_error& problem) {
        return wrong_at(file, problem.source().begin,
                        with_detail(tr("is not valid TOML"), std::string(problem.description())),
                        tr("Correct this line"));
    }
}

Result<Catalogue> read_catalogue(const std::filesystem::path& path) {
    const auto text = read_text_file(path);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return parse_catalogue(*text, path.string());
}

std::optional<Role> parse_layer_of_structure(const std::string_view name) {
    const auto found = std::ranges::find_if(layers, [name](const NamedLayer& layer) { return name == layer.name; });
    return found == layers.end() ? std::nullopt : std::optional(found->role);
}

std::string plain_name(const CatalogueEntry& entry, const bool whole) {
    const std::string name = tr(entry.name.c_str());
    return whole ? name.substr(0, name.find(',')) : name;
}

std::string name_with_group(const CatalogueEntry& entry, const bool whole) {
    const std::string name = plain_name(entry, whole);
    return entry.group.empty() ? name : fill(tr("{0} ({1})"), {name, tr(entry.group.c_str())});
}

const char* side_name(const Side side) {
    switch (side) {
        case Side::right:
            return tr("right");
        case Side::left:
            return tr("left");
        case Side::middle:
            break;
    }
    return tr("in the middle");
}

const char* role_name(const Role role) {
    switch (role) {
        case Role::skin:
            return tr("skin");
        case Role::towel:
            return tr("towel");
        case Role::table:
            return tr("table");
        case Role::superficial_muscle:
            return tr("superficial muscle");
        case Role::intermediate_muscle:
            return tr("intermediate muscle");
        case Role::deep_muscle:
            return tr("deep muscle");
        case Role::skeleton:
            return tr("skeleton");
        case Role::organ:
            break;
    }
    return tr("organ");
}

}  // namespace dorsum::body
