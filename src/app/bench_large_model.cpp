#include "app/bench_large_model.h"

#include <algorithm>
#include <chrono>
#include <glm/geometric.hpp>
#include <random>
#include <utility>
#include <vector>

#include "body/body.h"
#include "body/part_roles.h"
#include "lesson/choreography.h"
#include "mesh/coarser_levels.h"
#include "mesh/refine.h"
#include "scene/apply.h"

namespace dorsum::app {
namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::ordered_json;

constexpr std::size_t large_triangles = 1'400'000;
constexpr int runs = 5;
constexpr int queries = 10'000;

double ms_since(const Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double at_share(std::vector<double> values, const double share) {
    const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + place, values.end());
    return values[static_cast<std::size_t>(place)];
}

/// Without a name, so that no landmarks or catalogue are found beside it.
mesh::Model large_model_of(const mesh::Model& model) {
    mesh::Model large{"", model.parts, model.hints, {}};
    if (large.triangle_count() >= large_triangles) {
        return large;
    }
    std::vector<const mesh::TriangleMesh*> skin;
    for (const mesh::ModelPart& part : model.parts) {
        if (body::role_of(part.name, nullptr) == body::Role::skin && (part.name == "skin" || model.parts.size() == 1)) {
            skin.push_back(&part.mesh);
        }
    }
    if (skin.empty()) {
        for (const mesh::ModelPart& part : model.parts) {
            skin.push_back(&part.mesh);
        }
    }
    large.parts = {{"skin", mesh::with_coarser_levels(mesh::refined(mesh::joined(skin), large_triangles))}};
    return large;
}

/// In microseconds each.
template <typename Query>
std::vector<double> times_us(Query&& query) {
    std::vector<double> times;
    times.reserve(queries);
    for (int i = 0; i < queries; ++i) {
        const auto start = Clock::now();
        query(i);
        times.push_back(1000.0 * ms_since(start));
    }
    return times;
}

struct Times {
    std::vector<double> p50;
    std::vector<double> p99;
    void add(const std::vector<double>& times) {
        p50.push_back(at_share(times, 0.5));
        p99.push_back(at_share(times, 0.99));
    }
    [[nodiscard]] Json json() const { return {{"p50", at_share(p50, 0.5)}, {"p99", at_share(p99, 0.5)}}; }
};

/// Points within 30 mm of the skin, as hands and ribbons ask for.
std::vector<glm::vec3> points_near(const body::Body& body) {
    std::mt19937 random{20240607};
    std::uniform_real_distribution<float> offset(-0.03F, 0.03F);
    std::vector<glm::vec3> points;
    for (const body::Part& part : body.parts) {
        if (part.role == body::Role::skin && !part.mesh.positions.empty()) {
            std::uniform_int_distribution<std::size_t> any(0, part.mesh.positions.size() - 1);
            while (points.size() < static_cast<std::size_t>(queries)) {
                points.push_back(part.mesh.positions[any(random)] +
                                 glm::vec3(offset(random), offset(random), offset(random)));
            }
        }
    }
    return points;
}

/// From the eye of the teacher's view towards these points.
std::vector<scene::Ray> rays_to(const std::vector<glm::vec3>& points, const body::Body& body) {
    const glm::vec3 eye = scene::eye(scene::frame_back(scene::View::back, body, 1280.0F / 720.0F));
    std::vector<scene::Ray> rays;
    for (const glm::vec3 point : points) {
        rays.push_back({eye, glm::normalize(point - eye)});
    }
    return rays;
}

}  // namespace

Result<Json> measure_large_model(const mesh::Model& model, const lesson::Lesson& lesson,
                                 const SubjectOptions& options) {
    const mesh::Model large = large_model_of(model);
    const double rate = options.breath_per_min > 0.0 ? options.breath_per_min : lesson.breath_per_min;
    std::vector<double> landmarks_ms;
    std::vector<double> strokes_ms;
    Times nearest;
    Times pick;
    float kept = 0.0F;  // of every answer, so that the compiler cannot leave the work out
    for (int run = 0; run < runs; ++run) {
        mesh::Model copy = large;
        const auto body_start = Clock::now();
        const auto body = body::make_body(std::move(copy), options.axes);
        landmarks_ms.push_back(ms_since(body_start));
        if (!body) {
            return tl::unexpected(body.error());
        }
        const auto lesson_start = Clock::now();
        kept += static_cast<float>(lesson::lay_on_body(lesson, **body, rate).steps.size());
        strokes_ms.push_back(ms_since(lesson_start));
        const mesh::SpatialIndex& skin = *(*body)->skin;
        const auto points = points_near(**body);
        const auto rays = rays_to(points, **body);
        nearest.add(
            times_us([&](const int i) { kept += skin.nearest(points[static_cast<std::size_t>(i)])->distance; }));
        pick.add(times_us([&](const int i) {
            const scene::Ray& ray = rays[static_cast<std::size_t>(i)];
            const auto hit = skin.first_hit(ray.origin, ray.direction);
            kept += hit ? hit->distance : 0.0F;
        }));
    }
    return Json{{"triangles", large.triangle_count()},
                {"runs", kept >= 0.0F ? runs : 0},
                {"landmarks_ms", at_share(landmarks_ms, 0.5)},
                {"strokes_ms", at_share(strokes_ms, 0.5)},
                {"queries", queries},
                {"nearest_us", nearest.json()},
                {"pick_us", pick.json()}};
}

}  // namespace dorsum::app
