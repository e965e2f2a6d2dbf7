#include "core/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <fstream>

#include "catch.h"
#include "full_disk.h"
#include "temporary_folder.h"

using dorsum::PendingFile;
using dorsum::test::FullDisk;
using dorsum::test::TemporaryFolder;

namespace {

std::vector<std::byte> bytes_of(const std::string& text) {
    std::vector<std::byte> bytes(text.size());
    std::memcpy(bytes.data(), text.data(), text.size());
    return bytes;
}

}  // namespace

TEST_CASE("what was written is read back") {
    const TemporaryFolder folder;
    const auto target = folder / "note.txt";
    REQUIRE(dorsum::write_file(target, bytes_of("both thumbs")));
    CHECK(dorsum::read_text_file(target).value() == "both thumbs");
    CHECK(folder.file_count() == 1);
}

TEST_CASE("a missing file, a folder and a file that is too large are told apart") {
    const TemporaryFolder folder;
    const auto missing = dorsum::read_file(folder / "none.obj");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().cause == "there is no such file");
    CHECK(missing.error().file == (folder / "none.obj").string());

    const auto directory = dorsum::read_file(folder.path());
    REQUIRE_FALSE(directory);
    CHECK(directory.error().cause == "is not a file");

    REQUIRE(dorsum::write_file(folder / "large.txt", bytes_of("0123456789")));
    const auto large = dorsum::read_file(folder / "large.txt", 9);
    REQUIRE_FALSE(large);
    CHECK(large.error().cause == "is too large to be read");
    CHECK(dorsum::read_file(folder / "large.txt", 10));
}

TEST_CASE("a folder that does not exist is said before anything is written") {
    const TemporaryFolder folder;
    const auto written = dorsum::write_file(folder / "no/such/out.png", bytes_of("x"));
    REQUIRE_FALSE(written);
    CHECK(written.error().cause == "cannot be written: its folder does not exist");
    CHECK_FALSE(written.error().remedy.empty());
    CHECK(folder.file_count() == 0);
}

TEST_CASE("when the disk fills up, the old file stays as it was and no other is left behind") {
    const TemporaryFolder folder;
    const auto target = folder / "lesson.png";
    REQUIRE(dorsum::write_file(target, bytes_of("old")));
    {
        const FullDisk disk(4096);
        const auto written = dorsum::write_file(target, std::vector<std::byte>(100'000));
        REQUIRE_FALSE(written);
        CHECK(written.error().file == target.string());
    }
    CHECK(dorsum::read_text_file(target).value() == "old");
    CHECK(folder.file_count() == 1);
}

TEST_CASE("a pending file exists under its own name only after it is committed") {
    const TemporaryFolder folder;
    const auto target = folder / "lesson.mp4";
    {
        const auto abandoned = PendingFile::create(target);
        REQUIRE(abandoned);
        CHECK(abandoned->temporary_path().extension() == ".mp4");
        CHECK(folder.file_count() == 1);
    }
    CHECK(folder.file_count() == 0);

    auto finished = PendingFile::create(target);
    REQUIRE(finished);
    CHECK_FALSE(std::filesystem::exists(target));
    REQUIRE(finished->commit());
    CHECK(std::filesystem::exists(target));
    CHECK(folder.file_count() == 1);
}

TEST_CASE("a folder is refused as the file to write") {
    const TemporaryFolder folder;
    const auto pending = PendingFile::create(folder.path());
    REQUIRE_FALSE(pending);
    CHECK(pending.error().cause == "is a folder, not a file");
}

TEST_CASE("a device, a pipe or a protected file is never replaced, and a link is followed") {
    const TemporaryFolder folder;
    const auto content = bytes_of("new");
    SECTION("a pipe") {
        REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
        const auto written = dorsum::write_file(folder / "pipe", content);
        REQUIRE_FALSE(written);
        CHECK(written.error().cause.find("pipe") != std::string::npos);
        CHECK(std::filesystem::is_fifo(folder / "pipe"));
        const auto read = dorsum::read_file(folder / "pipe");
        REQUIRE_FALSE(read);  // and comes back at once, although nobody writes into it
        CHECK(read.error().cause.find("not a file") != std::string::npos);
    }
    SECTION("a link") {
        std::ofstream(folder / "old.txt") << "old";
        std::filesystem::create_symlink(folder / "old.txt", folder / "link.txt");
        REQUIRE(dorsum::write_file(folder / "link.txt", content));
        CHECK(std::filesystem::is_symlink(folder / "link.txt"));
        CHECK(dorsum::read_text_file(folder / "old.txt").value() == "new");
    }
    SECTION("a protected file") {
        std::ofstream(folder / "old.txt") << "old";
        std::filesystem::permissions(folder / "old.txt", std::filesystem::perms::owner_read);
        if (::geteuid() != 0) {  // nothing is protected from root
            CHECK_FALSE(dorsum::write_file(folder / "old.txt", content));
            CHECK(dorsum::read_text_file(folder / "old.txt").value() == "old");
        }
    }
    SECTION("no name at all") {
        CHECK_FALSE(dorsum::write_file("", content));
    }
}
