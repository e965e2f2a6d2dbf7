#include <algorithm>
#include <string>

#include "core/fill.h"
#include "core/local_numbers.h"
#include "core/translate.h"
#include "lesson/comfort.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr float comfort_lowest_cm_s = lesson::comfort_cm_s_least;
constexpr float comfort_highest_cm_s = lesson::comfort_cm_s_most;
constexpr float scale_end_cm_s = 20.0F;

/// A name to the left, a value to the right, over the full width.
void fact(const char* name, const std::string& value, const Colour colour = palette::text) {
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImFont* small = font_of(TextSize::small);
    ImFont* body = font_of(TextSize::body);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float drop = (body->FontSize - small->FontSize) * 0.6F;
    draw_text(list, small, {low.x, low.y + drop}, palette::text_muted, name);
    const WithFont font(TextSize::body);
    const std::string shown = fitted(value, width - text_size(small, name).x - 8.0F * current_scale());
    draw_text(list, body, {low.x + width - text_size(body, shown).x, low.y}, colour, shown);
    ImGui::Dummy({width, body->FontSize});
}

void bar(const float share, const Colour colour) {
    const float scale = current_scale();
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = 6.0F * scale;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, {low.x + width, low.y + height}, to_packed(palette::raised_hover), height * 0.5F);
    const float filled = std::max(width * std::clamp(share, 0.0F, 1.0F), height);
    list.AddRectFilled(low, {low.x + filled, low.y + height}, to_packed(colour), height * 0.5F);
    ImGui::Dummy({width, height});
}

/// The speed on a line from 0 to 20 cm/s, the comfortable stretch of it marked.
void speed_line(const float speed_cm_s, const bool touching) {
    const float scale = current_scale();
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = 6.0F * scale;
    const float top = low.y + 4.0F * scale;
    const auto x_of = [&](const float value) { return low.x + width * std::clamp(value / scale_end_cm_s, 0.0F, 1.0F); };
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({low.x, top}, {low.x + width, top + height}, to_packed(palette::raised_hover), height * 0.5F);
    list.AddRectFilled({x_of(comfort_lowest_cm_s), top}, {x_of(comfort_highest_cm_s), top + height},
                       to_packed(palette::accent.with_alpha(0.55F)), height * 0.5F);
    if (touching) {
        const Colour mark = speed_cm_s > comfort_highest_cm_s ? palette::warning : palette::text;
        list.AddCircleFilled({x_of(speed_cm_s), top + height * 0.5F}, 7.0F * scale, to_packed(mark), 24);
    }
    ImGui::Dummy({width, height + 8.0F * scale});
    tooltip(
        tr("Speed of the hand on the skin at normal playing speed. The coloured stretch, 1 to 10 cm/s, is felt as "
           "most pleasant."));
}

const char* word_for(const float speed_cm_s) {
    if (speed_cm_s > comfort_highest_cm_s) {
        return tr("Too fast: let the breath slow down");
    }
    return speed_cm_s < comfort_lowest_cm_s ? tr("Slower than needed") : tr("Comfortable");
}

void draw_speed(const lesson::HandNow* hand) {
    constexpr float resting_cm_s = 0.05F;  // shown as 0.0: a stroke begins and ends at rest
    if (hand == nullptr || hand->speed_cm_s < resting_cm_s) {
        fact(tr("Speed"), tr("hands at rest"), palette::text_muted);
        speed_line(0.0F, false);
        paragraph(" ", TextSize::small);
        return;
    }
    fact(tr("Speed"), fill(tr("{0} cm/s"), {local_number(static_cast<double>(hand->speed_cm_s), 1)}));
    speed_line(hand->speed_cm_s, true);
    const bool fast = hand->speed_cm_s > comfort_highest_cm_s;
    paragraph(word_for(hand->speed_cm_s), TextSize::small, fast ? palette::warning : palette::text_muted);
}

/// Whether this step is too fast at the rate of breathing that is set, by how much, and what would help.
void draw_speed_finding(const PanelContext& context) {
    for (const lesson::SpeedFinding& finding : lesson::speed_findings(*context.subject.choreography)) {
        if (static_cast<int>(finding.step) == context.state.step) {
            const Error words = in_words(finding, *context.subject.lesson);
            paragraph(words.cause + ". " + words.remedy + ".", TextSize::small, palette::warning);
            return;
        }
    }
}

}  // namespace

void draw_readout(const PanelContext& context) {
    const lesson::Moment& moment = context.scene.moment;
    const lesson::HandNow* hand = moment.right ? &*moment.right : (moment.left ? &*moment.left : nullptr);
    const bool inhaling = moment.breath.phase == lesson::BreathPhase::inhale;
    fact(tr("Breath"), inhaling ? tr_in("breath", "in") : tr_in("breath", "out"));
    bar(static_cast<float>(moment.breath.rise), palette::accent);
    tooltip(tr("How full the receiver's chest is"));
    draw_speed(hand);
    draw_speed_finding(context);
    const std::string none = "–";
    fact(tr("Pressure"), hand != nullptr ? lesson::pressure_name(hand->pressure) : none);
    fact(tr("Stroke"), hand != nullptr ? lesson::kind_name(hand->kind) : none);
    fact(tr("Contact"), hand != nullptr ? lesson::contact_name(hand->contact) : none);
    const bool working = hand != nullptr && hand->pass == lesson::Pass::working;
    fact(tr("Pass"), hand == nullptr ? none : (working ? tr("working") : tr("light return")));
}

}  // namespace dorsum::ui
