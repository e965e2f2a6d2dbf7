#include "synthetic_body.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <glm/geometric.hpp>
#include <numbers>

namespace dorsum::body {
namespace {

/// A horizontal cut of head and trunk, millimetres: rounded from cuts of the Visible Human Male at
/// a stature of 1.75 m.
struct Cut {
    float y, half_breadth, front_z, back_z;
};
constexpr std::array cuts{Cut{-400, 60, -60, 60},    Cut{-360, 150, -125, 105}, Cut{-292, 185, -145, 128},
                          Cut{-245, 176, -158, 119}, Cut{-195, 163, -166, 96},  Cut{-145, 158, -172, 79},
                          Cut{-95, 156, -170, 80},   Cut{-33, 160, -165, 93},   Cut{56, 170, -160, 106},
                          Cut{109, 172, -158, 114},  Cut{150, 180, -145, 120},  Cut{200, 190, -115, 114},
                          Cut{245, 185, -92, 104},   Cut{270, 165, -82, 92},    Cut{302, 110, -76, 77},
                          Cut{330, 70, -80, 68},     Cut{400, 60, -95, 60},     Cut{450, 72, -118, 78},
                          Cut{500, 76, -120, 80},    Cut{550, 55, -90, 55},     Cut{573, 6, -30, -10}};

Cut cut_at(const float y_mm) {
    std::size_t i = 0;
    while (i + 2 < cuts.size() && cuts[i + 1].y < y_mm) {
        ++i;
    }
    const Cut& a = cuts[i];
    const Cut& b = cuts[i + 1];
    const float share = std::clamp((y_mm - a.y) / (b.y - a.y), 0.0F, 1.0F);
    const float soft = share * share * (3.0F - 2.0F * share);
    return {y_mm, std::lerp(a.half_breadth, b.half_breadth, soft), std::lerp(a.front_z, b.front_z, soft),
            std::lerp(a.back_z, b.back_z, soft)};
}

float bump(const float value, const float centre, const float width) {
    const float off = (value - centre) / width;
    return std::exp(-off * off);
}

glm::vec3 trunk_point(const float y_mm, const float angle) {
    const Cut cut = cut_at(y_mm);
    const float middle = 0.5F * (cut.front_z + cut.back_z);
    const float half_depth = 0.5F * (cut.back_z - cut.front_z);
    glm::vec3 point(cut.half_breadth * std::sin(angle), y_mm, middle + half_depth * std::cos(angle));
    if (std::cos(angle) > 0.0F) {
        const float furrow = 8.0F * bump(y_mm, -20.0F, 180.0F) * bump(point.x, 0.0F, 18.0F);
        const float cleft = 30.0F * bump(y_mm, -320.0F, 45.0F) * bump(point.x, 0.0F, 22.0F);
        point.z -= furrow + cleft;
    } else {
        point.z -= 22.0F * bump(y_mm, 470.0F, 14.0F) * bump(point.x, 0.0F, 11.0F);  // nose
    }
    return point * 0.001F;
}

/// A closed sleeve of rings from bottom to top; `point(along, angle)` with along from 0 to 1.
void add_sleeve(mesh::TriangleMesh& mesh, const int rings, const int around,
                const std::function<glm::vec3(float, float)>& point) {
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    for (int ring = 0; ring <= rings; ++ring) {
        for (int k = 0; k < around; ++k) {
            const float angle = 2.0F * std::numbers::pi_v<float> * static_cast<float>(k) / static_cast<float>(around);
            mesh.positions.push_back(point(static_cast<float>(ring) / static_cast<float>(rings), angle));
        }
    }
    const auto n = static_cast<std::uint32_t>(around);
    for (std::uint32_t ring = 0; ring < static_cast<std::uint32_t>(rings); ++ring) {
        for (std::uint32_t k = 0; k < n; ++k) {
            const std::uint32_t a = first + ring * n + k;
            const std::uint32_t b = first + ring * n + (k + 1) % n;
            mesh.indices.insert(mesh.indices.end(), {a, b, a + n, b, b + n, a + n});
        }
    }
    for (const std::uint32_t end : {0U, static_cast<std::uint32_t>(rings)}) {
        glm::vec3 middle(0.0F);
        for (std::uint32_t k = 0; k < n; ++k) {
            middle += mesh.positions[first + end * n + k] / static_cast<float>(n);
        }
        const auto tip = static_cast<std::uint32_t>(mesh.positions.size());
        mesh.positions.push_back(middle);
        for (std::uint32_t k = 0; k < n; ++k) {
            const std::uint32_t a = first + end * n + k;
            const std::uint32_t b = first + end * n + (k + 1) % n;
            mesh.indices.insert(mesh.indices.end(), {tip, end == 0 ? b : a, end == 0 ? a : b});
        }
    }
}

/// A limb from one point to another, round, with rounded ends.
void add_limb(mesh::TriangleMesh& mesh, const glm::vec3 low, const glm::vec3 high, const float low_radius,
              const float high_radius) {
    const glm::vec3 along = glm::normalize(high - low);
    const glm::vec3 across = glm::normalize(
        glm::cross(std::abs(along.y) > 0.5F ? glm::vec3(0.0F, 0.0F, 1.0F) : glm::vec3(0.0F, 1.0F, 0.0F), along));
    const glm::vec3 other = glm::cross(along, across);
    add_sleeve(mesh, 60, 40, [&](const float share, const float angle) {
        const float end = std::sqrt(std::max(0.0025F, 1.0F - std::pow(std::abs(2.0F * share - 1.0F), 12.0F)));
        const float radius = std::lerp(low_radius, high_radius, share) * end;
        return low + (high - low) * share + (other * std::cos(angle) + across * std::sin(angle)) * radius;
    });
}

}  // namespace

mesh::TriangleMesh synthetic_person(const SyntheticParts& parts) {
    mesh::TriangleMesh mesh;
    const float top = parts.head ? 573.0F : 345.0F;
    add_sleeve(mesh, 280, 240, [&](const float share, const float angle) {
        return trunk_point(std::lerp(-400.0F, top, share), angle);
    });
    for (const float side : {-1.0F, 1.0F}) {
        if (parts.legs) {
            add_limb(mesh, {side * 0.12F, -1.177F, 0.0F}, {side * 0.105F, -0.33F, 0.0F}, 0.04F, 0.095F);
            add_limb(mesh, {side * 0.13F, -1.14F, 0.04F}, {side * 0.14F, -1.14F, -0.2F}, 0.036F, 0.036F);
        }
        if (parts.arms) {
            add_limb(mesh, {side * 0.32F, -0.33F, -0.01F}, {side * 0.215F, 0.28F, 0.005F}, 0.03F, 0.05F);
        }
    }
    return mesh;
}

mesh::Model as_model(const mesh::TriangleMesh& body_frame, const mesh::Axis up, const mesh::Axis facing,
                     const float unit_m, const glm::vec3 shift_m) {
    const glm::vec3 y = mesh::direction(up);
    const glm::vec3 z = -mesh::direction(facing);
    const glm::vec3 x = glm::cross(y, z);
    mesh::TriangleMesh mesh = body_frame;
    for (glm::vec3& position : mesh.positions) {
        position = (x * position.x + y * position.y + z * position.z + shift_m) / unit_m;
    }
    mesh::Model model;
    model.file = "synthetic.obj";
    model.parts.push_back({"person", std::move(mesh)});
    return model;
}

float synthetic_half_breadth(const float y) {
    return cut_at(y * 1000.0F).half_breadth * 0.001F;
}

}  // namespace dorsum::body
