#include "sculpt/skeleton/sacrum.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "sculpt/figure_reader.h"
#include "sculpt/skeleton/vertebra_parts.h"

namespace dorsum::sculpt {
namespace {

glm::vec3 across() {
    return {1.0F, 0.0F, 0.0F};
}

std::vector<BarStation> stations(const toml::table& table, const char* key) {
    return figure::each(figure::entry(table, key), [](const toml::node& node) {
        const std::vector<float> row = figure::numbers(node, 4);
        return BarStation{{0.0F, row[0], row[1]}, row[2], row[3], across()};
    });
}

/// The direction out of the back at a place, across the line of stations.
glm::vec3 rearwards(const std::vector<BarStation>& line, const glm::vec3 point) {
    std::size_t nearest = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const auto gap = [&](const std::size_t piece) {
            return glm::distance(point, 0.5F * (line[piece].centre + line[piece + 1].centre));
        };
        nearest = gap(i) < gap(nearest) ? i : nearest;
    }
    const glm::vec3 down = glm::normalize(line[nearest + 1].centre - line[nearest].centre);
    return glm::normalize(glm::vec3(0.0F, down.z, -down.y));
}

Solid below_endplate(Solid shape, const SpineFrame& endplate) {
    Solid result{{}, shape.bounds_mm};
    result.distance = [inner = std::move(shape.distance), endplate](const glm::vec3 point) {
        return smooth_intersection(inner(point), endplate.local(point).y, 3.0F);
    };
    return result;
}

/// A low ridge that swells at its knobs.
void add_ridge(Bone& bone, const toml::table& root, const char* key, const float low_mm, const float high_mm) {
    const auto knobs = figure::each(figure::entry(root, key), figure::triple);
    std::vector<BarStation> line;
    for (std::size_t i = 0; i < knobs.size(); ++i) {
        line.push_back({knobs[i], high_mm, high_mm, across()});
        if (i + 1 < knobs.size()) {
            line.push_back({0.5F * (knobs[i] + knobs[i + 1]), low_mm, low_mm, across()});
        }
    }
    bone.add(Bar(line), 8.0F);
}

void add_crests(Bone& bone, const toml::table& root, const std::vector<BarStation>& line) {
    const auto tips = figure::each(figure::entry(root, "crest"), figure::pair);
    std::vector<BarStation> ridge;
    for (const glm::vec2 tip : tips) {
        const glm::vec3 at(0.0F, tip.x, tip.y);
        const glm::vec3 out = rearwards(line, at);
        ridge.push_back({at - out * 7.5F, 3.6F, 3.0F, out});
        bone.add(Bar({{at - out * 10.0F, 8.0F, 4.6F, glm::cross(out, across())},
                      {at - out * 3.4F, 4.6F, 3.4F, glm::cross(out, across())}}),
                 6.0F);
    }
    bone.add(Bar(ridge), 6.0F);
    add_ridge(bone, root, "intermediate_crest", 1.6F, 2.9F);
    add_ridge(bone, root, "lateral_crest", 1.8F, 3.4F);
}

/// A hole from front to back that widens towards the front.
Solid foramen(const glm::vec3 centre, const float radius, const glm::vec3 out) {
    const float reach = 30.0F;
    return {[=](const glm::vec3 point) {
                const glm::vec3 from = point - centre;
                const float along = glm::dot(from, out);
                const float wide = radius * (1.0F - 0.025F * glm::clamp(along, -16.0F, 16.0F));
                return std::max(glm::length(from - out * along) - wide, std::abs(along) - 26.0F);
            },
            {centre - reach, centre + reach}};
}

Solid sacrum(const toml::table& root, const Spine& spine) {
    const std::vector<BarStation> wings = stations(root, "wings");
    const FacetJoint& joint = spine.vertebrae.back().joint_below;
    Bone bone;
    bone.add(below_endplate(solid_of(Bar(stations(root, "bodies"), 2.4F)), spine.sacral_endplate), 1.0F);
    bone.add(Bar(wings, 2.5F), 6.0F);
    bone.add(ellipsoid_solid(figure::triple(figure::entry(root, "auricular_middle")),
                             figure::triple(figure::entry(root, "auricular_half_axes"))),
             8.0F);
    bone.add(Bar(stations(root, "roof")), 9.0F);
    bone.add(articular_process(figure::triple(figure::entry(root, "articular_root")), 10.0F, 8.0F, joint, -1.0F), 8.0F);
    add_crests(bone, root, wings);
    bone.cut(solid_of(Bar(stations(root, "canal"))), 2.0F);
    for (const toml::node& node : figure::list(figure::entry(root, "foramina"))) {
        const std::vector<float> row = figure::numbers(node, 4);
        const glm::vec3 centre(row[0], row[1], row[2]);
        bone.cut(foramen(centre, row[3], rearwards(wings, centre)), 2.5F);
    }
    return bone.folded();
}

Solid coccyx(const toml::table& table) {
    Bone bone;
    const std::vector<BarStation> pieces = stations(table, "pieces");
    const glm::vec2 end = figure::pair(figure::entry(table, "tip"));
    const glm::vec3 tip(0.0F, end.x, end.y);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const glm::vec3 next = i + 1 < pieces.size() ? pieces[i + 1].centre : tip;
        const glm::vec3 half_step = 0.24F * (next - pieces[i].centre);
        const float narrow = i == 0 ? 0.62F : 0.8F;
        bone.add(Bar({{pieces[i].centre - half_step, pieces[i].half_width, pieces[i].half_thickness, across()},
                      {pieces[i].centre + half_step, narrow * pieces[i].half_width, 0.85F * pieces[i].half_thickness,
                       across()}}),
                 1.6F);
    }
    bone.add(ellipsoid_solid(tip + glm::vec3(0.0F, 2.2F, 0.3F), {2.4F, 2.2F, 2.2F}), 2.5F);
    // The horns that reach up to the sacrum's.
    const glm::vec3 horn = pieces.front().centre + glm::vec3(6.5F, 1.0F, 4.0F);
    bone.add(Bar({{horn, 2.4F, 2.2F, across()}, {horn + glm::vec3(0.0F, 6.0F, 2.2F), 1.6F, 1.6F, across()}}), 2.0F);
    return bone.folded();
}

}  // namespace

Result<SacrumAndCoccyx> sacrum_and_coccyx(const std::filesystem::path& figures_folder, const Spine& spine) {
    return figure::read_figures(figures_folder / "sacrum.toml", [&](const toml::table& root) {
        return SacrumAndCoccyx{sacrum(root, spine), coccyx(figure::as_table(figure::entry(root, "coccyx")))};
    });
}

}  // namespace dorsum::sculpt
