#include "test_body.h"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "catch.h"
#include "core/units.h"

namespace dorsum::lesson {
namespace {

/// A horizontal cut: an ellipse about (0, y, middle_z). Millimetres, rounded from measured cuts of
/// the Visible Human Male at stature 1.75 m, arms left away.
struct Cut {
    float y, half_breadth, front_z, back_z;
};
constexpr std::array cuts{
    Cut{-420, 150, -128, 95}, Cut{-375, 190, -128, 115}, Cut{-292, 190, -145, 125}, Cut{-245, 176, -158, 115},
    Cut{-195, 163, -166, 92}, Cut{-145, 158, -172, 77},  Cut{-95, 156, -170, 80},   Cut{-33, 160, -165, 93},
    Cut{56, 172, -160, 106},  Cut{109, 174, -158, 112},  Cut{175, 185, -130, 112},  Cut{234, 200, -99, 98},
    Cut{273, 185, -82, 84},   Cut{302, 120, -76, 76},    Cut{330, 75, -80, 66},     Cut{370, 62, -85, 60},
    Cut{420, 70, -115, 62},   Cut{480, 78, -125, 85},    Cut{540, 60, -95, 60},     Cut{572, 15, -30, 5},
};
constexpr int around = 96;
constexpr int rings_between = 6;

glm::vec3 on_cut(const Cut& cut, const float angle) {
    const float middle = (cut.front_z + cut.back_z) / 2.0F;
    const float half_depth = (cut.back_z - cut.front_z) / 2.0F;
    return {cut.half_breadth * std::sin(angle), cut.y, middle + half_depth * std::cos(angle)};
}

Cut between(const Cut& a, const Cut& b, const float share) {
    const float soft = share * share * (3.0F - 2.0F * share);
    return {std::lerp(a.y, b.y, share), std::lerp(a.half_breadth, b.half_breadth, soft),
            std::lerp(a.front_z, b.front_z, soft), std::lerp(a.back_z, b.back_z, soft)};
}

mesh::TriangleMesh trunk(const float scale) {
    mesh::TriangleMesh mesh;
    std::uint32_t rings = 0;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        for (int j = 0; j < rings_between; ++j, ++rings) {
            const Cut cut = between(cuts[i], cuts[i + 1], static_cast<float>(j) / rings_between);
            for (int k = 0; k < around; ++k) {
                const float angle = 2.0F * std::numbers::pi_v<float> * static_cast<float>(k) / around;
                mesh.positions.push_back(on_cut(cut, angle) * (0.001F * scale));
            }
        }
    }
    for (std::uint32_t ring = 0; ring + 1 < rings; ++ring) {
        for (std::uint32_t k = 0; k < around; ++k) {
            const std::uint32_t a = ring * around + k;
            const std::uint32_t b = ring * around + (k + 1) % around;
            mesh.indices.insert(mesh.indices.end(), {a, b, a + around, b, b + around, a + around});
        }
    }
    return mesh;
}

}  // namespace

std::shared_ptr<const body::Body> test_body(const float scale) {
    mesh::Model model;
    model.file = "test body";
    model.parts.push_back({"skin", trunk(scale)});
    auto body = body::make_body(std::move(model), {mesh::Axis::plus_y, mesh::Axis::minus_z, 1.0F});
    if (!body) {
        FAIL(to_string(body.error()));
    }
    return *body;
}

const Lesson& bundled_lesson() {
    static const LessonReading reading = read_lesson(DORSUM_TEST_ASSETS "/lessons/back-massage.toml");
    for (const Error& problem : reading.problems) {
        UNSCOPED_INFO(to_string(problem));
    }
    REQUIRE(reading.lesson.has_value());
    return *reading.lesson;
}

float distance_to_skin_mm(const body::Body& body, const glm::vec3 position) {
    const auto nearest = body.skin->nearest(position);
    return nearest ? mm_from_metres(nearest->distance) : 1.0e9F;
}

}  // namespace dorsum::lesson
