#include "sculpt/hand/hands.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <map>
#include <numeric>
#include <set>

#include "catch.h"
#include "sculpt/hand/hand_field.h"

using namespace dorsum;
using namespace dorsum::sculpt;

namespace {

/// Coarser than what is shipped, so that the test is quick.
const Hands& hands() {
    static const Hands built = [] {
        auto made = sculpt_hands(DORSUM_SCULPT_FIGURES_FOLDER, {1.2F});
        if (!made) {
            FAIL(to_string(made.error()));
        }
        return *made;
    }();
    return built;
}

const PosedHand& hand_in(const std::string& pose) {
    for (const PosedHand& hand : hands().posed) {
        if (hand.name == pose) {
            return hand;
        }
    }
    FAIL("no pose " << pose);
    throw std::logic_error("unreachable");
}

const HandPose& pose_named(const std::string& name) {
    return *std::ranges::find_if(hands().poses.poses, [&](const HandPose& pose) { return pose.name == name; });
}

void check_closed(const mesh::TriangleMesh& mesh) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> uses;
    double volume_mm3 = 0.0;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        for (std::size_t corner = 0; corner < 3; ++corner) {
            ++uses[{mesh.indices[i + corner], mesh.indices[i + (corner + 1) % 3]}];
        }
        volume_mm3 += static_cast<double>(glm::dot(
                          mesh.positions[mesh.indices[i]],
                          glm::cross(mesh.positions[mesh.indices[i + 1]], mesh.positions[mesh.indices[i + 2]]))) /
                      6.0;
    }
    const auto bad = std::ranges::count_if(uses, [&](const auto& use) {
        const auto reverse = uses.find({use.first.second, use.first.first});
        return use.second != 1 || reverse == uses.end() || reverse->second != 1;
    });
    CHECK(bad == 0);
    // A man's hand holds about 400 cubic centimetres, 235 mm of forearm about 900 more.
    CHECK(volume_mm3 > 1'000'000.0);
    CHECK(volume_mm3 < 1'700'000.0);
}

/// How many pieces hang together.
std::size_t pieces(const mesh::TriangleMesh& mesh) {
    std::vector<std::uint32_t> root(mesh.positions.size());
    std::iota(root.begin(), root.end(), 0U);
    const auto find = [&](std::uint32_t at) {
        while (root[at] != at) {
            at = root[at] = root[root[at]];
        }
        return at;
    };
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        root[find(mesh.indices[i])] = find(mesh.indices[i + 1]);
        root[find(mesh.indices[i + 1])] = find(mesh.indices[i + 2]);
    }
    std::set<std::uint32_t> roots;
    for (const std::uint32_t index : mesh.indices) {
        roots.insert(find(index));
    }
    return roots.size();
}

/// The lowest point above the skin of what `keep` chooses, in the frame of the skin.
template <typename Keep>
float lowest(const mesh::TriangleMesh& mesh, Keep keep) {
    float result = std::numeric_limits<float>::max();
    for (const glm::vec3 at : mesh.positions) {
        result = keep(at) ? std::min(result, at.z) : result;
    }
    return result;
}

float lowest_of_digit(const PosedHand& hand, const std::size_t digit) {
    const HandField field(hands().figures, hand.joints);
    return lowest(hand.mesh,
                  [&](const glm::vec3 at) { return field.digit_distance(digit, hand.placement.to_local(at)) < 1.0F; });
}

}  // namespace

TEST_CASE("a hand has twenty joints, each after its parent and each named once") {
    std::set<std::string> names;
    for (std::size_t i = 0; i < hand_joint_count; ++i) {
        const HandJoint& joint = hands().figures.joints[i];
        names.insert(joint.name);
        CHECK((i == 0 ? joint.parent == 0 : joint.parent < i));
        CHECK(glm::determinant(joint.bind.axes) == Approx(1.0F));
    }
    CHECK(names.size() == 20);
    CHECK(names.contains("index_proximal_interphalangeal"));
    CHECK_FALSE(names.contains(""));
}

