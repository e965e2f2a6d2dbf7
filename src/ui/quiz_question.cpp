#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/translate.h"
#include "lesson/message.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/quiz_caption.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

enum class Mark { none, right, wrong };

void draw_progress(const scene::QuizRun& run) {
    const float scale = current_scale();
    const std::size_t length = run.session.length();
    const std::size_t done = run.session.answered() + run.session.left_out();
    const bool again = run.session.is_return();
    const std::string text = again ? std::string(tr("Once more, what was wrong"))
                                   : lesson::fill(tr("Question {0} of {1}"),
                                                  {std::to_string(std::min(done + 1, length)), std::to_string(length)});
    paragraph(text, TextSize::small, palette::text_muted);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = 5.0F * scale;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, {low.x + width, low.y + height}, to_packed(palette::raised_hover), height * 0.5F);
    const float share = static_cast<float>(done) / static_cast<float>(std::max<std::size_t>(length, 1));
    if (share > 0.0F) {
        list.AddRectFilled(low, {low.x + width * share, low.y + height}, to_packed(palette::accent), height * 0.5F);
    }
    ImGui::Dummy({width, height + 6.0F * scale});
}

/// A tick or a cross, so that nothing depends on colour.
void draw_mark(ImDrawList& list, const ImVec2 centre, const float size, const Mark mark, const Colour colour) {
    const ImU32 ink = to_packed(colour);
    const float thick = size * 0.28F;
    if (mark == Mark::right) {
        list.AddLine({centre.x - size, centre.y}, {centre.x - size * 0.25F, centre.y + size * 0.7F}, ink, thick);
        list.AddLine({centre.x - size * 0.25F, centre.y + size * 0.7F}, {centre.x + size, centre.y - size * 0.7F}, ink,
                     thick);
    } else {
        list.AddLine({centre.x - size * 0.7F, centre.y - size * 0.7F}, {centre.x + size * 0.7F, centre.y + size * 0.7F},
                     ink, thick);
        list.AddLine({centre.x - size * 0.7F, centre.y + size * 0.7F}, {centre.x + size * 0.7F, centre.y - size * 0.7F},
                     ink, thick);
    }
}

Mark mark_of(const scene::QuizRun& run, const quiz::Question& question, const int index) {
    if (!run.answered) {
        return Mark::none;
    }
    if (static_cast<std::size_t>(index) == question.right_choice) {
        return Mark::right;
    }
    return run.chosen == index ? Mark::wrong : Mark::none;
}

void draw_choice(const PanelContext& context, const scene::QuizRun& run, const quiz::Question& question,
                 const int index) {
    const float scale = current_scale();
    const auto at = static_cast<std::size_t>(index);
    const std::string& text = question.choices[at];
    const std::string latin = question.latin_choices.empty() ? std::string() : question.latin_choices[at];
    const float width = ImGui::GetContentRegionAvail().x;
    const float padding = 9.0F * scale;
    const float radius = 12.0F * scale;
    const float left = padding + 2.0F * radius + 10.0F * scale;
    const float room = std::max(width - left - padding, 20.0F);
    const ImVec2 words = text_size(font_of(TextSize::body), text, room);
    const float below = latin.empty() ? 0.0F : text_size(font_of(TextSize::small), latin, room).y;
    const float height = std::max(words.y + below, 2.0F * radius) + 2.0F * padding;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImGui::PushID(index);
    if (ImGui::InvisibleButton("choice", {std::max(width, 1.0F), height}) && !run.answered) {
        context.ask(scene::AnswerQuiz{index});
    }
    ImGui::PopID();
    const bool hovered = ImGui::IsItemHovered() && !run.answered;
    if (!run.answered) {
        tooltip(tr("Answer with this"), keys_for(context.state, scene::AnswerQuiz{index}));
    }
    const Mark mark = mark_of(run, question, index);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float rounding = ImGui::GetStyle().FrameRounding;
    const ImVec2 high{low.x + width, low.y + height};
    const Colour ground = mark == Mark::right ? Colour(palette::accent_soft)
                          : hovered           ? Colour(palette::raised_hover)
                                              : Colour(palette::raised);
    list.AddRectFilled(low, high, to_packed(ground), rounding);
    const ImVec2 centre{low.x + padding + radius, low.y + height * 0.5F};
    if (mark == Mark::none) {
        badge(list, centre, radius, std::to_string(index + 1), palette::ground, palette::text,
              font_of(TextSize::small));
    } else {
        const bool right = mark == Mark::right;
        list.AddRect(low, high, to_packed(right ? palette::accent : palette::warning), rounding, 0, 1.5F * scale);
        list.AddCircleFilled(centre, radius, to_packed(right ? palette::accent : palette::warning), 32);
        draw_mark(list, centre, radius * 0.5F, mark, right ? palette::on_accent : palette::on_warning);
    }
    const Colour ink = run.answered && mark == Mark::none ? Colour(palette::text_muted) : Colour(palette::text);
    const float top = low.y + (height - words.y - below) * 0.5F;
    draw_text(list, font_of(TextSize::body), {low.x + left, top}, ink, text, room);
    if (!latin.empty()) {
        draw_text(list, font_of(TextSize::small), {low.x + left, top + words.y}, palette::text_muted, latin, room);
    }
}

