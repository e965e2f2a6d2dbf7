#include <algorithm>
#include <string>
#include <vector>

#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

/// A sign that no name has, and that brings the field itself.
int without_slash(ImGuiInputTextCallbackData* data) {
    return data->EventChar == '/' ? 1 : 0;
}

/// True when Enter ends it. Which keys Dear ImGui may miss, and which it takes in late, is as where a model is opened.
bool edit(ExploreMemory& memory) {
    constexpr ImGuiInputTextFlags flags = ImGuiInputTextFlags_AutoSelectAll | ImGuiInputTextFlags_CallbackCharFilter;
    const char* hint = tr("Find a muscle, bone, zone ...");
#if IMGUI_VERSION_NUM < 18700
    ImGui::InputTextWithHint("##search", hint, memory.typed.data(), memory.typed.size(), flags, without_slash);
    return take_pressed(memory, ExploreKey::enter);
#else
    static_cast<void>(take_pressed(memory, ExploreKey::enter));
    return ImGui::InputTextWithHint("##search", hint, memory.typed.data(), memory.typed.size(),
                                    flags | ImGuiInputTextFlags_EnterReturnsTrue, without_slash);
#endif
}

/// The keyboard goes into the field, stays there or leaves it.
void follow_focus(ExploreMemory& memory, const bool active) {
    if (active) {
        memory.focus_wanted = false;
        memory.typing = memory.leaving == 0;
    } else if (!memory.focus_wanted) {
        memory.typing = false;
    }
    if (memory.leaving > 0) {
        --memory.leaving;
        memory.typed.front() = '\0';
    }
}

void draw_history_buttons(const PanelContext& context, const float size) {
    const scene::ViewHistory& history = context.state.view_history;
    const float gap = 4.0F * current_scale();
    ImGui::SameLine(0.0F, gap);
    ButtonLook look{.size = {size, size}, .quiet = true, .off = !history.can_undo()};
    if (icon_button("undo view", Icon::undo, look) && !look.off) {
        context.ask(scene::Undo{});
    }
    tooltip(tr("Undo the latest change of what is shown"), keys_for(context.state, scene::Undo{}));
    ImGui::SameLine(0.0F, 0.0F);
    look.off = !history.can_redo();
    if (icon_button("redo view", Icon::redo, look) && !look.off) {
        context.ask(scene::Redo{});
    }
    tooltip(tr("Redo what was undone"), keys_for(context.state, scene::Redo{}));
}

/// @return whether Enter was pressed in it
bool draw_field(const PanelContext& context) {
    ExploreMemory& memory = context.memory.explore;
    const float scale = current_scale();
    const float size = 32.0F * scale;
    const float gap = 4.0F * scale;
    if (memory.leaving > 0) {
        ImGui::SetWindowFocus(nullptr);
    }
    if (memory.focus_wanted) {
        ImGui::SetKeyboardFocusHere();
    }
    const float padding = (size - ImGui::GetFontSize()) * 0.5F;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {10.0F * scale, padding});
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - 2.0F * size - gap);
    const bool entered = edit(memory);
    ImGui::PopStyleVar();
    const bool active = ImGui::IsItemActive();
    if (active) {
        ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                            to_packed(palette::accent), ImGui::GetStyle().FrameRounding, 0,
                                            1.5F * scale);
    }
    tooltip(tr("By its English or Latin name, or another one; slips of the hand do no harm. The arrows go through what "
               "is listed, Enter takes it."),
            keys_for(WindowAction::search));
    follow_focus(memory, active);
    draw_history_buttons(context, size);
    return entered;
}

const char* kind_name(const scene::Found kind) {
    switch (kind) {
        case scene::Found::zone:
            return tr("zone");
        case scene::Found::landmark:
            return tr("landmark");
        case scene::Found::structure:
            break;
    }
    return "";
}

void choose(const PanelContext& context, const scene::Answer& answer) {
    switch (answer.kind) {
        case scene::Found::structure:
            choose_structure(context, answer.ids);
            break;
        case scene::Found::zone:
            context.ask(scene::SelectZone{answer.zone, true});
            break;
        case scene::Found::landmark:
            context.ask(scene::GoToLandmark{answer.ids.front()});
            break;
    }
    leave_search(context.memory.explore);
}

/// All the structures that were found, among ghosts of the others.
void isolate_all(const PanelContext& context, const std::vector<std::string>& ids) {
    choose_structure(context, ids);
    context.ask(scene::IsolateStructure{ids.front(), {ids.begin() + 1, ids.end()}});
}