TEST_CASE("every vertex is shared among at most four joints that sum to the whole") {
    REQUIRE(hands().weights.size() == hands().at_rest.positions.size());
    for (const JointWeights& weights : hands().weights) {
        CHECK(std::accumulate(weights.shares.begin(), weights.shares.end(), 0) == 255);
        CHECK(std::ranges::all_of(weights.joints, [](const std::uint8_t joint) { return joint < hand_joint_count; }));
    }
}

TEST_CASE("a finger is not pulled by its neighbour") {
    const HandFigures& figures = hands().figures;
    const HandField field(figures, at_rest(figures));
    for (std::size_t i = 0; i < hands().weights.size(); ++i) {
        const glm::vec3 at = hands().at_rest.positions[i];
        for (const Digit& digit : figures.digits) {
            const auto index = static_cast<std::size_t>(&digit - figures.digits.data());
            const Frame& knuckle = figures.joints[digit.knuckle].bind;
            if (field.digit_distance(index, at) > 0.5F || knuckle.to_local(at).y < 25.0F) {
                continue;
            }
            for (std::size_t k = 0; k < 4; ++k) {
                const std::string& joint = figures.joints[hands().weights[i].joints[k]].name;
                const bool own = joint.starts_with(digit.name) || joint == "wrist";
                CHECK((own || hands().weights[i].shares[k] <= 2));
            }
        }
    }
}

TEST_CASE("the hand is closed, in one piece and wound outwards in every pose") {
    check_closed(hands().at_rest);
    CHECK(pieces(hands().at_rest) == 1);
    CHECK(hands().posed.size() == 6);
    for (const PosedHand& hand : hands().posed) {
        CAPTURE(hand.name);
        check_closed(hand.mesh);
        CHECK(pieces(hand.mesh) == 1);
    }
}

TEST_CASE("the hand is as long and broad as a man's") {
    // Targets: ANSUR II men; the wrist of a man of this size.
    float length = 0.0F;
    glm::vec2 metacarpals(1.0e3F, -1.0e3F);
    glm::vec2 wrist(1.0e3F, -1.0e3F);
    glm::vec2 wrist_depth(1.0e3F, -1.0e3F);
    for (const glm::vec3 at : hands().at_rest.positions) {
        length = std::max(length, at.y);
        if (at.y > 68.0F && at.y < 96.0F && at.x > -45.0F) {
            metacarpals = {std::min(metacarpals.x, at.x), std::max(metacarpals.y, at.x)};
        }
        if (at.y > -12.0F && at.y < -2.0F) {
            wrist = {std::min(wrist.x, at.x), std::max(wrist.y, at.x)};
            wrist_depth = {std::min(wrist_depth.x, at.z), std::max(wrist_depth.y, at.z)};
        }
    }
    CHECK(length == Approx(193.0F).margin(1.5F));
    CHECK(metacarpals.y - metacarpals.x == Approx(88.0F).margin(2.0F));
    CHECK(wrist.y - wrist.x == Approx(60.0F).margin(3.0F));
    CHECK(wrist_depth.y - wrist_depth.x == Approx(40.0F).margin(3.0F));
}

TEST_CASE("what touches the skin lies in one plane and nothing lies below it") {
    for (const std::string name : {"flat_palm", "thumbs", "fingertips"}) {
        CAPTURE(name);
        CHECK(lowest(hand_in(name).mesh, [](glm::vec3) { return true; }) > -0.3F);
    }
    const PosedHand& flat = hand_in("flat_palm");
    const PosedHand& tips = hand_in("fingertips");
    for (std::size_t digit = 1; digit < digit_count; ++digit) {
        CAPTURE(digit);
        CHECK(lowest_of_digit(flat, digit) < 2.0F);
        CHECK(lowest_of_digit(tips, digit) < 0.5F);
    }
    CHECK(lowest_of_digit(hand_in("thumbs"), 0) < 0.3F);
    const auto near = [&](const glm::vec2 centre) {
        return lowest(flat.mesh, [&](const glm::vec3 at) { return glm::length(glm::vec2(at) - centre) < 14.0F; });
    };
    CHECK(near({-28.0F, -30.0F}) < 2.0F);  // thenar eminence
    CHECK(near({24.0F, -26.0F}) < 2.0F);   // hypothenar eminence
    CHECK(near({0.0F, 28.0F}) < 2.0F);     // pad of the palm before the fingers
    // The palm is lifted when only the fingers touch.
    CHECK(lowest(tips.mesh, [](const glm::vec3 at) { return at.y < -60.0F; }) > 12.0F);
}

