#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/option_values.h"
#include "app/png_file.h"
#include "catch.h"
#include "mesh/glb_export.h"
#include "mesh/import.h"
#include "picture_difference.h"
#include "run_program.h"
#include "temporary_folder.h"

using namespace dorsum;
using dorsum::test::contains;
using dorsum::test::difference;
using dorsum::test::run_dorsum;

namespace {

mesh::TriangleMesh box(const glm::vec3 low, const glm::vec3 high) {
    mesh::TriangleMesh box;
    for (int corner = 0; corner < 8; ++corner) {
        box.positions.emplace_back((corner & 1) != 0 ? high.x : low.x, (corner & 2) != 0 ? high.y : low.y,
                                   (corner & 4) != 0 ? high.z : low.z);
    }
    box.indices = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                   2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
    return box;
}

/// The skin of the bundled body with a muscle, a bone and an organ in it, and with their catalogue.
class LayeredModel {
public:
    LayeredModel() {
        mesh::Model model = mesh::import_model(std::string(DORSUM_TEST_ASSETS) + "/body/reference.glb").value();
        std::erase_if(model.parts, [](const mesh::ModelPart& part) { return part.name != "skin"; });
        model.parts.push_back({"trapezius_right", box({0.02F, 0.05F, 0.02F}, {0.12F, 0.25F, 0.03F})});
        model.parts.push_back({"trapezius_left", {}, "trapezius_right"});
        model.parts.push_back({"rib_5_right", box({0.02F, 0.08F, -0.02F}, {0.10F, 0.10F, -0.01F})});
        model.parts.push_back({"heart", box({-0.05F, 0.05F, -0.08F}, {0.02F, 0.12F, -0.04F})});
        REQUIRE(mesh::export_glb(model, folder / "layered.glb"));
        std::string catalogue = "format = 1\nbody = \"test\"\n";
        const auto add = [&catalogue](const std::string& id, const std::string& side, const std::string& layer) {
            catalogue += "[[structure]]\nid = \"" + id + "\"\nname = \"Name of " + id + "\"\nlatin = \"Nomen " + id +
                         "\"\nside = \"" + side + "\"\nlayer = \"" + layer + "\"\n";
        };
        add("trapezius_right", "right", "superficial_muscle");
        add("trapezius_left", "left", "superficial_muscle");
        add("rib_5_right", "right", "skeleton");
        add("heart", "middle", "organ");
        static_cast<void>(folder.write("layered.catalogue.toml", catalogue));
    }
    [[nodiscard]] std::string path() const { return (folder / "layered.glb").string(); }
    [[nodiscard]] render::Picture rendered(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"render", path(), "--size", "320x240", "--no-captions", "-o", "-"});
        const auto result = run_dorsum(arguments);
        INFO(result.standard_error);
        REQUIRE(result.exit_code == 0);
        std::vector<std::byte> bytes(result.standard_output.size());
        std::memcpy(bytes.data(), result.standard_output.data(), bytes.size());
        return app::from_png(bytes, "standard output").value();
    }
    dorsum::test::TemporaryFolder folder;
};

}  // namespace

TEST_CASE("a body can be drawn laid open to each of its layers") {
    const LayeredModel model;
    const render::Picture skin = model.rendered({});
    const render::Picture muscles = model.rendered({"--depth", "superficial"});
    const render::Picture bones = model.rendered({"--depth", "skeleton"});
    CHECK(difference(skin, muscles).mean > 1.0);
    CHECK(difference(muscles, bones).mean > 0.3);
    CHECK(model.rendered({"--depth", "skin"}).rgb == skin.rgb);
    CHECK(model.rendered({"--show", "muscles,skeleton"}).rgb == muscles.rgb);
    CHECK(difference(model.rendered({"--show", "skeleton,organs"}), bones).mean > 0.1);
    CHECK(difference(model.rendered({"--layers", "organs"}), model.rendered({"--layers", "none"})).mean > 0.1);
}

TEST_CASE("info counts the structures of each layer, and lists them when asked to") {
    const LayeredModel model;
    const auto counted = run_dorsum({"info", model.path()});
    CHECK(contains(counted.standard_output, "structures: superficial 2, skeleton 1, organs 1\n"));
    const auto listed = run_dorsum({"info", "--structures", model.path()});
    CHECK(contains(listed.standard_output, "rib_5_right\tName of rib_5_right\tNomen rib_5_right\n"));
    const auto json = nlohmann::json::parse(run_dorsum({"info", "--json", model.path()}).standard_output);
    REQUIRE(json.at("structures").size() == 4);
    CHECK(json.at("structures")[0].at("layer") == "superficial");
}

