#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/translate.h"
#include "scene/exploring.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

/// A row of the tree as it stands open now.
struct Row {
    std::string key;  ///< unlike that of any other row
    std::string name;
    std::string latin;
    int depth = 0;
    bool is_branch = false;
    std::optional<scene::Layer> layer;  ///< of a branch that is a whole layer
    std::vector<std::string> ids;
};

/// What is seen of the structures of a row.
struct Seen {
    bool any_shown = false;
    bool all_ghosts = false;  ///< of those shown
    bool chosen = false;
};

std::string key_of(const std::string& parent, const std::string& name) {
    return parent + "/" + name;
}

std::string layer_key(const scene::LayerBranch& branch) {
    return name_of(branch.layer);
}

void add_leaves(std::vector<Row>& rows, const scene::RegionBranch& region, const std::string& parent, const int depth) {
    for (const scene::StructureLeaf& leaf : region.leaves) {
        rows.push_back({key_of(parent, leaf.ids.front()), leaf.name, leaf.latin, depth, false, {}, leaf.ids});
    }
}

std::vector<Row> open_rows(const std::vector<scene::LayerBranch>& tree, const std::set<std::string>& open) {
    std::vector<Row> rows;
    for (const scene::LayerBranch& branch : tree) {
        const std::string key = layer_key(branch);
        rows.push_back({key, branch.name, {}, 0, true, branch.layer, branch.ids()});
        if (!open.contains(key)) {
            continue;
        }
        for (const scene::RegionBranch& region : branch.regions) {
            if (region.name.empty()) {
                add_leaves(rows, region, key, 1);
                continue;
            }
            const std::string region_key = key_of(key, region.name);
            rows.push_back({region_key, region.name, {}, 1, true, {}, region.ids()});
            if (open.contains(region_key)) {
                add_leaves(rows, region, region_key, 2);
            }
        }
    }
    return rows;
}

/// Opens the branches of a structure, and makes its row the one that the keys go on from.
void reveal(ExploreMemory& memory, const std::vector<scene::LayerBranch>& tree, const std::string& structure) {
    for (const scene::LayerBranch& branch : tree) {
        for (const scene::RegionBranch& region : branch.regions) {
            for (const scene::StructureLeaf& leaf : region.leaves) {
                if (std::ranges::find(leaf.ids, structure) == leaf.ids.end()) {
                    continue;
                }
                const std::string layer = layer_key(branch);
                const std::string parent = region.name.empty() ? layer : key_of(layer, region.name);
                memory.open.insert({layer, parent});
                memory.row = key_of(parent, leaf.ids.front());
                memory.row_is_new = true;
            }
        }
    }
}

Seen seen_of(const PanelContext& context, const std::vector<scene::PartLook>& looks, const Row& row) {
    Seen seen;
    seen.all_ghosts = true;
    for (const std::string& id : row.ids) {
        const auto part = body::find_part(*context.subject.body, id);
        if (part && looks[*part].shown) {
            seen.any_shown = true;
            seen.all_ghosts = seen.all_ghosts && looks[*part].ghost;
        }
        seen.chosen = seen.chosen || (!row.is_branch && id == context.state.selected_structure);
    }
    seen.all_ghosts = seen.all_ghosts && seen.any_shown;
    return seen;
}

scene::Command toggle_shown(const Row& row, const Seen& seen) {
    if (seen.any_shown && row.layer) {
        return scene::ShowLayer{*row.layer, false};
    }
    return scene::HideStructures{row.ids, seen.any_shown};
}

scene::Command toggle_ghost(const Row& row, const Seen& seen) {
    return scene::GhostStructures{row.ids, !seen.all_ghosts};
}

void toggle_open(ExploreMemory& memory, const Row& row) {
    if (memory.open.erase(row.key) == 0) {
        memory.open.insert(row.key);
    }
}

void use(const PanelContext& context, const Row& row, const Seen& seen) {
    if (row.is_branch) {
        toggle_open(context.memory.explore, row);
    } else if (seen.chosen) {
        context.ask(scene::SelectStructure{});
    } else {
        choose_structure(context, row.ids);
    }
}

/// One key moves through the rows, opens and closes branches, chooses, hides or makes a ghost.
void follow_keys(const PanelContext& context, const std::vector<Row>& rows, const std::vector<scene::PartLook>& looks) {
    ExploreMemory& memory = context.memory.explore;
    if (memory.keys.empty() || rows.empty()) {
        return;
    }
    const ExploreKey key = memory.keys.front();
    memory.keys.erase(memory.keys.begin());
    const auto found = std::ranges::find(rows, memory.row, &Row::key);
    const auto at = found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
    const auto go_to = [&](const int place) {
        memory.row = rows[static_cast<std::size_t>(std::clamp(place, 0, static_cast<int>(rows.size()) - 1))].key;
        memory.row_is_new = true;
    };
    if (at < 0) {
        go_to(0);
        return;
    }
    const Row& row = *found;
    const Seen seen = seen_of(context, looks, row);
    switch (key) {
        case ExploreKey::up:
            return go_to(at - 1);
        case ExploreKey::down:
            return go_to(at + 1);
        case ExploreKey::right:
            row.is_branch && !memory.open.contains(row.key) ? toggle_open(memory, row) : go_to(at + 1);
            return;
        case ExploreKey::left: {
            if (row.is_branch && memory.open.contains(row.key)) {
                return toggle_open(memory, row);
            }
            int parent = at;
            while (parent > 0 && rows[static_cast<std::size_t>(parent)].depth >= row.depth) {
                --parent;
            }
            return go_to(parent);
        }
        case ExploreKey::enter:
            if (row.is_branch) {
                begin_search(memory);  // Enter has taken the keyboard from the field
            }
            return use(context, row, seen);
        case ExploreKey::hide:
            return context.ask(toggle_shown(row, seen));
        case ExploreKey::ghost:
            return context.ask(toggle_ghost(row, seen));
    }
}