TEST_CASE("a contact is at the origin and the hand points away from the body") {
    const glm::vec3 thumb = hand_in("thumbs").placement.axes * hand_in("thumbs").joints[4].axes[1];
    CHECK(thumb.y > 0.8F);
    CHECK(std::abs(thumb.x) < 0.05F);
    for (const std::string name : {"flat_palm", "thumbs", "fingertips"}) {
        CAPTURE(name);
        const float near =
            lowest(hand_in(name).mesh, [](const glm::vec3 at) { return glm::length(glm::vec2(at)) < 12.0F; });
        CHECK(near < (name == "flat_palm" ? 10.0F : 0.6F));  // there is a hollow in the palm
    }
}

TEST_CASE("every pose keeps its joints within what a living hand can do") {
    const HandPoses& poses = hands().poses;
    for (const HandPose& pose : poses.poses) {
        for (std::size_t i = 0; i < hand_joint_count; ++i) {
            CAPTURE(pose.name, hands().figures.joints[i].name);
            CHECK(pose.angles[i].flexion >= poses.ranges[i].flexion.x);
            CHECK(pose.angles[i].flexion <= poses.ranges[i].flexion.y);
            CHECK(pose.angles[i].abduction >= poses.ranges[i].abduction.x);
            CHECK(pose.angles[i].abduction <= poses.ranges[i].abduction.y);
        }
    }
    for (std::size_t i = 2; i < hand_joint_count; ++i) {
        CHECK(pose_named("relaxed").angles[i].flexion >= 0.0F);
    }
}

TEST_CASE("digits do not pass through each other") {
    for (const PosedHand& hand : hands().posed) {
        const HandField field(hands().figures, hand.joints);
        for (std::size_t one = 0; one < digit_count; ++one) {
            for (const Loft& loft : hands().figures.digits[one].lofts) {
                // Along the middle of each bone another digit may come as near as its flesh, no nearer.
                for (float part = 0.3F; part <= 1.0F; part += 0.1F) {
                    const glm::vec3 at = hand.joints[loft.joint].to_model({0.0F, part * loft.length, 0.0F});
                    const auto step = static_cast<std::size_t>(part * static_cast<float>(loft.sections.size() - 1));
                    const float flesh = std::min(loft.sections[step][0], loft.sections[step][1]);
                    for (std::size_t other = 0; other < digit_count; ++other) {
                        CAPTURE(hand.name, one, other, loft.name, part);
                        CHECK((other == one || field.digit_distance(other, at) > flesh - 2.5F));
                    }
                }
            }
        }
    }
}

TEST_CASE("skinning by bones comes near to the flesh sculpted around them") {
    const HandFigures& figures = hands().figures;
    for (const PosedHand& hand : hands().posed) {
        const HandField field(figures, hand.joints);
        const auto points = skinned(figures, hand.joints, hands().at_rest.positions, hands().weights);
        const auto far =
            std::ranges::count_if(points, [&](const glm::vec3 at) { return std::abs(field.distance(at)) > 3.0F; });
        CAPTURE(hand.name, far, points.size());
        CHECK(static_cast<float>(far) < 0.08F * static_cast<float>(points.size()));
    }
}

TEST_CASE("the same figures give the same hand") {
    const auto again = sculpt_hands(DORSUM_SCULPT_FIGURES_FOLDER, {3.0F});
    const auto once_more = sculpt_hands(DORSUM_SCULPT_FIGURES_FOLDER, {3.0F});
    REQUIRE(again);
    REQUIRE(once_more);
    CHECK(again->posed[1].mesh.positions == once_more->posed[1].mesh.positions);
    CHECK(again->at_rest.indices == once_more->at_rest.indices);
}
