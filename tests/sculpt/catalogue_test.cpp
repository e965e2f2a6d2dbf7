#include "sculpt/catalogue.h"

#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>

#include "catch.h"
#include "temporary_folder.h"

using namespace dorsum;
using namespace dorsum::sculpt;

namespace {

const std::filesystem::path shipped = std::filesystem::path(DORSUM_SCULPT_FIGURES_FOLDER) / "catalogue.toml";

/// A structure without a mesh for every entry.
std::vector<Structure> structures_of(const std::vector<CatalogueEntry>& entries) {
    std::vector<Structure> result;
    for (const CatalogueEntry& entry : entries) {
        Structure structure;
        structure.id = entry.id;
        structure.layer = entry.layer;
        structure.pairing = entry.pairing;
        result.push_back(structure);
    }
    return result;
}

}  // namespace

TEST_CASE("the shipped catalogue can be read and muscles say where they attach") {
    const auto entries = load_catalogue(shipped);
    REQUIRE(entries);
    CHECK(entries->size() > 80);
    for (const CatalogueEntry& entry : *entries) {
        INFO(entry.id);
        const bool muscle = entry.layer == Layer::superficial_muscle || entry.layer == Layer::intermediate_muscle ||
                            entry.layer == Layer::deep_muscle;
        CHECK(muscle == !entry.origin.empty());
        CHECK_FALSE(entry.note.empty());
        CHECK(entry.name.find("right,") == std::string::npos);
    }
}

TEST_CASE("a body's catalogue has one table per side and can be read again") {
    const auto entries = load_catalogue(shipped);
    REQUIRE(entries);
    const auto written = catalogue_text("reference", *entries, structures_of(*entries), shipped);
    REQUIRE(written);
    const toml::table root = toml::parse(*written);
    CHECK(root["format"].value<int>() == 1);
    CHECK(root["body"].value<std::string>() == "reference");
    const toml::array& tables = *root["structure"].as_array();
    const auto paired = std::count_if(entries->begin(), entries->end(),
                                      [](const CatalogueEntry& entry) { return entry.pairing == Pairing::paired; });
    CHECK(tables.size() == entries->size() + static_cast<std::size_t>(paired));
    bool found = false;
    for (const toml::node& node : tables) {
        const toml::table& table = *node.as_table();
        if (table["id"].value<std::string>() == "rhomboid_major_left") {
            found = true;
            CHECK(table["side"].value<std::string>() == "left");
            CHECK(table["name"].value<std::string>() == "Rhomboid major");
        }
    }
    CHECK(found);
}

TEST_CASE("structure and entry must both be there and agree") {
    const auto entries = load_catalogue(shipped);
    REQUIRE(entries);
    std::vector<Structure> structures = structures_of(*entries);
    structures.front().id = "third_lung";
    const auto unknown = catalogue_text("reference", *entries, structures, shipped);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().file == shipped.string());
    CHECK(unknown.error().cause.find("third_lung") != std::string::npos);
    CHECK_FALSE(unknown.error().remedy.empty());

    structures = structures_of(*entries);
    structures.pop_back();
    const auto unbuilt = catalogue_text("reference", *entries, structures, shipped);
    REQUIRE_FALSE(unbuilt);
    CHECK(unbuilt.error().cause.find(entries->back().id) != std::string::npos);

    structures = structures_of(*entries);
    structures.front().pairing = Pairing::paired;
    CHECK_FALSE(catalogue_text("reference", *entries, structures, shipped));

    structures = structures_of(*entries);
    structures.emplace_back().layer = Layer::surrounding;
    CHECK(catalogue_text("reference", *entries, structures, shipped));
}

TEST_CASE("a catalogue with a hole is refused with file and line") {
    const test::TemporaryFolder folder;
    const auto path =
        folder.write("catalogue.toml",
                     "[[structure]]\nid = \"heart\"\nname = \"Heart\"\nlatin = \"Cor\"\nlayer = \"soul\"\n"
                     "paired = false\n");
    const auto entries = load_catalogue(path);
    REQUIRE_FALSE(entries);
    CHECK(entries.error().file == path.string());
    CHECK(entries.error().line == 5);
}
