#include "sculpt/skeleton/thorax_wall.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <memory>
#include <numbers>
#include <span>
#include <vector>

#include "sculpt/curve.h"
#include "sculpt/skeleton/ribs.h"
#include "sculpt/skeleton/spine.h"
#include "sculpt/table.h"

namespace dorsum::sculpt {
namespace {

// The wall is star-shaped around this upright axis. Angles run from behind (0) over the side to the front (pi).
constexpr float axis_z_mm = -22.0F;
constexpr std::size_t angle_count = 61;
constexpr float angle_step = std::numbers::pi_v<float> / (angle_count - 1);
constexpr float lowest_mm = -120.0F;
constexpr float highest_mm = 330.0F;
constexpr float height_step_mm = 5.0F;
constexpr std::size_t height_count = 91;

/// A place on the outer faces in the cylinder's coordinates.
struct WallPoint {
    float angle = 0.0F;
    float height = 0.0F;
    float radius = 0.0F;
};

WallPoint wall_point(const glm::vec3 at) {
    const float back = at.z - axis_z_mm;
    return {std::atan2(at.x, back), at.y, std::hypot(at.x, back)};
}

/// A line around the chest, in rising order of angle.
using Ring = std::vector<WallPoint>;

void add_outer_faces(Ring& ring, const std::vector<BarStation>& line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        const glm::vec3 ahead = line[std::min(i + 1, line.size() - 1)].centre - line[i > 0 ? i - 1 : 0].centre;
        const glm::vec3 broad = glm::normalize(line[i].broad);
        glm::vec3 outwards = glm::normalize(glm::cross(broad, glm::normalize(ahead)));
        const glm::vec3 away(line[i].centre.x, 0.0F, line[i].centre.z - axis_z_mm);
        outwards = glm::dot(outwards, away) < 0.0F ? -outwards : outwards;
        const WallPoint point = wall_point(line[i].centre + outwards * line[i].half_thickness);
        if (ring.empty() || point.angle > ring.back().angle + 0.01F) {
            ring.push_back(point);
        }
    }
}

/// One ring for each rib: from the lamina of its vertebra over the transverse process and the rib to its cartilage.
Ring ring_of(const RibCage& cage, const Spine& spine, const std::size_t index) {
    constexpr std::size_t first_thoracic = 7;
    const Vertebra& vertebra = spine.vertebrae[first_thoracic + index];
    Ring ring{{0.0F, vertebra.spinous_root.y, vertebra.spinous_root.z + 5.0F - axis_z_mm}};
    std::vector<BarStation> line = rib_line(cage, spine, index);
    constexpr std::size_t tubercle = 6;
    line.erase(line.begin(), line.begin() + tubercle);
    const WallPoint knob =
        wall_point(vertebra.transverse_tip + glm::vec3(-4.0F, 0.0F, 0.6F * vertebra.transverse_half_thickness));
    ring.push_back(knob);
    add_outer_faces(ring, line);
    if (index < cage.cartilages.size()) {
        std::vector<BarStation> after;
        for (const glm::vec3 place : cage.cartilages[index].places) {
            after.push_back({place, 5.0F, cage.cartilages[index].half_thickness, {0.0F, 1.0F, 0.0F}});
        }
        add_outer_faces(ring, after);
    }
    return ring;
}

/// Where a ring passes an angle; none beyond its ends.
bool crossing(const Ring& ring, const float angle, Knot& found) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        if (angle >= ring[i].angle && angle <= ring[i + 1].angle) {
            const float t = (angle - ring[i].angle) / (ring[i + 1].angle - ring[i].angle);
            found = {glm::mix(ring[i].height, ring[i + 1].height, t), glm::mix(ring[i].radius, ring[i + 1].radius, t)};
            return true;
        }
    }
    return false;
}

/// The heights and radii at one angle in rising order, at least three millimetres apart.
std::vector<Knot> column_at(const std::vector<Ring>& rings, const float angle) {
    std::vector<Knot> all;
    for (const Ring& ring : rings) {
        Knot knot;
        if (crossing(ring, angle, knot)) {
            all.push_back(knot);
        }
    }
    std::sort(all.begin(), all.end(), [](const Knot& one, const Knot& other) { return one.at < other.at; });
    std::vector<Knot> column;
    for (const Knot& knot : all) {
        if (column.empty() || knot.at > column.back().at + 3.0F) {
            column.push_back(knot);
        } else {
            column.back().value = std::max(column.back().value, knot.value);
        }
    }
    return column;
}

