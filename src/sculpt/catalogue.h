#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/error.h"
#include "sculpt/structure.h"

namespace dorsum::sculpt {

/// The words that belong to one structure, without a side. Texts that do not apply are empty.
struct CatalogueEntry {
    std::string id;     ///< as Structure::id
    std::string name;   ///< English, for example "Trapezius, descending part"
    std::string group;  ///< of muscles, in which it is told: "erector spinae"; mostly empty
    std::string latin;  ///< Terminologia Anatomica
    Layer layer = Layer::skeleton;
    std::string region;  ///< of the body: "Spine", "Shoulder and arm"; may be empty
    Pairing pairing = Pairing::middle;
    std::string origin;
    std::string insertion;
    std::string action;
    std::string nerve;
    std::vector<std::string> synonyms;
    std::string note;
};

/// The entries of a catalogue in the file's order. Fails, naming file and line, where an entry lacks
/// something, is given twice or names an unknown layer.
[[nodiscard]] Result<std::vector<CatalogueEntry>> load_catalogue(const std::filesystem::path& path);

/// The catalogue of a body as TOML: one table per structure and side, in the order of `entries`. Fails,
/// naming `catalogue_file`, where a structure has no entry, an entry no structure, or the two disagree on
/// layer or pairing. Towel and table (Layer::surrounding) need no entry.
[[nodiscard]] Result<std::string> catalogue_text(const std::string& body_name,
                                                 const std::vector<CatalogueEntry>& entries,
                                                 const std::vector<Structure>& structures,
                                                 const std::filesystem::path& catalogue_file);

}  // namespace dorsum::sculpt
