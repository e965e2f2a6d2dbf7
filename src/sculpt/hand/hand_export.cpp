#include "sculpt/hand/hand_export.h"

#include <algorithm>
#include <cstdint>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat4x4.hpp>
#include <nlohmann/json.hpp>

#include "core/units.h"
#include "mesh/glb_file.h"
#include "mesh/glb_layout.h"
#include "sculpt/hand/hands.h"

namespace dorsum::sculpt {
namespace {

using nlohmann::json;

constexpr int no_target = 0;

/// The left hand is the mirror image of the right in x.
glm::vec3 sided(const glm::vec3 v, const float side) {
    return {side * v.x, v.y, v.z};
}

/// The same turn seen in the mirror.
glm::quat sided(const glm::quat& q, const float side) {
    return {q.w, q.x, side * q.y, side * q.z};
}

json array_of(const glm::vec3 v) {
    return {v.x, v.y, v.z};
}

json array_of(const glm::quat& q) {
    return {q.x, q.y, q.z, q.w};
}

struct Side {
    const char* name;
    float sign;
};

class Document {
public:
    explicit Document(const Hands& hands) : hands_(hands) {}

    void add(const Side& side) {
        const std::size_t first_joint = nodes_.size();
        add_joints(side);
        const std::size_t skin = add_skin(side, first_joint);
        const std::size_t mesh = add_mesh(side);
        roots_.push_back(first_joint);
        roots_.push_back(nodes_.size());
        nodes_.push_back({{"name", std::string("hand_") + side.name}, {"mesh", mesh}, {"skin", skin}});
        first_joints_.push_back(first_joint);
    }

    void add_animations(const std::array<Side, 2>& sides) {
        const float start = 0.0F;
        const std::size_t time = accessor(&start, sizeof start, 1, "SCALAR", mesh::glb::component_float, no_target);
        accessors_[time]["min"] = {start};
        accessors_[time]["max"] = {start};
        for (const HandPose& pose : hands_.poses.poses) {
            json samplers = json::array();
            json channels = json::array();
            for (std::size_t hand = 0; hand < sides.size(); ++hand) {
                for (std::size_t joint = 0; joint < hand_joint_count; ++joint) {
                    const glm::quat turn = sided(local_turn(joint) * pose_turn(pose, joint), sides[hand].sign);
                    const std::array<float, 4> key{turn.x, turn.y, turn.z, turn.w};
                    samplers.push_back({{"input", time},
                                        {"interpolation", "STEP"},
                                        {"output", accessor(key.data(), sizeof key, 1, "VEC4",
                                                            mesh::glb::component_float, no_target)}});
                    channels.push_back({{"sampler", samplers.size() - 1},
                                        {"target", {{"node", first_joints_[hand] + joint}, {"path", "rotation"}}}});
                }
            }
            animations_.push_back({{"name", pose.name}, {"samplers", samplers}, {"channels", channels}});
        }
    }

    [[nodiscard]] Result<void> write(const std::filesystem::path& target) const {
        const json document = {
            {"asset", {{"version", "2.0"}, {"generator", mesh::glb::own_generator}}},
            {"scene", 0},
            {"scenes", json::array({{{"nodes", roots_}}})},
            {"nodes", nodes_},
            {"meshes", meshes_},
            {"skins", skins_},
            {"animations", animations_},
            {"accessors", accessors_},
            {"bufferViews", views_},
            {"buffers", json::array({{{"byteLength", binary_.size()}}})},
        };
        return mesh::write_glb(target, document.dump(), binary_);
    }

private:
    [[nodiscard]] const HandJoint& joint_at(const std::size_t joint) const { return hands_.figures.joints[joint]; }

    /// The joint's turn at rest against its parent's.
    [[nodiscard]] glm::quat local_turn(const std::size_t joint) const {
        const glm::mat3& axes = joint_at(joint).bind.axes;
        const glm::mat3& parent = joint_at(joint_at(joint).parent).bind.axes;
        return glm::normalize(glm::quat_cast(joint == 0 ? axes : glm::transpose(parent) * axes));
    }
    [[nodiscard]] glm::quat pose_turn(const HandPose& pose, const std::size_t joint) const {
        return glm::normalize(glm::quat_cast(rotation_of(pose.angles[joint], joint_at(joint))));
    }

    void add_joints(const Side& side) {
        const std::size_t first = nodes_.size();
        for (std::size_t i = 0; i < hand_joint_count; ++i) {
            const HandJoint& joint = joint_at(i);
            const glm::vec3 shift = i == 0 ? joint.bind.at : joint_at(joint.parent).bind.to_local(joint.bind.at);
            nodes_.push_back({{"name", joint.name + "_" + side.name},
                              {"translation", array_of(metres_from_mm(1.0F) * sided(shift, side.sign))},
                              {"rotation", array_of(sided(local_turn(i), side.sign))}});
            if (i > 0) {
                nodes_[first + joint.parent]["children"].push_back(first + i);
            }
        }
    }

