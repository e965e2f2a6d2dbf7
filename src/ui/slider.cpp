#include <algorithm>
#include <cmath>

#include "core/fill.h"
#include "core/local_numbers.h"
#include "core/translate.h"
#include "ui/widgets.h"

namespace dorsum::ui {

std::string value_text(const Setting& setting, const double value) {
    // A whole number is shown as one.
    const bool whole = std::abs(value - std::round(value)) < 1.0e-6;
    const std::string number = local_number(value, whole ? 0 : setting.decimals);
    const std::string unit = setting.unit;
    return unit == "×" ? number + unit : fill(tr("{0} {1}"), {number, unit});
}

std::optional<double> slider(const Setting& setting, const double value, const float width) {
    const float scale = current_scale();
    const float height = 34.0F * scale;
    ImFont* font = font_of(TextSize::small);
    const std::string name = setting.name;
    const float name_width = text_size(font, name).x;
    // The widest value keeps the track from changing its length while it is dragged.
    const float value_width = std::max(text_size(font, value_text(setting, setting.highest - setting.step)).x,
                                       text_size(font, value_text(setting, setting.highest)).x);
    const float gap = 10.0F * scale;
    const float radius = 7.0F * scale;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float track_low = low.x + name_width + gap + radius;
    const float track_high = std::max(low.x + width - value_width - gap - radius, track_low + 1.0F);

    ImGui::InvisibleButton(setting.name, {std::max(width, 1.0F), height});
    std::optional<double> changed;
    if (ImGui::IsItemActive()) {
        const float share = std::clamp((ImGui::GetIO().MousePos.x - track_low) / (track_high - track_low), 0.0F, 1.0F);
        const double asked = brought_into_range(
            setting, setting.lowest + static_cast<double>(share) * (setting.highest - setting.lowest));
        if (std::abs(asked - value) > 1.0e-9) {
            changed = asked;
        }
    }
    const bool lively = ImGui::IsItemHovered() || ImGui::IsItemActive();
    const double shown = std::clamp(changed.value_or(value), setting.lowest, setting.highest);
    const auto share = static_cast<float>((shown - setting.lowest) / (setting.highest - setting.lowest));
    const float knob = track_low + share * (track_high - track_low);
    const float y = low.y + height * 0.5F;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float thickness = 2.0F * scale;
    list.AddRectFilled({track_low, y - thickness}, {track_high, y + thickness}, to_packed(palette::line), thickness);
    list.AddRectFilled({track_low, y - thickness}, {knob, y + thickness}, to_packed(palette::accent), thickness);
    list.AddCircleFilled({knob, y}, lively ? radius * 1.15F : radius, to_packed(palette::text), 24);
    const float text_y = y - font->FontSize * 0.5F;
    draw_text(list, font, {low.x, text_y}, palette::text_muted, name);
    draw_text(list, font, {track_high + radius + gap, text_y}, palette::text, value_text(setting, shown));
    return changed;
}

}  // namespace dorsum::ui
