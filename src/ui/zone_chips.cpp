#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "core/translate.h"
#include "ui/overlay_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

/// A name in the free part of the picture.
struct Chip {
    const scene::Label* label;  ///< of its zone; none in a key
    ImVec2 target;
    std::string text;
    ImVec2 size;
    ImVec2 low;     ///< its top left corner
    float other_x;  ///< where it would begin on the other side of the body
};

struct Span {
    float low;
    float high;
};

constexpr float gap_px = 5.0F;
constexpr float first_row_px = 56.0F;  ///< below the note and the corner buttons
constexpr float gauge_px = 118.0F;
constexpr float edge_px = 10.0F;

std::string name_of(const OverlayContext& overlay, const int number) {
    const auto& zones = overlay.subject.lesson->zones;
    const auto zone =
        std::find_if(zones.begin(), zones.end(), [number](const auto& each) { return each.number == number; });
    if (zone == zones.end()) {
        return std::to_string(number);
    }
    const bool has_room = overlay.size.x >= 640.0F * overlay.scale;
    const std::string care = zone->over_vertebrae && has_room ? std::string(" · ") + tr("light touch") : "";
    return std::to_string(number) + "  " + zone->organ + care;
}

Chip chip_with(const OverlayContext& overlay, const scene::Label* label, const ImVec2 target, const std::string& text) {
    const ImVec2 words = text_size(font_of(TextSize::small), text);
    return {label, target, text, {words.x + 16.0F * overlay.scale, words.y + 8.0F * overlay.scale}, {}, 0.0F};
}

std::vector<Chip> make_chips(const OverlayContext& overlay) {
    std::vector<Chip> chips;
    for (const scene::Label& label : overlay.scene.labels) {
        if (label.kind == scene::LabelKind::zone) {
            chips.push_back(
                chip_with(overlay, &label, overlay.place(label.position_px), name_of(overlay, label.zone_number)));
        }
    }
    return chips;
}

/// Moves intervals apart, as little as possible, inside `room`; `starts` are in rising order.
void spread(std::vector<float>& starts, const std::vector<float>& lengths, const Span room, const float gap) {
    float least = room.low;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        starts[i] = std::max(starts[i], least);
        least = starts[i] + lengths[i] + gap;
    }
    float most = room.high;
    for (std::size_t i = starts.size(); i-- > 0;) {
        starts[i] = std::min(starts[i], most - lengths[i]);
        most = starts[i] - gap;
    }
}

/// The picture's x between which the trunk lies.
Span sides_of_body(const OverlayContext& overlay) {
    const float middle = overlay.low.x + overlay.size.x * 0.5F;
    Span sides{middle, middle};
    const auto& body = overlay.scene.body;
    if (!body || body->spine.empty()) {
        return sides;
    }
    const float reach = body->reach_right_m * 1.15F;
    for (const glm::vec2 vertebra : {body->spine.front(), body->spine.back()}) {
        for (const float side : {-reach, reach}) {
            const auto at = scene::project(overlay.scene.camera, {side, vertebra.y, 0.0F}, overlay.scene.size_px);
            if (at) {
                const float x = overlay.place(*at).x;
                sides = {std::min(sides.low, x), std::max(sides.high, x)};
            }
        }
    }
    return sides;
}

/// Does the receiver lie across the picture?
bool lies_across(const OverlayContext& overlay) {
    const glm::mat4 view = scene::view_matrix(overlay.scene.camera);
    return std::fabs(view[1][0]) > std::fabs(view[1][1]);
}

/// Where a column ends: above what is taken below it.
float foot_of_column(const OverlayContext& overlay, const Span column, const float foot,
                     const std::vector<Box>& taken) {
    float lowest = foot;
    for (const Box& box : taken) {
        const bool in_column = box.low.x < column.high && column.low < box.high.x;
        if (in_column && box.low.y > overlay.low.y + overlay.size.y * 0.35F) {
            lowest = std::min(lowest, box.low.y);
        }
    }
    return lowest;
}

