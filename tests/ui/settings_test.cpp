#include "ui/settings.h"

#include "catch.h"
#include "practice_ui.h"
#include "ui/tour.h"

using namespace dorsum;

TEST_CASE("what a person sets in the window is found again, and nothing of the lesson is") {
    const scene::Subject subject = test::practice_subject();
    scene::State state = test::practice_state(subject);
    const double breath = state.breath_per_min;
    CHECK(ui::settings_of(state, breath, {}) == ui::Settings{});

    const auto set = [&](const scene::Command& command) {
        state = scene::apply(std::move(state), command, subject, {1280.0F, 720.0F});
    };
    set(scene::SetPlaybackSpeed{0.35F});
    set(scene::SetBreathRate{breath + 2.0});
    set(scene::ShowPanels{false});
    set(scene::SetReducedMotion{true});
    set(scene::ChooseQuality{scene::QualityChoice::balanced});
    set(scene::SetSkinTone{scene::SkinTone::brown});
    set(scene::ChooseCameraHabit{scene::CameraHabit::blender});
    set(scene::GoToStep{2});
    set(scene::ShowAllZones{true});
    set(scene::SetRepeats{5});
    set(scene::SetMetronome{true});
    set(scene::SetVoice{scene::Voice::steps_and_breath});
    set(scene::SetMirror{true});
    set(scene::SetLoopMark{scene::LoopMark::b});
    ui::Settings before;
    before.language = "fr";
    const ui::Settings settings = ui::settings_of(state, breath, before);
    CHECK(settings.playback_speed == 0.35);
    CHECK(settings.breath_per_min == breath + 2.0);
    CHECK_FALSE(settings.panels_shown);
    CHECK(settings.language == "fr");
    CHECK(settings.reduced_motion);
    CHECK(settings.quality == scene::QualityChoice::balanced);
    CHECK(settings.skin_tone == scene::SkinTone::brown);
    CHECK(settings.camera_habit == scene::CameraHabit::blender);

    CHECK(settings.repeats == 5);
    CHECK(settings.metronome);
    CHECK(settings.voice == scene::Voice::steps_and_breath);
    CHECK(settings.mirrored);

    const scene::State fresh = test::practice_state(subject);
    scene::State again = ui::with_settings(fresh, settings);
    CHECK(again.playback_speed == state.playback_speed);
    CHECK_FALSE(again.panels_shown);
    CHECK(ui::with_settings(scene::State{}, settings).cautions_open);  // always, for safety's sake
    again.playback_speed = fresh.playback_speed;
    again.panels_shown = fresh.panels_shown;
    CHECK(again.reduced_motion);
    CHECK(again.quality == scene::QualityChoice::balanced);
    CHECK(again.skin_tone == scene::SkinTone::brown);
    CHECK(again.camera_habit == scene::CameraHabit::blender);
    again.camera_habit = fresh.camera_habit;
    again.reduced_motion = fresh.reduced_motion;
    again.quality = fresh.quality;
    again.skin_tone = fresh.skin_tone;
    CHECK(scene::repeats(again) == 5);
    CHECK(again.playback.metronome);
    CHECK(again.playback.voice == scene::Voice::steps_and_breath);
    CHECK(again.camera.mirrored);
    again.loop_step = fresh.loop_step;
    again.playback = fresh.playback;
    again.standpoint = fresh.standpoint;
    again.camera = fresh.camera;
    CHECK(again == fresh);

    // Back to what the lesson says: that is no choice any more.
    set(scene::SetBreathRate{breath});
    CHECK(ui::settings_of(state, breath, settings).breath_per_min == 0.0);
}

TEST_CASE("every setting has a key, words, and a default within its range, the same as the program's own") {
    for (const ui::KeptSetting& setting : ui::kept_settings()) {
        INFO(setting.key);
        CHECK(std::string(setting.name).size() > 2);
        CHECK(std::string(setting.description).ends_with('.'));
        if (const auto* number = std::get_if<double>(&setting.default_value)) {
            CHECK(*number >= setting.lowest);
            CHECK(*number <= setting.highest);
        }
    }
    CHECK(ui::range_text(ui::kept_settings()[0]) == "0.1 – 2; by default 1");
    CHECK(ui::range_text(ui::kept_settings()[1]) == "4 – 20; by default as the lesson says");
    CHECK(ui::range_text(ui::kept_settings()[2]) == "on or off; by default on");
    CHECK(std::get<double>(ui::kept_settings()[0].default_value) == ui::Settings{}.playback_speed);
}

TEST_CASE("the tips of the first start follow each other, point at what is shown, and end") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.state.cautions_open = false;
    static_cast<void>(panels.frame());
    panels.memory.tour_tip = 0;
    for (int tip = 0; tip < ui::tour_tip_count; ++tip) {
        INFO(tip);
        REQUIRE(panels.memory.tour_tip == tip);
        // A click anywhere beside goes on, and reaches nothing else.
        const ui::Requests requests = panels.click({640.0F, 560.0F});
        CHECK(requests.commands.empty());
    }
    static_cast<void>(panels.frame());
    CHECK_FALSE(panels.memory.tour_tip);

    // In a window without panels the tips of controls that are not there are left out.
    panels.state.panels_shown = false;
    static_cast<void>(panels.frame());
    CHECK(ui::next_tip(0, panels.memory.tip_targets) == 2);
    CHECK(ui::next_tip(3, panels.memory.tip_targets) == 3);
    CHECK(ui::next_tip(4, panels.memory.tip_targets) == ui::tour_tip_count);
}

TEST_CASE("a recent model is opened by a click, one that is gone can only be taken from the list") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.state.cautions_open = false;
    panels.memory.open_model_shown = true;
    panels.notices.recent = {{"/models/there.glb", false}, {"/models/gone.glb", true}};
    bool opened = false;
    bool forgotten = false;
    for (float y = 340.0F; y < 560.0F; y += 8.0F) {
        for (const float x : {700.0F, 877.0F}) {
            panels.memory.open_model_shown = true;
            const ui::Requests requests = panels.click({x, y});
            CHECK(requests.open_model != std::optional<std::string>("/models/gone.glb"));
            opened = opened || requests.open_model == std::optional<std::string>("/models/there.glb");
            forgotten = forgotten || requests.forget_recent == std::optional<std::string>("/models/gone.glb");
        }
    }
    CHECK(opened);
    CHECK(forgotten);
}
