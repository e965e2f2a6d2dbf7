#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "catch.h"
#include "practice_ui.h"
#include "scene/key_bindings.h"
#include "ui/hand_colours.h"
#include "ui/keys.h"
#include "ui/settings.h"
#include "ui/theme.h"

using namespace dorsum;
namespace palette = dorsum::ui::palette;

TEST_CASE("black on white has the greatest contrast there is") {
    CHECK(ui::contrast_ratio(ui::colour_from_hex(0x000000), ui::colour_from_hex(0xffffff)) == Approx(21.0));
    CHECK(ui::contrast_ratio(palette::panel, palette::panel) == Approx(1.0));
    // The example that WCAG's own tools give: 777777 on white just misses 4.5.
    CHECK(ui::contrast_ratio(ui::colour_from_hex(0x777777), ui::colour_from_hex(0xffffff)) ==
          Approx(4.48).margin(0.01));
}

TEST_CASE("every text can be read: 4.5 to 1 against what it stands on") {
    const ui::Colour grounds[] = {palette::ground, palette::panel, palette::raised, palette::accent_soft};
    for (const ui::Colour ground : grounds) {
        CHECK(ui::contrast_ratio(palette::text, ground) >= 4.5);
        CHECK(ui::contrast_ratio(palette::text_muted, ground) >= 4.5);
        CHECK(ui::contrast_ratio(palette::accent, ground) >= 4.5);
        CHECK(ui::contrast_ratio(palette::warning, ground) >= 4.5);
    }
    CHECK(ui::contrast_ratio(palette::text, palette::raised_hover) >= 4.5);
    CHECK(ui::contrast_ratio(palette::accent, palette::raised_hover) >= 4.5);
    CHECK(ui::contrast_ratio(palette::on_accent, palette::accent) >= 4.5);
    CHECK(ui::contrast_ratio(palette::on_chip, palette::chip) >= 4.5);
}

TEST_CASE("text over the picture can be read on any skin") {
    // Captions stand on a dark ground that lets a little through; the brightest skin is the worst case.
    const ui::Colour brightest = ui::colour_from_hex(0xffffff);
    CHECK(ui::contrast_ratio(palette::text, ui::over(palette::ground.with_alpha(0.88F), brightest)) >= 4.5);
    CHECK(ui::contrast_ratio(palette::warning, ui::over(palette::ground.with_alpha(0.85F), brightest)) >= 4.5);
}