/// The sternum's front as the last place of every ring, by height.
Ring sternum_front(const RibCage& cage) {
    Ring front;
    for (const SternumStation& station : cage.sternum) {
        const WallPoint point = wall_point(station.centre - glm::vec3(0.0F, 0.0F, station.half_thickness));
        front.push_back({std::numbers::pi_v<float>, point.height, point.radius});
    }
    std::reverse(front.begin(), front.end());
    return front;
}

/// Each value the mean of five neighbours.
std::vector<Knot> softened(const std::vector<Knot>& knots) {
    std::vector<Knot> result = knots;
    constexpr std::ptrdiff_t reach = 2;
    const auto last = static_cast<std::ptrdiff_t>(knots.size()) - 1;
    for (std::ptrdiff_t i = 0; i <= last; ++i) {
        float sum = 0.0F;
        for (std::ptrdiff_t j = i - reach; j <= i + reach; ++j) {
            sum += knots[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(j, 0, last))].value;
        }
        result[static_cast<std::size_t>(i)].value = sum / static_cast<float>(2 * reach + 1);
    }
    return result;
}

class Wall {
public:
    Wall(const RibCage& cage, const Spine& spine)
        : radius_({0.0F, angle_step, angle_count}, {lowest_mm, height_step_mm, height_count}) {
        std::vector<Ring> rings;
        for (std::size_t i = 0; i < cage.ribs.size(); ++i) {
            rings.push_back(ring_of(cage, spine, i));
        }
        std::vector<Knot> front;
        for (const WallPoint& point : sternum_front(cage)) {
            front.push_back({point.height, point.radius});
        }
        // The rings of the upper seven ribs end at the sternum.
        constexpr std::size_t true_ribs = 7;
        for (std::size_t i = 0; i < true_ribs; ++i) {
            const float height = rings[i].back().height;
            rings[i].push_back({std::numbers::pi_v<float> + 0.001F, height, along(front, height)});
        }
        for (std::size_t ia = 0; ia < angle_count; ++ia) {
            fill(ia, column_at(rings, angle_step * static_cast<float>(ia)));
        }
        radius_.blur(1.2F * angle_step, 5.0F);
        low_ = softened(low_);
        high_ = softened(high_);
    }

    [[nodiscard]] float distance(const glm::vec3 point) const {
        const WallPoint at = wall_point({std::abs(point.x), point.y, point.z});
        const float low = along(low_, at.angle);
        const float high = along(high_, at.angle);
        const Table::Sample radius = radius_.sample(at.angle, std::clamp(at.height, low, high));
        const float turn = radius.slope_u / std::max(radius.value, 20.0F);
        const float side = (at.radius - radius.value) / std::sqrt(1.0F + radius.slope_v * radius.slope_v + turn * turn);
        return smooth_intersection(side, 0.8F * std::max(low - point.y, point.y - high), 12.0F);
    }

private:
    void fill(const std::size_t angle, const std::vector<Knot>& column) {
        low_.push_back({radius_.u().at(angle), column.front().at - 7.0F});
        high_.push_back({radius_.u().at(angle), column.back().at + 6.0F});
        for (std::size_t iv = 0; iv < height_count; ++iv) {
            radius_.cell(angle, iv) = along(column, radius_.v().at(iv));
        }
    }

    Table radius_;
    std::vector<Knot> low_;   ///< lower end by angle
    std::vector<Knot> high_;  ///< upper end by angle
};

}  // namespace

Result<Solid> thorax_wall(const std::filesystem::path& figures_folder) {
    const auto spine = load_spine(figures_folder);
    if (!spine) {
        return tl::unexpected(spine.error());
    }
    const auto cage = load_rib_cage(figures_folder);
    if (!cage) {
        return tl::unexpected(cage.error());
    }
    const auto wall = std::make_shared<const Wall>(*cage, *spine);
    return Solid{[wall](const glm::vec3 point) { return wall->distance(point); },
                 {{-160.0F, lowest_mm, -140.0F}, {160.0F, highest_mm, 110.0F}}};
}

}  // namespace dorsum::sculpt
