#include "core/disk_cache.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "catch.h"
#include "core/content_hash.h"
#include "full_disk.h"
#include "temporary_folder.h"

using namespace dorsum;
using dorsum::test::FullDisk;
using dorsum::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t plenty = 1U << 20U;

bool put(const DiskCache& cache, const std::string& key, const std::string& content) {
    return cache
        .store(key,
               [&content](const ByteSink& sink) {
                   // In two pieces, as models come.
                   const auto bytes = std::as_bytes(std::span(content));
                   return sink(bytes.first(bytes.size() / 2)) && sink(bytes.subspan(bytes.size() / 2));
               })
        .has_value();
}

/// What an entry holds; "none" where there is none.
std::string found(const DiskCache& cache, const std::string& key) {
    std::string content = "none";
    const bool there = cache.find(key, [&content](const std::span<const std::byte> bytes) {
        content.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return true;
    });
    return there ? content : "none";
}

fs::path only_file_in(const fs::path& folder) {
    return fs::directory_iterator(folder)->path();
}

}  // namespace

TEST_CASE("What was stored is found again, by another program too, and what was not is not") {
    const TemporaryFolder folder;
    CHECK(put(DiskCache(folder / "new", plenty), "a", "the first"));
    CHECK(put(DiskCache(folder / "new", plenty), "b", "the second"));
    const DiskCache cache(folder / "new", plenty);
    CHECK(found(cache, "a") == "the first");
    CHECK(found(cache, "b") == "the second");
    CHECK(found(cache, "c") == "none");
    CHECK(put(cache, "a", "newer"));
    CHECK(found(cache, "a") == "newer");
}

TEST_CASE("Whatever byte of an entry is damaged, it is dropped and can be made anew") {
    const TemporaryFolder folder;
    const DiskCache cache(folder.path(), plenty);
    REQUIRE(put(cache, "a", "twelve bytes"));
    const auto size = static_cast<std::size_t>(fs::file_size(only_file_in(folder.path())));
    for (std::size_t at = 0; at < size; ++at) {
        REQUIRE(put(cache, "a", "twelve bytes"));
        std::fstream file(only_file_in(folder.path()), std::ios::in | std::ios::out | std::ios::binary);
        file.seekg(static_cast<std::streamoff>(at));
        const auto damaged = static_cast<char>(file.get() ^ 4);
        file.seekp(static_cast<std::streamoff>(at));
        file.put(damaged);
        file.close();
        CHECK(found(cache, "a") == "none");
        CHECK(folder.file_count() == 0);
    }
    for (std::size_t length = 0; length < size; ++length) {
        REQUIRE(put(cache, "a", "twelve bytes"));
        fs::resize_file(only_file_in(folder.path()), length);
        CHECK(found(cache, "a") == "none");
    }
    REQUIRE(put(cache, "a", "twelve bytes"));
    CHECK(found(cache, "a") == "twelve bytes");
}

TEST_CASE("An entry of which nothing can be made is dropped") {
    const TemporaryFolder folder;
    const DiskCache cache(folder.path(), plenty);
    REQUIRE(put(cache, "a", "sound, but of no use"));
    CHECK_FALSE(cache.find("a", [](const std::span<const std::byte>) { return false; }));
    CHECK(folder.file_count() == 0);
}

TEST_CASE("The cache stays below its size, and what was used longest ago goes first") {
    const TemporaryFolder folder;
    const std::string content(1000, 'x');
    const DiskCache cache(folder.path(), 3500);
    const auto used_before = [&](const std::string& key, const int minutes) {
        fs::last_write_time(folder.path() / (key + ".entry"),
                            fs::file_time_type::clock::now() - std::chrono::minutes(minutes));
    };
    for (const std::string key : {"a", "b", "c"}) {
        REQUIRE(put(cache, key, content));
    }
    used_before("a", 30);
    used_before("b", 20);
    used_before("c", 10);
    CHECK(found(cache, "a") == content);  // and so the one that was used last
    REQUIRE(put(cache, "d", content));
    CHECK(found(cache, "b") == "none");
    for (const std::string key : {"a", "c", "d"}) {
        CHECK(found(cache, key) == content);
    }
    // One that alone is too large is no reason to lose the others.
    REQUIRE(put(cache, "huge", std::string(4000, 'y')));
    CHECK(found(cache, "huge") == "none");
    CHECK(found(cache, "a") == content);
}

