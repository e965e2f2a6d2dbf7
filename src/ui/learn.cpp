#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/translate.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

struct Half {
    const char* name;  ///< marked for translation
    void (*draw)(const PanelContext&);
};
/// The place of each is known by name in panel_parts.h.
constexpr std::array halves{Half{marked("Practise"), draw_practice}, Half{marked("Quiz"), draw_quiz}};

}  // namespace

void draw_learn(const PanelContext& context) {
    const int chosen = std::min(context.memory.learn_half, static_cast<int>(halves.size()) - 1);
    if (halves.size() > 1) {
        std::vector<std::string> names;
        for (const Half& half : halves) {
            names.emplace_back(tr(half.name));
        }
        if (const auto asked = segmented("halves", names, chosen)) {
            context.memory.learn_half = *asked;
        }
        ImGui::Dummy({0.0F, 2.0F * current_scale()});
    }
    ImGui::BeginChild("half");
    halves.at(static_cast<std::size_t>(chosen)).draw(context);
    ImGui::EndChild();
}

}  // namespace dorsum::ui