/// What is right and why, and when the question comes again.
void draw_feedback(const scene::QuizRun& run, const quiz::Question& question) {
    const float scale = current_scale();
    const scene::QuizAnswer& last = run.answers.back();
    ImGui::Dummy({0.0F, 2.0F * scale});
    paragraph(last.right ? tr("Right") : tr("Not quite"), TextSize::heading,
              last.right ? Colour(palette::accent) : Colour(palette::warning));
    if (question.choices.empty()) {
        paragraph(last.right
                      ? last.given
                      : lesson::fill(tr("You pointed to: {0}. Right is: {1}."), {last.given, last.right_answer}));
    }
    if (!question.explanation.empty()) {
        paragraph(question.explanation);
    }
    const std::string due = due_in_words(last.due_day - run.day);
    paragraph(last.right ? lesson::fill(tr("It comes again {0}."), {due})
                         : lesson::fill(tr("It comes again in this quiz, and {0}."), {due}),
              TextSize::small, palette::text_muted);
}

void draw_buttons(const PanelContext& context, const scene::QuizRun& run, const float height) {
    const float gap = 6.0F * current_scale();
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 half{(width - gap) * 0.5F, height};
    if (run.answered) {
        if (text_button("go on", tr("Go on"), {.size = half, .primary = true})) {
            context.ask(scene::ContinueQuiz{});
        }
        tooltip(tr("To the next question"), keys_for(context.state, scene::ContinueQuiz{}));
    } else {
        if (text_button("skip", tr("Skip"), {.size = half})) {
            context.ask(scene::SkipQuestion{});
        }
        tooltip(tr("Another question first; this one comes once more at the end"),
                keys_for(context.state, scene::SkipQuestion{}));
    }
    ImGui::SameLine(0.0F, gap);
    if (text_button("end quiz", tr("End"), {.size = half, .quiet = true})) {
        context.ask(scene::EndQuiz{});
    }
    tooltip(tr("To the result; what was answered is kept"), keys_for(context.state, scene::EndQuiz{}));
}

}  // namespace

void draw_question(const PanelContext& context, const scene::QuizRun& run, const quiz::Question& question) {
    const float scale = current_scale();
    const float button = 38.0F * scale;
    draw_progress(run);
    const float room = ImGui::GetContentRegionAvail().y - button - 10.0F * scale;
    ImGui::BeginChild("question", {0.0F, std::max(room, 60.0F * scale)});
    paragraph(question.text, TextSize::heading);
    if (!question.latin.empty()) {
        paragraph(question.latin, TextSize::small, palette::accent);
    }
    ImGui::Dummy({0.0F, 2.0F * scale});
    if (question.choices.empty() && !run.answered) {
        paragraph(question.zone != 0 ? tr("Click one of the rings in the picture.")
                                     : tr("Click it in the picture, on either side."),
                  TextSize::body, palette::text_muted);
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0F, 6.0F * scale});
    for (int index = 0; index < static_cast<int>(question.choices.size()); ++index) {
        draw_choice(context, run, question, index);
    }
    ImGui::PopStyleVar();
    if (run.answered) {
        draw_feedback(run, question);
    }
    const std::size_t now = 2 * run.answers.size() + (run.answered ? 1 : 0);
    if (std::exchange(context.memory.answers_of_last_frame, now) != now) {
        // Where the panel is low, what is right comes into sight, then the next question from its beginning.
        if (run.answered) {
            ImGui::SetScrollHereY(1.0F);
        } else {
            ImGui::SetScrollY(0.0F);
        }
    }
    ImGui::EndChild();
    draw_buttons(context, run, button);
}

}  // namespace dorsum::ui
