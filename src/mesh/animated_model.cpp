#include "mesh/animated_model.h"

#include <array>
#include <nlohmann/json.hpp>
#include <span>

#include "core/fill.h"
#include "core/translate.h"
#include "mesh/glb_accessors.h"
#include "mesh/glb_file.h"

namespace dorsum::mesh {

namespace {

using Json = nlohmann::json;

/// Writes parts and clips down as glTF has them: specification 2.0, sections 3.7 (meshes, morph targets) and 3.11
/// (animations).
class Document {
public:
    explicit Document(const AnimatedModel& model) {
        for (std::size_t i = 0; i < model.parts.size(); ++i) {
            add_part(model.parts[i], i < model.shown_at_rest.size() && model.shown_at_rest[i]);
        }
        for (const Clip& clip : model.clips) {
            add_clip(clip);
        }
    }

    [[nodiscard]] std::string json() const {
        Json document{{"asset", {{"version", "2.0"}, {"generator", "Dorsum"}}},
                      {"scene", 0},
                      {"scenes", Json::array({{{"nodes", roots_}}})},
                      {"nodes", nodes_},
                      {"meshes", meshes_},
                      {"materials", materials_},
                      {"accessors", numbers_.accessors()},
                      {"bufferViews", numbers_.views()},
                      {"buffers", Json::array({{{"byteLength", numbers_.bytes().size()}}})}};
        if (!animations_.empty()) {
            document["animations"] = animations_;
        }
        return document.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    [[nodiscard]] std::span<const std::byte> bytes() const { return numbers_.bytes(); }

private:
    std::size_t add_vectors(const std::vector<glm::vec3>& vectors, const bool with_extent) {
        Json extent;
        if (with_extent) {
            glm::vec3 low = vectors.front();
            glm::vec3 high = vectors.front();
            for (const glm::vec3& vector : vectors) {
                low = glm::min(low, vector);
                high = glm::max(high, vector);
            }
            extent = {{"min", {low.x, low.y, low.z}}, {"max", {high.x, high.y, high.z}}};
        }
        return numbers_.accessor(numbers_.view(vectors, glb::target_array_buffer), vectors.size(), "VEC3",
                                 glb::component_float, extent);
    }

    void add_part(const AnimatedPart& part, const bool shown) {
        const TriangleMesh& mesh = part.mesh;
        Json attributes{{"POSITION", add_vectors(mesh.positions, true)}};
        if (!mesh.normals.empty()) {
            attributes["NORMAL"] = add_vectors(mesh.normals, false);
        }
        const std::size_t corners = numbers_.accessor(numbers_.view(mesh.indices, glb::target_element_array_buffer),
                                                      mesh.indices.size(), "SCALAR", glb::component_unsigned_int);
        materials_.push_back({{"name", part.name},
                              {"pbrMetallicRoughness",
                               {{"baseColorFactor", {part.colour.r, part.colour.g, part.colour.b, 1.0F}},
                                {"metallicFactor", 0.0F},
                                {"roughnessFactor", part.roughness}}},
                              {"doubleSided", true}});
        Json primitive{{"mode", 4},
                       {"attributes", std::move(attributes)},
                       {"indices", corners},
                       {"material", materials_.size() - 1}};
        Json described{{"name", part.name}};
        if (!part.morph.empty()) {
            primitive["targets"] = Json::array({{{"POSITION", add_vectors(part.morph, true)}}});
            described["weights"] = Json::array({0.0F});
        }
        described["primitives"] = Json::array({std::move(primitive)});
        meshes_.push_back(std::move(described));
        Json node{{"name", part.name}, {"mesh", meshes_.size() - 1}};
        if (!shown) {
            node["scale"] = {0.0F, 0.0F, 0.0F};
        }
        nodes_.push_back(std::move(node));
        roots_.push_back(nodes_.size() - 1);
    }

    void add_clip(const Clip& clip) {
        Json channels = Json::array();
        Json samplers = Json::array();
        for (const Track& track : clip.tracks) {
            if (track.times_s.empty()) {
                continue;
            }
            const std::size_t times =
                numbers_.accessor(numbers_.view(track.times_s, 0), track.times_s.size(), "SCALAR", glb::component_float,
                                  {{"min", {track.times_s.front()}}, {"max", {track.times_s.back()}}});
            const auto add = [&](const auto& values, const char* type, const char* path, const char* between) {
                if (values.empty()) {
                    return;
                }
                samplers.push_back({{"input", times},
                                    {"output", numbers_.accessor(numbers_.view(values, 0), values.size(), type)},
                                    {"interpolation", between}});
                channels.push_back(
                    {{"sampler", samplers.size() - 1}, {"target", {{"node", track.part}, {"path", path}}}});
            };
            add(track.translations, "VEC3", "translation", "LINEAR");
            add(xyzw(track.rotations), "VEC4", "rotation", "LINEAR");
            add(track.morph_weights, "SCALAR", "weights", "LINEAR");
            add(as_scales(track.shown), "VEC3", "scale", "STEP");
        }
        if (!channels.empty()) {
            animations_.push_back({{"name", clip.name}, {"channels", channels}, {"samplers", samplers}});
        }
    }

    /// Neighbours lie on one side of the sphere of rotations, so that what plays them turns the short way.
    static std::vector<glm::vec4> xyzw(const std::vector<glm::quat>& rotations) {
        std::vector<glm::vec4> values;
        for (const glm::quat& rotation : rotations) {
            glm::vec4 value(rotation.x, rotation.y, rotation.z, rotation.w);
            if (!values.empty() && glm::dot(value, values.back()) < 0.0F) {
                value = -value;
            }
            values.push_back(value);
        }
        return values;
    }
    static std::vector<glm::vec3> as_scales(const std::vector<float>& shown) {
        std::vector<glm::vec3> scales;
        for (const float share : shown) {
            scales.emplace_back(share);
        }
        return scales;
    }

    glb::Accessors numbers_;
    Json nodes_ = Json::array();
    Json roots_ = Json::array();
    Json meshes_ = Json::array();
    Json materials_ = Json::array();
    Json animations_ = Json::array();
};

}  // namespace

Result<void> export_animated_glb(const AnimatedModel& model, const std::filesystem::path& target) {
    for (const AnimatedPart& part : model.parts) {
        if (part.mesh.positions.empty() || part.mesh.indices.empty()) {
            return failure(target.string(),
                           with_detail(tr("cannot be written: the model holds no triangles"), part.name),
                           tr("Load a model with a surface first"));
        }
    }
    const Document document(model);
    return write_glb(target, document.json(), document.bytes());
}

}  // namespace dorsum::mesh
