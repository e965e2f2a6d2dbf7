#include "scene/explosion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <glm/common.hpp>
#include <optional>
#include <string>
#include <utility>

#include "scene/part_columns.h"

namespace dorsum::scene {

namespace {

constexpr float outward_share = 0.55F;     // of the distance from the spine
constexpr float along_share = 0.12F;       // of that from the middle of the back, so that neighbours part
constexpr float middle_of_back_m = 0.10F;  // above T12
constexpr float layer_step_m = 0.070F;
constexpr float axis_of_trunk_m = -0.055F;  // in front of T12: what lies before it goes out to the front
constexpr float axis_of_arm_m = -0.025F;
constexpr float turn_m = 0.06F;  // within so much of it muscles wrap the side and go out sideways
constexpr float push_m = 0.008F;
constexpr int most_pushes = 600;
constexpr float touching_cm3 = 0.15F;
constexpr std::array shares_on_the_way{0.2F, 0.4F, 0.6F, 0.8F, 1.0F};

float axis_at(const float x) {
    return glm::mix(axis_of_trunk_m, axis_of_arm_m, glm::smoothstep(0.12F, 0.18F, std::abs(x)));
}

int layer_number(const body::Role role) {
    switch (role) {
        case body::Role::superficial_muscle:
            return 2;
        case body::Role::intermediate_muscle:
            return 1;
        default:
            break;
    }
    return 0;
}

struct Muscle {
    std::size_t part;
    std::optional<std::size_t> mirrored;  ///< the part on the other side, which does the same
    int layer;
    PartColumns columns;
    mesh::Bounds bounds;
    glm::vec3 centre;
    float out_of_back;  ///< 1 behind the axis of the trunk, -1 before it
    glm::vec3 shift{0.0F};

    [[nodiscard]] float side() const { return centre.x < 0.0F ? -1.0F : 1.0F; }
};

/// The other one of a pair: "..._right" for "..._left", and the other way round.
std::optional<std::size_t> other_side(const body::Body& body, const std::string& name) {
    for (const auto& [here, there] : {std::pair{"_right", "_left"}, std::pair{"_left", "_right"}}) {
        if (name.ends_with(here)) {
            return body::find_part(body, name.substr(0, name.size() - std::string(here).size()) + there);
        }
    }
    return std::nullopt;
}

glm::vec3 begin_of_shift(const Muscle& muscle) {
    const auto layers = static_cast<float>(muscle.layer);
    return {
        muscle.centre.x * outward_share + muscle.side() * layer_step_m * layers * (1.0F - std::abs(muscle.out_of_back)),
        (muscle.centre.y - middle_of_back_m) * along_share, layer_step_m * (layers + 1.0F) * muscle.out_of_back};
}

/// One of each pair, and those that are alone.
std::vector<Muscle> muscles_of(const body::Body& body) {
    std::vector<Muscle> muscles;
    for (std::size_t i = 0; i < body.parts.size(); ++i) {
        const body::Part& part = body.parts[i];
        const auto other = other_side(body, part.name);
        if (!body::is_muscle(part.role) || part.mesh.indices.empty() || (other && *other < i)) {
            continue;
        }
        const mesh::Bounds bounds = mesh::bounds(part.mesh);
        const float behind = glm::clamp((bounds.centre().z - axis_at(bounds.centre().x)) / turn_m, -1.0F, 1.0F);
        muscles.push_back({i, other, layer_number(part.role), PartColumns{part.mesh}, bounds, bounds.centre(), behind});
        muscles.back().shift = begin_of_shift(muscles.back());
    }
    return muscles;
}

/// Pushes muscles out until none passes through another.
class Separation {
public:
    explicit Separation(std::vector<Muscle>& muscles) : muscles_(muscles) {
        for (std::size_t a = 0; a < muscles.size(); ++a) {
            for (std::size_t b = a + 1; b < muscles.size(); ++b) {
                const float at_rest = muscles[a].columns.overlap_cm3(muscles[b].columns, glm::vec3{0.0F});
                pairs_.push_back({a, b, at_rest, excess(a, b, at_rest)});
            }
        }
    }

