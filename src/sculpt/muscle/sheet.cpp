#include "sculpt/muscle/sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

namespace dorsum::sculpt {
namespace {

constexpr std::size_t samples_per_piece = 16;

/// A cubic through b and c whose speed suits uneven gaps (Catmull and Rom 1974, with the knots given).
glm::vec3 between(const std::array<glm::vec3, 4>& p, const std::array<float, 4>& k, const float at) {
    const auto slope = [&](const std::size_t i, const std::size_t j) { return (p[j] - p[i]) / (k[j] - k[i]); };
    const float gap = k[2] - k[1];
    const glm::vec3 middle = slope(1, 2);
    const glm::vec3 first =
        k[1] > k[0] ? (slope(0, 1) * (k[2] - k[1]) + middle * (k[1] - k[0])) / (k[2] - k[0]) : middle;
    const glm::vec3 last =
        k[3] > k[2] ? (middle * (k[3] - k[2]) + slope(2, 3) * (k[2] - k[1])) / (k[3] - k[1]) : middle;
    const float u = (at - k[1]) / gap;
    const float v = 1.0F - u;
    return p[1] * (v * v * (1.0F + 2.0F * u)) + p[2] * (u * u * (3.0F - 2.0F * u)) + first * (gap * u * v * v) -
           last * (gap * u * u * v);
}

/// A point of the smooth line through `points`, passed at `knots`.
glm::vec3 on_line(const std::vector<glm::vec3>& points, const std::vector<float>& knots, const float at) {
    const std::size_t last = points.size() - 1;
    std::size_t i = 0;
    while (i + 1 < last && at > knots[i + 1]) {
        ++i;
    }
    const std::size_t before = i > 0 ? i - 1 : i;
    const std::size_t after = std::min(i + 2, last);
    return between({points[before], points[i], points[i + 1], points[after]},
                   {knots[before], knots[i], knots[i + 1], knots[after]}, at);
}

std::vector<float> chord_knots(const std::vector<glm::vec3>& points) {
    std::vector<float> knots{0.0F};
    for (std::size_t i = 1; i < points.size(); ++i) {
        // The root keeps the curve from swinging out where a short gap follows a long one.
        knots.push_back(knots.back() + std::sqrt(std::max(glm::distance(points[i - 1], points[i]), 1e-3F)));
    }
    return knots;
}

/// A cross line that answers by s.
class DenseLine {
public:
    explicit DenseLine(const CrossLine& line) : line_(line) {
        const std::vector<float> knots = chord_knots(line.points);
        const std::size_t count = (line.points.size() - 1) * samples_per_piece;
        for (std::size_t i = 0; i <= count; ++i) {
            const float at = knots.back() * static_cast<float>(i) / static_cast<float>(count);
            dense_.push_back(on_line(line.points, knots, at));
            way_.push_back(i == 0 ? 0.0F : way_.back() + glm::distance(dense_[i - 1], dense_[i]));
        }
    }

    [[nodiscard]] float length() const { return way_.back(); }

