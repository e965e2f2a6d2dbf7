#include "sculpt/skeleton/ribs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <glm/vec2.hpp>

#include "sculpt/curve.h"
#include "sculpt/figure_reader.h"
#include "sculpt/skeleton/vertebra.h"

namespace dorsum::sculpt {
namespace {

constexpr std::size_t first_thoracic = 7;
constexpr int steps_per_piece = 6;
constexpr std::size_t first_floating = 10;

using Curve = std::array<glm::vec2, 4>;

/// A place on a rib's course, seen from above, and how far along it lies.
struct PlanPoint {
    glm::vec2 at{0.0F};
    float length = 0.0F;
};

struct Course {
    std::vector<PlanPoint> line;
    std::array<float, 5> knot_lengths{};  ///< at head, tubercle, angle, side and front end
};

glm::vec2 plan(const glm::vec3 point) {
    return {point.x, point.z};
}

glm::vec2 bezier(const Curve& p, const float t) {
    const float s = 1.0F - t;
    return s * s * s * p[0] + 3.0F * s * s * t * p[1] + 3.0F * s * t * t * p[2] + t * t * t * p[3];
}

/// Where the head meets the body of its vertebra or the one above: inwards from the figure's place.
glm::vec3 head_on_body(const Rib& rib, const Spine& spine, const std::size_t index) {
    const Vertebra& own = spine.vertebrae[first_thoracic + index];
    const Vertebra& above = spine.vertebrae[first_thoracic + index - 1];
    const auto depth = [&](const glm::vec3 point) {
        return std::min(vertebral_body_distance(own, point), vertebral_body_distance(above, point));
    };
    const glm::vec3 target = glm::mix(own.frame.centre, glm::vec3(0.0F, rib.head.y, rib.head.z), 0.55F);
    const glm::vec3 direction = glm::normalize(glm::vec3(target.x, rib.head.y, target.z - 3.0F) - rib.head);
    glm::vec3 at = rib.head;
    for (int step = 0; step < 60 && depth(at) > 2.4F; ++step) {
        at += direction * 0.25F;
    }
    return at;
}

/// The middle of the rib where its tubercle lies on the transverse process.
glm::vec3 tubercle(const Rib& rib, const Spine& spine, const std::size_t index) {
    const Vertebra& own = spine.vertebrae[first_thoracic + index];
    const float knob = own.transverse_half_thickness;
    const glm::vec3 end = own.transverse_tip - glm::vec3(knob, 0.0F, 0.0F);
    const float together = knob + rib.half_thickness + 0.7F;
    return end + glm::normalize(glm::vec3(0.45F, -0.05F, -1.0F)) * together;
}

/// The plan of a floating rib: no turn to the front, an even bow from the angle to the tip, in two halves.
std::array<Curve, 2> floating_end(const glm::vec2 angle, const glm::vec2 side, const glm::vec2 tip) {
    const glm::vec2 start = angle + glm::vec2(0.42F * (side.x - angle.x), 0.0F);
    const glm::vec2 straight = glm::mix(tip, glm::vec2(side.x, angle.y), 0.36F);
    const glm::vec2 first = 0.5F * (angle + start);
    const glm::vec2 second = 0.5F * (start + straight);
    const glm::vec2 third = 0.5F * (straight + tip);
    const glm::vec2 before = 0.5F * (first + second);
    const glm::vec2 after = 0.5F * (second + third);
    const glm::vec2 middle = 0.5F * (before + after);
    return {{{angle, first, before, middle}, {middle, after, third, tip}}};
}

Course course(const std::array<glm::vec3, 5>& places, const bool floating) {
    const glm::vec2 head = plan(places[0]);
    const glm::vec2 knob = plan(places[1]);
    const glm::vec2 angle = plan(places[2]);
    const glm::vec2 side = plan(places[3]);
    const glm::vec2 front = plan(places[4]);
    const glm::vec2 through = glm::normalize(angle - head);
    const glm::vec2 neck = knob - through * (0.4F * glm::distance(head, knob));
    const float to_angle = (floating ? 0.5F : 0.38F) * glm::distance(knob, angle);
    const glm::vec2 bend = front - side;
    std::array<Curve, 4> pieces{{
        {head, glm::mix(head, neck, 0.6F), neck, knob},
        {knob, knob + through * to_angle, angle - glm::vec2(to_angle, 0.0F), angle},
        {angle, {glm::mix(angle.x, side.x, 0.60F), angle.y}, {side.x, glm::mix(side.y, angle.y, 0.58F)}, side},
        {side, {side.x, side.y + 0.5F * bend.y}, {side.x + 0.72F * bend.x, side.y + 0.86F * bend.y}, front},
    }};
    if (floating) {
        const std::array<Curve, 2> end = floating_end(angle, side, front);
        pieces[2] = end[0];
        pieces[3] = end[1];
    }
    Course result;
    float length = 0.0F;
    result.line.push_back({head, 0.0F});
    for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
        for (int step = 1; step <= steps_per_piece; ++step) {
            const glm::vec2 at = bezier(pieces[piece], static_cast<float>(step) / steps_per_piece);
            length += glm::distance(at, result.line.back().at);
            result.line.push_back({at, length});
        }
        result.knot_lengths[piece + 1] = length;
    }
    return result;
}

/// The height along the course, going on beyond both ends so that it does not level out there.
std::vector<Knot> heights(const std::array<glm::vec3, 5>& places, const Course& way, const bool floating) {
    std::vector<Knot> result;
    for (std::size_t i = 0; i < places.size(); ++i) {
        result.push_back({way.knot_lengths[i], places[i].y});
    }
    if (floating) {
        result[3].value = glm::mix(places[2].y, places[4].y, 0.52F);
    }
    const auto slope = [&](const std::size_t i) {
        return (result[i + 1].value - result[i].value) / (result[i + 1].at - result[i].at);
    };
    constexpr float beyond_mm = 30.0F;
    const float first_slope = slope(0);
    const float last_slope = (floating ? 1.0F : 0.55F) * slope(3);
    result.insert(result.begin(), {-beyond_mm, result.front().value - beyond_mm * first_slope});
    result.push_back({result.back().at + beyond_mm, result.back().value + beyond_mm * last_slope});
    return result;
}

struct Profile {
    std::vector<Knot> half_height;
    std::vector<Knot> half_thickness;
    std::vector<Knot> lean_deg;
};

Profile profile(const Rib& rib, const std::array<float, 5>& at, const bool floating) {
    const float high = rib.half_height;
    const float thick = rib.half_thickness;
    const float neck = 0.55F * at[1];
    const float end = at[4];
    const float before_end = glm::mix(at[3], end, 0.6F);
    Profile result;
    result.half_height = {{0.0F, std::min(5.2F, 0.85F * high)},
                          {neck, std::min(4.6F, 0.7F * high)},
                          {at[1], 0.85F * high},
                          {at[2], 0.95F * high},
                          {at[3], high},
                          {before_end, floating ? 0.85F * high : high},
                          {end, floating ? 0.3F * high : 1.06F * high}};
    result.half_thickness = {{0.0F, thick + 1.4F},
                             {neck, thick + 0.3F},
                             {at[1], thick + 0.9F},
                             {at[2], thick + 0.6F},
                             {at[3], thick},
                             {before_end, floating ? 0.9F * thick : thick},
                             {end, floating ? 0.5F * thick : thick + 0.4F}};
    result.lean_deg = {
        {0.5F * at[1], rib.lean_deg.x}, {at[2], rib.lean_deg.x}, {at[3], rib.lean_deg.y}, {end, rib.lean_deg.z}};
    return result;
}

RibCage rib_cage(const toml::table& root) {
    RibCage result;
    result.ribs = figure::each(figure::entry(root, "ribs"), [](const toml::node& node) {
        const toml::table& table = figure::as_table(node);
        const auto place = [&](const char* key) { return figure::triple(figure::entry(table, key)); };
        return Rib{place("head"),
                   place("angle"),
                   place("most_lateral"),
                   place("front_end"),
                   figure::number(table, "half_height"),
                   figure::number(table, "half_thickness"),
                   place("lean_deg")};
    });
    result.cartilages = figure::each(figure::entry(root, "cartilages"), [](const toml::node& node) {
        const toml::table& table = figure::as_table(node);
        return Cartilage{figure::each(figure::entry(table, "places"), figure::triple),
                         figure::number(table, "half_height"), figure::number(table, "half_thickness")};
    });
    const toml::table& sternum = figure::as_table(figure::entry(root, "sternum"));
    result.sternum = figure::each(figure::entry(sternum, "stations"), [](const toml::node& node) {
        const std::vector<float> row = figure::numbers(node, 4);
        return SternumStation{{0.0F, row[0], row[1]}, row[2], row[3]};
    });
    const glm::vec2 notch = figure::pair(figure::entry(sternum, "jugular_notch"));
    result.jugular_notch = {0.0F, notch.x, notch.y};
    result.notch_radius = figure::number(sternum, "notch_radius");
    if (result.ribs.size() != 12 || result.cartilages.size() != first_floating) {
        figure::stop(root, tr("does not list twelve ribs and ten cartilages"));
    }
    return result;
}

}  // namespace

