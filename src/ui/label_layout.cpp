#include "ui/label_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <optional>
#include <unordered_map>
#include <utility>

namespace dorsum::ui {

namespace {

constexpr float margin_px = 3.0F;          ///< of what is placed afresh
constexpr float close_px = 12.0F;          ///< nearer than that to its target a label needs no line
constexpr float farthest_jump_px = 80.0F;  ///< a target that moved farther between two pictures is another one

Box grown(const Box& box, const float by) {
    return {box.low - by, box.high + by};
}

Box box_at(const glm::vec2 middle, const glm::vec2 size) {
    return {middle - size * 0.5F, middle + size * 0.5F};
}

glm::vec2 middle_of(const Box& box) {
    return (box.low + box.high) * 0.5F;
}

float cross(const glm::vec2 a, const glm::vec2 b) {
    return a.x * b.y - a.y * b.x;
}

bool segments_meet(const glm::vec2 a, const glm::vec2 b, const glm::vec2 c, const glm::vec2 d) {
    const float from_c = cross(b - a, c - a);
    const float from_d = cross(b - a, d - a);
    const float from_a = cross(d - c, a - c);
    const float from_b = cross(d - c, b - c);
    if (from_c == 0.0F && from_d == 0.0F) {  // on one line
        const glm::vec2 axis = b - a;
        const auto [first, second] = std::minmax({glm::dot(c - a, axis), glm::dot(d - a, axis)});
        return first <= glm::dot(axis, axis) && second >= 0.0F;
    }
    return from_c * from_d <= 0.0F && from_a * from_b <= 0.0F;
}

bool holds(const Box& box, const glm::vec2 point) {
    return glm::all(glm::greaterThanEqual(point, box.low)) && glm::all(glm::lessThanEqual(point, box.high));
}

bool meets_segment(const Box& box, const glm::vec2 a, const glm::vec2 b) {
    const Box around{glm::min(a, b), glm::max(a, b)};
    if (!meet(box, around)) {
        return false;
    }
    const glm::vec2 corner{box.low.x, box.high.y};
    const glm::vec2 opposite{box.high.x, box.low.y};
    return holds(box, a) || holds(box, b) || segments_meet(a, b, box.low, box.high) ||
           segments_meet(a, b, corner, opposite);
}

template <typename Meets>
bool any_segment(const std::vector<glm::vec2>& line, Meets&& meets) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (meets(line[i - 1], line[i])) {
            return true;
        }
    }
    return false;
}

bool lines_meet(const std::vector<glm::vec2>& first, const std::vector<glm::vec2>& second) {
    return any_segment(first, [&second](const glm::vec2 a, const glm::vec2 b) {
        return any_segment(second, [a, b](const glm::vec2 c, const glm::vec2 d) { return segments_meet(a, b, c, d); });
    });
}

bool line_meets(const std::vector<glm::vec2>& line, const Box& box) {
    return any_segment(line, [&box](const glm::vec2 a, const glm::vec2 b) { return meets_segment(box, a, b); });
}

/// The middle of the side that faces the target.
glm::vec2 start_of_line(const Box& box, const glm::vec2 target) {
    const glm::vec2 middle = middle_of(box);
    const glm::vec2 half = (box.high - box.low) * 0.5F;
    const glm::vec2 away = target - middle;
    if (std::abs(away.x) > half.x) {
        return {middle.x + std::copysign(half.x, away.x), middle.y};
    }
    return {middle.x, middle.y + std::copysign(half.y, away.y)};
}

float distance_to(const Box& box, const glm::vec2 point) {
    return glm::distance(point, glm::clamp(point, box.low, box.high));
}

/// The line ends at the edge of the target.
std::vector<glm::vec2> shortened(std::vector<glm::vec2> line, const float by) {
    glm::vec2& end = line.back();
    const glm::vec2 before = line[line.size() - 2];
    const float length = glm::distance(before, end);
    end = length > by ? end + (before - end) * (by / length) : before;
    return line;
}

/// Straight, or with one bend that goes round what stands in the way.
std::vector<std::vector<glm::vec2>> ways(const LabelToPlace& label, const Box& box) {
    if (distance_to(box, label.anchor) <= label.anchor_radius + close_px) {
        return {{}};
    }
    const glm::vec2 start = start_of_line(box, label.anchor);
    std::vector<std::vector<glm::vec2>> found;
    const auto add = [&](std::vector<glm::vec2> line) {
        found.push_back(shortened(std::move(line), label.anchor_radius));
    };
    const glm::vec2 away = label.anchor - start;
    if (label.may_bend && std::abs(away.x) > std::abs(away.y) + label.anchor_radius) {
        add({start, {label.anchor.x - std::copysign(std::abs(away.y), away.x), start.y}, label.anchor});
    }
    add({start, label.anchor});
    if (label.may_bend) {
        for (const float detour : {1.3F, 1.8F, 2.6F}) {
            const float by = detour * (label.anchor_radius + 2.0F);
            for (const float side : {1.0F, -1.0F}) {
                for (const float steepness : {1.0F, 0.45F, 0.0F}) {
                    const glm::vec2 bend{-std::copysign(steepness * by, away.x), side * by};
                    add({start, label.anchor + bend, label.anchor});
                }
            }
        }
    }
    return found;
}

/// Gathers placements, each free of those before it.
class Layout {
public:
    Layout(const std::vector<LabelToPlace>& labels, const std::vector<Box>& taken, const Box& bounds,
           const std::vector<PlacedLabel>& last)
        : labels_(labels), taken_(taken), bounds_(bounds), last_(last) {}

