#include "body/upright.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <deque>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>

#include "body/silhouette.h"

namespace dorsum::body {
namespace {

/// The surface as cells of a grid, and the distance of every cell to the nearest of them, both in cells.
class CellCloud {
public:
    explicit CellCloud(const std::vector<const mesh::TriangleMesh*>& skin) {
        glm::vec3 low(1.0e30F);
        glm::vec3 high(-1.0e30F);
        for (const mesh::TriangleMesh* mesh : skin) {
            for (const glm::vec3& position : mesh->positions) {
                low = glm::min(low, position);
                high = glm::max(high, position);
            }
        }
        const glm::vec3 size = high - low;
        const float longest = std::max({size.x, size.y, size.z});
        if (!(longest > 0.0F) || !std::isfinite(longest)) {
            return;
        }
        const float cell = longest / static_cast<float>(cells_along_longest);
        const glm::vec3 origin = low - cell * static_cast<float>(margin);
        distance_.assign(static_cast<std::size_t>(side) * side * side, far);
        std::deque<glm::ivec3> front;
        for_each_surface_point(skin, 0.7F * cell, [&](const glm::vec3 point) {
            const glm::ivec3 at((point - origin) / cell);
            if (float& here = distance_[index(at)]; here != 0.0F) {
                here = 0.0F;
                points_.push_back(glm::vec3(at) + 0.5F);
                front.push_back(at);
            }
        });
        spread(front);
    }

    [[nodiscard]] const std::vector<glm::vec3>& points() const { return points_; }

    /// Never above `cap`, so that a part without a twin does not outweigh the rest.
    [[nodiscard]] float distance(const glm::vec3 point) const {
        const glm::ivec3 at(glm::floor(point));
        const bool inside = at.x >= 0 && at.y >= 0 && at.z >= 0 && at.x < side && at.y < side && at.z < side;
        return inside ? std::min(distance_[index(at)], cap) : cap;
    }

private:
    static constexpr int cells_along_longest = 72;
    static constexpr int margin = 12;
    static constexpr int side = cells_along_longest + 2 * margin + 1;
    static constexpr float cap = 4.0F;
    static constexpr float far = 1.0e6F;

    static std::size_t index(const glm::ivec3 at) {
        return (static_cast<std::size_t>(at.z) * side + static_cast<std::size_t>(at.y)) * side +
               static_cast<std::size_t>(at.x);
    }

    void spread(std::deque<glm::ivec3>& front) {
        while (!front.empty()) {
            const glm::ivec3 from = front.front();
            front.pop_front();
            const float here = distance_[index(from)];
            if (here >= cap) {
                continue;
            }
            for (int dz = -1; dz <= 1; ++dz) {
                for (int dy = -1; dy <= 1; ++dy) {
                    for (int dx = -1; dx <= 1; ++dx) {
                        const glm::ivec3 to = from + glm::ivec3(dx, dy, dz);
                        if (std::min({to.x, to.y, to.z}) < 0 || std::max({to.x, to.y, to.z}) >= side) {
                            continue;
                        }
                        const float way = here + std::sqrt(static_cast<float>(dx * dx + dy * dy + dz * dz));
                        if (float& there = distance_[index(to)]; way < there - 1.0e-4F) {
                            there = way;
                            front.push_back(to);
                        }
                    }
                }
            }
        }
    }