TEST_CASE("a model without layers says so when they are asked for") {
    const dorsum::test::TemporaryFolder folder;
    std::filesystem::copy(std::string(DORSUM_TEST_ASSETS) + "/body/reference.glb", folder / "bare.glb");
    mesh::Model model = mesh::import_model((folder / "bare.glb").string()).value();
    std::erase_if(model.parts, [](const mesh::ModelPart& part) { return part.name != "skin"; });
    REQUIRE(mesh::export_glb(model, folder / "skin.glb"));
    const auto result = run_dorsum({"render", (folder / "skin.glb").string(), "--depth", "deep", "-o", "-"});
    CHECK(result.exit_code == 2);
    CHECK(contains(result.standard_error, "no muscles, bones or organs"));
}

TEST_CASE("a broken catalogue is told with file and line") {
    const LayeredModel model;
    static_cast<void>(model.folder.write("layered.catalogue.toml", "format = 1\n[[structure]]\nid = 3\n"));
    const auto result = run_dorsum({"info", model.path()});
    CHECK(result.exit_code == 1);
    CHECK(contains(result.standard_error, "layered.catalogue.toml:3"));
}

TEST_CASE("the bundled bodies are chosen by name, and not together with a model") {
    const auto reference = run_dorsum({"info", "--body", "reference"});
    CHECK(reference.exit_code == 0);
    CHECK(contains(reference.standard_output, "reference.glb"));
    CHECK(run_dorsum({"info", "--body", "nobody"}).exit_code == 2);
    const LayeredModel model;
    CHECK(run_dorsum({"info", "--body", "reference", model.path()}).exit_code == 2);
    CHECK(run_dorsum({"render", "--depth", "deep", "--show", "skeleton", "-o", "-"}).exit_code == 2);
}

TEST_CASE("lists of layers are read as they are written") {
    using scene::Layer;
    const auto muscles = app::parse_layers("muscles");
    REQUIRE(muscles);
    CHECK(muscles->count() == 3);
    CHECK(scene::shows(*muscles, Layer::deep));
    CHECK(app::parse_body_layers("skeleton,organs")->count() == 2);
    CHECK_FALSE(app::parse_body_layers("skeleton,zones"));
    CHECK_FALSE(app::parse_body_layers("none"));
    CHECK_FALSE(app::parse_layers("bones"));
}

TEST_CASE("--peel opens the skin around the hands, and is refused on a model with a skin only") {
    const auto peeled = [](const std::string& how) {
        const auto result =
            run_dorsum({"render", "--step", "3", "--peel", how, "--size", "320x180", "--no-captions", "-o", "-"});
        INFO(result.standard_error);
        REQUIRE(result.exit_code == 0);
        return result.standard_output;
    };
    const std::string closed = peeled("none");
    CHECK(peeled("skin") != closed);
    CHECK(peeled("superficial") != peeled("skin"));
    CHECK(peeled("skin") == peeled("skin"));
    test::TemporaryFolder folder;
    mesh::Model model = mesh::import_model(std::string(DORSUM_TEST_ASSETS) + "/body/reference.glb").value();
    std::erase_if(model.parts, [](const mesh::ModelPart& part) { return part.name != "skin"; });
    REQUIRE(mesh::export_glb(model, folder / "skin.glb"));
    const auto refused =
        run_dorsum({"render", (folder / "skin.glb").string(), "--step", "3", "--peel", "skin", "-o", "-"});
    CHECK(refused.exit_code == 2);
    CHECK(contains(refused.standard_error, "--peel"));
    CHECK(contains(refused.standard_error, "no muscles"));
    const auto unknown = run_dorsum({"render", "--peel", "bones", "-o", "-"});
    CHECK(unknown.exit_code == 2);
}

TEST_CASE("--show-safety shows where not to press, with the rules in words") {
    const auto drawn = [](std::vector<std::string> more) {
        more.insert(more.begin(), {"render", "--step", "1", "--size", "640x360", "-o", "-"});
        const auto result = run_dorsum(more);
        INFO(result.standard_error);
        REQUIRE(result.exit_code == 0);
        return result.standard_output;
    };
    CHECK(drawn({"--show-safety"}) != drawn({}));
    CHECK(drawn({"--show-safety", "--no-captions"}) == drawn({"--layers", "skin,towel,table,safety", "--no-captions"}));
}
