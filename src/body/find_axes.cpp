#include "body/find_axes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <optional>

namespace dorsum::body {
namespace {

constexpr float unsure = 0.15F;  // scores nearer to zero than this decide nothing
// What the file's format says counts like a weak sign of the shape: legs overrule it.
constexpr float weight_of_up_hint = 2.0F * unsure;
constexpr float weight_of_front_hint = 0.4F;

int line_of(const mesh::Axis axis) {
    const glm::vec3 d = glm::abs(mesh::direction(axis));
    return d.x > 0.5F ? 0 : (d.y > 0.5F ? 1 : 2);
}

mesh::Axis axis_of(const int line, const bool positive) {
    constexpr std::array<mesh::Axis, 3> plus = {mesh::Axis::plus_x, mesh::Axis::plus_y, mesh::Axis::plus_z};
    constexpr std::array<mesh::Axis, 3> minus = {mesh::Axis::minus_x, mesh::Axis::minus_y, mesh::Axis::minus_z};
    return positive ? plus[line] : minus[line];
}

mesh::Axis opposite(const mesh::Axis axis) {
    return nearest_axis(-mesh::direction(axis));
}

mesh::Bounds bounds_of(const std::vector<const mesh::TriangleMesh*>& skin) {
    mesh::Bounds all;
    bool first = true;
    for (const mesh::TriangleMesh* mesh : skin) {
        if (mesh->positions.empty()) {
            continue;
        }
        const mesh::Bounds box = mesh::bounds(*mesh);
        all.low = first ? box.low : glm::min(all.low, box.low);
        all.high = first ? box.high : glm::max(all.high, box.high);
        first = false;
    }
    return all;
}

/// For each axis, how well the surface falls on its own mirror image across it, 0 to 1: the share
/// of filled cells whose mirror cell (or a neighbour of it) is filled, at the best mirror plane.
std::array<float, 3> mirror_scores(const std::vector<const mesh::TriangleMesh*>& skin, const mesh::Bounds& box) {
    constexpr int side = 100;
    const glm::vec3 size = box.size();
    const float cell = std::max({size.x, size.y, size.z}) / static_cast<float>(side - 1);
    std::vector<std::uint8_t> filled(side * side * side, 0);
    const auto index = [](const glm::ivec3 c) { return (c.z * side + c.y) * side + c.x; };
    std::vector<glm::ivec3> cells;
    glm::vec3 sum(0.0F);
    for_each_surface_point(skin, 0.7F * cell, [&](const glm::vec3 point) {
        const glm::ivec3 c = glm::clamp(glm::ivec3((point - box.low) / cell), glm::ivec3(0), glm::ivec3(side - 1));
        if (std::uint8_t& here = filled[index(c)]; here == 0) {
            here = 1;
            cells.push_back(c);
            sum += glm::vec3(c);
        }
    });
    const auto near_filled = [&](const glm::ivec3 c, const int axis) {
        for (int step = -1; step <= 1; ++step) {
            glm::ivec3 n = c;
            n[axis] += step;
            if (n[axis] >= 0 && n[axis] < side && filled[index(n)] != 0) {
                return true;
            }
        }
        return false;
    };
    std::array<float, 3> scores{};
    for (int axis = 0; axis < 3; ++axis) {
        const int twice_middle = static_cast<int>(std::lround(2.0F * sum[axis] / static_cast<float>(cells.size())));
        const int twice_centre = static_cast<int>(std::lround(size[axis] / cell));
        for (int plane = std::min(twice_middle, twice_centre) - 4; plane <= std::max(twice_middle, twice_centre) + 4;
             ++plane) {
            std::size_t matching = 0;
            for (const glm::ivec3 c : cells) {
                glm::ivec3 mirrored = c;
                mirrored[axis] = plane - c[axis];
                matching += near_filled(mirrored, axis) ? 1 : 0;
            }
            scores[axis] = std::max(scores[axis], static_cast<float>(matching) / static_cast<float>(cells.size()));
        }
    }
    return scores;
}

struct Lines {
    int up = 1;
    int depth = 2;
    float confidence = 0.0F;
};

/// Which lines run along and through the body, their directions left open.
Lines find_lines(const std::vector<const mesh::TriangleMesh*>& skin, const mesh::AxisHints& hints,
                 const AxisOverrides& overrides) {
    const mesh::Bounds box = bounds_of(skin);
    const glm::vec3 size = box.size();
    const std::array<float, 3> mirrored = mirror_scores(skin, box);
    std::array<int, 3> by_mirror = {0, 1, 2};
    std::sort(by_mirror.begin(), by_mirror.end(), [&](int a, int b) { return mirrored[a] > mirrored[b]; });
    const float clearly = mirrored[by_mirror[0]] - mirrored[by_mirror[1]];
    std::optional<int> up;
    std::optional<int> depth;
    if (overrides.up) {
        up = line_of(*overrides.up);
    }
    if (overrides.facing) {
        depth = line_of(*overrides.facing);
    }
    Lines lines;
    if (!up) {
        const auto longest_but = [&](const int other) {
            int best = -1;
            for (int line = 0; line < 3; ++line) {
                if (line != other && line != depth.value_or(-1) && (best < 0 || size[line] > size[best])) {
                    best = line;
                }
            }
            return best;
        };
        const float longest = std::max({size.x, size.y, size.z});
        const bool hint_fits =
            hints.up && line_of(*hints.up) != depth.value_or(-1) && size[line_of(*hints.up)] > 0.8F * longest;
        if (clearly > 0.03F) {
            up = longest_but(by_mirror[0]);
            lines.confidence = std::min(1.0F, 0.4F + 4.0F * clearly);
        } else {
            up = hint_fits ? line_of(*hints.up) : longest_but(-1);
        }
    } else {
        lines.confidence = 1.0F;
    }
    if (!depth) {
        const int a = (*up + 1) % 3;
        const int b = (*up + 2) % 3;
        if (std::abs(mirrored[a] - mirrored[b]) > 0.03F) {
            depth = mirrored[a] < mirrored[b] ? a : b;
        } else if (hints.front && line_of(*hints.front) != *up) {
            depth = line_of(*hints.front);
        } else {
            depth = size[a] < size[b] ? a : b;
        }
    }
    lines.up = *up;
    lines.depth = *depth;
    return lines;
}

float mean_filled_width(const Silhouette& silhouette, const int row_from, const int row_to) {
    float sum = 0.0F;
    int rows = 0;
    for (int row = std::max(0, row_from); row < std::min(row_to, silhouette.rows); ++row) {
        int count = 0;
        for (int column = 0; column < silhouette.columns; ++column) {
            count += silhouette.filled(row, column) ? 1 : 0;
        }
        if (count > 0) {
            sum += static_cast<float>(count) * silhouette.cell;
            ++rows;
        }
    }
    return rows > 0 ? sum / static_cast<float>(rows) : 0.0F;
}

/// Above zero when the head is at the upper end, below when it is at the lower one.
float head_up_score(const Silhouette& silhouette) {
    const float legs = leg_gap_share(silhouette) - leg_gap_share(upside_down(silhouette));
    if (std::abs(legs) > unsure) {
        return 2.0F * legs;
    }
    const int tenth = std::max(1, silhouette.rows / 12);
    const float lower = mean_filled_width(silhouette, 0, tenth);
    const float upper = mean_filled_width(silhouette, silhouette.rows - tenth, silhouette.rows);
    return lower + upper > 0.0F ? (lower - upper) / (lower + upper) : 0.0F;
}

/// How far the surface lies deeper on the midline than beside it, over rows from `low` to `high`
/// (shares of the height), as a share of the height. Positive: a furrow.
float furrow(const Silhouette& silhouette, const float low, const float high, const float beside_low,
             const float beside_high) {
    const float height = silhouette.height();
    const float x = symmetry_x(silhouette);
    const int middle = silhouette.column_at(x);
    double sum = 0.0;
    int rows = 0;
    for (int row = silhouette.row_at(silhouette.low.y + low * height);
         row <= silhouette.row_at(silhouette.low.y + high * height); ++row) {
        if (!silhouette.filled(row, middle)) {
            continue;
        }
        float sides = 0.0F;
        int found = 0;
        for (const float side : {-1.0F, 1.0F}) {
            std::optional<float> highest;
            const int from = silhouette.column_at(x + side * beside_low * height);
            const int to = silhouette.column_at(x + side * beside_high * height);
            for (int column = std::min(from, to); column <= std::max(from, to); ++column) {
                if (silhouette.filled(row, column)) {
                    highest = std::max(highest.value_or(-1.0e30F), silhouette.back[silhouette.index(row, column)]);
                }
            }
            if (highest) {
                sides += *highest;
                ++found;
            }
        }
        if (found == 2) {
            sum += static_cast<double>(0.5F * sides - silhouette.back[silhouette.index(row, middle)]);
            ++rows;
        }
    }
    return rows > 0 ? static_cast<float>(sum / rows) / height : 0.0F;
}

/// How far the feet reach beyond the shins towards the viewer, as a share of the height.
float toes_behind(const Silhouette& silhouette) {
    const auto rearmost = [&](const float low, const float high) {
        float most = -1.0e30F;
        for (int row = static_cast<int>(low * static_cast<float>(silhouette.rows));
             row < static_cast<int>(high * static_cast<float>(silhouette.rows)); ++row) {
            for (int column = 0; column < silhouette.columns; ++column) {
                if (silhouette.filled(row, column)) {
                    most = std::max(most, silhouette.back[silhouette.index(row, column)]);
                }
            }
        }
        return most;
    };
    return (rearmost(0.0F, 0.05F) - rearmost(0.06F, 0.12F)) / silhouette.height();
}

/// Above zero when the side towards the viewer looks like a back rather than like a front.
float back_score(const Silhouette& silhouette) {
    const Silhouette other = turned_round(silhouette);
    const auto limited = [](const float value) { return std::clamp(value, -1.0F, 1.0F); };
    const bool has_legs = leg_gap_share(silhouette) > unsure;
    const float hips_low = has_legs ? 0.46F : 0.03F;
    const float hips_high = has_legs ? 0.52F : 0.2F;
    const float cleft =
        furrow(silhouette, hips_low, hips_high, 0.02F, 0.06F) - furrow(other, hips_low, hips_high, 0.02F, 0.06F);
    const float loin = furrow(silhouette, has_legs ? 0.57F : 0.25F, has_legs ? 0.66F : 0.45F, 0.015F, 0.04F) -
                       furrow(other, has_legs ? 0.57F : 0.25F, has_legs ? 0.66F : 0.45F, 0.015F, 0.04F);
    float score = limited(cleft / 0.01F) + 0.5F * limited(loin / 0.003F);
    if (has_legs) {
        const float toes = toes_behind(other) - toes_behind(silhouette);
        const float nose =
            furrow(silhouette, 0.925F, 0.965F, 0.008F, 0.014F) - furrow(other, 0.925F, 0.965F, 0.008F, 0.014F);
        score += 1.5F * limited(toes / 0.03F) + 0.7F * limited(nose / 0.004F);
    }
    return score;
}

}  // namespace

glm::mat3 body_rotation(const mesh::Axis up, const mesh::Axis facing) {
    const glm::vec3 upwards = mesh::direction(up);
    const glm::vec3 backwards = -mesh::direction(facing);
    return glm::transpose(glm::mat3(glm::cross(upwards, backwards), upwards, backwards));
}

mesh::Axis nearest_axis(const glm::vec3 direction) {
    const glm::vec3 size = glm::abs(direction);
    const int line = size.x >= size.y && size.x >= size.z ? 0 : (size.y >= size.z ? 1 : 2);
    return axis_of(line, direction[line] >= 0.0F);
}

float leg_gap_share(const Silhouette& silhouette) {
    if (silhouette.rows == 0) {
        return 0.0F;
    }
    const int middle = silhouette.column_at(symmetry_x(silhouette));
    int gaps = 0;
    const int half = silhouette.rows * 45 / 100;
    for (int row = 0; row < half; ++row) {
        bool left = false;
        bool right = false;
        for (int column = 0; column < silhouette.columns; ++column) {
            (column < middle ? left : right) |= silhouette.filled(row, column);
        }
        gaps += left && right && !silhouette.filled(row, middle) ? 1 : 0;
    }
    return static_cast<float>(gaps) / static_cast<float>(std::max(1, half));
}

FoundAxes find_axes(const std::vector<const mesh::TriangleMesh*>& skin, const mesh::AxisHints& hints,
                    const AxisOverrides& overrides) {
    FoundAxes found;
    const Lines lines = find_lines(skin, hints, overrides);
    found.up = overrides.up.value_or(axis_of(lines.up, true));
    found.facing = overrides.facing.value_or(axis_of(lines.depth, true));
    found.silhouette = make_silhouette(skin, body_rotation(found.up, found.facing));
    found.up_confidence = 1.0F;
    if (!overrides.up) {
        float score = head_up_score(found.silhouette);
        found.up_confidence = lines.confidence * std::min(1.0F, std::abs(score));
        if (hints.up && line_of(*hints.up) == lines.up) {
            score += *hints.up == found.up ? weight_of_up_hint : -weight_of_up_hint;
        }
        if (score < 0.0F) {
            found.up = opposite(found.up);
            found.silhouette = upside_down(found.silhouette);
        }
    }
    found.facing_confidence = 1.0F;
    if (!overrides.facing) {
        float score = back_score(found.silhouette);
        found.facing_confidence = std::min(1.0F, std::abs(score));
        if (hints.front && line_of(*hints.front) == lines.depth) {
            score += *hints.front == found.facing ? weight_of_front_hint : -weight_of_front_hint;
        }
        if (score < 0.0F) {
            found.facing = opposite(found.facing);
            found.silhouette = turned_round(found.silhouette);
        }
    }
    return found;
}

}  // namespace dorsum::body
