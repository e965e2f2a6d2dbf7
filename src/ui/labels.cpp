#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/translate.h"
#include "ui/hand_colours.h"
#include "ui/overlay_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr float hand_radius_px = 12.0F;
constexpr float dot_radius_px = 4.0F;

/// What is written, and how it may be placed.
struct Writing {
    const scene::Label* label;
    std::string words;  ///< empty: the number of a zone or the letter of a hand, in a disc
    LabelToPlace place;
};

float number_radius(const scene::Label& label) {
    return label.emphasis > 0.5F ? 10.5F : 9.0F;
}

/// The directions in which a label may stand, the level ones first, from near to far.
std::vector<glm::vec2> directions(const bool to_the_left) {
    constexpr std::array degrees{0.0F, 180.0F, 30.0F, -30.0F, 150.0F, -150.0F, 60.0F, -60.0F, 120.0F, -120.0F};
    std::vector<glm::vec2> found;
    for (const float each : degrees) {
        const float angle = each * 0.017453293F;
        found.emplace_back((to_the_left ? -1.0F : 1.0F) * std::cos(angle), std::sin(angle));
    }
    return found;
}

/// A disc on its target, or beside it.
std::vector<glm::vec2> offsets_of_disc(const float diameter) {
    std::vector<glm::vec2> offsets{{0.0F, 0.0F}};
    for (const float away : {1.15F, 1.7F, 2.4F, 3.4F}) {
        for (const glm::vec2 direction : directions(false)) {
            offsets.push_back(direction * (away * diameter));
        }
    }
    return offsets;
}

/// Words beside their target, away from the middle of the picture, farther where there is no room.
std::vector<glm::vec2> offsets_of_words(const OverlayContext& overlay, const scene::Label& label,
                                        const glm::vec2 size) {
    const float scale = overlay.scale;
    const bool to_the_left = overlay.place(label.position_px).x < overlay.low.x + overlay.size.x * 0.48F;
    std::vector<glm::vec2> offsets;
    for (const float away : {8.0F, 24.0F, 44.0F, 70.0F, 110.0F}) {
        for (const glm::vec2 direction : directions(to_the_left)) {
            const bool beside = direction.y * direction.y < 0.01F;
            if (beside || away > 8.0F) {
                offsets.push_back(direction * (away * scale) +
                                  glm::vec2{std::copysign(size.x * 0.5F, direction.x), 0.0F});
            }
        }
    }
    return offsets;
}

/// First the vertebrae from which the others are counted (C7, at the spine of the scapula, at its lower angle, the
/// last rib, the iliac crests, the dimples); the one that is pointed at before all.
int weight_of_landmark(const scene::Label& label) {
    constexpr std::array<std::string_view, 6> counted_from{"C7", "T3", "T7", "T12", "L4", "S2"};
    if (label.emphasis > 0.5F) {
        return 0;
    }
    return std::find(counted_from.begin(), counted_from.end(), label.text) != counted_from.end() ? 1 : 2;
}

/// What is more important is placed first.
int weight_of(const Writing& writing) {
    switch (writing.label->kind) {
        case scene::LabelKind::hand:
        case scene::LabelKind::distance:
            return 0;
        case scene::LabelKind::zone:
            return writing.words.empty() ? 1 : 2;
        case scene::LabelKind::safety:
            return 4;
        case scene::LabelKind::landmark:
            break;
    }
    return weight_of_landmark(*writing.label) == 0 ? 3 : 4 + weight_of_landmark(*writing.label);
}

Writing disc(const OverlayContext& overlay, const scene::Label& label) {
    const bool is_hand = label.kind == scene::LabelKind::hand;
    const float radius = ((is_hand ? hand_radius_px : number_radius(label)) + 1.5F) * overlay.scale;
    Writing writing{&label, "", {}};
    writing.place.key = (is_hand ? "hand " : "zone ") + label.text;
    writing.place.anchor_radius = is_hand ? 0.0F : radius;
    writing.place.size = glm::vec2{2.0F * radius};
    writing.place.offsets = offsets_of_disc(2.0F * radius);
    writing.place.leads = is_hand;
    return writing;
}

Writing words_of(const OverlayContext& overlay, const scene::Label& label) {
    const bool is_landmark = label.kind == scene::LabelKind::landmark;
    Writing writing{&label, label.text + (label.detail.empty() ? "" : "  " + label.detail), {}};
    const ImVec2 words = text_size(font_of(TextSize::small), writing.words);
    const bool is_distance = label.kind == scene::LabelKind::distance;
    writing.place.key = (is_landmark ? "landmark " : is_distance ? "distance " : "safety ") + label.text;
    writing.place.anchor_radius = dot_radius_px * overlay.scale;
    writing.place.size = {words.x + 10.0F * overlay.scale, words.y + 4.0F * overlay.scale};
    writing.place.offsets = offsets_of_words(overlay, label, writing.place.size);
    return writing;
}