TEST_CASE("With a size of nothing there is no cache") {
    const TemporaryFolder folder;
    const DiskCache cache(folder.path() / "none", 0);
    CHECK(put(cache, "a", "content"));
    CHECK(found(cache, "a") == "none");
    CHECK_FALSE(fs::exists(folder.path() / "none"));
    CHECK(found(DiskCache({}, plenty), "a") == "none");
}

TEST_CASE("A full disk is told, with what to do, and leaves nothing behind") {
    const TemporaryFolder folder;
    const DiskCache cache(folder.path(), plenty);
    const FullDisk full(100);
    const auto stored = cache.store("a", [](const ByteSink& sink) {
        return sink(std::as_bytes(std::span(std::string_view("short")))) && sink(std::vector<std::byte>(5000));
    });
    REQUIRE_FALSE(stored);
    CHECK_FALSE(stored.error().remedy.empty());
    CHECK(folder.file_count() == 0);
}

TEST_CASE("A folder that cannot be made is told") {
    const TemporaryFolder folder;
    (void)folder.write("file", "in the way");
    const auto stored = DiskCache(folder / "file", plenty).store("a", [](const ByteSink&) { return true; });
    REQUIRE_FALSE(stored);
    CHECK(stored.error().file.find("file") != std::string::npos);
}

TEST_CASE("A program killed while it writes leaves no entry, and its rest is cleared away in time") {
    const TemporaryFolder folder;
    const DiskCache cache(folder.path(), plenty);
    const pid_t child = ::fork();
    if (child == 0) {
        static_cast<void>(cache.store("a", [](const ByteSink& sink) {
            static_cast<void>(sink(std::vector<std::byte>(5000)));
            ::kill(::getpid(), SIGKILL);
            return true;
        }));
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(found(cache, "a") == "none");
    REQUIRE(folder.file_count() == 1);
    fs::last_write_time(only_file_in(folder.path()), fs::file_time_type::clock::now() - std::chrono::hours(2));
    REQUIRE(put(cache, "b", "content"));
    CHECK(folder.file_count() == 1);
}

TEST_CASE("Programs that write and read the same entries at once only ever see whole ones") {
    const TemporaryFolder folder;
    const auto work = [&folder](const char letter) {
        const DiskCache cache(folder.path(), 30'000);  // room for three: entries come and go all the time
        bool whole = true;
        for (int i = 0; i < 300; ++i) {
            const std::string key(1, static_cast<char>('a' + i % 5));
            whole = put(cache, key, std::string(10'000 - 100, letter)) && whole;
            const std::string content = found(cache, key);
            whole = whole && (content == "none" || content.size() == 9900) &&
                    std::ranges::all_of(content == "none" ? "" : content,
                                        [&content](const char each) { return each == content.front(); });
        }
        return whole;
    };
    std::vector<pid_t> others;
    for (const char letter : {'1', '2', '3'}) {
        others.push_back(::fork());
        if (others.back() == 0) {
            ::_exit(work(letter) ? 0 : 1);
        }
    }
    CHECK(work('0'));
    for (const pid_t other : others) {
        int status = 0;
        REQUIRE(::waitpid(other, &status, 0) == other);
        CHECK(status == 0);
    }
}

TEST_CASE("Contents that differ have different hashes, and equal ones the same") {
    const TemporaryFolder folder;
    const auto hash_of = [](const std::vector<std::string>& texts) {
        ContentHash hash;
        for (const std::string& text : texts) {
            hash.add(text);
        }
        return hash.text();
    };
    CHECK(hash_of({"a", "bc"}) == hash_of({"a", "bc"}));
    CHECK(hash_of({"a", "bc"}) != hash_of({"ab", "c"}));
    CHECK(hash_of({}).size() == 32);
    std::string content(700'000, 'm');
    const auto hash_of_file = [&folder](const std::string& text) {
        ContentHash hash;
        REQUIRE(hash.add_file(folder.write("file", text)));
        return hash.text();
    };
    const std::string whole = hash_of_file(content);
    CHECK(hash_of_file(content) == whole);
    content[650'000] = 'n';
    CHECK(hash_of_file(content) != whole);
    ContentHash hash;
    CHECK_FALSE(hash.add_file(folder / "missing"));
    CHECK_FALSE(hash.add_file(folder.path()));
}