/// Name and sign of a branch; true when clicked.
bool draw_name(const PanelContext& context, const Row& row, const Seen& seen, const float width, const float height) {
    const float scale = current_scale();
    const ExploreMemory& memory = context.memory.explore;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool clicked = ImGui::InvisibleButton("row", {std::max(width, 1.0F), height});
    const bool hovered = ImGui::IsItemHovered();
    const bool pointed_at = std::ranges::find(row.ids, context.state.hovered_structure) != row.ids.end();
    if (seen.chosen || hovered || (pointed_at && !row.is_branch)) {
        list.AddRectFilled(low, {low.x + width, low.y + height},
                           to_packed(seen.chosen ? palette::accent_soft : palette::raised), 6.0F * scale);
    }
    if (memory.typing && memory.row == row.key) {
        list.AddRect(low, {low.x + width, low.y + height}, to_packed(palette::accent), 6.0F * scale, 0, 1.5F * scale);
    }
    const float indent = (6.0F + 14.0F * static_cast<float>(row.depth)) * scale;
    const float sign = 16.0F * scale;
    const Colour ink =
        seen.chosen ? Colour(palette::accent) : Colour(seen.any_shown ? palette::text : palette::text_muted);
    if (row.is_branch) {
        draw_icon(list, memory.open.contains(row.key) ? Icon::branch_open : Icon::branch_closed,
                  {low.x + indent + sign * 0.5F, low.y + height * 0.5F}, 12.0F * scale, palette::text_muted);
    }
    const WithFont font(row.depth == 0 ? TextSize::body : TextSize::small);
    const float left = low.x + indent + (row.is_branch ? sign + 4.0F * scale : 6.0F * scale);
    draw_text(list, ImGui::GetFont(), {left, low.y + (height - ImGui::GetFontSize()) * 0.5F}, ink,
              fitted(row.name, low.x + width - left));
    return clicked;
}

void draw_row(const PanelContext& context, const Row& row, const Seen& seen) {
    const float height = smallest_target * current_scale();
    const float sign = 28.0F * current_scale();
    ImGui::PushID(row.key.c_str());
    const bool clicked = draw_name(context, row, seen, ImGui::GetContentRegionAvail().x - 2.0F * sign, height);
    ExploreMemory& memory = context.memory.explore;
    if (memory.row_is_new && memory.row == row.key) {
        ImGui::SetScrollHereY();
        memory.row_is_new = false;
    }
    if (!row.is_branch && ImGui::IsItemHovered()) {
        context.ask(scene::HoverStructure{row.ids.front()});
    }
    tooltip(row.is_branch ? row.name : row.name + "\n" + row.latin);
    if (clicked) {
        memory.row = row.key;
        use(context, row, seen);
    }
    ImGui::SameLine(0.0F, 0.0F);
    const scene::Command ghost = toggle_ghost(row, seen);
    if (icon_button("ghost", Icon::ghost, {.size = {sign, height}, .on = seen.all_ghosts, .quiet = true})) {
        context.ask(ghost);
    }
    tooltip(seen.all_ghosts ? tr("Opaque again") : tr("Make it a clear shell, that others are seen through"),
            keys_for(context.state, ghost));
    ImGui::SameLine(0.0F, 0.0F);
    const scene::Command shown = toggle_shown(row, seen);
    const Icon eye = seen.any_shown ? Icon::eye : Icon::eye_closed;
    if (icon_button("eye", eye, {.size = {sign, height}, .quiet = true})) {
        context.ask(shown);
    }
    tooltip(seen.any_shown ? tr("Hide it") : tr("Show it, and take off what covers it"),
            keys_for(context.state, shown));
    ImGui::PopID();
}

/// Shown while something is hidden or a ghost.
void draw_show_all(const PanelContext& context) {
    if (!scene::shows_not_all(context.state)) {
        return;
    }
    const WithFont font(TextSize::small);
    const ButtonLook look{.size = {ImGui::GetContentRegionAvail().x, 28.0F * current_scale()}};
    if (text_button("show all", tr("Show all structures again"), look)) {
        context.ask(scene::ShowAllStructures{});
    }
    tooltip(tr("None hidden, none a clear shell"), keys_for(context.state, scene::ShowAllStructures{}));
}

}  // namespace

void draw_structure_tree(const PanelContext& context, const float height) {
    ExploreMemory& memory = context.memory.explore;
    const std::vector<scene::LayerBranch>& tree = findable(context).tree;
    const std::string& chosen = context.state.selected_structure;
    if (chosen != memory.structure_last_frame) {
        reveal(memory, tree, chosen);
        memory.structure_last_frame = chosen;
    }
    const std::vector<scene::PartLook> looks = scene::looks_of_parts(context.state, context.subject);
    follow_keys(context, open_rows(tree, memory.open), looks);
    ImGui::BeginChild("structure tree", {0.0F, height});
    draw_show_all(context);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0F, 0.0F});
    for (const Row& row : open_rows(tree, memory.open)) {
        draw_row(context, row, seen_of(context, looks, row));
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace dorsum::ui
