#include "scene/practice.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/translate.h"
#include "lesson/message.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

using scene::PracticePhase;
using Strokes = std::vector<const lesson::Stroke*>;

/// Of the present step: also before anything is practised.
Strokes strokes_of(const PanelContext& context) {
    return scene::practised_strokes(context.subject, context.state.step, context.state.practice.hand);
}

void gap(const float height_px) {
    ImGui::Dummy({0.0F, height_px * current_scale()});
}

void draw_title(const PanelContext& context) {
    const auto index = static_cast<std::size_t>(context.state.step);
    if (context.state.step >= 0 && index < context.subject.lesson->steps.size()) {
        paragraph(std::to_string(index + 1) + ". " + context.subject.lesson->steps[index].title, TextSize::heading);
    }
}

void draw_hand(const PanelContext& context) {
    const std::array<std::string, 2> hands{tr("Left hand"), tr("Right hand")};
    const bool left = context.state.practice.hand == lesson::Hand::left;
    if (const auto chosen = segmented("hand", hands, left ? 0 : 1)) {
        context.ask(scene::ChoosePracticeHand{*chosen == 0 ? lesson::Hand::left : lesson::Hand::right});
    }
    tooltip(tr("A mouse, a pen or a finger is one hand: choose whose path it follows"));
}

/// "Stroke 1 of 2: working pass", with an arrow on either side.
void draw_stroke_choice(const PanelContext& context, const Strokes& strokes) {
    const int now = std::clamp(context.state.practice.stroke, 0, static_cast<int>(strokes.size()) - 1);
    const float scale = current_scale();
    const float side = 30.0F * scale;
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const bool can_choose = scene::practises(context.state);
    const auto choose = [&](const char* id, const Icon icon, const int stroke, const char* hint) {
        const bool possible = can_choose && stroke >= 0 && stroke < static_cast<int>(strokes.size());
        if (icon_button(id, icon, {.size = {side, side}, .off = !possible}) && possible) {
            context.ask(scene::ChoosePracticeStroke{stroke});
        }
        tooltip(hint);
    };
    choose("stroke before", Icon::previous, now - 1, tr("The stroke before"));
    ImGui::SetCursorScreenPos({low.x + width - side, low.y});
    choose("stroke after", Icon::next, now + 1, tr("The stroke after"));
    const bool working = strokes[static_cast<std::size_t>(now)]->pass == lesson::Pass::working;
    const std::string text =
        lesson::fill(tr("Stroke {0} of {1}"), {std::to_string(now + 1), std::to_string(strokes.size())}) + ": " +
        (working ? tr("working pass") : tr("light return"));
    ImFont* small = font_of(TextSize::small);
    const WithFont font(TextSize::small);
    const std::string shown = fitted(text, width - 2.0F * side - 8.0F * scale);
    draw_text(*ImGui::GetWindowDrawList(), small,
              {low.x + (width - text_size(small, shown).x) * 0.5F, low.y + (side - small->FontSize) * 0.5F},
              palette::text, shown);
}

/// Whose hand, which stroke, with the guide or without.
void draw_choices(const PanelContext& context, const Strokes& strokes) {
    draw_hand(context);
    if (strokes.empty()) {
        return;
    }
    draw_stroke_choice(context, strokes);
    const bool guide = context.state.practice.guide;
    if (switch_row("guide", tr("The model's dot runs along"), guide)) {
        context.ask(scene::ShowPracticeGuide{!guide});
    }
    tooltip(tr("Shows the tempo: follow it, or do without it"));
}

/// A button over the full width, or over half of it.
bool wide_button(const char* id, const char* text, const float width, const bool primary) {
    return text_button(id, text, {.size = {width, 38.0F * current_scale()}, .primary = primary});
}

void draw_nothing_to_trace(const PanelContext& context) {
    paragraph(tr("There is no stroke to trace with this hand in this step. Choose the other hand, or another step."),
              TextSize::body, palette::text_muted);
    if (wide_button("next step", tr("Next step"), ImGui::GetContentRegionAvail().x, false)) {
        context.ask(scene::NextStep{});
    }
    tooltip(tr("Go to the next step"), keys_for(context.state, scene::NextStep{}));
}