Result<RibCage> load_rib_cage(const std::filesystem::path& figures_folder) {
    return figure::read_figures(figures_folder / "ribs.toml", rib_cage);
}

std::vector<BarStation> rib_line(const RibCage& cage, const Spine& spine, const std::size_t index) {
    const Rib& rib = cage.ribs[index];
    const bool floating = index >= first_floating;
    const float at_angle = rib.half_thickness + 0.6F;
    // The outer face of a rib that lies flat is its edge.
    const float reach = index == 0 ? rib.half_height - 1.0F : rib.half_thickness;
    const glm::vec3 head = head_on_body(rib, spine, index);
    const glm::vec3 angle = rib.angle - glm::vec3(0.0F, 0.0F, index == 0 ? 0.85F * rib.half_height : at_angle);
    const glm::vec3 side = rib.most_lateral - glm::vec3(reach, 0.0F, 0.0F);
    const glm::vec3 knob =
        floating || index == 0 ? glm::mix(head, angle, floating ? 0.25F : 0.4F) : tubercle(rib, spine, index);
    const std::array<glm::vec3, 5> places{head, knob, angle, side, rib.front_end};
    const Course way = course(places, floating);
    const std::vector<Knot> height = heights(places, way, floating);
    const Profile shape = profile(rib, way.knot_lengths, floating);
    std::vector<BarStation> stations;
    for (std::size_t i = 0; i < way.line.size(); ++i) {
        const PlanPoint& here = way.line[i];
        const glm::vec2 before = way.line[i > 0 ? i - 1 : i].at;
        const glm::vec2 after = way.line[i + 1 < way.line.size() ? i + 1 : i].at;
        const glm::vec2 ahead = glm::normalize(after - before);
        const float lean = glm::radians(along(shape.lean_deg, here.length));
        const glm::vec3 outwards(-ahead.y, 0.0F, ahead.x);
        stations.push_back({{here.at.x, along(height, here.length), here.at.y},
                            along(shape.half_height, here.length),
                            along(shape.half_thickness, here.length),
                            glm::vec3(0.0F, std::cos(lean), 0.0F) - outwards * std::sin(lean)});
    }
    return stations;
}

