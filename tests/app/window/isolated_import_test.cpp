#include "app/isolated_import.h"

#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "catch.h"
#include "temporary_folder.h"

using namespace dorsum;
namespace fs = std::filesystem;

namespace {

/// A program in place of the real reader.
fs::path stand_in(const fs::path& folder, const std::string& script) {
    const fs::path program = folder / "reader";
    std::ofstream(program) << "#!/bin/bash\n" << script << "\n";
    fs::permissions(program, fs::perms::owner_all);
    return program;
}

fs::path small_model(const fs::path& folder) {
    const fs::path file = folder / "triangle.obj";
    std::ofstream(file) << "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n";
    return file;
}

bool has_children() {
    return waitpid(-1, nullptr, WNOHANG) >= 0 || errno != ECHILD;
}

long open_files() {
    long count = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator("/proc/self/fd")) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("a process that reads a model starts no other, so that no program starts itself for ever") {
    const test::TemporaryFolder folder;
    const fs::path program = stand_in(
        folder.path(), "[ -n \"$DORSUM_IMPORT_WORKER\" ] && touch " + (folder.path() / "marked").string() + "; exit 1");
    CHECK_FALSE(app::import_isolated(small_model(folder.path()), {}, program));
    CHECK(fs::exists(folder.path() / "marked"));
    ::setenv("DORSUM_IMPORT_WORKER", "1", 1);
    const auto refused = app::import_isolated(small_model(folder.path()), {}, DORSUM_PROGRAM);
    ::unsetenv("DORSUM_IMPORT_WORKER");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().cause == "a process that reads models starts no other");
}

TEST_CASE("a model read in a process of its own is the model that the file has") {
    const test::TemporaryFolder folder;
    const fs::path file = small_model(folder.path());
    float last = -1.0F;
    const auto model = app::import_isolated(
        file,
        [&last](const float share) {
            last = share;
            return true;
        },
        DORSUM_PROGRAM);
    REQUIRE(model);
    CHECK(model->triangle_count() == 1);
    const auto direct = mesh::import_model(file);
    REQUIRE(direct);
    CHECK(model->parts.front().mesh.positions == direct->parts.front().mesh.positions);
    CHECK(model->parts.front().mesh.indices == direct->parts.front().mesh.indices);
    CHECK(last <= 1.0F);
}

TEST_CASE("what is wrong with a file is said as if it had been read here") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "nonsense.obj";
    std::ofstream(file) << "no model at all\n";
    const auto model = app::import_isolated(file, {}, DORSUM_PROGRAM);
    const auto direct = mesh::import_model(file);
    REQUIRE_FALSE(model);
    REQUIRE_FALSE(direct);
    CHECK(to_string(model.error()) == to_string(direct.error()));
}

TEST_CASE("a file that brings the reader down is an error that names it") {
    const test::TemporaryFolder folder;
    const long files_before = open_files();
    const auto model = app::import_isolated("hostile.glb", {}, stand_in(folder.path(), "kill -SEGV $$"));
    REQUIRE_FALSE(model);
    CHECK(model.error().file == "hostile.glb");
    CHECK(model.error().cause.find("signal 11") != std::string::npos);
    CHECK_FALSE(model.error().remedy.empty());
    CHECK_FALSE(has_children());
    CHECK(open_files() == files_before);
}

TEST_CASE("a reader that ends without a word is an error") {
    const test::TemporaryFolder folder;
    CHECK_FALSE(app::import_isolated("silent.glb", {}, stand_in(folder.path(), "exit 0")));
    CHECK_FALSE(app::import_isolated("silent.glb", {}, folder.path() / "no such program"));
    CHECK_FALSE(has_children());
}

TEST_CASE("a reader that hands over nonsense is an error") {
    const test::TemporaryFolder folder;
    // Announces a model; the file in memory holds none, then something that is none.
    CHECK_FALSE(app::import_isolated("a.glb", {}, stand_in(folder.path(), "printf '\\310' >&200")));
    CHECK_FALSE(app::import_isolated("a.glb", {},
                                     stand_in(folder.path(), "head -c 5000 /dev/zero >&201; printf '\\310' >&200")));
}

TEST_CASE("cancelling ends the reader at once, however long it would have gone on") {
    const test::TemporaryFolder folder;
    int calls = 0;
    const auto model = app::import_isolated(
        "endless.glb", [&calls](float) { return ++calls < 3; }, stand_in(folder.path(), "exec sleep 3600"));
    REQUIRE_FALSE(model);
    CHECK(calls == 3);
    CHECK_FALSE(has_children());
}
