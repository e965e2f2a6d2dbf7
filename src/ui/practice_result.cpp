#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>

#include "core/translate.h"
#include "lesson/comfort.h"
#include "lesson/message.h"
#include "scene/practice.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

using lesson::PracticeJudgement;

std::string rounded(const float number, const int decimals = 0) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, static_cast<double>(number));
    return text.data();
}

std::string percent(const float share) {
    return rounded(100.0F * share) + " %";
}

/// The number large, "of 100" beside it, a bar below.
void draw_score(const int score) {
    const float scale = current_scale();
    ImFont* large = font_of(TextSize::caption);
    ImFont* small = font_of(TextSize::small);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::string number = std::to_string(score);
    const float number_width = text_size(large, number).x;
    draw_text(list, large, low, palette::text, number);
    draw_text(list, small, {low.x + number_width + 8.0F * scale, low.y + (large->FontSize - small->FontSize) * 0.75F},
              palette::text_muted, tr("of 100 points"));
    const float top = low.y + large->FontSize + 4.0F * scale;
    const float height = 6.0F * scale;
    list.AddRectFilled({low.x, top}, {low.x + width, top + height}, to_packed(palette::raised_hover), height * 0.5F);
    if (score > 0) {
        const float filled = std::max(width * static_cast<float>(score) / 100.0F, height);
        list.AddRectFilled({low.x, top}, {low.x + filled, top + height}, to_packed(palette::accent), height * 0.5F);
    }
    ImGui::Dummy({width, top + height - low.y});
}

void fact(const char* name, const std::string& value) {
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImFont* small = font_of(TextSize::small);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text(list, small, low, palette::text_muted, name);
    draw_text(list, small, {low.x + width - text_size(small, value).x, low.y}, palette::text, value);
    ImGui::Dummy({width, small->FontSize});
}

/// The learner's speed and the model's over the path, above the comfortable band.
class TempoGraph {
public:
    explicit TempoGraph(const PracticeJudgement& judgement)
        : judgement_(judgement), low_(ImGui::GetCursorScreenPos()), list_(*ImGui::GetWindowDrawList()) {
        const float scale = current_scale();
        size_ = {ImGui::GetContentRegionAvail().x, 92.0F * scale};
        for (const lesson::PracticePoint& point : judgement.points) {
            top_cm_s_ = std::max({top_cm_s_, 1.1F * point.speed_cm_s, 1.1F * point.model_speed_cm_s});
        }
        constexpr float highest_cm_s = 60.0F;  // a jerk of the mouse does not flatten all else
        top_cm_s_ = std::min(top_cm_s_, highest_cm_s);
    }

    void draw() {
        const float scale = current_scale();
        ImFont* small = font_of(TextSize::small);
        const ImVec2 high{low_.x + size_.x, low_.y + size_.y};
        list_.AddRectFilled(low_, high, to_packed(palette::ground), 6.0F * scale);
        list_.PushClipRect(low_, high, true);
        const float comfort_top = y_of(lesson::comfort_cm_s_most);
        list_.AddRectFilled({low_.x, comfort_top}, {high.x, y_of(lesson::comfort_cm_s_least)},
                            to_packed(palette::accent_soft));
        draw_text(list_, small, {low_.x + 6.0F * scale, comfort_top + 2.0F * scale}, palette::text_muted,
                  tr("pleasant: 1 to 10 cm/s"));
        draw_model();
        draw_learner();
        list_.PopClipRect();
        ImGui::Dummy(size_);
        tooltip(tr("How fast the hand moved over the path, from its start on the left to its end"));
        draw_key();
    }

private:
    [[nodiscard]] float y_of(const float speed_cm_s) const {
        return low_.y + size_.y * (1.0F - std::clamp(speed_cm_s / top_cm_s_, 0.0F, 1.0F));
    }
    [[nodiscard]] float x_of(const float share) const { return low_.x + size_.x * share; }

    /// Dashed, so that it is told by more than its colour.
    void draw_model() {
        const auto& points = judgement_.points;
        for (std::size_t i = 1; i < points.size(); ++i) {
            if (i % 4 < 2) {
                list_.AddLine({x_of(points[i - 1].share), y_of(points[i - 1].model_speed_cm_s)},
                              {x_of(points[i].share), y_of(points[i].model_speed_cm_s)}, to_packed(palette::text),
                              1.5F * current_scale());
            }
        }
    }
    void draw_learner() {
        for (const lesson::PracticePoint& point : judgement_.points) {
            list_.PathLineTo({x_of(point.share), y_of(point.speed_cm_s)});
        }
        list_.PathStroke(to_packed(palette::accent), 0, 2.5F * current_scale());
    }
    void draw_key() {
        const float scale = current_scale();
        ImFont* small = font_of(TextSize::small);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float y = at.y + small->FontSize * 0.5F;
        const float sample = 22.0F * scale;
        list_.AddLine({at.x, y}, {at.x + sample, y}, to_packed(palette::accent), 2.5F * scale);
        const std::string you = tr("you");
        draw_text(list_, small, {at.x + sample + 6.0F * scale, at.y}, palette::text, you);
        const float left = at.x + sample + text_size(small, you).x + 22.0F * scale;
        for (const float from : {0.0F, 0.6F}) {
            list_.AddLine({left + sample * from, y}, {left + sample * (from + 0.4F), y}, to_packed(palette::text),
                          1.5F * scale);
        }
        draw_text(list_, small, {left + sample + 6.0F * scale, at.y}, palette::text, tr("as shown"));
        ImGui::Dummy({size_.x, small->FontSize});
    }

