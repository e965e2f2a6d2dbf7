#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "app/speaker.h"
#include "app/tick_samples.h"
#include "catch.h"
#include "temporary_folder.h"

using namespace dorsum;

namespace {

namespace fs = std::filesystem;

/// A program on the path that writes down what it is told, and speaks as long as it is let.
class FakeVoice {
public:
    explicit FakeVoice(const std::string& speaking) : path_before_(std::getenv("PATH")) {
        const fs::path program = folder_ / "espeak-ng";
        std::ofstream(program) << "#!/bin/sh\nprintf '<%s>' \"$@\" >>'" << told().string() << "'\ncat >>'"
                               << told().string() << "'\necho $$ >>'" << (folder_ / "processes").string() << "'\n"
                               << speaking << "\n";
        fs::permissions(program, fs::perms::owner_all);
        ::setenv("PATH", (folder_.path().string() + ":" + path_before_).c_str(), 1);
    }
    FakeVoice(const FakeVoice&) = delete;
    FakeVoice& operator=(const FakeVoice&) = delete;
    ~FakeVoice() { ::setenv("PATH", path_before_.c_str(), 1); }

    /// What it was told, once it has come so far.
    [[nodiscard]] std::string hear(const std::size_t processes) const {
        for (int attempt = 0; attempt < 600; ++attempt) {
            std::ifstream file(folder_ / "processes");
            const auto lines = std::count(std::istreambuf_iterator<char>(file), {}, '\n');
            if (lines >= static_cast<std::ptrdiff_t>(processes)) {
                break;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        std::ifstream file(told());
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    [[nodiscard]] fs::path told() const { return folder_ / "told"; }
    test::TemporaryFolder folder_;
    std::string path_before_;
};

}  // namespace

TEST_CASE("The voice is told the language and, from its standard input, the text, whatever signs are in it") {
    const FakeVoice voice("exit 0");
    app::Speaker speaker;
    CHECK(app::find_voice());
    const std::string text = "Step 2. \"$(touch /tmp/no)\"; -w out.wav 'Épaules' \\ | & é";
    REQUIRE(speaker.say(text, "fr"));
    CHECK(voice.hear(1) == "<-v><fr><--stdin>" + text);
}

TEST_CASE("A text of any length is told whole, and does not wait for the reader") {
    const FakeVoice voice("exit 0");
    app::Speaker speaker;
    const std::string text(1000000, 'a');
    REQUIRE(speaker.say(text, "en"));
    CHECK(voice.hear(1).size() == text.size() + std::string("<-v><en><--stdin>").size());
}

TEST_CASE("The voice falls silent when it is told to, when it is told something else, and at the end") {
    const FakeVoice voice("sleep 1000");
    {
        app::Speaker speaker;
        REQUIRE(speaker.say("one", "en"));
        static_cast<void>(voice.hear(1));
        CHECK(speaker.is_speaking());
        REQUIRE(speaker.say("two", "en"));
        CHECK(voice.hear(2) == "<-v><en><--stdin>one<-v><en><--stdin>two");
        CHECK(speaker.is_speaking());
        speaker.stop();
        CHECK_FALSE(speaker.is_speaking());
        REQUIRE(speaker.say("three", "en"));
        static_cast<void>(voice.hear(3));
    }
    // Nothing of it is left: this program has no children any more.
    CHECK(std::system("test -z \"$(ps -o pid= --ppid $PPID | grep -v $$)\"") == 0);
}

TEST_CASE("Where there is no espeak-ng that is said, with the package to install, and nothing else happens") {
    const test::TemporaryFolder empty;
    const std::string before = std::getenv("PATH");
    ::setenv("PATH", empty.path().c_str(), 1);
    app::Speaker speaker;
    const auto found = app::find_voice();
    const auto spoken = speaker.say("one", "en");
    ::setenv("PATH", before.c_str(), 1);
    REQUIRE_FALSE(found);
    REQUIRE_FALSE(spoken);
    CHECK(to_string(found.error()).find("Install the package espeak-ng") != std::string::npos);
    CHECK_FALSE(speaker.is_speaking());
}

TEST_CASE("A tick is soft, begins and ends in silence, and sounds higher when the breath goes in") {
    const auto turns = [](const std::vector<std::int16_t>& samples) {
        int count = 0;
        for (std::size_t i = 1; i < samples.size() / 4; ++i) {
            count += (samples[i - 1] < 0) != (samples[i] < 0) ? 1 : 0;
        }
        return count;
    };
    for (const scene::TickSound sound : {scene::TickSound::high, scene::TickSound::low}) {
        const auto samples = app::tick_samples(sound);
        CHECK(samples.size() < app::tick_samples_per_s / 10);
        CHECK(std::abs(samples.front()) < 50);
        CHECK(std::abs(samples.back()) < 50);
        const int loudest = std::abs(*std::ranges::max_element(samples, {}, [](const int v) { return std::abs(v); }));
        CHECK(loudest > 3000);
        CHECK(loudest < 9000);
    }
    CHECK(turns(app::tick_samples(scene::TickSound::high)) > turns(app::tick_samples(scene::TickSound::low)));
}
