#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

#include "app/subtitles.h"
#include "catch.h"
#include "run_program.h"
#include "temporary_folder.h"

using dorsum::test::contains;
using dorsum::test::run_dorsum;
using dorsum::test::run_program;
using dorsum::test::TemporaryFolder;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

}  // namespace

TEST_CASE("a video of a step plays for as long as the step, and is the same each time") {
    const TemporaryFolder folder;
    const auto make = [&](const std::string& name) {
        return run_dorsum({"video", "--steps", "4", "--fps", "2", "--size", "162x90", "-o", (folder / name).string()});
    };
    const auto first = make("first.mp4");
    INFO(first.standard_error);
    REQUIRE(first.exit_code == 0);
    CHECK(contains(first.standard_error, "100 %"));
    REQUIRE(make("second.mp4").exit_code == 0);
    CHECK(bytes_of(folder / "first.mp4") == bytes_of(folder / "second.mp4"));
    CHECK(folder.file_count() == 2);

    const auto probe = run_program({"ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries",
                                    "stream=codec_name,width,height,avg_frame_rate,pix_fmt", "-of", "csv=p=0",
                                    (folder / "first.mp4").string()});
    INFO(probe.standard_output);
    CHECK(contains(probe.standard_output, "h264,162,90,yuv420p,2/1"));
}

TEST_CASE("captions come as WebVTT beside the video where that is asked for, a cue for each step") {
    const TemporaryFolder folder;
    const auto made = run_dorsum({"video", "--steps", "3-4", "--fps", "1", "--size", "162x90", "--subtitles", "-o",
                                  (folder / "lesson.mp4").string()});
    INFO(made.standard_error);
    REQUIRE(made.exit_code == 0);
    CHECK(folder.file_count() == 2);
    const std::string file = (folder / "lesson.vtt").string();
    const std::string text = bytes_of(file);
    INFO(text);
    CHECK(text.starts_with("WEBVTT\n\n00:00:00.000 --> "));
    CHECK(contains(text, "3. With the breath\n"));
    CHECK(contains(text, "4. Along the spine\n"));
    const auto probe =
        run_program({"ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", file});
    CHECK(contains(probe.standard_output, "webvtt"));
    // The last cue ends with the video.
    const auto duration = run_program({"ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0",
                                       (folder / "lesson.mp4").string()});
    CHECK(std::stod(duration.standard_output) == Approx(80.0));
    CHECK(contains(text, "--> 00:01:20.000\n"));
}

TEST_CASE("signs that WebVTT gives a meaning, and empty lines, do not break its cues") {
    const std::string text = dorsum::app::to_webvtt(
        {{0.0, 1.5, "a --> b & <c>\n\nd"}, {1.5, 1.5, "no time"}, {2.0, 3.0, ""}, {3661.0, 3662.25, "an hour later"}});
    CHECK(text ==
          "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\na --&gt; b &amp; &lt;c&gt;\nd\n"
          "\n01:01:01.000 --> 01:01:02.250\nan hour later\n");
}

TEST_CASE("Ctrl-C stops a video cleanly and leaves no half file behind") {
    const TemporaryFolder folder;
    const std::string target = (folder / "lesson.mp4").string();
    pid_t process = -1;
    std::vector<std::string> arguments{DORSUM_PROGRAM, "video", "--size", "640x360", "-o", target};
    std::vector<char*> pointers;
    for (std::string& argument : arguments) {
        pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    REQUIRE(posix_spawn(&process, DORSUM_PROGRAM, nullptr, nullptr, pointers.data(), environ) == 0);
    // Stop it once the encoder has begun to write: the unfinished file is there under its own name.
    const auto has_begun = [&] {
        for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
            if (entry.file_size() > 0) {
                return true;
            }
        }
        return false;
    };
    for (int tries = 0; tries < 600 && !has_begun(); ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    CHECK(has_begun());
    kill(process, SIGINT);
    int status = 0;
    waitpid(process, &status, 0);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 1);
    CHECK(folder.file_count() == 0);
}

TEST_CASE("without ffmpeg the video command says what to install") {
    const TemporaryFolder folder;
    const auto result =
        run_dorsum({"video", "--size", "64x64", "-o", (folder / "lesson.mp4").string()}, {"PATH=/nowhere"});
    CHECK(result.exit_code == 1);
    CHECK(contains(result.standard_error, "Install the package ffmpeg"));
    CHECK(folder.file_count() == 0);
}

TEST_CASE("steps that the lesson does not have are wrong use") {
    const TemporaryFolder folder;
    const auto result = run_dorsum({"video", "--steps", "4-9", "-o", (folder / "lesson.mp4").string()});
    CHECK(result.exit_code == 2);
    CHECK(contains(result.standard_error, "from 1 to 5"));
    CHECK(folder.file_count() == 0);
}