    const PracticeJudgement& judgement_;
    ImVec2 low_;
    ImVec2 size_{};
    ImDrawList& list_;
    float top_cm_s_ = 14.0F;
};

void draw_facts(const PracticeJudgement& judgement) {
    fact(tr("From the path"), lesson::fill(tr("{0} mm, at most {1}"), {rounded(judgement.mean_distance_mm),
                                                                       rounded(judgement.largest_distance_mm)}));
    fact(tr("Path covered"), percent(judgement.coverage));
    fact(tr("Speed"), lesson::fill(tr("{0} cm/s, shown {1}"),
                                   {rounded(judgement.speed_cm_s, 1), rounded(judgement.model_speed_cm_s, 1)}));
    if (judgement.wrong_breath) {
        fact(tr("With the breath"), percent(1.0F - *judgement.wrong_breath));
    }
}

/// One dot a score, the last one with its number.
void draw_chart(const std::vector<int>& scores) {
    const float scale = current_scale();
    ImFont* small = font_of(TextSize::small);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const ImVec2 size{ImGui::GetContentRegionAvail().x, 64.0F * scale};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, {low.x + size.x, low.y + size.y}, to_packed(palette::ground), 6.0F * scale);
    const float margin = 10.0F * scale;
    const float number_width = text_size(small, "100").x + 8.0F * scale;
    const float room = size.x - 2.0F * margin - number_width;
    const float step = scores.size() > 1 ? room / static_cast<float>(scores.size() - 1) : 0.0F;
    const auto place = [&](const std::size_t i) {
        const float share = static_cast<float>(scores[i]) / 100.0F;
        return ImVec2{low.x + margin + step * static_cast<float>(i),
                      low.y + margin + (size.y - 2.0F * margin) * (1.0F - share)};
    };
    for (std::size_t i = 0; i < scores.size(); ++i) {
        list.PathLineTo(place(i));
    }
    list.PathStroke(to_packed(palette::accent), 0, 1.5F * scale);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        list.AddCircleFilled(place(i), (i + 1 == scores.size() ? 4.5F : 3.0F) * scale, to_packed(palette::accent), 16);
    }
    const ImVec2 last = place(scores.size() - 1);
    draw_text(list, small, {last.x + 8.0F * scale, last.y - small->FontSize * 0.5F}, palette::text,
              std::to_string(scores.back()));
    ImGui::Dummy(size);
    tooltip(tr("The scores of your last strokes in this step, 0 to 100, the newest on the right"));
}

}  // namespace

void draw_practice_result(const PanelContext& context) {
    const scene::Practice& practice = context.state.practice;
    const lesson::Stroke* stroke = scene::practised_stroke(context.state, context.subject);
    if (!practice.judgement || stroke == nullptr) {
        return;
    }
    const PracticeJudgement& judgement = *practice.judgement;
    draw_score(judgement.score);
    if (judgement.advice.empty()) {
        paragraph(tr("As shown. Nothing to do better."));
    }
    for (std::size_t i = 0; i < judgement.advice.size(); ++i) {
        const std::string words = lesson::in_words(judgement.advice[i], judgement, *stroke);
        paragraph(words, i == 0 ? TextSize::body : TextSize::small, i == 0 ? palette::warning : palette::text);
    }
    ImGui::Dummy({0.0F, 2.0F * current_scale()});
    draw_facts(judgement);
    TempoGraph(judgement).draw();
}

void draw_practice_history(const PanelContext& context) {
    const PracticeNotice& history = context.notices.practice;
    section_title(tr("Your last scores in this step"));
    if (history.scores.empty()) {
        paragraph(tr("None yet."), TextSize::small, palette::text_muted);
    } else {
        draw_chart(history.scores);
    }
    paragraph(tr("Kept on this computer only, nothing is sent."), TextSize::small, palette::text_muted);
    const ButtonLook look{.quiet = false};
    const WithFont font(TextSize::small);
    if (history.kept > 0) {
        if (text_button("erase scores", tr("Erase all scores"), look)) {
            context.requests.practice = PracticeRequest::erase_history;
        }
        tooltip(tr("Erases the scores of all steps; can be undone until the program ends"));
        ImGui::SameLine();
    }
    if (history.can_put_back) {
        if (text_button("put back scores", tr("Undo the erasing"), look)) {
            context.requests.practice = PracticeRequest::put_back_history;
        }
        tooltip(tr("Puts the erased scores back"));
    }
    ImGui::NewLine();
}

}  // namespace dorsum::ui
