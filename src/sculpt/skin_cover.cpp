#include "sculpt/skin_cover.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "sculpt/figure_reader.h"

namespace dorsum::sculpt {
namespace {

constexpr Table::Axis across_axis{0.0F, 6.0F, 50};
constexpr Table::Axis height_axis{-480.0F, 6.0F, 150};
constexpr float deviation_mm = 14.0F;
constexpr float further_deviation_mm = 42.0F;

struct Site {
    float y_mm;
    float x_mm;
    float skin_mm;
    float fat_mm;
};

std::vector<Site> sites_from(const toml::table& root) {
    return figure::each(figure::entry(root, "sites"), [](const toml::node& node) {
        const auto v = figure::numbers(node, 4);
        return Site{v[0], v[1], v[2], v[3]};
    });
}

/// Sites weigh by the inverse cube of their distance (Shepard 1968), so that each keeps its own figure.
void spread(Table& table, const std::vector<Site>& sites, float Site::*figure) {
    for (std::size_t iv = 0; iv < table.v().count; ++iv) {
        for (std::size_t iu = 0; iu < table.u().count; ++iu) {
            float sum = 0.0F;
            float weights = 0.0F;
            for (const Site& site : sites) {
                const float away = std::hypot(table.u().at(iu) - site.x_mm, table.v().at(iv) - site.y_mm) + 1.0F;
                const float weight = 1.0F / (away * away * away);
                sum += weight * site.*figure;
                weights += weight;
            }
            table.cell(iu, iv) = sum / weights;
        }
    }
    table.blur(deviation_mm, deviation_mm);
}

}  // namespace

SkinCover::SkinCover()
    : skin_(across_axis, height_axis), fat_(across_axis, height_axis), further_fat_(across_axis, height_axis) {}

Result<SkinCover> SkinCover::load(const std::filesystem::path& path) {
    const auto sites = figure::read_figures(path, sites_from);
    if (!sites) {
        return tl::unexpected(sites.error());
    }
    SkinCover cover;
    spread(cover.skin_, *sites, &Site::skin_mm);
    spread(cover.fat_, *sites, &Site::fat_mm);
    cover.further_fat_ = cover.fat_;
    cover.further_fat_.blur(further_deviation_mm, further_deviation_mm);
    return cover;
}

float SkinCover::thickness_mm(const float x, const float y, const float fat) const {
    const float across = std::abs(x);
    return skin_.sample(across, y).value + std::min(fat, 1.0F) * fat_.sample(across, y).value +
           std::max(fat - 1.0F, 0.0F) * further_fat_.sample(across, y).value;
}

float SkinCover::most_mm(const float fat) const {
    float most = 0.0F;
    for (std::size_t iv = 0; iv < height_axis.count; ++iv) {
        for (std::size_t iu = 0; iu < across_axis.count; ++iu) {
            most = std::max(most, thickness_mm(across_axis.at(iu), height_axis.at(iv), fat));
        }
    }
    return most;
}

}  // namespace dorsum::sculpt
