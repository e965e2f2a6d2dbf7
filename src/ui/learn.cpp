#include <algorithm>
#include <array>
#include <string>

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
    std::array<std::string, halves.size()> names;
    std::ranges::transform(halves, names.begin(), [](const Half& half) { return std::string(tr(half.name)); });
    int& chosen = context.memory.learn_half;
    chosen = segmented("halves", names, chosen).value_or(chosen);
    ImGui::Dummy({0.0F, 2.0F * current_scale()});
    ImGui::BeginChild("half");
    halves.at(static_cast<std::size_t>(chosen)).draw(context);
    ImGui::EndChild();
}

}  // namespace dorsum::ui
