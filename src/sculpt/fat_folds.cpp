#include "sculpt/fat_folds.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <numbers>
#include <vector>

#include "sculpt/curve.h"
#include "sculpt/figure_reader.h"

namespace dorsum::sculpt {
namespace {

constexpr Table::Axis angle_axis{0.0F, 1.0F, 181};
constexpr Table::Axis height_axis{-480.0F, 2.5F, 361};
/// About where the sections of the trunk are widest, and their radius there.
constexpr float centre_z_mm = -25.0F;
constexpr float degrees_per_radian = 180.0F / std::numbers::pi_v<float>;
constexpr float mm_per_degree = 150.0F / degrees_per_radian;
constexpr float arms_from_x_mm = 185.0F;
constexpr float arms_to_x_mm = 212.0F;
constexpr float least_folding_fat = 1.5F;
constexpr int pieces_per_station = 8;

/// A place on a fold, with both coordinates in millimetres of skin.
struct Station {
    glm::vec2 at{0.0F};
    float depth_mm = 0.0F;
};

struct Fold {
    float width_mm = 0.0F;  ///< from the bottom of the crease to where its side turns into the pad
    std::vector<Station> line;
};

Fold fold(const toml::node& node) {
    using namespace figure;
    const toml::table& table = as_table(node);
    Fold result;
    result.width_mm = number(table, "width");
    const auto stations = each(entry(table, "stations"), [](const toml::node& item) {
        const auto v = numbers(item, 3);
        return Station{{v[0] * mm_per_degree, v[1]}, v[2]};
    });
    if (stations.size() < 2) {
        stop(node, tr("has a fold with fewer than two stations"));
    }
    for (std::size_t i = 0; i + 1 < stations.size(); ++i) {
        const Station& before = stations[i == 0 ? 0 : i - 1];
        const Station& after = stations[std::min(i + 2, stations.size() - 1)];
        for (int piece = 0; piece < pieces_per_station; ++piece) {
            const float t = static_cast<float>(piece) / pieces_per_station;
            result.line.push_back(
                {catmull_rom(before.at, stations[i].at, stations[i + 1].at, after.at, t),
                 catmull_rom(before.depth_mm, stations[i].depth_mm, stations[i + 1].depth_mm, after.depth_mm, t)});
        }
    }
    result.line.push_back(stations.back());
    return result;
}

std::vector<Fold> folds_from(const toml::table& root) {
    return figure::each(figure::entry(root, "fold"), fold);
}

/// A crease with a rounded pad on either side, whose volumes even out (the second derivative of a Gaussian).
float profile(const float away_over_width) {
    const float square = away_over_width * away_over_width;
    return -(1.0F - square) * std::exp(-0.5F * square);
}

float relief_of(const Fold& fold, const glm::vec2 at) {
    float nearest = 1.0e9F;
    float depth = 0.0F;
    for (std::size_t i = 0; i + 1 < fold.line.size(); ++i) {
        const glm::vec2 way = fold.line[i + 1].at - fold.line[i].at;
        const float share = std::clamp(glm::dot(at - fold.line[i].at, way) / glm::dot(way, way), 0.0F, 1.0F);
        const float away = glm::distance(at, fold.line[i].at + share * way);
        if (away < nearest) {
            nearest = away;
            depth = std::lerp(fold.line[i].depth_mm, fold.line[i + 1].depth_mm, share);
        }
    }
    return depth * profile(nearest / fold.width_mm);
}

}  // namespace

FatFolds::FatFolds() : relief_(angle_axis, height_axis) {}

Result<FatFolds> FatFolds::load(const std::filesystem::path& path) {
    const auto folds = figure::read_figures(path, folds_from);
    if (!folds) {
        return tl::unexpected(folds.error());
    }
    FatFolds result;
    for (std::size_t iv = 0; iv < height_axis.count; ++iv) {
        for (std::size_t iu = 0; iu < angle_axis.count; ++iu) {
            const glm::vec2 at(angle_axis.at(iu) * mm_per_degree, height_axis.at(iv));
            for (const Fold& fold : *folds) {
                result.relief_.cell(iu, iv) += relief_of(fold, at);
            }
        }
    }
    return result;
}

float FatFolds::relief_mm(const glm::vec3 reference, const float fat) const {
    const float across = std::abs(reference.x);
    const float angle_deg = degrees_per_radian * std::atan2(across, reference.z - centre_z_mm);
    const float trunk = 1.0F - smooth_step(arms_from_x_mm, arms_to_x_mm, across);
    return std::max(fat - least_folding_fat, 0.0F) * trunk * relief_.sample(angle_deg, reference.y).value;
}

}  // namespace dorsum::sculpt