/// To the left and to the right of a body that lies along the picture.
void place_beside(const OverlayContext& overlay, std::vector<Chip>& chips, const float foot,
                  const std::vector<Box>& taken) {
    const float scale = overlay.scale;
    const Span sides = sides_of_body(overlay);
    float middle = 0.0F;
    for (const Chip& chip : chips) {
        middle += chip.target.x / static_cast<float>(chips.size());
    }
    const auto is_on_right = [&](const Chip& chip) {
        const float offset = chip.target.x - middle;
        return std::fabs(offset) < 10.0F * scale ? chip.label->zone_number % 2 == 0 : offset > 0.0F;
    };
    float widest = 0.0F;
    for (const Chip& chip : chips) {
        widest = std::max(widest, chip.size.x + 14.0F * scale);
    }
    const std::array columns{Span{sides.low - widest, sides.low}, Span{sides.high, sides.high + widest}};
    std::sort(chips.begin(), chips.end(), [](const Chip& a, const Chip& b) { return a.target.y < b.target.y; });
    for (const bool on_right : {false, true}) {
        std::vector<float> tops;
        std::vector<float> heights;
        for (const Chip& chip : chips) {
            if (is_on_right(chip) == on_right) {
                tops.push_back(chip.target.y - chip.size.y * 0.5F);
                heights.push_back(chip.size.y);
            }
        }
        const float gap = gap_px * scale;
        spread(tops, heights,
               {overlay.low.y + first_row_px * scale,
                foot_of_column(overlay, columns.at(on_right ? 1 : 0), foot, taken) - gap},
               gap);
        auto top = tops.begin();
        for (Chip& chip : chips) {
            if (is_on_right(chip) != on_right) {
                continue;
            }
            const float last_x = overlay.low.x + overlay.size.x - edge_px * scale - chip.size.x;
            const float first_x = std::min(overlay.low.x + gauge_px * scale, last_x);
            const float right_x = std::min(sides.high + 14.0F * scale, last_x);
            const float left_x = std::max(sides.low - 14.0F * scale - chip.size.x, first_x);
            chip.low = {on_right ? right_x : left_x, *top++};
            chip.other_x = on_right ? left_x : right_x;
        }
    }
}

void draw_chip(const OverlayContext& overlay, const Chip& chip) {
    const float scale = overlay.scale;
    overlay.list.AddRectFilled(chip.low, {chip.low.x + chip.size.x, chip.low.y + chip.size.y}, to_packed(palette::chip),
                               7.0F * scale);
    draw_text(overlay.list, font_of(TextSize::small), {chip.low.x + 8.0F * scale, chip.low.y + 4.0F * scale},
              palette::on_chip, chip.text);
}

/// The organs of the zones that are seen, with their numbers: "1–3  Lungs".
std::vector<Chip> organ_chips(const OverlayContext& overlay) {
    std::vector<int> numbers;
    for (const scene::Label& label : overlay.scene.labels) {
        if (label.kind == scene::LabelKind::zone) {
            numbers.push_back(label.zone_number);
        }
    }
    std::vector<Chip> chips;
    const auto& zones = overlay.subject.lesson->zones;
    for (std::size_t first = 0; first < zones.size();) {
        std::size_t end = first + 1;
        while (end < zones.size() && zones[end].organ == zones[first].organ) {
            ++end;
        }
        const bool seen = std::any_of(numbers.begin(), numbers.end(), [&](const int number) {
            return number >= zones[first].number && number <= zones[end - 1].number;
        });
        if (seen) {
            const std::string from = std::to_string(zones[first].number);
            const std::string to = end - first > 1 ? "–" + std::to_string(zones[end - 1].number) : "";
            chips.push_back(chip_with(overlay, nullptr, {}, from + to + "  " + zones[first].organ));
        }
        first = end;
    }
    return chips;
}

/// Beside the body, nearest to where the column has room for it, then the other side.
std::vector<glm::vec2> offsets_of(const Chip& chip, const float gap) {
    constexpr int rows = 9;
    const glm::vec2 half{chip.size.x * 0.5F, chip.size.y * 0.5F};
    std::vector<glm::vec2> offsets;
    for (const float x : {chip.low.x, chip.other_x}) {
        for (int row = 0; row <= rows; ++row) {
            for (const float side : {1.0F, -1.0F}) {
                if (row > 0 || side > 0.0F) {
                    const float y = chip.low.y + side * static_cast<float>(row) * 0.5F * (chip.size.y + gap);
                    offsets.push_back(glm::vec2{x - chip.target.x, y - chip.target.y} + half);
                }
            }
        }
    }
    return offsets;
}

}  // namespace

std::vector<Box> draw_zone_key(const OverlayContext& overlay) {
    // Above a body that lies across the picture, where lines to the zones would cross each other.
    std::vector<Box> covered;
    if (!lies_across(overlay)) {
        return covered;
    }
    std::vector<Chip> chips = organ_chips(overlay);
    const float gap = gap_px * overlay.scale;
    float total = -gap;
    for (const Chip& chip : chips) {
        total += chip.size.x + gap;
    }
    float x = overlay.low.x + (overlay.size.x - total) * 0.5F;
    if (x < overlay.low.x + edge_px * overlay.scale) {
        return covered;
    }
    for (Chip& chip : chips) {
        chip.low = {x, overlay.low.y + first_row_px * overlay.scale};
        draw_chip(overlay, chip);
        covered.push_back({{chip.low.x, chip.low.y}, {chip.low.x + chip.size.x, chip.low.y + chip.size.y}});
        x += chip.size.x + gap;
    }
    return covered;
}

std::vector<ZoneName> zone_names(const OverlayContext& overlay, const float foot, const std::vector<Box>& taken) {
    std::vector<ZoneName> names;
    if (lies_across(overlay)) {
        return names;
    }
    std::vector<Chip> chips = make_chips(overlay);
    place_beside(overlay, chips, foot, taken);
    for (const Chip& chip : chips) {
        names.push_back({chip.label, chip.text, {chip.size.x, chip.size.y}, offsets_of(chip, gap_px * overlay.scale)});
    }
    return names;
}

}  // namespace dorsum::ui
