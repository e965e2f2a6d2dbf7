// The panels in another language.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

#include "body/catalogue.h"
#include "catch.h"
#include "core/translate.h"
#include "practice_ui.h"
#include "scene/apply.h"
#include "scene/key_bindings.h"
#include "ui/fonts.h"
#include "ui/keys.h"
#include "ui/settings.h"
#include "ui/theme.h"
#include "ui/widgets.h"

using namespace dorsum;

namespace {

namespace fs = std::filesystem;

/// French until the end of the block.
class French {
public:
    French() {
        start_translation(DORSUM_TEST_TRANSLATIONS);
        REQUIRE(use_language("fr"));
    }
    ~French() { static_cast<void>(use_language("en")); }
    French(const French&) = delete;
    French& operator=(const French&) = delete;
};

std::string content_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The files that hold what is shown: translations, lessons, and the names of structures.
std::vector<fs::path> texts_shown() {
    std::vector<fs::path> files;
    for (const char* folder : {"translations", "lessons", "body"}) {
        for (const auto& entry : fs::directory_iterator(fs::path(DORSUM_TEST_ASSETS) / folder)) {
            const std::string extension = entry.path().extension().string();
            if (extension == ".po" || extension == ".toml") {
                files.push_back(entry.path());
            }
        }
    }
    return files;
}

}  // namespace

TEST_CASE("the fonts have every letter and sign of the translations and lessons") {
    ImGui::CreateContext();
    ui::load_fonts(1.0F);
    ImGui::GetIO().Fonts->Build();
    REQUIRE(texts_shown().size() > 8);
    if (ui::find_font_file("Inter", false).empty()) {
        WARN("no font is installed");
    } else {
        for (const fs::path& file : texts_shown()) {
            const std::string text = content_of(file);
            for (ImFont* font : ImGui::GetIO().Fonts->Fonts) {
                for (const char* at = text.c_str(); *at != '\0';) {
                    unsigned int letter = 0;
                    at += ImTextCharFromUtf8(&letter, at, nullptr);
                    if (letter >= 0x80U && font->FindGlyphNoFallback(static_cast<ImWchar>(letter)) == nullptr) {
                        FAIL_CHECK(file.filename() << " has U+" << std::hex << letter << ", which cannot be shown");
                    }
                }
            }
        }
    }
    ImGui::DestroyContext();
}

TEST_CASE("keys, settings and hints are in the language of now, whatever they were before") {
    const std::string english_key = scene::key_bindings().front().description;
    const std::string english_setting = ui::breath_rate_setting().name;
    const std::string english_row = ui::kept_settings().front().description;
    const std::string english_hint = ui::mouse_hints(scene::CameraHabit::usual).front().description;
    {
        const French french;
        CHECK(scene::key_bindings().front().description == std::string("Jouer ou mettre en pause"));
        CHECK(ui::breath_rate_setting().name == std::string("Souffle"));
        CHECK(ui::kept_settings().front().description != english_row);
        CHECK(ui::mouse_hints(scene::CameraHabit::usual).front().description != english_hint);
        CHECK(ui::window_keys().front().description == std::string("Ouvrir un modèle ou des vues gardées"));
        for (const scene::KeyBinding& binding : scene::key_bindings()) {
            INFO(binding.key_name << " " << binding.description);
            CHECK(std::string(tr(binding.description)) == binding.description);
        }
    }
    CHECK(scene::key_bindings().front().description == english_key);
    CHECK(ui::breath_rate_setting().name == english_setting);
}

TEST_CASE("Ctrl+L goes from language to language, and a click in the panel does the same") {
    const French french;
    scene::State state;
    state.language = "en";
    const auto with_key = [](const scene::State& before) {
        for (const scene::KeyBinding& binding : scene::key_bindings()) {
            if (binding.key_name == std::string("Ctrl+L")) {
                return scene::apply(before, binding.command(before), {}, {1280.0F, 720.0F});
            }
        }
        return before;
    };
    state = with_key(state);
    CHECK(state.language == "fr");
    state = with_key(state);
    CHECK(state.language == "en");
    CHECK(scene::apply(state, scene::ChooseLanguage{"xx"}, {}, {1280.0F, 720.0F}).language == "en");

    // High enough that nothing has to be scrolled to.
    test::PracticePanels panels(1280.0F, 1500.0F);
    bool found = false;
    for (const scene::Command& command : panels.click_all_over({1030.0F, 400.0F, 240.0F, 960.0F}, 14.0F)) {
        const auto* asked = std::get_if<scene::ChooseLanguage>(&command);
        found = found || (asked != nullptr && asked->code == "fr");
    }
    CHECK(found);
}

TEST_CASE("numbers in the panels have the comma of French, and keys their French names") {
    const ui::Setting breath = ui::breath_rate_setting();
    CHECK(ui::value_text(breath, 6.5) == "6.5 a minute");
    CHECK(ui::key_text("Ctrl+Shift+Z") == "Ctrl+Shift+Z");
    CHECK(ui::key_text("Ctrl++") == "Ctrl++");
    const French french;
    CHECK(ui::value_text(ui::breath_rate_setting(), 6.5) == "6,5 par min");
    CHECK(ui::key_text("Ctrl+Shift+Z") == "Ctrl+Maj+Z");
    CHECK(ui::key_text("PageDown") == "Page suiv.");
    CHECK(ui::key_text("+") == "+");
    CHECK(ui::key_text("Q") == "Q");
}

TEST_CASE("every structure of the bundled bodies has a French name and French facts") {
    const French french;
    for (const char* body : {"reference", "woman", "heavy"}) {
        const auto catalogue =
            body::read_catalogue(fs::path(DORSUM_TEST_ASSETS) / "body" / (std::string(body) + ".catalogue.toml"));
        REQUIRE(catalogue);
        // These are the same in both.
        const std::vector<std::string> same{"Atlas (C1)", "Axis (C2)",   "Sacrum", "Coccyx",
                                            "Radius",     "Longissimus", "Ulna"};
        for (const body::CatalogueEntry& entry : catalogue->entries) {
            INFO(entry.id);
            CHECK((tr(entry.name.c_str()) != entry.name || std::ranges::find(same, entry.name) != same.end()));
            for (const std::string& fact : {entry.origin, entry.insertion, entry.action, entry.nerve, entry.note}) {
                CHECK((fact.empty() || tr(fact.c_str()) != fact));
            }
        }
    }
}
