#include "ui/tour.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/fill.h"
#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr float card_px = 340.0F;
constexpr float gap_px = 16.0F;
constexpr float padding_px = 20.0F;
constexpr float around_px = 5.0F;
constexpr float arrow_px = 10.0F;

struct Tip {
    std::string title;
    std::string text;
    Viewport target;
    bool spacious = false;  ///< the card lies in the middle of its target, not beside it
};

Tip tip_of(const int number, const PanelContext& context) {
    const TipTargets& targets = context.memory.tip_targets;
    const scene::State& state = context.state;
    switch (number) {
        case 0:
            return {tr("Play the lesson"),
                    fill(tr("{0}: play and pause. {1}: next step. {2}: the step before. A clicker does the same."),
                         {keys_for(state, scene::TogglePlaying{}), keys_for(state, scene::NextStep{}),
                          keys_for(state, scene::PreviousStep{})}),
                    targets.play};
        case 1:
            return {tr("Steps, zones, body"),
                    tr("Every step of the lesson, the twelve zones, and the body, layer by layer down to the bones."),
                    targets.tabs};
        case 2:
            return {
                tr("Look around"),
                fill(tr("Drag to turn, wheel to come nearer. Point at anything to know its name, click to know more. "
                        "{0}: back to the first view."),
                     {keys_for(state, scene::GoToView{scene::View::back})}),
                targets.picture, true};
        default:
            return {tr("Help, cautions, models of your own"),
                    fill(tr("{0}: every key. {1}: a model of your own; dropping its file on the window does the same."),
                         {keys_for(state, scene::OpenHelp{true}), keys_for(WindowAction::open_model)}),
                    targets.corner};
    }
}

/// Everything but the target, darkened.
void dim_around(ImDrawList& list, const Viewport& target, const ImVec2 window) {
    const ImU32 dark = to_packed(palette::ground.with_alpha(0.72F));
    const float right = target.x + target.width;
    const float bottom = target.y + target.height;
    list.AddRectFilled({0.0F, 0.0F}, {window.x, target.y}, dark);
    list.AddRectFilled({0.0F, bottom}, window, dark);
    list.AddRectFilled({0.0F, target.y}, {target.x, bottom}, dark);
    list.AddRectFilled({right, target.y}, {window.x, bottom}, dark);
}

/// Where the card lies, and whether it is above or below what it points at.
struct Placed {
    ImVec2 low;
    bool below = false;
};

Placed place_of(const Tip& tip, const ImVec2 card, const ImVec2 window, const float scale) {
    const float gap = gap_px * scale;
    const float middle = tip.target.x + tip.target.width * 0.5F;
    const float x = std::clamp(middle - card.x * 0.5F, gap, std::max(window.x - card.x - gap, gap));
    if (tip.spacious) {
        return {{x, std::max(tip.target.y + tip.target.height * 0.5F - card.y * 0.5F, gap)}, false};
    }
    const bool below = tip.target.y + tip.target.height * 0.5F < window.y * 0.5F;
    const float y = below ? tip.target.y + tip.target.height + gap : tip.target.y - gap - card.y;
    return {{x, std::clamp(y, gap, std::max(window.y - card.y - gap, gap))}, below};
}

void draw_arrow(ImDrawList& list, const Tip& tip, const Placed& placed, const ImVec2 card, const float scale) {
    if (tip.spacious) {
        return;
    }
    const float size = arrow_px * scale;
    const float x = std::clamp(tip.target.x + tip.target.width * 0.5F, placed.low.x + 2.0F * size,
                               placed.low.x + card.x - 2.0F * size);
    const float edge = placed.below ? placed.low.y + 1.0F : placed.low.y + card.y - 1.0F;
    const float tip_y = placed.below ? edge - size : edge + size;
    list.AddTriangleFilled({x - size, edge}, {x + size, edge}, {x, tip_y}, to_packed(palette::accent));
}

