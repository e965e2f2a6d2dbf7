#include <algorithm>
#include <string>
#include <vector>

#include "core/translate.h"
#include "scene/interface_language.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

/// Languages go by their own names, so that each finds hers in whatever language the window is.
void draw_language(const PanelContext& context) {
    const std::vector<std::string>& codes = languages();
    if (codes.size() < 2) {
        return;
    }
    std::vector<std::string> names;
    std::ranges::transform(codes, std::back_inserter(names), own_name_of_language);
    const std::string& now = context.state.language;
    const auto chosen = static_cast<int>(std::ranges::find(codes, now) - codes.begin());
    const WithFont font(TextSize::small);
    ImGui::BeginGroup();
    const auto asked = segmented("language", names, chosen);
    ImGui::EndGroup();
    if (asked) {
        context.ask(scene::ChooseLanguage{codes.at(static_cast<std::size_t>(*asked))});
    }
    tooltip(tr("The language of the window and of its lessons"),
            keys_for(context.state, scene::ChooseLanguage{scene::next_language(now)}));
}

}  // namespace dorsum::ui
