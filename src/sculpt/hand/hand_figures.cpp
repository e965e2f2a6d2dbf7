#include "sculpt/hand/hand_figures.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "sculpt/figure_reader.h"

namespace dorsum::sculpt {
namespace {

using namespace figure;

constexpr std::size_t section_steps = 48;

std::vector<OvalSection> even_sections(const toml::node& node, const float thickness) {
    std::array<std::vector<Knot>, 3> curves;
    for (const toml::node& item : list(node)) {
        const auto v = numbers(item, 4);
        for (std::size_t i = 0; i < curves.size(); ++i) {
            curves[i].push_back({v[0], thickness * v[i + 1]});
        }
    }
    std::vector<OvalSection> result;
    for (std::size_t step = 0; step <= section_steps; ++step) {
        const float at = static_cast<float>(step) / static_cast<float>(section_steps);
        result.push_back({along(curves[0], at), along(curves[1], at), along(curves[2], at)});
    }
    return result;
}

float mean_half_axis(const OvalSection& section) {
    return (section[0] + section[1] + section[2]) / 3.0F;
}

/// Builds the tree of joints and the flesh of the digits as it reads them.
class Reader {
public:
    explicit Reader(const toml::table& root) : root_(root), sections_(as_table(entry(root, "sections"))) {}

    HandFigures read() {
        hand_.forearm_end_y = number(root_, "forearm_end_y");
        hand_.joint_blend_mm = number(sections_, "joint_blend");
        const toml::table& web = as_table(entry(root_, "web"));
        hand_.web = {number(web, "blend_at_knuckle"), number(web, "blend_of_digits"),
                     number(web, "blend_between_digits"), number(web, "from"), number(web, "to")};
        const glm::vec3 forward(0.0F, 1.0F, 0.0F);
        const glm::vec3 back(0.0F, 0.0F, 1.0F);
        add_joint("forearm", 0, frame_of(triple(entry(root_, "forearm_at")), forward, back), 1.0F);
        add_joint("wrist", 0, frame_of(triple(entry(root_, "wrist_at")), forward, back), 1.0F);
        read_thumb(as_table(entry(root_, "thumb")));
        const toml::array& fingers = list(entry(root_, "finger"));
        if (fingers.size() + 1 != digit_count) {
            stop(fingers, tr("holds another number of fingers than four"));
        }
        for (std::size_t i = 0; i < fingers.size(); ++i) {
            read_finger(as_table(fingers[i]), i + 1);
        }
        if (joints_ != hand_joint_count) {
            stop(fingers, tr("makes another number of joints than twenty"));
        }
        read_palm();
        return std::move(hand_);
    }

private:
    std::size_t add_joint(const std::string& name, const std::size_t parent, const Frame& bind, const float outward) {
        if (joints_ == hand_joint_count) {
            stop(root_, tr("makes more joints than twenty"));
        }
        hand_.joints[joints_] = {name, parent, bind, outward};
        return joints_++;
    }

    [[nodiscard]] std::size_t joint_named(const toml::node& node) const {
        const auto name = node.value<std::string>();
        const auto found = std::find_if(hand_.joints.begin(), hand_.joints.end(),
                                        [&](const HandJoint& joint) { return name && joint.name == *name; });
        if (found == hand_.joints.end()) {
            stop(node, tr("names a joint that the hand does not have"));
        }
        return static_cast<std::size_t>(found - hand_.joints.begin());
    }

    [[nodiscard]] Loft phalanx(const std::size_t joint, const std::string& section, const float length,
                               const float thickness) const {
        Loft loft{section, joint, hand_.joints[joint].bind, length,
                  0.0F,    0.0F,  hand_.joint_blend_mm,     even_sections(entry(sections_, section), thickness)};
        loft.near_cap = mean_half_axis(loft.sections.front());
        loft.far_cap = mean_half_axis(loft.sections.back());
        if (sections_.contains(section + "_cap")) {
            loft.far_cap = thickness * number(sections_, section + "_cap");
            loft.length -= loft.far_cap;
        }
        return loft;
    }

    void read_thumb(const toml::table& table) {
        const auto lengths = numbers(entry(table, "lengths"), 3);
        const auto directions = each(entry(table, "directions"), triple);
        if (directions.size() != 3) {
            stop(table, tr("holds another number of directions than three"));
        }
        const glm::vec3 dorsal = triple(entry(table, "dorsal"));
        glm::vec3 at = triple(entry(table, "carpal_at"));
        std::size_t parent = 1;
        std::array<std::size_t, 3> bones{};
        const std::array<std::string, 3> names{"thumb_carpometacarpal", "thumb_metacarpophalangeal",
                                               "thumb_interphalangeal"};
        for (std::size_t i = 0; i < 3; ++i) {
            parent = bones[i] = add_joint(names[i], parent, frame_of(at, directions[i], dorsal), 1.0F);
            at += lengths[i] * glm::normalize(directions[i]);
        }
        const glm::vec2 nail = pair(entry(table, "nail"));
        hand_.digits[0] = {"thumb",
                           bones[1],
                           {phalanx(bones[1], "thumb_proximal", lengths[1], 1.0F),
                            phalanx(bones[2], "thumb_distal", lengths[2], 1.0F)},
                           nail.x,
                           nail.y};
    }

