#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "run_program.h"
#include "temporary_folder.h"

using dorsum::test::contains;
using dorsum::test::run_dorsum;
using dorsum::test::run_program;
using dorsum::test::TemporaryFolder;

namespace {

std::string write(const TemporaryFolder& folder, const std::string& name, const std::string& content) {
    std::ofstream(folder / name, std::ios::binary) << content;
    return (folder / name).string();
}

std::string valid_triangle() {
    return "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n";
}

/// Nobody's back; landmarks beside it make a model of it.
std::string slab() {
    return "v -0.25 -0.5 -0.1\nv 0.25 -0.5 -0.1\nv 0.25 0.5 -0.1\nv -0.25 0.5 -0.1\n"
           "v -0.25 -0.5 0.1\nv 0.25 -0.5 0.1\nv 0.25 0.5 0.1\nv -0.25 0.5 0.1\n"
           "f 4 3 2 1\nf 5 6 7 8\nf 1 2 6 5\nf 2 3 7 6\nf 3 4 8 7\nf 4 1 5 8\n";
}

std::string slab_with_landmarks(const TemporaryFolder& folder) {
    write(folder, "slab.landmarks.toml",
          "format = 1\nup = \"+y\"\nfacing = \"-z\"\n"
          "[[landmark]]\nid = \"C7\"\nposition_m = [0, 0.3, 0.1]\n"
          "[[landmark]]\nid = \"L5\"\nposition_m = [0, -0.16, 0.1]\n");
    return write(folder, "slab.obj", slab());
}

/// A file that no command can use, and a word that its message must hold.
struct BadModel {
    std::string name;
    std::string content;
    std::string cause;
};

std::vector<BadModel> bad_models() {
    const std::string far_away_ply =
        "ply\nformat binary_little_endian 1.0\nelement vertex 100000000\nproperty float x\nproperty float y\n"
        "property float z\nelement face 100000000\nproperty list uchar int vertex_indices\nend_header\n";
    const std::string compressed_gltf =
        R"({"asset":{"version":"2.0"},"extensionsRequired":["ACME_mesh_compression"],)"
        R"("extensionsUsed":["ACME_mesh_compression"],"meshes":[],"nodes":[],"scenes":[{"nodes":[]}]})";
    return {
        {"empty.obj", "", "empty"},
        {"truncated.glb", std::string("glTF\x02\0\0\0\xff\xff\0\0", 12), "broken"},
        {"foreign.fbx", "\x89PNG\r\n\x1a\n and so on", ""},
        {"notes.txt", "buy oil and towels", ""},
        {"points.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\n", "triangle"},
        {"nan.obj", "v nan nan nan\nv nan 0 0\nv 0 nan 0\nf 1 2 3\n", ""},
        {"out-of-range.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 7 8 9\n", ""},
        {"huge.ply", far_away_ply, ""},
        {"compressed.gltf", compressed_gltf, "ACME_mesh_compression"},
        {"flat.obj", valid_triangle(), ""},
    };
}

}  // namespace

TEST_CASE("check says which file of texts it looked for, and which text that file lacks") {
    const TemporaryFolder folder;
    const std::string lesson = (folder / "mine.toml").string();
    std::filesystem::copy_file(DORSUM_TEST_ASSETS "/lessons/two-minutes.toml", lesson);
    const auto none = run_dorsum({"check", lesson, "--language", "fr"});
    CHECK(none.exit_code == 0);
    CHECK(contains(none.standard_error, (folder / "mine.fr.toml").string() + ": il n’y a pas de tel fichier"));
    CHECK(std::count(none.standard_error.begin(), none.standard_error.end(), '\n') == 1);
    // Nobody asked for it.
    CHECK(run_dorsum({"check", lesson}, {"LC_ALL=fr_FR.UTF-8"}).standard_error.empty());

    std::ifstream french(DORSUM_TEST_ASSETS "/lessons/two-minutes.fr.toml");
    std::string texts(std::istreambuf_iterator<char>(french), {});
    const std::size_t caption = texts.find("caption = ");
    texts.erase(caption, texts.find('\n', caption) + 1 - caption);
    write(folder, "mine.fr.toml", texts);
    const auto lacking = run_dorsum({"check", lesson, "--language", "fr"});
    CHECK(lacking.exit_code == 0);
    CHECK(contains(lacking.standard_error, "l’étape 1 n’a pas de \"caption\""));
    CHECK(std::count(lacking.standard_error.begin(), lacking.standard_error.end(), '\n') == 1);
}