    [[nodiscard]] bool has_room(const Box& box) const {
        return box.low.x >= bounds_.low.x && box.low.y >= bounds_.low.y && box.high.x <= bounds_.high.x &&
               box.high.y <= bounds_.high.y &&
               std::none_of(taken_.begin(), taken_.end(), [&box](const Box& other) { return meet(box, other); });
    }

    [[nodiscard]] bool is_free(const PlacedLabel& label, const float margin) const {
        const Box box = grown(label.box, margin);
        if (!has_room(box) || std::any_of(taken_.begin(), taken_.end(),
                                          [&](const Box& other) { return line_meets(label.leader, other); })) {
            return false;
        }
        return std::none_of(placed_.begin(), placed_.end(), [&](const PlacedLabel& other) {
            const bool akin = other.target == label.target;
            return meet(box, other.box) ||
                   (!akin &&
                    (line_meets(label.leader, grown(other.box, 0.5F * margin)) || line_meets(other.leader, box))) ||
                   lines_meet(label.leader, other.leader);
        });
    }

    /// Whether a box keeps off what other labels are about.
    [[nodiscard]] bool covers_target(const PlacedLabel& label) const {
        return std::any_of(labels_.begin(), labels_.end(), [&](const LabelToPlace& other) {
            return other.target != label.target && distance_to(label.box, other.anchor) < other.anchor_radius;
        });
    }

    bool place(const LabelToPlace& label, const glm::vec2 offset, const float margin, const bool off_targets) {
        PlacedLabel tried{label.key, label.anchor, box_at(label.anchor + offset, label.size), {}, label.target};
        if (off_targets && covers_target(tried)) {
            return false;
        }
        if (!is_free(tried, margin)) {
            return false;
        }
        for (std::vector<glm::vec2>& way : ways(label, tried.box)) {
            tried.leader = std::move(way);
            if (is_free(tried, margin)) {
                placed_.push_back(std::move(tried));
                return true;
            }
        }
        return false;
    }

    /// Whether nothing lay over a label's target in the last picture.
    [[nodiscard]] bool was_free(const LabelToPlace& label) const {
        const Box home = grown(box_at(label.anchor, label.size), margin_px);
        return has_room(home) && std::none_of(last_.begin(), last_.end(), [&](const PlacedLabel& other) {
                   return other.key != label.key &&
                          (meet(home, other.box) || (other.target != label.target && line_meets(other.leader, home)));
               });
    }

    /// Where it was, as far as the picture is the same; else a little beside.
    bool keep(const LabelToPlace& label, const PlacedLabel& was) {
        const glm::vec2 offset = middle_of(was.box) - was.anchor;
        const glm::vec2 home = label.offsets.empty() ? offset : label.offsets.front();
        const float away = glm::length(offset);
        if (home == glm::vec2{0.0F} && away > 0.0F && was_free(label)) {
            constexpr float glide_px = 3.0F;
            if (place(label, offset * std::max(0.0F, 1.0F - glide_px / away), margin_px, false)) {
                return true;
            }
        }
        if (place(label, offset, 0.0F, false)) {
            return true;
        }
        constexpr int directions = 12;
        for (const float by : {1.5F, 3.0F, most_given_way_px}) {
            for (int i = 0; i < directions; ++i) {
                const float angle = 6.2831853F * static_cast<float>(i) / directions;
                if (place(label, offset + by * glm::vec2{std::cos(angle), std::sin(angle)}, 0.0F, false)) {
                    return true;
                }
            }
        }
        return false;
    }

    void place_afresh(const LabelToPlace& label) {
        for (const bool off_targets : {true, false}) {
            for (const glm::vec2 offset : label.offsets) {
                // On its target a label needs no more room than it has.
                const bool at_home = offset == glm::vec2{0.0F};
                if (place(label, offset, at_home ? 0.0F : margin_px, off_targets && !at_home)) {
                    return;
                }
            }
        }
    }

    [[nodiscard]] std::vector<PlacedLabel> take() { return std::move(placed_); }

private:
    const std::vector<LabelToPlace>& labels_;
    const std::vector<Box>& taken_;
    Box bounds_;
    const std::vector<PlacedLabel>& last_;
    std::vector<PlacedLabel> placed_;
};

}  // namespace

bool meet(const Box& first, const Box& second) {
    return first.low.x < second.high.x && second.low.x < first.high.x && first.low.y < second.high.y &&
           second.low.y < first.high.y;
}

std::vector<PlacedLabel> place_labels(const std::vector<LabelToPlace>& labels, const std::vector<Box>& taken,
                                      const Box& bounds, const std::vector<PlacedLabel>& last) {
    std::unordered_map<std::string, const PlacedLabel*> before;
    for (const PlacedLabel& label : last) {
        before.emplace(label.key, &label);
    }
    Layout layout(labels, taken, bounds, last);
    for (const LabelToPlace& label : labels) {
        if (label.leads) {
            layout.place_afresh(label);
        }
    }
    // Those that were there go first: what is new must not push them.
    std::vector<const LabelToPlace*> afresh;
    for (const LabelToPlace& label : labels) {
        if (label.leads) {
            continue;
        }
        const auto was = before.find(label.key);
        if (was == before.end() || glm::distance(was->second->anchor, label.anchor) > farthest_jump_px) {
            afresh.push_back(&label);
        } else {
            layout.keep(label, *was->second);
        }
    }
    for (const LabelToPlace* label : afresh) {
        layout.place_afresh(*label);
    }
    return layout.take();
}

}  // namespace dorsum::ui
