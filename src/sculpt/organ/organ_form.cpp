#include "sculpt/organ/organ_form.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

#include "sculpt/curve.h"
#include "sculpt/figure_reader.h"

namespace dorsum::sculpt {
namespace {

using namespace figure;

/// Further from a tube than this its exact distance does not matter.
constexpr float tube_reach_mm = 45.0F;
constexpr float bounds_margin_mm = 3.0F;

glm::vec3 triple_or(const toml::table& table, const std::string_view key, const glm::vec3 otherwise) {
    return table.contains(key) ? triple(entry(table, key)) : otherwise;
}

}  // namespace

OrganForm::OrganForm(const toml::table& table) {
    for (const toml::node& node : list(entry(table, "part"))) {
        add_part(as_table(node));
    }
    if (!table.contains("groove")) {
        return;
    }
    grooves_ = each(entry(table, "groove"), [](const toml::node& node) {
        const toml::table& groove = as_table(node);
        return Groove{triple(entry(groove, "point")), glm::normalize(triple(entry(groove, "normal"))),
                      number(groove, "depth_mm"), number(groove, "half_width_mm"), number(groove, "reach_mm")};
    });
}

Belly OrganForm::read_tube(const toml::table& table) {
    Belly belly;
    belly.stations = each(entry(table, "stations"), [](const toml::node& node) {
        const auto v = numbers(node, 4);
        return Station{{v[0], v[1], v[2]}, v[3]};
    });
    if (belly.stations.size() < 2) {
        stop(table, tr("has a tube of fewer than two stations"));
    }
    belly.flat_axis = glm::normalize(triple_or(table, "flat_axis", {0.0F, 0.0F, 1.0F}));
    belly.flatness = number_or(table, "flatness", 1.0F);
    return belly;
}

OrganForm::Ellipsoid OrganForm::read_ellipsoid(const toml::table& table) {
    Ellipsoid result;
    result.centre = triple(entry(table, "centre"));
    result.half_axes = triple(entry(table, "half_axes"));
    const glm::vec3 up = glm::normalize(triple_or(table, "long_axis", {0.0F, 1.0F, 0.0F}));
    const glm::vec3 facing = triple_or(table, "thin_axis", {0.0F, 0.0F, 1.0F});
    const glm::vec3 across = glm::normalize(glm::cross(up, facing));
    result.axes = glm::mat3(across, up, glm::cross(across, up));
    return result;
}

void OrganForm::add_part(const toml::table& table) {
    Part part;
    part.cut = table["cut"].value_or(false);
    part.blend_mm = number_or(table, "blend_mm", 8.0F);
    if (table.contains("stations")) {
        const Belly belly = read_tube(table);
        part.tube.emplace(belly);
        for (const Station& station : belly.stations) {
            if (!part.cut) {
                grow_bounds(station.centre, station.radius + bounds_margin_mm);
            }
        }
    } else {
        part.ellipsoid = read_ellipsoid(table);
        const glm::vec3 half = part.ellipsoid.half_axes;
        if (!part.cut) {
            grow_bounds(part.ellipsoid.centre, std::max({half.x, half.y, half.z}) + bounds_margin_mm);
        }
    }
    parts_.push_back(std::move(part));
}

void OrganForm::grow_bounds(const glm::vec3 centre, const float radius) {
    bounds_.low = glm::min(bounds_.low, centre - radius);
    bounds_.high = glm::max(bounds_.high, centre + radius);
}

float OrganForm::part_distance(const Part& part, const glm::vec3 point) {
    if (part.tube) {
        return part.tube->near(point, tube_reach_mm) ? part.tube->distance(point) : tube_reach_mm;
    }
    const Ellipsoid& shape = part.ellipsoid;
    return ellipsoid(glm::transpose(shape.axes) * (point - shape.centre), glm::vec3(0.0F), shape.half_axes);
}

float OrganForm::groove_depth(const glm::vec3 point) const {
    float depth = 0.0F;
    for (const Groove& groove : grooves_) {
        const glm::vec3 from = point - groove.point;
        const float away = glm::dot(from, groove.normal) / groove.half_width_mm;
        const float fade = 1.0F - smooth_step(0.7F * groove.reach_mm, groove.reach_mm, glm::length(from));
        depth = std::max(depth, groove.depth_mm * fade * std::exp(-away * away));
    }
    return depth;
}

float OrganForm::distance(const glm::vec3 point) const {
    float result = 2.0F * tube_reach_mm;
    for (const Part& part : parts_) {
        const float one = part_distance(part, point);
        result = part.cut ? smooth_difference(result, one, part.blend_mm) : smooth_union(result, one, part.blend_mm);
    }
    return result + groove_depth(point);
}

float OrganForm::carved(const float distance, const glm::vec3 point) const {
    float result = distance;
    for (const Part& part : parts_) {
        if (part.cut) {
            result = smooth_difference(result, part_distance(part, point), part.blend_mm);
        }
    }
    return result + groove_depth(point);
}

}  // namespace dorsum::sculpt