Solid rib_solid(const RibCage& cage, const Spine& spine, const std::size_t index) {
    Bone bone;
    const std::vector<BarStation> line = rib_line(cage, spine, index);
    bone.add(Bar(line, 2.5F), 1.0F);
    if (index < first_floating && index > 0) {
        const BarStation& knob = line[steps_per_piece];
        const glm::vec3 towards = glm::normalize(glm::vec3(-0.45F, 0.05F, 1.0F));
        bone.add(ellipsoid_solid(knob.centre + towards * 1.0F, glm::vec3(0.9F * knob.half_width)), 3.0F);
    }
    return bone.solid();
}

Solid cartilage_solid(const RibCage& cage, const Spine& spine) {
    Bone bone;
    for (std::size_t i = 0; i < cage.cartilages.size(); ++i) {
        const Cartilage& cartilage = cage.cartilages[i];
        const std::vector<BarStation> rib = rib_line(cage, spine, i);
        const BarStation& end = rib.back();
        const glm::vec3 ahead = glm::normalize(end.centre - rib[rib.size() - 2].centre);
        std::vector<BarStation> line{{end.centre + ahead * 2.4F, end.half_width - 0.3F, end.half_thickness, end.broad}};
        for (const glm::vec3 place : cartilage.places) {
            const glm::vec3 outwards = glm::normalize(glm::vec3(place.x, 0.0F, place.z + 20.0F));
            const float lean = glm::radians(i == 0 ? 55.0F : 14.0F);
            line.push_back({place, cartilage.half_height, cartilage.half_thickness,
                            glm::vec3(0.0F, std::cos(lean), 0.0F) - outwards * std::sin(lean)});
        }
        bone.add(Bar(line), i >= 7 ? 4.0F : 2.0F);
    }
    return bone.solid();
}

Solid sternum_solid(const RibCage& cage) {
    std::vector<BarStation> stations;
    for (const SternumStation& station : cage.sternum) {
        stations.push_back({station.centre, station.half_width, station.half_thickness, {1.0F, 0.0F, 0.0F}});
    }
    Bone bone;
    bone.add(Bar(stations, 3.2F), 1.0F);
    const float radius = cage.notch_radius;
    bone.cut(
        ellipsoid_solid(cage.jugular_notch + glm::vec3(0.0F, radius, 0.0F), {radius * 1.3F, radius, radius * 2.0F}),
        2.0F);
    return bone.folded();
}

}  // namespace dorsum::sculpt
