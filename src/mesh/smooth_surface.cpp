#include "mesh/smooth_surface.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <numbers>
#include <span>

#include "mesh/normal_groups.h"
#include "mesh/places.h"

namespace dorsum::mesh {
namespace {

constexpr float cos_agreeing = 0.99985F;  // 1 degree
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// What the corners at one place have told so far.
struct Gathered {
    glm::vec3 first{0.0F};  ///< the first normal with a direction
    glm::vec3 sum{0.0F};    ///< of the normals, each times its corner's angle
    bool agree = true;      ///< all within a degree of the first
    bool crease = false;    ///< one of them 60 degrees or more away from the first
};

/// The direction and the three angles of a triangle.
struct Shape {
    glm::vec3 normal{0.0F};  ///< zero where it has no area
    std::array<float, 3> angles{};
};

/// The angle whose sine and cosine are to each other as these two, `sine` not negative, within 0.004
/// radians: S. Rajan et al., Efficient Approximations for the Arctangent Function (2006), equation 7.
/// As a weight it need not be better, and it is several times faster than std::atan2.
float angle_weight(const float sine, const float cosine) {
    constexpr float quarter_pi = std::numbers::pi_v<float> / 4.0F;
    const float size = std::abs(cosine);
    const float ratio = std::min(sine, size) / std::max(sine, size);
    const float eighth = ratio * (quarter_pi + 0.273F * (1.0F - ratio));
    const float quarter = sine > size ? 2.0F * quarter_pi - eighth : eighth;
    return cosine < 0.0F ? 4.0F * quarter_pi - quarter : quarter;
}

class Smoother {
public:
    explicit Smoother(TriangleMesh raw) : raw_(std::move(raw)) {}

    TriangleMesh run() {
        weld();
        gather();
        result_.normals.reserve(gathered_.size());
        for (const Gathered& place : gathered_) {
            result_.normals.push_back(!raw_.normals.empty() && place.agree ? place.first
                                                                           : direction_of(place.sum, place.first));
        }
        split_creases();
        return std::move(result_);
    }

private:
    void weld();
    void gather();
    void split_creases();
    void split_place(std::uint32_t place, std::span<const std::uint32_t> corners);
    [[nodiscard]] Shape shape(std::size_t first_corner) const;
    [[nodiscard]] glm::vec3 corner_normal(std::size_t corner, const Shape& shape) const;
    static glm::vec3 direction_of(const glm::vec3& sum, const glm::vec3& otherwise) {
        const float length = glm::length(sum);
        return length > 1.0e-6F ? sum / length : otherwise == glm::vec3(0.0F) ? glm::vec3(0.0F, 1.0F, 0.0F) : otherwise;
    }

