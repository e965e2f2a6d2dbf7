#include "sculpt/skeleton/spine.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "sculpt/figure_reader.h"

namespace dorsum::sculpt {
namespace {

glm::vec3 in_midline(const glm::vec2 height_depth) {
    return {0.0F, height_depth.x, height_depth.y};
}

SpineFrame leaning(const glm::vec3 centre, const float tilt_deg) {
    const float tilt = glm::radians(tilt_deg);
    return {centre, {0.0F, std::cos(tilt), -std::sin(tilt)}, {0.0F, std::sin(tilt), std::cos(tilt)}};
}

SpineRegion region_of(const toml::table& table) {
    const std::string name = figure::text(table, "name");
    if (name.front() == 'c') {
        return SpineRegion::cervical;
    }
    return name.front() == 't' ? SpineRegion::thoracic : SpineRegion::lumbar;
}

Vertebra vertebra(const toml::node& node) {
    const toml::table& table = figure::as_table(node);
    Vertebra result;
    result.name = figure::text(table, "name");
    result.region = region_of(table);
    result.frame = leaning(in_midline(figure::pair(figure::entry(table, "centre"))), figure::number(table, "tilt_deg"));
    const std::vector<float> body = figure::numbers(figure::entry(table, "body"), 4);
    result.height = body[0];
    result.wedge = body[1];
    result.width = body[2];
    result.depth = body[3];
    result.canal_half_width = figure::number(table, "canal_half_width");
    result.spinous_root = in_midline(figure::pair(figure::entry(table, "spinous_root")));
    result.spinous_tip = in_midline(figure::pair(figure::entry(table, "spinous_tip")));
    const glm::vec3 spinous = figure::triple(figure::entry(table, "spinous"));
    result.spinous_half_height = spinous.x;
    result.spinous_tip_half_height = spinous.y;
    result.spinous_half_thickness = spinous.z;
    result.transverse_tip = figure::triple(figure::entry(table, "transverse_tip"));
    const glm::vec2 transverse = figure::pair(figure::entry(table, "transverse"));
    result.transverse_half_height = transverse.x;
    result.transverse_half_thickness = transverse.y;
    result.lamina_half_height = figure::number(table, "lamina_half_height");
    return result;
}

/// The joint's place is given in the frame of the disc: to the right, up, and behind the body's back wall.
FacetJoint joint(const toml::table& table, const SpineFrame& disc, const float half_depth) {
    const glm::vec3 place = figure::triple(figure::entry(table, "joint"));
    const glm::vec3 facing = figure::triple(figure::entry(table, "joint_facing"));
    const glm::vec2 size = figure::pair(figure::entry(table, "joint_half_size"));
    FacetJoint result;
    result.centre = disc.place({place.x, place.y, half_depth + place.z});
    result.normal = glm::normalize(facing.x * glm::vec3(1.0F, 0.0F, 0.0F) + facing.y * disc.up + facing.z * disc.back);
    result.up = glm::normalize(disc.up - result.normal * glm::dot(disc.up, result.normal));
    result.half_width = size.x;
    result.half_height = size.y;
    return result;
}

Spine spine(const toml::table& root) {
    Spine result;
    const toml::node& rows = figure::entry(root, "vertebrae");
    result.vertebrae = figure::each(rows, vertebra);
    const toml::table& sacrum = figure::as_table(figure::entry(root, "sacral_endplate"));
    result.sacral_endplate =
        leaning(in_midline(figure::pair(figure::entry(sacrum, "centre"))), figure::number(sacrum, "slope_deg"));
    const glm::vec2 half = figure::pair(figure::entry(sacrum, "half_size"));
    result.sacral_endplate_half_width = half.x;
    result.sacral_endplate_half_depth = half.y;
    const toml::array& items = figure::list(rows);
    constexpr std::size_t count = 24;
    if (result.vertebrae.size() != count) {
        figure::stop(rows, tr("does not list the 24 vertebrae from C1 to L5"));
    }
    for (std::size_t i = 0; i < count; ++i) {
        Vertebra& upper = result.vertebrae[i];
        const float lower_depth = i + 1 < count ? result.vertebrae[i + 1].depth : upper.depth;
        upper.joint_below = joint(figure::as_table(items[i]), result.disc(i), 0.25F * (upper.depth + lower_depth));
    }
    return result;
}

}  // namespace

glm::vec3 SpineFrame::place(const glm::vec3 right_up_back) const {
    return centre + glm::vec3(right_up_back.x, 0.0F, 0.0F) + up * right_up_back.y + back * right_up_back.z;
}

glm::vec3 SpineFrame::local(const glm::vec3 point) const {
    const glm::vec3 from = point - centre;
    return {from.x, glm::dot(from, up), glm::dot(from, back)};
}

float Vertebra::canal_depth() const {
    return frame.local(spinous_root).z - 0.5F * depth;
}

glm::vec3 Vertebra::canal_centre() const {
    return 0.5F * (frame.place({0.0F, 0.0F, 0.5F * depth}) + spinous_root);
}

SpineFrame Spine::disc(const std::size_t vertebra_above) const {
    const Vertebra& upper = vertebrae[vertebra_above];
    const bool last = vertebra_above + 1 == vertebrae.size();
    const SpineFrame lower = last ? sacral_endplate : vertebrae[vertebra_above + 1].frame;
    const float rise = last ? 0.0F : 0.5F * vertebrae[vertebra_above + 1].height;
    SpineFrame result;
    result.centre = 0.5F * (upper.frame.place({0.0F, -0.5F * upper.height, 0.0F}) + lower.place({0.0F, rise, 0.0F}));
    result.up = glm::normalize(upper.frame.up + lower.up);
    result.back = glm::normalize(upper.frame.back + lower.back);
    return result;
}

Result<Spine> load_spine(const std::filesystem::path& figures_folder) {
    return figure::read_figures(figures_folder / "vertebrae.toml", spine);
}

}  // namespace dorsum::sculpt