/// The words and buttons of the card; what was pressed.
enum class Pressed { nothing, next, skip };
Pressed draw_card(const PanelContext& context, const Tip& tip, const int number) {
    const float scale = current_scale();
    {
        const WithFont font(TextSize::heading);
        ImGui::PushTextWrapPos(0.0F);
        ImGui::TextUnformatted(tip.title.c_str());
        ImGui::PopTextWrapPos();
    }
    paragraph(tip.text, TextSize::body, palette::text_muted);
    ImGui::Dummy({0.0F, 2.0F * scale});
    const bool is_last = next_tip(number + 1, context.memory.tip_targets) >= tour_tip_count;
    Pressed pressed = Pressed::nothing;
    if (text_button("next tip", is_last ? tr("Start") : tr("Next"),
                    {.size = {110.0F * scale, 36.0F * scale}, .primary = true})) {
        pressed = Pressed::next;
    }
    tooltip(is_last ? tr("Closes the tips; they do not come again") : tr("Shows the next tip"), "Enter");
    ImGui::SameLine();
    if (!is_last) {
        if (text_button("skip tips", tr("Skip"), {.size = {90.0F * scale, 36.0F * scale}, .quiet = true})) {
            pressed = Pressed::skip;
        }
        tooltip(tr("Closes the tips; they do not come again"), "Esc");
        ImGui::SameLine();
    }
    const std::string count = std::to_string(number + 1) + " / " + std::to_string(tour_tip_count);
    const WithTextColour muted(palette::text_muted);
    const WithFont small(TextSize::small);
    ImGui::SetCursorPosX(ImGui::GetWindowWidth() - padding_px * scale - ImGui::CalcTextSize(count.c_str()).x);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + 8.0F * scale);
    ImGui::TextUnformatted(count.c_str());
    return pressed;
}

}  // namespace

int next_tip(const int tip, const TipTargets& targets) {
    const std::array<Viewport, tour_tip_count> all{targets.play, targets.tabs, targets.picture, targets.corner};
    int next = tip;
    while (next < tour_tip_count && all.at(static_cast<std::size_t>(next)).width <= 0.0F) {
        ++next;
    }
    return next;
}

void draw_tour(const PanelContext& context, const ImVec2 window_size) {
    PanelMemory& memory = context.memory;
    const int number = next_tip(memory.tour_tip.value_or(tour_tip_count), memory.tip_targets);
    if (number >= tour_tip_count) {
        memory.tour_tip.reset();
        context.requests.tour_ended = true;
        return;
    }
    const float scale = current_scale();
    Tip tip = tip_of(number, context);
    if (!tip.spacious) {
        const float around = around_px * scale;
        tip.target = {tip.target.x - around, tip.target.y - around, tip.target.width + 2.0F * around,
                      tip.target.height + 2.0F * around};
    }
    constexpr ImGuiWindowFlags bare =
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    ImGui::SetNextWindowPos({0.0F, 0.0F});
    ImGui::SetNextWindowSize(window_size);
    ImGui::Begin("tour", nullptr, bare | ImGuiWindowFlags_NoBackground);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    dim_around(list, tip.target, window_size);
    if (!tip.spacious) {
        list.AddRect({tip.target.x, tip.target.y}, {tip.target.x + tip.target.width, tip.target.y + tip.target.height},
                     to_packed(palette::accent), 10.0F * scale, 0, 2.0F * scale);
    }
    const bool beside = ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
    // The height of the content is known from the frame before.
    float& height = *ImGui::GetStateStorage()->GetFloatRef(ImGui::GetID("height"), 190.0F * scale);
    const ImVec2 card{std::min(card_px * scale, window_size.x - 2.0F * gap_px * scale), height};
    const Placed placed = place_of(tip, card, window_size, scale);
    draw_arrow(list, tip, placed, card, scale);
    ImGui::SetCursorPos(placed.low);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padding_px * scale, padding_px * scale});
    ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 14.0F * scale);
    ImGui::PushStyleVar(ImGuiStyleVar_ChildBorderSize, 1.0F);  // without one there is no padding
    ImGui::PushStyleColor(ImGuiCol_ChildBg, to_imgui(palette::panel));
    ImGui::BeginChild("tip", card, true, ImGuiWindowFlags_NoScrollbar);
    const Pressed pressed = draw_card(context, tip, number);
    height = ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y + padding_px * scale;
    ImGui::EndChild();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    ImGui::End();
    if (pressed == Pressed::skip) {
        memory.tour_tip = tour_tip_count;
    } else if (pressed == Pressed::next || beside) {
        memory.tour_tip = number + 1;
    }
}

}  // namespace dorsum::ui