TEST_CASE("a model that cannot be used gives one message with file and remedy, exit 1 and no picture") {
    for (const BadModel& bad : bad_models()) {
        const TemporaryFolder folder;
        const std::string model = write(folder, bad.name, bad.content);
        const std::string picture = (folder / "out.png").string();
        const auto result = run_dorsum({"render", model, "--size", "64x64", "-o", picture});
        INFO(bad.name << ": " << result.standard_error);
        CHECK(result.exit_code == 1);
        CHECK(result.standard_output.empty());
        CHECK(contains(result.standard_error, bad.name));
        CHECK(contains(result.standard_error, bad.cause));
        CHECK(folder.file_count() == 1);
        CHECK(run_dorsum({"info", "--json", model}).exit_code == 1);
    }
}

TEST_CASE("a model that does not exist is said to be missing, not broken") {
    const auto result = run_dorsum({"info", "/no/such/back.obj"});
    CHECK(result.exit_code == 1);
    CHECK(contains(result.standard_error, "/no/such/back.obj: there is no such file"));
}

TEST_CASE("an output folder that does not exist is said before any work, and nothing is written") {
    const auto picture = run_dorsum({"render", "-o", "/no/such/folder/out.png"});
    CHECK(picture.exit_code == 1);
    CHECK(contains(picture.standard_error, "/no/such/folder/out.png: cannot be written: its folder does not exist"));
    const auto video = run_dorsum({"video", "-o", "/no/such/folder/out.mp4"});
    CHECK(video.exit_code == 1);
    CHECK(contains(video.standard_error, "its folder does not exist"));
}

TEST_CASE("a full disk is said and leaves neither picture nor part of one") {
    const TemporaryFolder folder;
    // A limit on the size of files is what a full disk looks like to a program. It holds for the
    // memory through which a model reaches the program, too; hence a model of a few bytes.
    const std::string model = slab_with_landmarks(folder);
    const std::string picture = (folder / "out.png").string();
    const auto result =
        run_program({"sh", "-c", "trap '' XFSZ; ulimit -f 40; exec \"$0\" render \"$1\" --size 1600x1200 -o \"$2\"",
                     DORSUM_PROGRAM, model, picture},
                    {});
    INFO(result.standard_error);
    CHECK(result.exit_code == 1);
    CHECK(contains(result.standard_error, "out.png: cannot be written"));
    CHECK(folder.file_count() == 2);  // the model and its landmarks
}

TEST_CASE("a disk that is full is said by the video command, too, and the old video stays") {
    const TemporaryFolder folder;
    const std::string model = slab_with_landmarks(folder);
    const std::string video = write(folder, "lesson.mp4", "an older video");
    for (const char* blocks : {"6", "16", "24"}) {
        const auto result = run_program(
            {"sh", "-c",
             "trap '' XFSZ; ulimit -f \"$3\"; exec \"$0\" video \"$1\" --steps 4 --fps 5 --size 320x180 -o \"$2\"",
             DORSUM_PROGRAM, model, video, blocks},
            {});
        INFO(blocks << ": " << result.standard_error);
        CHECK(result.exit_code == 1);
        CHECK(contains(result.standard_error, "space left on the disk"));
        CHECK(folder.file_count() == 3);
        CHECK(std::filesystem::file_size(video) == std::string("an older video").size());
    }
}

TEST_CASE("standard output that takes nothing is a failure") {
    const auto result = run_program({"sh", "-c", "exec \"$0\" info >/dev/full", DORSUM_PROGRAM}, {});
    INFO(result.standard_error);
    CHECK(result.exit_code == 1);
    CHECK(contains(result.standard_error, "standard output cannot be written"));
}