void draw_start(const PanelContext& context) {
    if (wide_button("start", tr("Start"), ImGui::GetContentRegionAvail().x, true)) {
        context.ask(scene::BeginPractice{});
    }
    tooltip(tr("Counts in; then trace the stroke"), keys_for(context.state, scene::BeginPractice{}));
    gap(2.0F);
    paragraph(tr("Press on the ring, draw along the path as fast as the model's dot, and lift at its end. Afterwards "
                 "you see what to do better."),
              TextSize::small, palette::text_muted);
}

void draw_under_way(const PanelContext& context) {
    const int count = scene::count_in_s(context.state.practice);
    if (count > 0) {
        paragraph(std::to_string(count), TextSize::caption, palette::accent);
    }
    paragraph(practice_cue(context.state, context.subject), TextSize::body);
    gap(2.0F);
    if (wide_button("give up", tr("Give up"), ImGui::GetContentRegionAvail().x, false)) {
        context.ask(scene::GiveUpPractice{});
    }
    tooltip(tr("Drops what is under way"), keys_for(context.state, scene::GiveUpPractice{}));
}

void draw_judged(const PanelContext& context) {
    const float between = 8.0F * current_scale();
    const float half = (ImGui::GetContentRegionAvail().x - between) * 0.5F;
    draw_practice_result(context);
    gap(2.0F);
    if (wide_button("again", tr("Again"), half, true)) {
        context.ask(scene::BeginPractice{});
    }
    tooltip(tr("Counts in for the same stroke"), keys_for(context.state, scene::BeginPractice{}));
    ImGui::SameLine(0.0F, between);
    if (wide_button("next stroke", tr("Next stroke"), half, false)) {
        context.ask(scene::NextPracticeStroke{});
    }
    tooltip(tr("Counts in for the next stroke of this hand; after the last one for the first"));
}

std::string press_cue(const scene::State& state, const lesson::Stroke& stroke, const lesson::BreathLaw& law) {
    const std::string press = tr("press on the ring and draw along the path");
    const int count = scene::count_in_s(state.practice);
    if (count > 0) {
        return std::to_string(count) + " … " + press;
    }
    const lesson::BreathPhase phase = lesson::breath_at(law, state.time_s).phase;
    if (stroke.breath == lesson::BreathLock::inhale) {
        return phase == lesson::BreathPhase::inhale ? std::string(tr("Breath in")) + ": " + press
                                                    : tr("Wait for the next breath in");
    }
    if (stroke.breath == lesson::BreathLock::exhale) {
        return phase == lesson::BreathPhase::exhale ? std::string(tr("Breath out")) + ": " + press
                                                    : tr("Wait for the next breath out");
    }
    return std::string(tr("Now")) + ": " + press;
}

}  // namespace

std::string practice_cue(const scene::State& state, const scene::Subject& subject) {
    const scene::Practice& practice = state.practice;
    const lesson::Stroke* stroke = scene::practised_stroke(state, subject);
    if (stroke == nullptr) {
        return {};
    }
    switch (practice.phase) {
        case PracticePhase::off:
        case PracticePhase::resting:
            break;
        case PracticePhase::waiting:
            return practice.too_short
                       ? std::string(tr("That was too short: press on the ring, and lift only at the end "
                                        "of the path"))
                       : press_cue(state, *stroke, subject.choreography->breath);
        case PracticePhase::tracing:
            return tr("Follow the path, and lift at its end");
        case PracticePhase::judged: {
            const std::string score =
                lesson::fill(tr("{0} of 100 points"), {std::to_string(practice.judgement->score)});
            return practice.judgement->advice.empty()
                       ? score
                       : score + ". " +
                             lesson::in_words(practice.judgement->advice.front(), *practice.judgement, *stroke);
        }
    }
    return {};
}

void draw_practice(const PanelContext& context) {
    const Strokes strokes = strokes_of(context);
    const PracticePhase phase = context.state.practice.phase;
    const bool chooses = phase == PracticePhase::off || phase == PracticePhase::resting || strokes.empty();
    if (chooses) {
        draw_title(context);
        gap(2.0F);
        draw_choices(context, strokes);
        gap(2.0F);
    }
    if (strokes.empty()) {
        draw_nothing_to_trace(context);
    } else if (chooses) {
        draw_start(context);
    } else {
        // First what is asked or told now, so that it is seen without scrolling, however large the text.
        phase == PracticePhase::judged ? draw_judged(context) : draw_under_way(context);
        gap(4.0F);
        draw_choices(context, strokes);
    }
    draw_practice_history(context);
}

}  // namespace dorsum::ui