    void run() {
        for (int push = 0; push < most_pushes; ++push) {
            const auto worst = std::ranges::max_element(pairs_, {}, &Pair::excess_cm3);
            if (worst == pairs_.end() || worst->excess_cm3 <= 0.0F) {
                return;
            }
            push_apart(*worst);
        }
    }

private:
    struct Pair {
        std::size_t a;
        std::size_t b;
        float at_rest_cm3;  ///< as they were modelled they may lie in each other a little
        float excess_cm3;   ///< by how much they do more than that on the way out
    };

    [[nodiscard]] float excess(const std::size_t a, const std::size_t b, const float at_rest_cm3) const {
        const Muscle& first = muscles_[a];
        const Muscle& second = muscles_[b];
        const glm::vec3 apart = first.shift - second.shift;
        float most = 0.0F;
        for (const float share : shares_on_the_way) {
            const glm::vec3 shift = apart * share;
            if (glm::any(glm::greaterThan(first.bounds.low + shift, second.bounds.high)) ||
                glm::any(glm::lessThan(first.bounds.high + shift, second.bounds.low))) {
                continue;
            }
            const float allowed = at_rest_cm3 * (1.0F - share) + touching_cm3;
            most = std::max(most, first.columns.overlap_cm3(second.columns, shift) - allowed);
        }
        return most;
    }

    /// Whichever lies farther out.
    [[nodiscard]] std::size_t outer_of(const Pair& pair) const {
        const Muscle& a = muscles_[pair.a];
        const Muscle& b = muscles_[pair.b];
        if (a.layer != b.layer) {
            return a.layer > b.layer ? pair.a : pair.b;
        }
        const float height_m = a.columns.height_over(b.columns);
        if (height_m != 0.0F) {
            return height_m * (a.out_of_back + b.out_of_back) >= 0.0F ? pair.a : pair.b;
        }
        return std::abs(a.centre.x) >= std::abs(b.centre.x) ? pair.a : pair.b;
    }

    void push_apart(const Pair& pair) {
        Muscle& outer = muscles_[outer_of(pair)];
        const glm::vec3 before = outer.shift;
        const std::array pushes{glm::vec3{0.0F, 0.0F, outer.out_of_back < -0.5F ? -push_m : push_m},
                                glm::vec3{outer.side() * push_m, 0.0F, 0.0F}};
        float best = 0.0F;
        glm::vec3 better = before + pushes.front();
        for (const glm::vec3 push : pushes) {
            outer.shift = before + push;
            const float left = excess(pair.a, pair.b, pair.at_rest_cm3);
            if (pair.excess_cm3 - left > best) {
                best = pair.excess_cm3 - left;
                better = outer.shift;
            }
        }
        outer.shift = better;
        const auto moved = static_cast<std::size_t>(&outer - muscles_.data());
        for (Pair& each : pairs_) {
            if (each.a == moved || each.b == moved) {
                each.excess_cm3 = excess(each.a, each.b, each.at_rest_cm3);
            }
        }
    }

    std::vector<Muscle>& muscles_;
    std::vector<Pair> pairs_;
};

}  // namespace

const std::vector<glm::vec3>& Explosion::shifts() const {
    std::call_once(once_, [this] {
        if (!body_) {
            return;
        }
        std::vector<Muscle> muscles = muscles_of(*body_);
        Separation(muscles).run();
        shifts_.assign(body_->parts.size(), glm::vec3{0.0F});
        for (const Muscle& muscle : muscles) {
            shifts_[muscle.part] = muscle.shift;
            if (muscle.mirrored) {
                shifts_[*muscle.mirrored] = muscle.shift * glm::vec3{-1.0F, 1.0F, 1.0F};
            }
        }
    });
    return shifts_;
}

}  // namespace dorsum::scene
