#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace dorsum::body {

/// What a part of a body is. A part of a model without a catalogue is told by its name, and skin where
/// that says nothing.
enum class Role { skin, towel, table, superficial_muscle, intermediate_muscle, deep_muscle, skeleton, organ };
inline constexpr int role_count = 8;

/// Muscles, bones and organs: what lies below the skin.
[[nodiscard]] constexpr bool is_anatomy(const Role role) {
    return role >= Role::superficial_muscle;
}
[[nodiscard]] constexpr bool is_muscle(const Role role) {
    return role == Role::superficial_muscle || role == Role::intermediate_muscle || role == Role::deep_muscle;
}

enum class Side { right, left, middle };

/// What a textbook says of a structure. The texts are English and are shown as they are; empty where
/// the catalogue says nothing.
struct CatalogueEntry {
    std::string id;  ///< the name of the part: "trapezius_ascending_right"
    std::string name;
    std::string group;  ///< of muscles, which it belongs to: "erector spinae"; mostly empty
    std::string latin;
    Side side = Side::middle;
    Role layer = Role::skeleton;
    std::string region;  ///< under which it is listed: "Spine", "Shoulder and arm"; English, may be empty
    std::string origin;
    std::string insertion;
    std::string action;
    std::string nerve;
    std::string note;
    std::vector<std::string> synonyms;
    friend bool operator==(const CatalogueEntry&, const CatalogueEntry&) = default;
};

/// What stands in a catalogue file (TOML): `format = 1`, `body = "reference"`, and any number of tables
///     [[structure]]
///     id = "rhomboid_major_right"
///     name = "Rhomboid major"
///     latin = "Musculus rhomboideus major"
///     side = "right"                      # "right", "left" or "middle"
///     layer = "intermediate_muscle"       # or "skin", "superficial_muscle", "deep_muscle", "skeleton", "organ"
/// and where wished region = "Back", group = "erector spinae", origin, insertion, action, nerve, note, and synonyms =
/// ["...", "..."].
struct Catalogue {
    std::string body;                     ///< the model's file name without its ending; empty for any model
    std::vector<CatalogueEntry> entries;  ///< in the order of the file, no id twice

    [[nodiscard]] const CatalogueEntry* find(std::string_view id) const;
};

/// The catalogue beside a model: `back.catalogue.toml` or `back.glb.catalogue.toml` for `back.glb`;
/// empty when there is none.
[[nodiscard]] std::optional<std::filesystem::path> catalogue_beside(const std::filesystem::path& model);

/// Fails with line and column at the first thing that is not as above.
[[nodiscard]] Result<Catalogue> read_catalogue(const std::filesystem::path& path);
/// The same from memory; `file` is only named in messages.
[[nodiscard]] Result<Catalogue> parse_catalogue(std::string_view text, const std::string& file);

/// As the catalogue file has it: "superficial_muscle"; towel and table have no such name.
[[nodiscard]] std::optional<Role> parse_layer_of_structure(std::string_view name);

/// The name, translated. Of a muscle in parts, with `whole` that of the muscle: "Trapezius" for "Trapezius, ascending
/// part".
[[nodiscard]] std::string plain_name(const CatalogueEntry& entry, bool whole = false);
/// The same with the group that it belongs to, where there is one: "Longissimus (erector spinae)".
[[nodiscard]] std::string name_with_group(const CatalogueEntry& entry, bool whole = false);

// For people, translated: "right", "superficial muscle".
[[nodiscard]] const char* side_name(Side side);
[[nodiscard]] const char* role_name(Role role);

}  // namespace dorsum::body
