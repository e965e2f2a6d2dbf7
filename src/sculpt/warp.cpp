#include "sculpt/warp.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <numbers>

#include "sculpt/curve.h"

namespace dorsum::sculpt {
namespace {

constexpr Table::Axis height_axis{-1500.0F, 5.0F, 451};
constexpr Table::Axis one_cell{0.0F, 1.0F, 1};
constexpr float radians_per_degree = std::numbers::pi_v<float> / 180.0F;
constexpr int most_rounds = 80;
/// Sides are stretched up to twofold beside a broad trunk: whole steps would not settle there.
constexpr glm::vec3 relaxation{0.65F, 1.0F, 1.0F};

// Heights on the reference man.
constexpr float t1_y = 287.9F;
constexpr float t7_y = 148.3F;
constexpr float t12_y = 0.0F;
constexpr float s1_y = -197.6F;
constexpr float trunk_ends_x = 150.0F;
constexpr float broad_trunk_ends_x = 172.0F;
constexpr float broad_arm_begins_x = 232.0F;
constexpr float arm_begins_x = 225.0F;
constexpr float arm_ends_y = 240.0F;
constexpr float arm_spreads_from_y = 215.0F;
constexpr float arm_spread_y = 15.0F;
constexpr float half_chest_mm = 150.0F;
constexpr float arm_radius_mm = 36.0F;
constexpr float waist_share = 0.42F;
/// More would stretch the sides so much that the way back is not found.
constexpr float most_spread_mm = 46.0F;
/// x of the arm at the elbow, and how much further out it lies for each millimetre further down.
constexpr float elbow_x = 252.0F;
constexpr float arm_slant = 0.142F;

/// z of the vertebral bodies of the reference man (BodyParts3D times 1.05), straight beyond them.
constexpr std::array spine{Knot{-360.0F, 40.0F},  Knot{-270.0F, 45.0F},  Knot{-197.6F, 2.2F},  Knot{-172.4F, -6.2F},
                           Knot{-137.7F, -14.1F}, Knot{-101.9F, -17.1F}, Knot{-67.2F, -14.8F}, Knot{-33.1F, -8.9F},
                           Knot{0.0F, 0.0F},      Knot{63.2F, 17.2F},    Knot{120.0F, 29.0F},  Knot{175.6F, 32.4F},
                           Knot{226.2F, 26.5F},   Knot{269.6F, 12.7F},   Knot{303.0F, 0.3F},   Knot{333.1F, -7.5F},
                           Knot{365.7F, -8.4F},   Knot{420.0F, -5.0F}};

/// The tilt that a height gains, 0 at T7: more kyphosis leans the upper back forward.
float added_tilt_rad(const float y, const BodyParameters& parameters) {
    const BodyParameters reference;
    const float kyphosis = (parameters.kyphosis_deg - reference.kyphosis_deg) * radians_per_degree;
    const float lordosis = (parameters.lordosis_deg - reference.lordosis_deg) * radians_per_degree;
    const auto share = [](const float low, const float high, const float at) {
        return (std::clamp(at, low, high) - low) / (high - low);
    };
    const float chest = share(t12_y, t1_y, y) - share(t12_y, t1_y, t7_y);
    const float loin = share(s1_y, t12_y, y) - 1.0F;
    // The neck and head rise again, so that the face still lies in its rest.
    const float neck = share(t1_y, t1_y + 120.0F, y) * (1.0F - share(t12_y, t1_y, t7_y));
    return -kyphosis * (chest - neck) + lordosis * loin;
}

std::array<Knot, 6> breadth_knots(const BodyParameters& parameters, const float scale) {
    const BodyParameters reference;
    const float shoulders = parameters.biacromial_breadth_mm / reference.biacromial_breadth_mm / scale;
    const float hips = parameters.bicristal_breadth_mm / reference.bicristal_breadth_mm / scale;
    const float chest = 0.5F * (shoulders + 1.0F);  // the rib cage follows the shoulders half-way
    // A slim waist is slim in its muscles too; a broad one is so by its fat.
    const float waist = std::clamp(parameters.waist_breadth_mm / reference.waist_breadth_mm / scale, 0.84F, 1.04F);
    return {Knot{-600.0F, hips}, Knot{-185.0F, hips},     Knot{-80.0F, waist},
            Knot{70.0F, chest},  Knot{250.0F, shoulders}, Knot{360.0F, 1.0F}};
}

/// How much further out an arm lies beside a trunk that is broader and an arm that is thicker, without the scale of
/// the stature.
float arms_spread_mm(const BodyParameters& parameters, const float scale) {
    const BodyParameters reference;
    const auto gain = [&](float BodyParameters::*breadth) {
        return parameters.*breadth / (reference.*breadth * scale) - 1.0F;
    };
    const float wanted_mm = half_chest_mm * (gain(&BodyParameters::chest_breadth_mm) +
                                             waist_share * gain(&BodyParameters::waist_breadth_mm)) +
                            arm_radius_mm * (parameters.limb_girth - 1.0F);
    return std::clamp(wanted_mm, 0.0F, most_spread_mm);
}

}  // namespace

Warp::Warp(const BodyParameters& parameters)
    : scale_(parameters.stature_mm / BodyParameters{}.stature_mm),
      arms_breadth_(parameters.biacromial_breadth_mm / BodyParameters{}.biacromial_breadth_mm / scale_),
      arms_spread_mm_(arms_spread_mm(parameters, scale_)),
      breadth_(height_axis, one_cell),
      spine_z_(height_axis, one_cell),
      centre_y_(height_axis, one_cell),
      centre_z_(height_axis, one_cell),
      tilt_rad_(height_axis, one_cell) {
    const auto knots = breadth_knots(parameters, scale_);
    for (std::size_t i = 0; i < height_axis.count; ++i) {
        const float y = height_axis.at(i);
        breadth_.cell(i, 0) = along(knots, y);
        spine_z_.cell(i, 0) = along(spine, y);
        tilt_rad_.cell(i, 0) = added_tilt_rad(y, parameters);
    }
    tilt_rad_.blur(25.0F, 0.0F);
    spine_z_.blur(10.0F, 0.0F);
    // From the origin, which stays where it is, up and down along the bent spine.
    const auto origin = static_cast<std::size_t>((0.0F - height_axis.first) / height_axis.step);
    centre_y_.cell(origin, 0) = 0.0F;
    centre_z_.cell(origin, 0) = spine_z_.cell(origin, 0);
    const auto step = [this](const std::size_t from, const std::size_t to) {
        const float tilt = 0.5F * (tilt_rad_.cell(from, 0) + tilt_rad_.cell(to, 0));
        const float dy = height_axis.at(to) - height_axis.at(from);
        const float dz = spine_z_.cell(to, 0) - spine_z_.cell(from, 0);
        centre_y_.cell(to, 0) = centre_y_.cell(from, 0) + std::cos(tilt) * dy - std::sin(tilt) * dz;
        centre_z_.cell(to, 0) = centre_z_.cell(from, 0) + std::sin(tilt) * dy + std::cos(tilt) * dz;
    };
    for (std::size_t i = origin; i + 1 < height_axis.count; ++i) {
        step(i, i + 1);
    }
    for (std::size_t i = origin; i > 0; --i) {
        step(i, i - 1);
    }
}

float Warp::breadth(const float reference_y) const {
    return breadth_.sample(reference_y, 0.0F).value;
}

float Warp::breadth_at(const float reference_x, const float reference_y) const {
    const float arm = smooth_step(trunk_ends_x, arm_begins_x, std::abs(reference_x)) *
                      (1.0F - smooth_step(arm_ends_y, arm_ends_y + 60.0F, reference_y));
    const float arm_x = elbow_x + arm_slant * std::max(0.0F, -reference_y);
    const float spread = arms_spread_mm_ / arm_x * (1.0F - smooth_step(arm_spread_y, arm_spreads_from_y, reference_y));
    // What is beside a broad trunk, not the trunk itself, is moved aside.
    const float beside = smooth_step(broad_trunk_ends_x, broad_arm_begins_x, std::abs(reference_x));
    return std::lerp(breadth(reference_y), arms_breadth_, arm) + spread * beside;
}

glm::vec3 Warp::operator()(const glm::vec3 reference) const {
    const float tilt = tilt_rad_.sample(reference.y, 0.0F).value;
    const float away = reference.z - spine_z_.sample(reference.y, 0.0F).value;
    return scale_ * glm::vec3(reference.x * breadth_at(reference.x, reference.y),
                              centre_y_.sample(reference.y, 0.0F).value - std::sin(tilt) * away,
                              centre_z_.sample(reference.y, 0.0F).value + std::cos(tilt) * away);
}

glm::vec3 Warp::inverse(const glm::vec3 place) const {
    glm::vec3 guess = place / scale_;
    for (int round = 0; round < most_rounds; ++round) {
        const glm::vec3 miss = (place - (*this)(guess)) / scale_;
        guess += relaxation * miss;
        if (glm::dot(miss, miss) < 1.0e-5F) {
            break;
        }
    }
    return guess;
}

glm::mat3 Warp::slope(const glm::vec3 reference) const {
    constexpr float step = 0.5F;
    const auto column = [&](const glm::vec3 way) {
        return ((*this)(reference + way) - (*this)(reference - way)) / (2.0F * step);
    };
    return {column({step, 0.0F, 0.0F}), column({0.0F, step, 0.0F}), column({0.0F, 0.0F, step})};
}

glm::vec3 Warp::normal(const glm::vec3 reference, const glm::vec3 reference_normal) const {
    return glm::normalize(glm::transpose(glm::inverse(slope(reference))) * reference_normal);
}

glm::vec3 Warp::tangent(const glm::vec3 reference, const glm::vec3 reference_tangent) const {
    const glm::vec3 carried = slope(reference) * reference_tangent;
    const float length = glm::length(carried);
    return length > 1.0e-6F ? carried / length : glm::vec3(0.0F);
}

mesh::TriangleMesh Warp::warped(mesh::TriangleMesh mesh) const {
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        if (!mesh.normals.empty()) {
            mesh.normals[i] = normal(mesh.positions[i], mesh.normals[i]);
        }
        mesh.positions[i] = (*this)(mesh.positions[i]);
    }
    return mesh;
}

}  // namespace dorsum::sculpt