std::vector<Writing> all_writing(const OverlayContext& overlay, const std::vector<ZoneName>& names) {
    std::vector<Writing> all;
    for (const scene::Label& label : overlay.scene.labels) {
        const bool is_disc = label.kind == scene::LabelKind::zone || label.kind == scene::LabelKind::hand;
        all.push_back(is_disc ? disc(overlay, label) : words_of(overlay, label));
    }
    for (const ZoneName& name : names) {
        Writing writing{name.label, name.text, {}};
        writing.place = {"name " + name.label->text,
                         {},
                         (number_radius(*name.label) + 1.5F) * overlay.scale,
                         name.size,
                         name.offsets,
                         0,
                         true};
        all.push_back(std::move(writing));
    }
    std::map<std::string, int> seen;
    int number = 1000;
    for (Writing& writing : all) {
        const ImVec2 at = overlay.place(writing.label->position_px);
        writing.place.anchor = {at.x, at.y};
        const bool is_zone = writing.label->kind == scene::LabelKind::zone;
        writing.place.target = is_zone ? writing.label->zone_number : ++number;
        if (const int before = seen[writing.place.key]++; before > 0) {
            writing.place.key += " " + std::to_string(before);
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Writing& a, const Writing& b) { return weight_of(a) < weight_of(b); });
    return all;
}

/// A light halo around a dark core is seen on every skin.
void draw_leader(const OverlayContext& overlay, const std::vector<glm::vec2>& leader) {
    std::vector<ImVec2> points;
    for (const glm::vec2 point : leader) {
        points.emplace_back(point.x, point.y);
    }
    const int count = static_cast<int>(points.size());
    overlay.list.AddPolyline(points.data(), count, to_packed(palette::chip.with_alpha(0.75F)), 0, 3.5F * overlay.scale);
    overlay.list.AddPolyline(points.data(), count, to_packed(palette::on_chip), 0, 1.4F * overlay.scale);
}

void draw_disc(const OverlayContext& overlay, const scene::Label& label, const ImVec2 at) {
    if (label.kind == scene::LabelKind::hand) {
        const lesson::Hand hand = label.text == tr("L") ? lesson::Hand::left : lesson::Hand::right;
        return hand_badge(overlay.list, at, hand_radius_px * overlay.scale, hand, TextSize::body);
    }
    const bool lively = label.emphasis > 0.5F;
    const float radius = number_radius(label) * overlay.scale;
    overlay.list.AddCircleFilled(at, radius + 1.5F * overlay.scale, to_packed(palette::on_chip), 28);
    badge(overlay.list, at, radius, std::to_string(label.zone_number), lively ? palette::accent : palette::chip,
          lively ? palette::on_accent : palette::on_chip, font_of(TextSize::small));
}

/// The regions where hands take care are dark, so that nobody takes them for landmarks.
void draw_words(const OverlayContext& overlay, const Writing& writing, const Box& box) {
    const float scale = overlay.scale;
    const bool is_safety = writing.label->kind == scene::LabelKind::safety;
    const bool is_zone = writing.label->kind == scene::LabelKind::zone;
    const bool lively = is_zone && writing.label->emphasis > 0.5F;
    const Colour ground = is_safety ? palette::ground.with_alpha(0.9F)
                                    : (lively ? palette::accent : palette::chip.with_alpha(is_zone ? 1.0F : 0.9F));
    const float rounding = (is_zone ? 7.0F : 5.0F) * scale;
    const ImVec2 low{box.low.x, box.low.y};
    const ImVec2 high{box.high.x, box.high.y};
    overlay.list.AddRectFilled(low, high, to_packed(ground), rounding);
    if (is_safety) {
        overlay.list.AddRect(low, high, to_packed(palette::warning), rounding, 0, 1.0F * scale);
    }
    const ImVec2 room = text_size(font_of(TextSize::small), writing.words);
    draw_text(overlay.list, font_of(TextSize::small),
              {(low.x + high.x - room.x) * 0.5F, (low.y + high.y - room.y) * 0.5F},
              is_safety ? palette::text : (lively ? palette::on_accent : palette::on_chip), writing.words);
}

}  // namespace

void hand_badge(ImDrawList& list, const ImVec2 centre, const float radius, const lesson::Hand hand,
                const TextSize size) {
    const Colour ground = hand_colour(hand);
    const std::string letter = hand == lesson::Hand::left ? tr("L") : tr("R");
    list.AddCircleFilled(centre, radius + 1.5F * current_scale(), to_packed(palette::chip), 32);
    badge(list, centre, radius, letter, ground, readable_on(ground), font_of(size));
}

void draw_labels(const OverlayContext& overlay, const std::vector<ZoneName>& names, const std::vector<Box>& taken,
                 const Box& bounds, LabelMemory& memory) {
    const std::vector<Writing> writings = all_writing(overlay, names);
    std::vector<LabelToPlace> labels;
    std::map<std::string_view, const Writing*> by_key;
    for (const Writing& writing : writings) {
        labels.push_back(writing.place);
        by_key.emplace(writing.place.key, &writing);
    }
    memory.placed = place_labels(labels, taken, bounds, memory.placed);
    for (const PlacedLabel& placed : memory.placed) {
        if (placed.leader.size() > 1) {
            draw_leader(overlay, placed.leader);
        }
    }
    for (const PlacedLabel& placed : memory.placed) {
        const Writing& writing = *by_key.at(placed.key);
        if (writing.words.empty()) {
            draw_disc(overlay, *writing.label,
                      {(placed.box.low.x + placed.box.high.x) * 0.5F, (placed.box.low.y + placed.box.high.y) * 0.5F});
        } else {
            draw_words(overlay, writing, placed.box);
        }
    }
}

}  // namespace dorsum::ui