    std::size_t add_skin(const Side& side, const std::size_t first_joint) {
        std::vector<glm::mat4> inverse;
        json joints = json::array();
        for (std::size_t i = 0; i < hand_joint_count; ++i) {
            joints.push_back(first_joint + i);
            const Frame& bind = joint_at(i).bind;
            // Mirrored to both sides, a turn stays a turn.
            glm::mat3 turn = glm::transpose(bind.axes);
            for (int column = 0; column < 3; ++column) {
                for (int row = 0; row < 3; ++row) {
                    turn[column][row] *= ((column == 0) != (row == 0)) ? side.sign : 1.0F;
                }
            }
            glm::mat4 matrix(turn);
            matrix[3] = glm::vec4(-(turn * (metres_from_mm(1.0F) * sided(bind.at, side.sign))), 1.0F);
            inverse.push_back(matrix);
        }
        const std::size_t matrices = accessor(inverse.data(), inverse.size() * sizeof(glm::mat4), inverse.size(),
                                              "MAT4", mesh::glb::component_float, no_target);
        skins_.push_back({{"name", std::string("hand_") + side.name},
                          {"inverseBindMatrices", matrices},
                          {"joints", joints},
                          {"skeleton", first_joint}});
        return skins_.size() - 1;
    }

    std::size_t add_mesh(const Side& side) {
        mesh::TriangleMesh mesh = hands_.at_rest;
        for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
            mesh.positions[i] = metres_from_mm(1.0F) * sided(mesh.positions[i], side.sign);
            mesh.normals[i] = sided(mesh.normals[i], side.sign);
        }
        std::vector<std::uint16_t> indices;
        for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
            const std::size_t second = side.sign > 0.0F ? i + 1 : i + 2;
            const std::size_t third = side.sign > 0.0F ? i + 2 : i + 1;
            for (const std::size_t at : {i, second, third}) {
                indices.push_back(static_cast<std::uint16_t>(mesh.indices[at]));
            }
        }
        std::vector<std::array<std::uint8_t, 4>> joints;
        std::vector<std::array<std::uint8_t, 4>> shares;
        for (const JointWeights& weights : hands_.weights) {
            joints.push_back(weights.joints);
            shares.push_back(weights.shares);
        }
        const auto column = [&](const auto& items, const char* type, const int component) {
            return accessor(items.data(), items.size() * sizeof items[0], items.size(), type, component,
                            mesh::glb::target_array_buffer);
        };
        const auto [low, high] = mesh::bounds(mesh);
        json attributes;
        attributes["POSITION"] = column(mesh.positions, "VEC3", mesh::glb::component_float);
        accessors_.back()["min"] = array_of(low);
        accessors_.back()["max"] = array_of(high);
        attributes["NORMAL"] = column(mesh.normals, "VEC3", mesh::glb::component_float);
        attributes["JOINTS_0"] = column(joints, "VEC4", mesh::glb::component_unsigned_byte);
        attributes["WEIGHTS_0"] = column(shares, "VEC4", mesh::glb::component_unsigned_byte);
        accessors_.back()["normalized"] = true;
        const std::size_t triangles =
            accessor(indices.data(), indices.size() * sizeof(std::uint16_t), indices.size(), "SCALAR",
                     mesh::glb::component_unsigned_short, mesh::glb::target_element_array_buffer);
        meshes_.push_back(
            {{"name", std::string("hand_") + side.name},
             {"primitives", json::array({{{"mode", 4}, {"attributes", attributes}, {"indices", triangles}}})}});
        return meshes_.size() - 1;
    }

    std::size_t accessor(const void* from, const std::size_t length, const std::size_t count, const char* type,
                         const int component, const int target) {
        json view = {{"buffer", 0}, {"byteOffset", binary_.size()}, {"byteLength", length}};
        if (target != no_target) {
            view["target"] = target;
        }
        views_.push_back(std::move(view));
        const auto* const begin = static_cast<const std::byte*>(from);
        binary_.insert(binary_.end(), begin, begin + length);
        binary_.resize((binary_.size() + 3) / 4 * 4);
        accessors_.push_back(
            {{"bufferView", views_.size() - 1}, {"componentType", component}, {"count", count}, {"type", type}});
        return accessors_.size() - 1;
    }

    const Hands& hands_;
    json nodes_ = json::array();
    json meshes_ = json::array();
    json skins_ = json::array();
    json animations_ = json::array();
    json accessors_ = json::array();
    json views_ = json::array();
    json roots_ = json::array();
    std::vector<std::size_t> first_joints_;
    std::vector<std::byte> binary_;
};

}  // namespace

Result<void> export_skinned_hands(const Hands& hands, const std::filesystem::path& target) {
    constexpr std::array<Side, 2> sides{{{"right", 1.0F}, {"left", -1.0F}}};
    Document document(hands);
    for (const Side& side : sides) {
        document.add(side);
    }
    document.add_animations(sides);
    return document.write(target);
}

}  // namespace dorsum::sculpt