namespace {

struct Pair {
    const char* name;
    ui::ThemeColour ink;
    ui::ThemeColour ground;
};

/// Every text and sign with what it stands on.
std::vector<Pair> pairs_in_use() {
    std::vector<Pair> pairs;
    for (const ui::ThemeColour& ground : {palette::ground, palette::panel, palette::raised, palette::accent_soft}) {
        pairs.push_back({"text", palette::text, ground});
        pairs.push_back({"muted text", palette::text_muted, ground});
        pairs.push_back({"accent", palette::accent, ground});
        pairs.push_back({"warning", palette::warning, ground});
    }
    pairs.push_back({"text on a row under the mouse", palette::text, palette::raised_hover});
    pairs.push_back({"accent on a row under the mouse", palette::accent, palette::raised_hover});
    pairs.push_back({"on the accent", palette::on_accent, palette::accent});
    pairs.push_back({"on a warning", palette::on_warning, palette::warning});
    pairs.push_back({"on a label", palette::on_chip, palette::chip});
    return pairs;
}

/// As somebody without the cones for red (protanopia) or green (deuteranopia) sees it: Vienot, Brettel and Mollon 1999,
/// on linear sRGB.
ui::Colour as_seen_without(const char cone, const ui::Colour colour) {
    const auto linear = [](const double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    const auto encoded = [](const double value) {
        const double in_range = std::clamp(value, 0.0, 1.0);
        return static_cast<float>(in_range <= 0.0031308 ? in_range * 12.92
                                                        : 1.055 * std::pow(in_range, 1.0 / 2.4) - 0.055);
    };
    const double red = linear(static_cast<double>(colour.red));
    const double green = linear(static_cast<double>(colour.green));
    const double blue = linear(static_cast<double>(colour.blue));
    const bool no_red = cone == 'r';
    const double yellow = no_red ? 0.11238 * red + 0.88762 * green : 0.29275 * red + 0.70725 * green;
    const double third = no_red ? 0.00401 * red - 0.00401 * green + blue : -0.02234 * red + 0.02234 * green + blue;
    return {encoded(yellow), encoded(yellow), encoded(third), 1.0F};
}

double difference(const ui::Colour first, const ui::Colour second) {
    return std::hypot(static_cast<double>(first.red - second.red), static_cast<double>(first.green - second.green),
                      static_cast<double>(first.blue - second.blue));
}

}  // namespace

TEST_CASE("in every theme text has a contrast of 4.5 to 1, in that of high contrast of 7 to 1") {
    for (const scene::Theme theme : scene::themes) {
        const double least = theme == scene::Theme::high_contrast ? 7.0 : 4.5;
        for (const Pair& pair : pairs_in_use()) {
            INFO(name_of(theme) << ": " << pair.name);
            CHECK(ui::contrast_ratio(pair.ink.of(theme), pair.ground.of(theme)) >= least);
        }
    }
    // Lines and borders are no text: 3 to 1 (WCAG 2.2, 1.4.11).
    CHECK(ui::contrast_ratio(palette::line.of(scene::Theme::high_contrast),
                             palette::panel.of(scene::Theme::high_contrast)) >= 3.0);
}

TEST_CASE("what is chosen and what warns stay apart for the colour-blind") {
    const scene::Theme theme = scene::Theme::colour_blind;
    for (const char cone : {'r', 'g'}) {
        INFO(cone);
        const ui::Colour accent = as_seen_without(cone, palette::accent.of(theme));
        const ui::Colour warning = as_seen_without(cone, palette::warning.of(theme));
        CHECK(difference(accent, warning) > 0.6);
        CHECK(difference(accent, as_seen_without(cone, palette::text.of(theme))) > 0.25);
        CHECK(difference(warning, as_seen_without(cone, palette::text.of(theme))) > 0.25);
    }
}

TEST_CASE("a theme is that of its window, and the dark one before any is chosen") {
    CHECK(ui::current_theme() == scene::Theme::dark);
    const test::PracticeUi practice(1280.0F, 720.0F);
    CHECK(ui::current_theme() == scene::Theme::dark);
    for (const scene::Theme theme : scene::themes) {
        ui::apply_theme(1.0F, theme);
        CHECK(ui::current_theme() == theme);
        const ui::Colour text = palette::text;
        CHECK(difference(text, palette::text.of(theme)) == 0.0);
        CHECK(scene::parse_theme(name_of(theme)) == theme);
    }
    CHECK_FALSE(scene::parse_theme("pink"));
}

TEST_CASE("the letters of the hands can be read on their colours") {
    for (const lesson::Hand hand : {lesson::Hand::left, lesson::Hand::right}) {
        const ui::Colour ground = ui::hand_colour(hand);
        CHECK(ui::contrast_ratio(ui::readable_on(ground), ground) >= 4.5);
    }
}

TEST_CASE("whatever can be clicked is at least 24 pixels high and wide") {
    CHECK(ui::smallest_target >= 24.0F);
}

TEST_CASE("text grows with the scale") {
    for (const float scale : {1.0F, 2.0F, 3.0F}) {
        const test::PracticeUi practice(1280.0F, 720.0F, scale);
        CHECK(ui::current_scale() == Approx(scale));
        CHECK(ui::font_of(ui::TextSize::body)->FontSize == Approx(17.0F * scale));
        CHECK(ui::font_of(ui::TextSize::caption)->FontSize == Approx(28.0F * scale));
        CHECK(ImGui::GetIO().FontDefault == nullptr);
        CHECK(ImGui::GetIO().Fonts->Fonts[0] == ui::font_of(ui::TextSize::body));
    }
}

TEST_CASE("a font file is found, and a family that nobody has gives another") {
    CHECK_FALSE(ui::find_font_file("Inter", false).empty());
    CHECK_FALSE(ui::find_font_file("No Such Family 4711", false).empty());
}

TEST_CASE("a screen with many pixels gets larger panels, a small one never smaller than life") {
    CHECK(ui::scale_for_window(1.0F, 1280.0F, 720.0F) == Approx(1.0F));
    CHECK(ui::scale_for_window(1.0F, 3840.0F, 2160.0F) == Approx(2.0F));
    CHECK(ui::scale_for_window(2.0F, 1280.0F, 720.0F) == Approx(2.0F));
    CHECK(ui::scale_for_window(1.0F, 320.0F, 240.0F) == Approx(1.0F));
    CHECK(ui::scale_for_picture(1280.0F, 720.0F) == Approx(1.2F));
    CHECK(ui::scale_for_picture(3840.0F, 2160.0F) == Approx(3.6F));
}

TEST_CASE("every key says what it is, where it belongs and what it does") {
    for (const scene::KeyBinding& binding : scene::key_bindings()) {
        CHECK_FALSE(std::string(binding.key_name).empty());
        CHECK_FALSE(std::string(binding.group).empty());
        CHECK_FALSE(std::string(binding.description).empty());
    }
    for (const ui::WindowKey& own : ui::window_keys()) {
        CHECK_FALSE(std::string(own.description).empty());
        for (const scene::KeyBinding& binding : scene::key_bindings()) {
            CHECK_FALSE((binding.key == own.key && binding.modifiers == own.modifiers));
        }
    }
}

TEST_CASE("a control can name the keys that do the same") {
    const scene::State state;
    CHECK(ui::keys_for(state, scene::NextStep{}) == "PageDown, N");
    CHECK(ui::keys_for(state, scene::TogglePlaying{}) == "Space");
    CHECK(ui::keys_for(state, scene::ShowZone{3, true}).empty());
}

TEST_CASE("a setting is brought into its range and to its step") {
    const ui::Setting& breath = ui::breath_rate_setting();
    CHECK(ui::brought_into_range(breath, 1.0) == Approx(4.0));
    CHECK(ui::brought_into_range(breath, 99.0) == Approx(20.0));
    CHECK(ui::brought_into_range(breath, 6.2) == Approx(6.0));
    const ui::Setting& speed = ui::playback_speed_setting();
    CHECK(ui::brought_into_range(speed, 0.0) == Approx(0.1));
    CHECK(ui::brought_into_range(speed, 9.0) == Approx(2.0));
}

TEST_CASE("the ranges that panels offer are those that the state keeps to") {
    const scene::Subject subject = test::practice_subject();
    scene::State state = test::practice_state(subject);
    state = scene::apply(state, scene::SetPlaybackSpeed{1000.0F}, subject, {1280.0F, 720.0F});
    CHECK(static_cast<double>(state.playback_speed) == Approx(ui::playback_speed_setting().highest));
    state = scene::apply(state, scene::SetPlaybackSpeed{0.0F}, subject, {1280.0F, 720.0F});
    CHECK(static_cast<double>(state.playback_speed) == Approx(ui::playback_speed_setting().lowest));
    state = scene::apply(state, scene::SetBreathRate{1000.0}, subject, {1280.0F, 720.0F});
    CHECK(state.breath_per_min == Approx(ui::breath_rate_setting().highest));
}