    TriangleMesh raw_;                ///< after welding, its indices are those of the corners' normals, if it has any
    TriangleMesh result_;             ///< after welding, one vertex for each place
    std::vector<Gathered> gathered_;  ///< per place
    NormalGroups groups_;
};

void Smoother::weld() {
    Places places(raw_.positions.size());
    std::vector<std::uint32_t> place_of_vertex(raw_.positions.size(), none);
    const auto place = [&](const std::uint32_t vertex) {
        if (place_of_vertex[vertex] == none) {
            place_of_vertex[vertex] = places.place_of(raw_.positions[vertex]);
        }
        return place_of_vertex[vertex];
    };
    result_.indices.reserve(raw_.indices.size());
    std::size_t kept = 0;
    for (std::size_t corner = 0; corner + 2 < raw_.indices.size(); corner += 3) {
        const std::array vertices = {raw_.indices[corner], raw_.indices[corner + 1], raw_.indices[corner + 2]};
        const glm::vec3& a = raw_.positions[vertices[0]];
        const glm::vec3& b = raw_.positions[vertices[1]];
        const glm::vec3& c = raw_.positions[vertices[2]];
        if (a == b || b == c || c == a) {
            continue;
        }
        for (const std::uint32_t vertex : vertices) {
            result_.indices.push_back(place(vertex));
            raw_.indices[kept++] = vertex;
        }
    }
    raw_.indices.resize(kept);
    if (raw_.normals.empty()) {
        raw_.indices = {};
    }
    raw_.positions = {};
    result_.positions = places.take();
}

Shape Smoother::shape(const std::size_t first_corner) const {
    std::array<glm::dvec3, 3> corners{};
    for (std::size_t i = 0; i < 3; ++i) {
        corners[i] = result_.positions[result_.indices[first_corner + i]];
    }
    const glm::dvec3 ab = corners[1] - corners[0];
    const glm::dvec3 bc = corners[2] - corners[1];
    const glm::dvec3 ca = corners[0] - corners[2];
    const glm::dvec3 normal = glm::cross(ab, -ca);
    const double twice_area = glm::length(normal);
    Shape shape;
    if (twice_area > 0.0) {
        shape.normal = glm::vec3(normal / twice_area);
        const auto angle = [&](const glm::dvec3& before, const glm::dvec3& after) {
            return angle_weight(static_cast<float>(twice_area), static_cast<float>(-glm::dot(before, after)));
        };
        shape.angles = {angle(ca, ab), angle(ab, bc), angle(bc, ca)};
    }
    return shape;
}

glm::vec3 Smoother::corner_normal(const std::size_t corner, const Shape& shape) const {
    if (!raw_.normals.empty()) {
        const glm::vec3 stored = raw_.normals[raw_.indices[corner]];
        const float length = glm::length(stored);
        if (std::isfinite(length) && length > 1.0e-6F) {
            return stored / length;
        }
    }
    return shape.normal;
}

void Smoother::gather() {
    gathered_.resize(result_.positions.size());
    for (std::size_t first = 0; first < result_.indices.size(); first += 3) {
        const Shape triangle = shape(first);
        for (std::size_t i = 0; i < 3; ++i) {
            const glm::vec3 normal = corner_normal(first + i, triangle);
            if (normal == glm::vec3(0.0F)) {
                continue;
            }
            Gathered& place = gathered_[result_.indices[first + i]];
            place.first = place.first == glm::vec3(0.0F) ? normal : place.first;
            place.sum += normal * triangle.angles[i];
            const float cosine = glm::dot(normal, place.first);
            place.agree = place.agree && cosine > cos_agreeing;
            place.crease = place.crease || cosine <= NormalGroups::cos_crease;
        }
    }
}

void Smoother::split_creases() {
    struct CornerOfPlace {
        std::uint32_t place;
        std::uint32_t corner;
        auto operator<=>(const CornerOfPlace&) const = default;
    };
    std::vector<CornerOfPlace> at_creases;
    for (std::uint32_t corner = 0; corner < result_.indices.size(); ++corner) {
        if (gathered_[result_.indices[corner]].crease) {
            at_creases.push_back({result_.indices[corner], corner});
        }
    }
    std::ranges::sort(at_creases);
    std::vector<std::uint32_t> corners;
    for (std::size_t i = 0; i < at_creases.size(); ++i) {
        corners.push_back(at_creases[i].corner);
        if (i + 1 == at_creases.size() || at_creases[i + 1].place != at_creases[i].place) {
            split_place(at_creases[i].place, corners);
            corners.clear();
        }
    }
}

/// The first group of corners keeps the place's vertex, each further one gets a vertex of its own.
void Smoother::split_place(const std::uint32_t place, const std::span<const std::uint32_t> corners) {
    std::vector<glm::vec3> normals;
    std::vector<float> angles;
    for (const std::uint32_t corner : corners) {
        const Shape triangle = shape(corner - corner % 3);
        const glm::vec3 normal = corner_normal(corner, triangle);
        normals.push_back(normal == glm::vec3(0.0F) ? gathered_[place].first : normal);
        angles.push_back(triangle.angles[corner % 3]);
    }
    const std::span<const std::uint32_t> group_of = groups_.group(normals);
    std::vector<glm::vec3> sums(groups_.count(), glm::vec3(0.0F));
    std::vector<glm::vec3> firsts(groups_.count(), glm::vec3(0.0F));
    for (std::size_t i = 0; i < corners.size(); ++i) {
        sums[group_of[i]] += normals[i] * angles[i];
        firsts[group_of[i]] = firsts[group_of[i]] == glm::vec3(0.0F) ? normals[i] : firsts[group_of[i]];
    }
    const auto further = static_cast<std::uint32_t>(result_.positions.size()) - 1;
    result_.normals[place] = direction_of(sums[0], firsts[0]);
    for (std::size_t group = 1; group < sums.size(); ++group) {
        const glm::vec3 position = result_.positions[place];
        result_.positions.push_back(position);
        result_.normals.push_back(direction_of(sums[group], firsts[group]));
    }
    for (std::size_t i = 0; i < corners.size(); ++i) {
        result_.indices[corners[i]] = group_of[i] == 0 ? place : further + group_of[i];
    }
}

}  // namespace

TriangleMesh smooth_surface(TriangleMesh raw) {
    return Smoother(std::move(raw)).run();
}

}  // namespace dorsum::mesh
