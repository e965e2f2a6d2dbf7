#include <algorithm>
#include <string>

#include "core/translate.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

/// Lays text from top to bottom, drawing only if there is a list.
struct Column {
    ImDrawList* list;
    float left;
    float width;
    float y;

    void add(const TextSize size, const std::string& text, const Colour colour, const float indent, const float after) {
        ImFont* font = font_of(size);
        if (list != nullptr) {
            draw_text(*list, font, {left + indent, y}, colour, text, width - indent);
        }
        y += text_size(font, text, width - indent).y + after;
    }
    void add_item(const std::string& text, const Colour mark, const float scale) {
        if (list != nullptr) {
            list->AddCircleFilled({left + 5.0F * scale, y + pixels_of(TextSize::body) * scale * 0.55F}, 4.0F * scale,
                                  to_packed(mark), 16);
        }
        add(TextSize::body, text, palette::text, 22.0F * scale, 8.0F * scale);
    }
};

void lay_out(Column& column, const lesson::Lesson& lesson, const float scale) {
    column.add(TextSize::caption, lesson.title, palette::text, 0.0F, 10.0F * scale);
    column.add(TextSize::body, lesson.purpose, palette::text_muted, 0.0F, 18.0F * scale);
    column.add(TextSize::heading, tr("Before you begin"), palette::warning, 0.0F, 10.0F * scale);
    for (const std::string& caution : lesson.cautions) {
        column.add_item(caution, palette::warning, scale);
    }
    for (const std::string& advice : lesson.advice) {
        column.add_item(advice, palette::accent, scale);
    }
}

}  // namespace

void draw_cautions_card(const lesson::Lesson& lesson, const float width_px, const float height_px) {
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const float scale = current_scale();
    list.AddRectFilled({0.0F, 0.0F}, {width_px, height_px}, to_packed(palette::ground));
    const float width = std::min(width_px * 0.84F, 900.0F * scale);
    Column column{nullptr, (width_px - width) * 0.5F, width, 0.0F};
    lay_out(column, lesson, scale);
    const float height = column.y;
    column.list = &list;
    column.y = std::max((height_px - height) * 0.5F, 16.0F * scale);
    lay_out(column, lesson, scale);
}

}  // namespace dorsum::ui