    std::vector<glm::vec3> points_;
    std::vector<float> distance_;
};

struct Plane {
    glm::vec3 normal{1.0F, 0.0F, 0.0F};
    float offset = 0.0F;
};

/// Mean distance of the mirrored surface from the surface, in cells.
float mirror_error(const CellCloud& cloud, const Plane& plane) {
    double sum = 0.0;
    for (const glm::vec3 point : cloud.points()) {
        const glm::vec3 mirrored = point - 2.0F * (glm::dot(plane.normal, point) - plane.offset) * plane.normal;
        sum += static_cast<double>(cloud.distance(mirrored));
    }
    return static_cast<float>(sum / static_cast<double>(cloud.points().size()));
}

glm::vec3 mean_of(const std::vector<glm::vec3>& points) {
    glm::dvec3 sum(0.0);
    for (const glm::vec3 point : points) {
        sum += glm::dvec3(point);
    }
    return glm::vec3(sum / static_cast<double>(points.size()));
}

/// Eigenvectors of a symmetric matrix, as columns, by Jacobi's rotations.
glm::dmat3 eigenvectors(glm::dmat3 matrix) {
    glm::dmat3 vectors(1.0);
    for (int sweep = 0; sweep < 30; ++sweep) {
        for (int p = 0; p < 2; ++p) {
            for (int q = p + 1; q < 3; ++q) {
                if (std::abs(matrix[q][p]) < 1.0e-12) {
                    continue;
                }
                const double theta = 0.5 * std::atan2(2.0 * matrix[q][p], matrix[q][q] - matrix[p][p]);
                glm::dmat3 turn(1.0);
                turn[p][p] = turn[q][q] = std::cos(theta);
                turn[q][p] = std::sin(theta);
                turn[p][q] = -turn[q][p];
                matrix = glm::transpose(turn) * matrix * turn;
                vectors = vectors * turn;
            }
        }
    }
    return vectors;
}

glm::dmat3 covariance(const std::vector<glm::vec3>& points, const glm::vec3 mean) {
    glm::dmat3 sum(0.0);
    for (const glm::vec3 point : points) {
        const glm::dvec3 away(point - mean);
        sum += glm::outerProduct(away, away);
    }
    return sum / static_cast<double>(points.size());
}

/// The best offset for a normal near the middle, then smaller and smaller turns as long as they help.
Plane refined(const CellCloud& cloud, const glm::vec3 start, const glm::vec3 mean, float& error) {
    Plane best{start, glm::dot(start, mean)};
    error = mirror_error(cloud, best);
    const auto try_plane = [&](const Plane& plane) {
        if (const float here = mirror_error(cloud, plane); here < error) {
            error = here;
            best = plane;
            return true;
        }
        return false;
    };
    for (float away = -8.0F; away <= 8.0F; away += 1.0F) {
        try_plane({start, glm::dot(start, mean) + away});
    }
    for (float turn_deg = 6.0F; turn_deg > 0.1F; turn_deg *= 0.5F) {
        for (bool better = true; better;) {
            better = false;
            const glm::vec3 n = best.normal;
            const glm::vec3 side = glm::normalize(std::abs(n.x) < 0.6F ? glm::cross(n, {1.0F, 0.0F, 0.0F})
                                                                       : glm::cross(n, {0.0F, 1.0F, 0.0F}));
            const float turn = std::tan(glm::radians(turn_deg));
            for (const glm::vec3 way : {side, -side, glm::cross(n, side), -glm::cross(n, side)}) {
                const glm::vec3 turned = glm::normalize(n + turn * way);
                better |= try_plane({turned, glm::dot(turned, mean) + best.offset - glm::dot(n, mean)});
            }
            for (const float shift : {-0.1F * turn_deg, 0.1F * turn_deg}) {
                better |= try_plane({best.normal, best.offset + shift});
            }
        }
    }
    return best;
}

glm::vec3 symmetry_normal(const CellCloud& cloud, const glm::vec3 mean, const glm::dmat3& principal) {
    std::vector<glm::vec3> starts{{1.0F, 0.0F, 0.0F}, {0.0F, 1.0F, 0.0F}, {0.0F, 0.0F, 1.0F}};
    for (int i = 0; i < 3; ++i) {
        starts.emplace_back(glm::normalize(principal[i]));
    }
    // The model's own axes come first: a tilted plane must be plainly better.
    constexpr float plainly = 0.9F;
    float least = 1.0e30F;
    glm::vec3 normal = starts.front();
    for (const glm::vec3 start : starts) {
        float error = 0.0F;
        const Plane plane = refined(cloud, start, mean, error);
        if (error < plainly * least) {
            least = error;
            normal = plane.normal;
        }
    }
    return normal;
}

glm::vec3 nearest_signed_axis(const glm::vec3 direction, const glm::vec3 but_not) {
    glm::vec3 best(0.0F);
    float most = -1.0F;
    for (int line = 0; line < 3; ++line) {
        glm::vec3 axis(0.0F);
        axis[line] = direction[line] < 0.0F ? -1.0F : 1.0F;
        if (std::abs(glm::dot(axis, but_not)) < 0.5F && std::abs(direction[line]) > most) {
            most = std::abs(direction[line]);
            best = axis;
        }
    }
    return best;
}

}  // namespace

glm::mat3 upright_rotation(const std::vector<const mesh::TriangleMesh*>& skin) {
    const CellCloud cloud(skin);
    if (cloud.points().size() < 50) {
        return glm::mat3(1.0F);
    }
    const glm::vec3 mean = mean_of(cloud.points());
    const glm::dmat3 spread = covariance(cloud.points(), mean);
    const glm::vec3 normal = symmetry_normal(cloud, mean, eigenvectors(spread));
    // In the plane of symmetry, the direction in which the surface reaches farthest.
    const glm::vec3 across_axis = nearest_signed_axis(normal, glm::vec3(0.0F));
    const glm::vec3 a = glm::normalize(glm::cross(normal, nearest_signed_axis(glm::vec3(1.0F), across_axis)));
    const glm::vec3 b = glm::cross(normal, a);
    const auto along = [&](const glm::vec3 u, const glm::vec3 v) {
        return glm::dot(glm::dvec3(u), spread * glm::dvec3(v));
    };
    const double angle = 0.5 * std::atan2(2.0 * along(a, b), along(a, a) - along(b, b));
    glm::vec3 longest = static_cast<float>(std::cos(angle)) * a + static_cast<float>(std::sin(angle)) * b;
    const glm::vec3 long_axis = nearest_signed_axis(longest, across_axis);
    constexpr float still_symmetric_deg = 1.5F;
    constexpr float posture_deg = 12.0F;
    const bool tilted = glm::dot(normal, across_axis) < std::cos(glm::radians(still_symmetric_deg));
    const bool leans = glm::dot(longest, long_axis) < std::cos(glm::radians(posture_deg));
    if (!tilted && !leans) {
        return glm::mat3(1.0F);
    }
    if (!leans) {
        longest = glm::normalize(long_axis - glm::dot(long_axis, normal) * normal);
    }
    const glm::mat3 from(normal, longest, glm::cross(normal, longest));
    const glm::mat3 to(across_axis, long_axis, glm::cross(across_axis, long_axis));
    return to * glm::transpose(from);
}

}  // namespace dorsum::body