TEST_CASE("a unit or axes that make no person of a model are refused with a remedy") {
    const std::vector<std::vector<std::string>> impossible{
        {"--up", "+y", "--facing", "-y"}, {"--unit", "1e30"}, {"--unit", "1e-30"}, {"--unit", "100"}, {"--unit", "mm"}};
    for (const auto& options : impossible) {
        std::vector<std::string> command{"info"};
        command.insert(command.end(), options.begin(), options.end());
        const auto result = run_dorsum(command);
        INFO(options.back() << ": " << result.standard_error);
        CHECK(result.exit_code == 1);
        CHECK(result.standard_output.empty());
        CHECK(contains(result.standard_error, "Give"));
    }
}

TEST_CASE("bench says of a lesson without strokes that there is nothing to measure") {
    const TemporaryFolder folder;
    const std::string lesson =
        write(folder, "rest.toml",
              "format = 1\ntitle = \"Rest\"\npurpose = \"p\"\nadvice = [\"a\"]\ncautions = [\"c\"]\n"
              "[[step]]\ntitle = \"t\"\ncaption = \"c\"\ntext = \"t\"\nrest_s = 5\n");
    CHECK(run_dorsum({"check", lesson}).exit_code == 0);
    const auto result = run_dorsum({"bench", "--lesson", lesson});
    CHECK(result.exit_code == 1);
    CHECK(contains(result.standard_error, "rest.toml: has no strokes"));
}

TEST_CASE("a driver without OpenGL 3.3 and ES 3.0 is said with a remedy") {
    const TemporaryFolder folder;
    const auto result = run_dorsum({"render", "--size", "64x64", "-o", (folder / "out.png").string()},
                                   {"MESA_GL_VERSION_OVERRIDE=2.1", "MESA_GLES_VERSION_OVERRIDE=2.0"});
    INFO(result.standard_error);
    CHECK(result.exit_code == 1);
    CHECK(contains(result.standard_error, "OpenGL 3.3"));
    CHECK(folder.file_count() == 0);
}

TEST_CASE("without a display the viewer says so and names what works without one") {
    const auto result = run_program({"env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", DORSUM_PROGRAM});
    INFO(result.standard_error);
    CHECK(result.exit_code == 1);
    CHECK(contains(result.standard_error, "dorsum render"));
}

TEST_CASE("a lesson that cannot be used names its line, what is wrong and what would be right") {
    const TemporaryFolder folder;
    const std::string start = "format = 1\ntitle = \"Test\"\n";
    struct BadLesson {
        std::string content;
        std::string place;
        std::string word;
    };
    const std::vector<BadLesson> bad_lessons{
        {"title = ", "1", ""},
        {start + "[[step]]\ntitle = 7\n", "4", "title"},
        {start +
             "[[zone]]\nnumber = 1\norgan = \"lungs\"\nplace = \"p\"\ntouch = \"t\"\nlevel = \"T13\"\nlateral_mm = 0\n",
         "8", "T13"},
        {start + "[[zone]]\nnumber = 1\norgan = \"lungs\"\nplace = \"p\"\ntouch = \"t\"\nlevel = \"T3\"\nlateral_mm = "
                 "900\n",
         "9", "lateral_mm"},
    };
    for (const BadLesson& bad : bad_lessons) {
        const std::string lesson = write(folder, "lesson.toml", bad.content);
        const auto result = run_dorsum({"check", lesson});
        INFO(bad.content << "\n" << result.standard_error);
        CHECK(result.exit_code == 1);
        CHECK(contains(result.standard_error, "lesson.toml:" + bad.place + ":"));
        CHECK(contains(result.standard_error, bad.word));
    }
    const auto missing = run_dorsum({"render", "--lesson", "/no/such.toml", "-o", (folder / "x.png").string()});
    CHECK(missing.exit_code == 1);
    CHECK(contains(missing.standard_error, "/no/such.toml: there is no such file"));
    CHECK_FALSE(std::filesystem::exists(folder / "x.png"));
}
