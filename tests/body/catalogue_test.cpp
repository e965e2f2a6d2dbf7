#include "body/catalogue.h"
#include "body/surroundings.h"

#include <algorithm>

#include "../temporary_folder.h"
#include "body/body.h"
#include "catch.h"
#include "synthetic_body.h"

namespace dorsum::body {
namespace {

const std::string two_structures = R"toml(format = 1
body = "reference"

[[structure]]
id = "rhomboid_major_right"
name = "Rhomboid major"
latin = "Musculus rhomboideus major"
side = "right"
layer = "intermediate_muscle"
origin = "Spinous processes of T2 to T5"
insertion = "Medial border of the scapula"
action = "Draws the scapula back"
nerve = "Dorsal scapular nerve (C4, C5)"
note = "Below the trapezius"
synonyms = ["Greater rhomboid"]

[[structure]]
id = "kidney_left"
name = "Kidney"
latin = "Ren"
side = "left"
layer = "organ"
)toml";

std::string replaced(std::string text, const std::string& before, const std::string& after) {
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    return text.replace(at, before.size(), after);
}

Error error_of(const std::string& text) {
    const auto catalogue = parse_catalogue(text, "a.catalogue.toml");
    REQUIRE_FALSE(catalogue);
    CHECK(catalogue.error().file == "a.catalogue.toml");
    CHECK_FALSE(catalogue.error().remedy.empty());
    return catalogue.error();
}

/// A small closed box around a point.
mesh::TriangleMesh box_at(const glm::vec3 centre, const float half_m) {
    mesh::TriangleMesh box;
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 side(corner & 1, (corner >> 1) & 1, (corner >> 2) & 1);
        box.positions.push_back(centre + (side * 2.0F - 1.0F) * half_m);
    }
    box.indices = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                   2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
    return box;
}

/// A person with a muscle and an organ inside, and something that nobody has named.
mesh::Model layered_person(const dorsum::test::TemporaryFolder& folder) {
    mesh::Model model = as_model(synthetic_person(), mesh::Axis::plus_y, mesh::Axis::minus_z, 1.0F);
    model.parts.front().name = "skin";
    model.file = (folder / "person.glb").string();
    model.parts.push_back({"rhomboid_major_right", box_at({0.05F, 0.2F, 0.02F}, 0.01F)});
    model.parts.push_back({"kidney_left", box_at({-0.05F, -0.05F, 0.0F}, 0.02F)});
    model.parts.push_back({"something", box_at({0.0F, 5.0F, 0.0F}, 1.0F)});
    return model;
}

}  // namespace

TEST_CASE("a muscle that belongs to a group is called by both, in whichever body it is") {
    const std::string name = "name = \"Rhomboid major\"\n";
    const auto grouped = parse_catalogue(replaced(two_structures, name, name + "group = \"rhomboids\"\n"), "a.toml");
    REQUIRE(grouped);
    CHECK(name_with_group(grouped->entries[0]) == "Rhomboid major (rhomboids)");
    CHECK(name_with_group(grouped->entries[1]) == "Kidney");
    CHECK(error_of(replaced(two_structures, name, name + "group = 3\n")).line == 7);
    for (const std::string body : {"reference", "woman", "heavy"}) {
        const auto shipped = read_catalogue(DORSUM_TEST_ASSETS "/body/" + body + ".catalogue.toml");
        REQUIRE(shipped);
        for (const char* id : {"iliocostalis_right", "longissimus_left", "spinalis_right"}) {
            REQUIRE(shipped->find(id) != nullptr);
            CHECK(name_with_group(*shipped->find(id)).ends_with(" (erector spinae)"));
        }
    }
}

TEST_CASE("a catalogue says what each structure is") {
    const auto catalogue = parse_catalogue(two_structures, "a.catalogue.toml");
    REQUIRE(catalogue);
    CHECK(catalogue->body == "reference");
    REQUIRE(catalogue->entries.size() == 2);
    const CatalogueEntry* rhomboid = catalogue->find("rhomboid_major_right");
    REQUIRE(rhomboid != nullptr);
    CHECK(rhomboid->name == "Rhomboid major");
    CHECK(rhomboid->latin == "Musculus rhomboideus major");
    CHECK(rhomboid->side == Side::right);
    CHECK(rhomboid->layer == Role::intermediate_muscle);
    CHECK(rhomboid->nerve == "Dorsal scapular nerve (C4, C5)");
    CHECK(rhomboid->synonyms == std::vector<std::string>{"Greater rhomboid"});
    CHECK(catalogue->find("kidney_left")->origin.empty());
    CHECK(catalogue->find("kidney_right") == nullptr);
}

TEST_CASE("what is wrong in a catalogue is said with its line and what would be right") {
    CHECK(error_of(replaced(two_structures, "format = 1", "format = 2")).line == 1);
    const Error side = error_of(replaced(two_structures, "\"left\"", "\"port\""));
    CHECK(side.line == 21);
    CHECK(side.cause.find("kidney_left") != std::string::npos);
    const Error layer = error_of(replaced(two_structures, "\"organ\"", "\"offal\""));
    CHECK(layer.line == 22);
    CHECK(layer.remedy.find("\"organ\"") != std::string::npos);
    CHECK(error_of(replaced(two_structures, "latin = \"Ren\"\n", "")).cause.find("latin is missing") !=
          std::string::npos);
    CHECK(error_of(replaced(two_structures, "name = \"Kidney\"", "name = 7")).line == 19);
    CHECK(error_of(replaced(two_structures, "[\"Greater rhomboid\"]", "[1]")).line == 15);
    CHECK(error_of(replaced(two_structures, "kidney_left", "rhomboid_major_right")).cause.find("twice") !=
          std::string::npos);
    CHECK(error_of("format = 1\n").cause.find("no structure") != std::string::npos);
    CHECK(error_of("format = = 1\n").line == 1);
}

