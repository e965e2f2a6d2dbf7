#include <fstream>
#include <sstream>
#include <thread>

#include "app/kept_file.h"
#include "app/viewer_keeper.h"
#include "catch.h"
#include "temporary_folder.h"

using namespace dorsum;
using app::KeptFile;
using app::KeptValues;

namespace {

std::string text_of(const std::filesystem::path& path) {
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

KeptFile practice_file(const std::filesystem::path& path) {
    return {path,
            "For practice.",
            {{"speed", "How fast.", 1.0, 0.5, 2.0},
             {"shown", "Whether.", true},
             {"name", "Of what.", std::string()},
             {"names", "Of many.", std::vector<std::string>{}}}};
}

app::ViewerKeeper keeper_in(const test::TemporaryFolder& folder) {
    return app::ViewerKeeper(folder / "config", folder / "state");
}

}  // namespace

TEST_CASE("what was kept is read again, and the file explains itself") {
    const test::TemporaryFolder folder;
    KeptFile file = practice_file(folder / "new" / "kept.toml");
    CHECK(file.read().values.empty());
    CHECK(file.read().problems.empty());
    const std::vector<std::string> names{"a \"quoted\" name", "back\\slash", "größer", ""};
    REQUIRE(file.change([&names](KeptValues& values) {
        values["speed"] = 1.25;
        values["shown"] = false;
        values["names"] = names;
    }));
    const auto read = file.read();
    CHECK(read.problems.empty());
    CHECK(app::kept<double>(read.values, "speed") == 1.25);
    CHECK(app::kept<bool>(read.values, "shown") == false);
    CHECK(app::kept<std::vector<std::string>>(read.values, "names") == names);
    CHECK_FALSE(app::kept<std::string>(read.values, "name"));
    const std::string text = text_of(file.path());
    CHECK(contains(text, "# How fast.\nspeed = 1.25\n"));
    CHECK(contains(text, "# Of what.\n# name = "));
    CHECK(contains(text, "format = 1\n"));
    // Nothing else is left beside it, and what changes nothing writes nothing.
    CHECK(std::distance(std::filesystem::directory_iterator(folder / "new"), {}) == 1);
    write(file.path(), text + "# my own remark\n");
    REQUIRE(file.change([](KeptValues& values) { values["speed"] = 1.25; }));
    CHECK(contains(text_of(file.path()), "my own remark"));
}

TEST_CASE("a broken file is set aside and told, and a new one is begun") {
    const test::TemporaryFolder folder;
    const auto path = folder / "kept.toml";
    for (const std::string broken : {"speed = = 1", "\xff\xfe\x00", "[speed", "speed = 1\nspeed = 2\n"}) {
        INFO(broken);
        write(path, broken);
        KeptFile file = practice_file(path);
        const auto read = file.read();
        CHECK(read.values.empty());
        REQUIRE(read.problems.size() == 1);
        CHECK(contains(read.problems.front(), "kept.toml: is broken"));
        CHECK(contains(read.problems.front(), "kept.toml.broken"));
        CHECK(text_of(folder / "kept.toml.broken") == broken);
        CHECK_FALSE(std::filesystem::exists(path));
        CHECK(file.read().problems.empty());
    }
    KeptFile file = practice_file(path);
    REQUIRE(file.change([](KeptValues& values) { values["speed"] = 2.0; }));
    CHECK(app::kept<double>(file.read().values, "speed") == 2.0);
}

TEST_CASE("values of a wrong type or out of range are told with their line, and stay for the person to correct") {
    const test::TemporaryFolder folder;
    const auto path = folder / "kept.toml";
    write(path, "format = 1\nspeed = 7\nshown = \"yes\"\nname = 3\nnames = [1]\n");
    KeptFile file = practice_file(path);
    const auto read = file.read();
    CHECK(read.values.empty());
    REQUIRE(read.problems.size() == 4);
    CHECK(contains(read.problems[0], "kept.toml:2:"));
    CHECK(contains(read.problems[0], "speed: expected a number from 0.5 to 2"));
    CHECK(contains(read.problems[1], "shown: expected true or false"));
    REQUIRE(file.change([](KeptValues& values) { values["name"] = std::string("right"); }));
    CHECK(contains(text_of(path), "speed = 7"));
    CHECK(app::kept<std::string>(file.read().values, "name") == "right");
}

TEST_CASE("colours, quality and skin tone are found again; a name that is none is told, and the default counts") {
    const test::TemporaryFolder folder;
    ui::Settings chosen;
    chosen.quality = scene::QualityChoice::low;
    chosen.skin_tone = scene::SkinTone::dark;
    chosen.reduced_motion = true;
    chosen.camera_habit = scene::CameraHabit::vtk;
    keeper_in(folder).keep(chosen);
    CHECK(keeper_in(folder).settings() == chosen);
    write(folder / "config" / "settings.toml", "quality = \"best\"\nskin_tone = \"tan\"\n");
    app::ViewerKeeper keeper = keeper_in(folder);
    CHECK(keeper.settings().quality == scene::QualityChoice::automatic);
    CHECK(keeper.settings().skin_tone == scene::SkinTone::tan);
    const auto problems = keeper.take_problems();
    REQUIRE(problems.size() == 1);
    CHECK(contains(problems.front(), "quality: 'best' is none of its names"));
}

TEST_CASE("a language that is none is told, and the environment's counts") {
    const test::TemporaryFolder folder;
    write(folder / "config" / "settings.toml", "language = \"fr\"\n");
    CHECK(keeper_in(folder).settings().language == "fr");
    write(folder / "config" / "settings.toml", "language = \"français\"\n");
    app::ViewerKeeper keeper = keeper_in(folder);
    CHECK(keeper.settings().language.empty());
    const auto problems = keeper.take_problems();
    REQUIRE(problems.size() == 1);
    CHECK(contains(problems.front(), "settings.toml: language: 'français' is no code of a language"));
}

TEST_CASE("a file of a newer version is left alone, and keys of others stay") {
    const test::TemporaryFolder folder;
    const auto path = folder / "kept.toml";
    const std::string newer = "format = 2\nspeed = \"fast\"\n";
    write(path, newer);
    KeptFile file = practice_file(path);
    REQUIRE(file.read().problems.size() == 1);
    CHECK(contains(file.read().problems.front(), "newer version"));
    REQUIRE(file.change([](KeptValues& values) { values["speed"] = 2.0; }));
    CHECK(text_of(path) == newer);

    write(path, "of_another = [1, 2]\n[table]\nkey = 'value'\n");
    REQUIRE(file.change([](KeptValues& values) { values["speed"] = 2.0; }));
    const std::string text = text_of(path);
    CHECK(contains(text, "of_another = [ 1, 2 ]"));
    CHECK(contains(text, "[table]\nkey = 'value'"));
    CHECK(file.read().problems.empty());
}

TEST_CASE("where nothing can be kept that is told, and stops nothing") {
    const test::TemporaryFolder folder;
    write(folder / "config", "a file where the folder should be");
    app::ViewerKeeper keeper = keeper_in(folder);
    CHECK(keeper.settings() == ui::Settings{});
    static_cast<void>(keeper.take_problems());
    ui::Settings changed;
    changed.playback_speed = 0.5;
    keeper.keep(changed);
    changed.playback_speed = 0.25;
    keeper.keep(changed);
    const auto problems = keeper.take_problems();
    REQUIRE(problems.size() == 1);
    CHECK(contains(problems.front(), "config"));
    // No home at all: nothing is kept, without a word.
    app::ViewerKeeper nowhere({}, {});
    nowhere.keep(changed);
    nowhere.add_recent("/somewhere.glb");
    CHECK(nowhere.take_problems().empty());
}

TEST_CASE("two windows that write at once lose nothing of each other's") {
    const test::TemporaryFolder folder;
    app::ViewerKeeper first = keeper_in(folder);
    app::ViewerKeeper second = keeper_in(folder);
    ui::Settings of_first;
    of_first.playback_speed = 0.5;
    first.keep(of_first);
    ui::Settings of_second;
    of_second.panels_shown = false;
    second.keep(of_second);
    const ui::Settings both = keeper_in(folder).settings();
    CHECK(both.playback_speed == 0.5);
    CHECK_FALSE(both.panels_shown);

    constexpr int each = 5;
    const auto add = [&folder](const char* name) {
        app::ViewerKeeper keeper = keeper_in(folder);
        for (int i = 0; i < each; ++i) {
            keeper.add_recent(folder / (name + std::to_string(i) + ".glb"));
        }
    };
    {
        const std::jthread one(add, "one");
        const std::jthread other(add, "other");
    }
    CHECK(keeper_in(folder).recent().size() == 2 * each);
}

TEST_CASE("the last ten models are remembered, the last one first, and those that are gone are known") {
    const test::TemporaryFolder folder;
    app::ViewerKeeper keeper = keeper_in(folder);
    write(folder / "there.glb", "a model");
    keeper.add_recent(folder / "there.glb");
    for (int i = 0; i < 12; ++i) {
        keeper.add_recent(folder / ("gone" + std::to_string(i) + ".glb"));
    }
    CHECK(keeper.recent().size() == ui::most_recent_files);
    keeper.add_recent(folder / "there.glb");
    keeper.add_recent(folder / "there.glb");
    auto recent = keeper.recent();
    REQUIRE(recent.size() == ui::most_recent_files);
    CHECK(recent.front().path == (folder / "there.glb").string());
    CHECK_FALSE(recent.front().missing);
    CHECK(recent[1].path == (folder / "gone11.glb").string());
    CHECK(recent[1].missing);
    keeper.forget_recent(recent[1].path);
    CHECK(keeper.recent().size() == ui::most_recent_files - 1);
    // A name that is no Unicode cannot be written down; it is left out, and harms nothing.
    keeper.add_recent(folder / "b\xff\xc3.glb");
    CHECK(keeper.recent().front().path == (folder / "there.glb").string());
    CHECK(keeper.take_problems().empty());

    write(folder / "config" / "settings.toml", "recent_files = 0\n");
    app::ViewerKeeper forgetful = keeper_in(folder);
    CHECK(forgetful.recent().empty());
}

TEST_CASE("the place of the window and the tips that were seen are found again") {
    const test::TemporaryFolder folder;
    {
        app::ViewerKeeper keeper = keeper_in(folder);
        CHECK_FALSE(keeper.window());
        CHECK_FALSE(keeper.tour_seen());
        keeper.keep(app::WindowPlace{{-1200, 40}, {900, 700}, true});
        keeper.keep_tour_seen();
    }
    const app::ViewerKeeper keeper = keeper_in(folder);
    CHECK(keeper.window() == app::WindowPlace{{-1200, 40}, {900, 700}, true});
    CHECK(keeper.tour_seen());
}

TEST_CASE("what was said on the command line for one time is not kept") {
    const test::TemporaryFolder folder;
    ui::Settings chosen;
    chosen.breath_per_min = 7.0;
    keeper_in(folder).keep(chosen);
    app::ViewerKeeper keeper = keeper_in(folder);
    ui::Settings now = keeper.settings();
    now.breath_per_min = 12.0;
    keeper.begin(now);
    now.playback_speed = 1.5;
    keeper.keep(now);
    const ui::Settings found = keeper_in(folder).settings();
    CHECK(found.breath_per_min == 7.0);
    CHECK(found.playback_speed == 1.5);
}

TEST_CASE("how the lesson plays is kept, and a voice that nobody knows is told and left out") {
    const test::TemporaryFolder folder;
    ui::Settings chosen;
    chosen.repeats = 0;
    chosen.metronome = true;
    chosen.voice = scene::Voice::steps_and_breath;
    chosen.mirrored = true;
    keeper_in(folder).keep(chosen);
    CHECK(keeper_in(folder).settings() == chosen);

    write(folder / "config" / "settings.toml", "voice = 'loud'\nmetronome = 'yes'\nrepeat = 50\n");
    app::ViewerKeeper keeper = keeper_in(folder);
    CHECK(keeper.settings().voice == scene::Voice::off);
    CHECK_FALSE(keeper.settings().metronome);
    CHECK(keeper.settings().repeats <= 10);
    CHECK(keeper.take_problems().size() >= 2);
}
