#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/translate.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

/// A paragraph of the card.
struct Line {
    TextSize size;
    std::string text;
    Colour colour;
    float after_px;  ///< free below it
    std::optional<Colour> mark = std::nullopt;
};

constexpr float margin_px = 16.0F;
constexpr float indent_px = 22.0F;  ///< of what has a mark

/// The cautions first: nothing may push them off the first page.
std::vector<Line> lines_of(const lesson::Lesson& lesson) {
    std::vector<Line> lines{{TextSize::caption, lesson.title, palette::text, 14.0F},
                            {TextSize::heading, tr("Before you begin"), palette::warning, 10.0F}};
    for (const std::string& caution : lesson.cautions) {
        lines.push_back({TextSize::body, caution, palette::text, 8.0F, palette::warning});
    }
    const auto add_group = [&lines](const char* title, const std::vector<std::string>& items) {
        if (!items.empty()) {
            lines.push_back({TextSize::body, title, palette::warning, 6.0F});
        }
        // In one paragraph, so that the advice below them has room, too.
        std::string all;
        for (const std::string& item : items) {
            all += (all.empty() ? "" : "; ") + item;
        }
        if (!all.empty()) {
            lines.push_back({TextSize::body, all, palette::text, 4.0F, palette::warning});
        }
    };
    add_group(tr("Stop: no massage today, if there is"), lesson.checklist.stop);
    add_group(tr("Ask a doctor first, if there is"), lesson.checklist.ask_doctor);
    add_group(tr("Avoid this area"), lesson.checklist.avoid_area);
    for (const std::string& advice : lesson.advice) {
        lines.push_back({TextSize::body, advice, palette::text, 8.0F, palette::accent});
    }
    lines.push_back({TextSize::body, lesson.purpose, palette::text_muted, 0.0F});
    return lines;
}

float height_of(const Line& line, const float width, const float scale) {
    const float indent = line.mark ? indent_px * scale : 0.0F;
    return text_size(font_of(line.size), line.text, width - indent).y + line.after_px * scale;
}

struct Page {
    std::vector<Line> lines;
    float height = 0.0F;
};

std::vector<Page> pages_of(const lesson::Lesson& lesson, const float width, const float room, const float scale) {
    std::vector<Page> pages(1);
    for (Line& line : lines_of(lesson)) {
        const float height = height_of(line, width, scale);
        if (!pages.back().lines.empty() && pages.back().height + height > room) {
            pages.emplace_back();
        }
        pages.back().height += height;
        pages.back().lines.push_back(std::move(line));
    }
    return pages;
}

}  // namespace

int draw_cautions_card(const lesson::Lesson& lesson, const float width_px, const float height_px, const int page) {
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const float scale = current_scale();
    list.AddRectFilled({0.0F, 0.0F}, {width_px, height_px}, to_packed(palette::ground));
    const float width = std::min(width_px * 0.84F, 900.0F * scale);
    const float left = (width_px - width) * 0.5F;
    const std::vector<Page> pages = pages_of(lesson, width, height_px - 2.0F * margin_px * scale, scale);
    const int count = static_cast<int>(pages.size());
    const Page& shown = pages[static_cast<std::size_t>(std::clamp(page, 0, count - 1))];
    float y = std::max((height_px - shown.height) * 0.5F, margin_px * scale);
    for (const Line& line : shown.lines) {
        const float indent = line.mark ? indent_px * scale : 0.0F;
        if (line.mark) {
            list.AddCircleFilled({left + 5.0F * scale, y + pixels_of(line.size) * scale * 0.55F}, 4.0F * scale,
                                 to_packed(*line.mark), 16);
        }
        draw_text(list, font_of(line.size), {left + indent, y}, line.colour, line.text, width - indent);
        y += height_of(line, width, scale);
    }
    return count;
}

}  // namespace dorsum::ui