    [[nodiscard]] glm::vec3 at(const float s) const {
        if (!line_.s.empty()) {
            return on_line(line_.points, line_.s, s);
        }
        const float wanted = s * length();
        const auto next = std::upper_bound(way_.begin() + 1, way_.end() - 1, wanted);
        const auto i = static_cast<std::size_t>(next - way_.begin());
        const float gap = std::max(way_[i] - way_[i - 1], 1e-6F);
        return glm::mix(dense_[i - 1], dense_[i], std::clamp((wanted - way_[i - 1]) / gap, 0.0F, 1.0F));
    }

private:
    const CrossLine& line_;
    std::vector<glm::vec3> dense_;
    std::vector<float> way_;
};

std::size_t even_count(const float wanted, const std::size_t least) {
    const auto count = static_cast<std::size_t>(std::lround(wanted / 2.0F)) * 2;
    return std::max(count, least);
}

/// Columns stand denser at the edges of a round section, where it turns over.
float spaced(const Sheet& sheet, const float share) {
    return sheet.round ? 0.5F - 0.5F * std::cos(std::numbers::pi_v<float> * share) : share;
}

}  // namespace

SheetLattice fibres_of(const Sheet& sheet, const float coarseness) {
    std::vector<DenseLine> lines;
    std::vector<float> ats;
    float breadth = 0.0F;
    for (const CrossLine& line : sheet.lines) {
        lines.emplace_back(line);
        ats.push_back(line.at);
        breadth += lines.back().length() / static_cast<float>(sheet.lines.size());
    }
    const auto point = [&](const float s, const float t) {
        std::vector<glm::vec3> fibre;
        for (const DenseLine& line : lines) {
            fibre.push_back(line.at(s));
        }
        return on_line(fibre, ats, t);
    };
    float length = 0.0F;
    for (int i = 0; i < 32; ++i) {
        length +=
            glm::distance(point(0.5F, static_cast<float>(i) / 32.0F), point(0.5F, static_cast<float>(i + 1) / 32.0F));
    }
    // The lower skin has a quarter of the upper one's triangles.
    const float quads = static_cast<float>(sheet.triangles) / 2.5F / (coarseness * coarseness);
    const float step = std::sqrt(breadth * length / (sheet.stretch * quads));

    SheetLattice result;
    result.s.push_back(0.0F);
    for (const SheetPart& part : sheet.parts) {
        const std::size_t strips = even_count(breadth * (part.to - part.from) / step, 6);
        for (std::size_t i = 1; i <= strips; ++i) {
            const float share = static_cast<float>(i) / static_cast<float>(strips);
            result.s.push_back(spaced(sheet, part.from + (part.to - part.from) * share));
        }
        result.part_end.push_back(result.s.size() - 1);
    }
    const std::size_t rows = even_count(length / (step * sheet.stretch), 4) + 1;
    result.points = Points(result.s.size(), rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const float t = static_cast<float>(row) / static_cast<float>(rows - 1);
        for (std::size_t column = 0; column < result.s.size(); ++column) {
            result.points.at(column, row) = point(result.s[column], t);
        }
    }
    return result;
}

Points normals_of(const Points& points, const glm::vec3 outward) {
    Points result(points.columns(), points.rows());
    glm::vec3 sum(0.0F);
    for (std::size_t row = 0; row < points.rows(); ++row) {
        const std::size_t below = row > 0 ? row - 1 : row;
        const std::size_t above = std::min(row + 1, points.rows() - 1);
        for (std::size_t column = 0; column < points.columns(); ++column) {
            const std::size_t left = column > 0 ? column - 1 : column;
            const std::size_t right = std::min(column + 1, points.columns() - 1);
            const glm::vec3 across = points.at(right, row) - points.at(left, row);
            const glm::vec3 along = points.at(column, above) - points.at(column, below);
            const glm::vec3 normal = glm::cross(across, along);
            const float size = glm::length(normal);
            result.at(column, row) = size > 1e-6F ? normal / size : glm::vec3(0.0F);
            sum += normal;
        }
    }
    const float side = glm::dot(sum, outward) < 0.0F ? -1.0F : 1.0F;
    for (int round = 0; round < 3; ++round) {
        const Points before = result;
        for (std::size_t row = 0; row < points.rows(); ++row) {
            for (std::size_t column = 0; column < points.columns(); ++column) {
                glm::vec3 mean = before.at(column, row) * 2.0F;
                mean += before.at(column > 0 ? column - 1 : column, row);
                mean += before.at(std::min(column + 1, points.columns() - 1), row);
                mean += before.at(column, row > 0 ? row - 1 : row);
                mean += before.at(column, std::min(row + 1, points.rows() - 1));
                const float size = glm::length(mean);
                result.at(column, row) = size > 1e-6F ? mean / size * (round == 0 ? side : 1.0F) : outward;
            }
        }
    }
    return result;
}

Lengths lengths_of(const Points& points) {
    Lengths result{Lattice<float>(points.columns(), points.rows()), Lattice<float>(points.columns(), points.rows())};
    for (std::size_t row = 0; row < points.rows(); ++row) {
        for (std::size_t column = 0; column < points.columns(); ++column) {
            const glm::vec3 here = points.at(column, row);
            if (column > 0) {
                result.across.at(column, row) =
                    result.across.at(column - 1, row) + glm::distance(points.at(column - 1, row), here);
            }
            if (row > 0) {
                result.along.at(column, row) =
                    result.along.at(column, row - 1) + glm::distance(points.at(column, row - 1), here);
            }
        }
    }
    return result;
}

}  // namespace dorsum::sculpt