/// A row of the list; true when clicked.
bool answer_row(const char* id, const std::string& name, const std::string& detail, const char* kind, const bool on,
                const bool scroll) {
    const float scale = current_scale();
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImFont* body = font_of(TextSize::body);
    ImFont* small = font_of(TextSize::small);
    const float padding = 5.0F * scale;
    const float height = body->FontSize + small->FontSize + 2.0F * padding;
    const bool clicked = ImGui::InvisibleButton(id, {std::max(width, 1.0F), height});
    const bool hovered = ImGui::IsItemHovered();
    if (scroll) {
        ImGui::SetScrollHereY();
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (on || hovered) {
        list.AddRectFilled(low, {low.x + width, low.y + height}, to_packed(on ? palette::accent_soft : palette::raised),
                           7.0F * scale);
    }
    const float inner = width - 2.0F * padding - 3.0F * scale;
    const float kind_width = text_size(small, kind).x;
    const ImVec2 text{low.x + padding + 3.0F * scale, low.y + padding};
    draw_text(list, small, {low.x + width - padding - kind_width, text.y + 2.0F * scale}, palette::text_muted, kind);
    {
        const WithFont font(TextSize::body);
        draw_text(list, body, text, on ? palette::accent : palette::text, fitted(name, inner - kind_width));
    }
    const WithFont font(TextSize::small);
    draw_text(list, small, {text.x, text.y + body->FontSize}, palette::text_muted, fitted(detail, inner));
    return clicked;
}

void draw_answers(const PanelContext& context, const bool entered) {
    ExploreMemory& memory = context.memory.explore;
    const std::string typed = memory.typed.data();
    const std::vector<scene::Answer> answers = findable(context).search.answers(typed);
    std::vector<std::string> structures;
    for (const scene::Answer& answer : answers) {
        if (answer.kind == scene::Found::structure) {
            structures.insert(structures.end(), answer.ids.begin(), answer.ids.end());
        }
    }
    const bool several = std::ranges::count(answers, scene::Found::structure, &scene::Answer::kind) > 1;
    const int rows = static_cast<int>(answers.size()) + (several ? 1 : 0);
    const int before = memory.typed_of_last_frame == typed ? memory.answer : 0;
    const bool down = take_pressed(memory, ExploreKey::down);
    const bool up = take_pressed(memory, ExploreKey::up);
    memory.answer = std::clamp(before + (down ? 1 : 0) - (up ? 1 : 0), 0, std::max(rows - 1, 0));
    const bool scroll = up || down || memory.typed_of_last_frame != typed;
    memory.typed_of_last_frame = typed;
    memory.keys.clear();
    if (answers.empty()) {
        paragraph(tr("Nothing has this name, or one like it."), TextSize::small, palette::text_muted);
        return;
    }
    ImGui::BeginChild("answers");
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0F, 1.0F * current_scale()});
    for (int row = 0; row < static_cast<int>(answers.size()); ++row) {
        const scene::Answer& answer = answers[static_cast<std::size_t>(row)];
        const bool on = row == memory.answer;
        ImGui::PushID(row);
        const bool clicked = answer_row("answer", answer.name, answer.detail, kind_name(answer.kind), on, on && scroll);
        ImGui::PopID();
        if (ImGui::IsItemHovered() && answer.kind == scene::Found::structure) {
            context.ask(scene::HoverStructure{answer.ids.front()});
        }
        tooltip(answer.name + "\n" + answer.detail, on ? "Enter" : "");
        if (clicked || (on && entered)) {
            choose(context, answer);
        }
    }
    if (several) {
        const bool on = memory.answer == rows - 1;
        const bool clicked = answer_row("all", tr("All of these muscles, bones, organs"), tr("alone, among ghosts"), "",
                                        on, on && scroll);
        tooltip(tr("All other structures become clear shells around them"), on ? "Enter" : "");
        if (clicked || (on && entered)) {
            isolate_all(context, structures);
        }
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace

const Findable& findable(const PanelContext& context) {
    std::shared_ptr<const Findable>& known = context.memory.explore.findable;
    const std::string language = tr("Organs");
    if (!known || known->body != context.subject.body || known->lesson != context.subject.lesson ||
        known->language != language) {
        auto made = std::make_shared<Findable>();
        made->body = context.subject.body;
        made->lesson = context.subject.lesson;
        made->language = language;
        made->search = scene::Search(context.subject);
        if (context.subject.body) {
            made->tree = scene::structure_tree(*context.subject.body);
        }
        known = std::move(made);
    }
    return *known;
}

void choose_structure(const PanelContext& context, const std::vector<std::string>& ids) {
    if (!ids.empty()) {
        context.ask(scene::SelectStructure{ids.front(), true, ids.size() > 1});
    }
    leave_search(context.memory.explore);
}

bool draw_search(const PanelContext& context) {
    const bool entered = draw_field(context);
    ExploreMemory& memory = context.memory.explore;
    if (memory.typed.front() == '\0') {
        memory.typed_of_last_frame.clear();
        memory.answer = 0;
        if (entered) {
            memory.keys.push_back(ExploreKey::enter);  // of the tree
        }
        return false;
    }
    draw_answers(context, entered);
    return true;
}

}  // namespace dorsum::ui
