#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "sculpt/figure_reader.h"
#include "sculpt/skeleton/limb_bone.h"

namespace dorsum::sculpt {
namespace {

using namespace figure;

/// What is given as a height over a plane z = c + a x + b y becomes a place.
struct Ground {
    float c = 0.0F;
    float a = 0.0F;
    float b = 0.0F;
};

Ground ground(const toml::table& table) {
    if (!table.contains("over_plane")) {
        return {};
    }
    const glm::vec3 v = triple(entry(table, "over_plane"));
    return {v.x, v.y, v.z};
}

std::vector<Station> stations(const toml::node& node, const Ground& under) {
    auto found = each(node, [&](const toml::node& item) {
        const auto v = numbers(item, 4);
        return Station{{v[0], v[1], v[2] + under.c + under.a * v[0] + under.b * v[1]}, v[3]};
    });
    if (found.size() < 2) {
        stop(node, tr("has a row with fewer than two stations"));
    }
    return found;
}

void shape_plate(LimbBonePart& part, const toml::table& table) {
    const Ground under = ground(table);
    const auto rows = each(entry(table, "rows"), [&](const toml::node& row) { return stations(row, under); });
    if (rows.size() < 2) {
        stop(table, tr("has a plate with fewer than two rows"));
    }
    const auto plate = std::make_shared<const PlateShape>(rows);
    part.bounds_mm = plate->bounds_mm();
    part.shape = plate;
}

void shape_tube(LimbBonePart& part, const toml::table& table) {
    Belly belly;
    belly.flat_axis = table.contains("flat_axis") ? triple(entry(table, "flat_axis")) : belly.flat_axis;
    belly.flatness = number_or(table, "flatness", belly.flatness);
    belly.stations = stations(entry(table, "stations"), ground(table));
    part.bounds_mm = {belly.stations.front().centre, belly.stations.front().centre};
    for (const Station& station : belly.stations) {
        // The smooth line may leave the box of its stations by a little.
        constexpr float slack = 1.5F;
        part.bounds_mm.low = glm::min(part.bounds_mm.low, station.centre - slack * station.radius);
        part.bounds_mm.high = glm::max(part.bounds_mm.high, station.centre + slack * station.radius);
    }
    part.shape = std::make_shared<const BellyShape>(belly);
}

/// The first axis points along `facing`, the second as much along `upright` as it can.
glm::mat3 turned(const toml::table& table) {
    if (!table.contains("facing")) {
        return glm::mat3(1.0F);
    }
    const glm::vec3 facing = glm::normalize(triple(entry(table, "facing")));
    const glm::vec3 upright = table.contains("upright") ? triple(entry(table, "upright")) : glm::vec3(0.0F, 1.0F, 0.0F);
    const glm::vec3 third = glm::cross(facing, upright);
    constexpr float parallel = 1.0e-3F;
    if (glm::length(third) < parallel) {
        stop(table, tr("has two axes that point the same way"));
    }
    return {facing, glm::normalize(glm::cross(third, facing)), glm::normalize(third)};
}

void shape_mass(LimbBonePart& part, const toml::table& table) {
    const LimbBoneMass mass{triple(entry(table, "centre")), triple(entry(table, "half_axes")), turned(table)};
    glm::vec3 reach(0.0F);
    for (int axis = 0; axis < 3; ++axis) {
        reach += glm::abs(mass.axes[axis] * mass.half_axes[axis]);
    }
    part.bounds_mm = {mass.centre - reach, mass.centre + reach};
    part.shape = mass;
}

LimbBonePart bone_part(const toml::node& node) {
    const toml::table& table = as_table(node);
    LimbBonePart part;
    part.blend_mm = number(table, "blend");
    part.cut = table.contains("cut") && entry(table, "cut").value_or(false);
    part.mirrored = table.contains("mirrored") && entry(table, "mirrored").value_or(false);
    const std::string kind = text(table, "kind");
    if (kind == "plate") {
        shape_plate(part, table);
    } else if (kind == "tube") {
        shape_tube(part, table);
    } else if (kind == "mass") {
        shape_mass(part, table);
    } else {
        stop(node, std::string(tr("has a part of unknown kind: ")) + kind);
    }
    return part;
}

LimbBone bone(const toml::node& node) {
    const toml::table& table = as_table(node);
    LimbBone result;
    result.id = text(table, "id");
    result.pairing =
        table.contains("middle") && entry(table, "middle").value_or(false) ? Pairing::middle : Pairing::paired;
    result.voxel_mm = number(table, "voxel");
    result.triangles = static_cast<std::size_t>(std::max(number(table, "triangles"), 4.0F));
    result.parts = each(entry(table, "part"), bone_part);
    return result;
}

}  // namespace

Result<std::vector<LimbBone>> load_limb_bones(const std::filesystem::path& path) {
    return figure::read_figures(path, [](const toml::table& root) { return each(entry(root, "bone"), bone); });
}

}  // namespace dorsum::sculpt
