#include "body/name_match.h"

#include <algorithm>

#include "body/structure_pairs.h"
#include "catch.h"

using namespace dorsum;
using namespace dorsum::body;

namespace {

std::optional<NameFit> fit(const std::string& typed, const std::string& name, const bool with_slips = false) {
    return fit_of_name(words_to_match(typed), words_to_match(name), with_slips);
}

}  // namespace

TEST_CASE("Names are compared without capitals, accents and signs") {
    CHECK(words_to_match("Rhomboid, MAJOR (L5)") == std::vector<std::string>{"rhomboid", "major", "l5"});
    CHECK(words_to_match("Érecteurs du rachis") == std::vector<std::string>{"erecteurs", "du", "rachis"});
    CHECK(words_to_match("E\u0301recteur") == std::vector<std::string>{"erecteur"});
    CHECK(words_to_match("Œsophage") == std::vector<std::string>{"oesophage"});
    CHECK(words_to_match("  ,;- ").empty());
    CHECK(words_to_match("\xff\xc3").size() == 1);  // no text at all, and no crash
}

TEST_CASE("A letter too many, missing, wrong or exchanged with its neighbour is one slip each") {
    CHECK(slips_between("rhomboid", "rhomboid") == 0);
    CHECK(slips_between("romboid", "rhomboid") == 1);
    CHECK(slips_between("rhommboid", "rhomboid") == 1);
    CHECK(slips_between("rhombiod", "rhomboid") == 1);
    CHECK(slips_between("rhomboit", "rhomboid") == 1);
    CHECK(slips_between("", "rib") == 3);
    CHECK(slips_between("ca", "abc") == 3);  // what was exchanged is not changed again
    CHECK(slips_to_beginning("trapz", "trapezius") == 1);
    CHECK(slips_to_beginning("trapezius", "trap") == 5);
}

TEST_CASE("Short words allow no slip, long ones some") {
    CHECK(slips_allowed(3) == 0);
    CHECK(slips_allowed(4) == 1);
    CHECK(slips_allowed(6) == 2);
    CHECK(slips_allowed(12) == 3);
}

TEST_CASE("A whole word fits better than its beginning, that better than its middle, and any better than a slip") {
    const auto whole = fit("major", "Rhomboid major");
    const auto beginning = fit("maj", "Rhomboid major");
    const auto middle = fit("ajo", "Rhomboid major");
    REQUIRE(whole);
    REQUIRE(beginning);
    REQUIRE(middle);
    CHECK(*whole < *beginning);
    CHECK(*beginning < *middle);
    CHECK_FALSE(fit("mayor", "Rhomboid major"));
    const auto slip = fit("mayor", "Rhomboid major", true);
    REQUIRE(slip);
    CHECK(slip->slips == 1);
    CHECK(*middle < *slip);
}

TEST_CASE("Every word that was typed must be found, in any order") {
    CHECK(fit("major rhomboid", "Rhomboid major"));
    CHECK_FALSE(fit("rhomboid minor", "Rhomboid major", true));
    CHECK_FALSE(fit("", "Rhomboid major"));
    CHECK_FALSE(fit("rib", ""));
}

TEST_CASE("Of two names that hold what was typed, the one with less beside it fits better") {
    CHECK(*fit("rib", "rib 1") < *fit("rib", "cartilage of the first rib"));
}

TEST_CASE("The id on the other side differs in nothing but the side") {
    CHECK(id_on_other_side("rhomboid_major_right") == "rhomboid_major_left");
    CHECK(id_on_other_side("rhomboid_major_left") == "rhomboid_major_right");
    CHECK(id_on_other_side("sacrum").empty());
    CHECK(id_on_other_side("").empty());
}

TEST_CASE("Right and left stand under one name, whichever the catalogue names first") {
    auto catalogue = std::make_shared<Catalogue>();
    for (const char* id : {"teres_left", "sacrum", "teres_right", "lung_right", "lung_left"}) {
        CatalogueEntry entry;
        entry.id = id;
        entry.name = std::string(id).substr(0, 5) == "teres" ? "Teres" : id;
        const std::string side = std::string(id).substr(0, 4) == "lung" ? "" : id;
        entry.side = side.ends_with("_left") ? Side::left : side.ends_with("_right") ? Side::right : Side::middle;
        catalogue->entries.push_back(entry);
    }
    Body body;
    body.catalogue = catalogue;
    for (const CatalogueEntry& entry : catalogue->entries) {
        body.parts.push_back({entry.id, Role::skeleton, {}, &entry});
    }
    const auto pairs = structure_pairs(body);
    REQUIRE(pairs.size() == 4);
    CHECK(pairs[0].parts == std::vector<std::size_t>{2, 0});
    CHECK(pairs[0].entry->id == "teres_right");
    CHECK(pairs[1].parts == std::vector<std::size_t>{1});
    CHECK(pairs[2].parts.size() == 1);  // each lung has its own name
    CHECK(pairs[3].parts.size() == 1);
}
