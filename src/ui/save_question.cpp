#include <filesystem>
#include <string>

#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/sheet.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

struct Choice {
    SaveAnswer answer;
    const char* id;
    const char* name;
    const char* hint;
    bool primary;
};

void draw_choice(const PanelContext& context, const Choice& choice) {
    const float scale = current_scale();
    const std::string text = std::string(choice.name) + " (" + keys_for(choice.answer) + ")";
    if (text_button(choice.id, text, {.size = {150.0F * scale, 38.0F * scale}, .primary = choice.primary})) {
        context.requests.save_answer = choice.answer;
    }
    tooltip(choice.hint);
    ImGui::SameLine();
}

}  // namespace

bool shows_bundled_body(const PanelContext& context) {
    for (const BodyChoice& body : context.notices.bodies) {
        if (body.shown) {
            return true;
        }
    }
    return false;
}

void draw_save_question(const PanelContext& context, const ImVec2 window_size) {
    const bool can_save = !shows_bundled_body(context);
    const Sheet sheet("save question", window_size, 560.0F);
    {
        const WithFont font(TextSize::heading);
        ImGui::TextUnformatted(can_save ? tr("Save the landmarks?") : tr("Drop the landmarks?"));
    }
    const std::string model =
        context.subject.body ? std::filesystem::path(context.subject.body->file).filename().string() : std::string();
    paragraph(model + ": " +
                  (can_save ? tr("its landmarks were moved, and are not saved yet.")
                            : tr("its landmarks were moved. Those of a bundled body cannot be saved: copy the model to "
                                 "a folder of your own, and open it there, to keep landmarks.")),
              TextSize::small, palette::text_muted);
    if (can_save) {
        draw_choice(context,
                    {SaveAnswer::save, "save", tr("Save"), tr("Save them beside the model, then go on"), true});
    }
    draw_choice(context, {SaveAnswer::discard, "discard", tr("Discard"), tr("Go on without them"), false});
    draw_choice(context, {SaveAnswer::cancel, "cancel", tr("Cancel"), tr("Stay with this model"), !can_save});
    ImGui::NewLine();
    if (sheet.clicked_outside()) {
        context.requests.save_answer = SaveAnswer::cancel;
    }
}

}  // namespace dorsum::ui