TEST_CASE("what lies inside a body is known by the catalogue and moves no landmark") {
    const dorsum::test::TemporaryFolder folder;
    static_cast<void>(folder.write("person.catalogue.toml", two_structures));
    const auto body = make_body(layered_person(folder));
    REQUIRE(body);
    REQUIRE((*body)->catalogue);
    REQUIRE((*body)->parts.size() == 3);
    const auto muscle = find_part(**body, "rhomboid_major_right");
    REQUIRE(muscle);
    CHECK((*body)->parts[*muscle].role == Role::intermediate_muscle);
    REQUIRE((*body)->parts[*muscle].entry != nullptr);
    CHECK((*body)->parts[*muscle].entry->latin == "Musculus rhomboideus major");
    CHECK((*body)->parts[0].role == Role::skin);
    CHECK((*body)->parts[0].entry == nullptr);
    CHECK(std::ranges::any_of(
        (*body)->warnings, [](const std::string& warning) { return warning.find("something") != std::string::npos; }));

    mesh::Model alone = layered_person(folder);
    alone.parts.resize(1);
    alone.file.clear();
    const auto skin_only = make_body(alone);
    REQUIRE(skin_only);
    REQUIRE((*skin_only)->landmarks.size() == (*body)->landmarks.size());
    for (std::size_t i = 0; i < (*body)->landmarks.size(); ++i) {
        CHECK((*skin_only)->landmarks[i].position == (*body)->landmarks[i].position);
    }
}

TEST_CASE("nothing is found by the empty name, not even a part without one") {
    mesh::Model model = as_model(synthetic_person(), mesh::Axis::plus_y, mesh::Axis::minus_z, 1.0F);
    model.parts.front().name.clear();
    const auto body = make_body(model);
    REQUIRE(body);
    CHECK_FALSE(find_part(**body, ""));
}

TEST_CASE("a catalogue of another body is told by its name") {
    const dorsum::test::TemporaryFolder folder;
    static_cast<void>(folder.write("person.catalogue.toml", two_structures));
    const auto tells_of_reference = [](const std::string& text) { return text.find("reference") != std::string::npos; };
    const auto other = make_body(layered_person(folder));
    REQUIRE(other);
    CHECK(std::ranges::any_of((*other)->warnings, tells_of_reference));

    mesh::Model bones_only = layered_person(folder);
    bones_only.parts.erase(bones_only.parts.begin(), bones_only.parts.begin() + 3);
    const auto nothing_known = make_body(bones_only);
    REQUIRE_FALSE(nothing_known);
    CHECK(tells_of_reference(nothing_known.error().cause));

    static_cast<void>(folder.write("person.catalogue.toml", replaced(two_structures, "\"reference\"", "\"person\"")));
    const auto own = make_body(layered_person(folder));
    REQUIRE(own);
    CHECK(std::ranges::none_of((*own)->warnings,
                               [](const std::string& text) { return text.find("another body") != std::string::npos; }));
}

TEST_CASE("without a catalogue every part of unknown name is skin, and with a broken one there is no guess") {
    const dorsum::test::TemporaryFolder folder;
    mesh::Model model = layered_person(folder);
    model.parts.pop_back();
    const auto foreign = make_body(model);
    REQUIRE(foreign);
    for (const Part& part : (*foreign)->parts) {
        // The organs of this person are boxes, and a box is no skin.
        CHECK((part.role == Role::skin || part.name.ends_with(surroundings_suffix)));
    }
    CHECK(std::ranges::count((*foreign)->parts, Role::skin, &Part::role) > 0);
    static_cast<void>(folder.write("person.catalogue.toml", "format = 1\n[[structure]]\n"));
    const auto broken = make_body(model);
    REQUIRE_FALSE(broken);
    CHECK(broken.error().line == 2);
}

TEST_CASE("a ray tells the first structure of a layer, and all that lie on its way") {
    const dorsum::test::TemporaryFolder folder;
    static_cast<void>(folder.write("person.catalogue.toml", two_structures));
    mesh::Model model = layered_person(folder);
    model.parts[2].mesh = box_at({0.05F, 0.2F, -0.03F}, 0.01F);  // below the muscle
    const auto made = make_body(model);
    REQUIRE(made);
    const Body& body = **made;
    const auto centre = mesh::bounds(body.parts[1].mesh).centre();
    const glm::vec3 origin = centre + glm::vec3(0.0F, 0.0F, 0.5F);
    const glm::vec3 down(0.0F, 0.0F, -1.0F);
    const Roles both = roles_of({Role::intermediate_muscle, Role::organ});
    const auto first = body.structures->first_hit(body, both, origin, down);
    REQUIRE(first);
    CHECK(first->part == 1);
    CHECK(first->distance == Approx(0.49F).margin(0.001));
    const auto organ = body.structures->first_hit(body, roles_of({Role::organ}), origin, down);
    REQUIRE(organ);
    CHECK(organ->part == 2);
    CHECK(body.structures->parts_along(body, both, origin, down, 1.0F) == std::vector<std::size_t>{1, 2});
    CHECK(body.structures->parts_along(body, both, origin, down, 0.495F) == std::vector<std::size_t>{1});
    CHECK_FALSE(body.structures->first_hit(body, roles_of({Role::deep_muscle}), origin, down));
}

}  // namespace dorsum::body