    void read_finger(const toml::table& table, const std::size_t digit) {
        const std::string name = text(table, "name");
        const auto lengths = numbers(entry(table, "lengths"), 3);
        const auto bend = numbers(entry(table, "bend"), 3);
        const float slant = glm::radians(number(table, "slant"));
        const float roll = glm::radians(number(table, "roll"));
        const float thickness = number(table, "thickness");
        const float outward = digit <= 2 ? 1.0F : -1.0F;
        const glm::vec3 carpal = triple(entry(table, "carpal_at"));
        glm::vec3 at = triple(entry(table, "knuckle_at"));
        const glm::vec3 up(std::sin(roll), 0.0F, std::cos(roll));
        std::size_t parent = 1;
        if (entry(table, "carpal_moves").value_or(false)) {
            parent = add_joint(name + "_carpometacarpal", parent, frame_of(carpal, at - carpal, up), outward);
        }
        const std::array<std::string, 3> names{name + "_metacarpophalangeal", name + "_proximal_interphalangeal",
                                               name + "_distal_interphalangeal"};
        const std::array<std::string, 3> sections{"proximal", "middle", "distal"};
        const glm::vec2 nail = pair(entry(table, "nail"));
        Digit result{name, 0, {}, nail.x, nail.y};
        float bent = 0.0F;
        for (std::size_t i = 0; i < 3; ++i) {
            bent += glm::radians(bend[i]);
            const glm::vec3 straight(std::sin(slant), std::cos(slant), 0.0F);
            const glm::vec3 direction = std::cos(bent) * straight - std::sin(bent) * up;
            parent = add_joint(names[i], parent, frame_of(at, direction, up), outward);
            result.lofts.push_back(phalanx(parent, sections[i], lengths[i], thickness));
            at += lengths[i] * hand_.joints[parent].bind.axes[1];
        }
        result.knuckle = result.lofts.front().joint;
        hand_.digits[digit] = std::move(result);
    }

    void read_palm() {
        for (const toml::node& node : list(entry(root_, "loft"))) {
            const toml::table& table = as_table(node);
            const glm::vec3 from = triple(entry(table, "from"));
            const glm::vec3 to = triple(entry(table, "to"));
            const glm::vec3 dorsal =
                table.contains("dorsal") ? triple(entry(table, "dorsal")) : glm::vec3(0.0F, 0.0F, 1.0F);
            const glm::vec2 caps = pair(entry(table, "caps"));
            hand_.lofts.push_back({text(table, "name"), joint_named(entry(table, "joint")),
                                   frame_of(from, to - from, dorsal), glm::distance(from, to), caps.x, caps.y,
                                   number(table, "blend"), even_sections(entry(table, "sections"), 1.0F)});
        }
        for (const toml::node& node : list(entry(root_, "mass"))) {
            const toml::table& table = as_table(node);
            hand_.masses.push_back({text(table, "name"), joint_named(entry(table, "joint")),
                                    frame_of(triple(entry(table, "centre")), triple(entry(table, "along")),
                                             triple(entry(table, "dorsal"))),
                                    triple(entry(table, "half_axes")), number(table, "blend")});
        }
        for (const toml::node& node : list(entry(root_, "fold"))) {
            read_fold(as_table(node));
        }
        for (const toml::node& node : list(entry(root_, "tendon"))) {
            const toml::table& table = as_table(node);
            hand_.tendons.push_back({joint_named(entry(table, "joint")), triple(entry(table, "from")),
                                     triple(entry(table, "to")), number(table, "radius"), number(table, "blend")});
        }
    }

    void read_fold(const toml::table& table) {
        const auto corners = each(entry(table, "corners"), triple);
        const auto joints = each(entry(table, "joints"), [&](const toml::node& node) { return joint_named(node); });
        if (corners.size() != 3 || joints.size() != 3) {
            stop(table, tr("holds another number of corners than three"));
        }
        hand_.folds.push_back({text(table, "name"),
                               {joints[0], joints[1], joints[2]},
                               {corners[0], corners[1], corners[2]},
                               number(table, "radius"),
                               number(table, "blend")});
    }

    const toml::table& root_;
    const toml::table& sections_;
    HandFigures hand_;
    std::size_t joints_ = 0;
};

}  // namespace

Frame frame_of(const glm::vec3 at, const glm::vec3 along, const glm::vec3 dorsal) {
    const glm::vec3 y = glm::normalize(along);
    const glm::vec3 x = glm::normalize(glm::cross(y, dorsal));
    return {glm::mat3(x, y, glm::cross(x, y)), at};
}

Result<HandFigures> load_hand_figures(const std::filesystem::path& path) {
    return read_figures(path, [](const toml::table& root) { return Reader(root).read(); });
}

}  // namespace dorsum::sculpt
