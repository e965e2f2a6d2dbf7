#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.h"
#include "run_program.h"
#include "temporary_folder.h"

using dorsum::test::contains;
using dorsum::test::run_dorsum;
using dorsum::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

/// A slab with landmarks beside it, and a cache folder of its own.
class Workplace {
public:
    Workplace() {
        (void)folder_.write("slab.landmarks.toml",
                            "format = 1\nup = \"+y\"\nfacing = \"-z\"\n"
                            "[[landmark]]\nid = \"C7\"\nposition_m = [0, 0.3, 0.1]\n"
                            "[[landmark]]\nid = \"L5\"\nposition_m = [0, -0.16, 0.1]\n");
        write_slab(0.25F);
    }
    void write_slab(const float half_width) const {
        const std::string x = std::to_string(half_width);
        (void)folder_.write("slab.obj", "v -" + x + " -0.5 -0.1\nv " + x + " -0.5 -0.1\nv " + x + " 0.5 -0.1\nv -" + x +
                                            " 0.5 -0.1\nv -" + x + " -0.5 0.1\nv " + x + " -0.5 0.1\nv " + x +
                                            " 0.5 0.1\nv -" + x +
                                            " 0.5 0.1\nf 4 3 2 1\nf 5 6 7 8\nf 1 2 6 5\nf 2 3 7 6\nf 3 4 8 7\n"
                                            "f 4 1 5 8\n");
    }
    /// What `info --json` says of the slab.
    [[nodiscard]] std::string info(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> arguments = {"info", "--json", (folder_ / "slab.obj").string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto result = run_dorsum(arguments, {"XDG_CACHE_HOME=" + (folder_ / "cache").string()});
        CHECK(result.exit_code == 0);
        error_ = result.standard_error;
        return result.standard_output;
    }
    [[nodiscard]] std::vector<fs::path> entries() const {
        std::vector<fs::path> all;
        if (fs::is_directory(folder_ / "cache" / "dorsum")) {
            for (const auto& entry : fs::directory_iterator(folder_ / "cache" / "dorsum")) {
                all.push_back(entry.path());
            }
        }
        return all;
    }
    [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }
    [[nodiscard]] const std::string& error() const { return error_; }

private:
    TemporaryFolder folder_;
    mutable std::string error_;
};

}  // namespace

TEST_CASE("A model that was prepared before is understood and drawn the same") {
    const Workplace place;
    const std::string first = place.info();
    REQUIRE(place.entries().size() == 1);
    CHECK(place.info() == first);
    CHECK(place.entries().size() == 1);
    const std::vector<std::string> environment = {"XDG_CACHE_HOME=" + (place.folder() / "cache").string()};
    for (const std::string option : {"--cache-size=100", "--no-cache"}) {
        CHECK(run_dorsum({"render", (place.folder() / "slab.obj").string(), "--size", "160x120", option, "-o",
                          (place.folder() / (option + ".png")).string()},
                         environment)
                  .exit_code == 0);
    }
    const auto content = [&](const std::string& name) {
        std::ifstream file(place.folder() / name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    CHECK(content("--cache-size=100.png").size() > 1000);
    CHECK((content("--cache-size=100.png") == content("--no-cache.png")));
}

TEST_CASE("Whatever its preparation depends on, a changed model is prepared anew") {
    const Workplace place;
    const std::string first = place.info();
    place.write_slab(0.24F);
    const std::string narrower = place.info();
    CHECK(narrower != first);
    CHECK(place.entries().size() == 2);
    CHECK(place.info({"--unit", "0.9"}) != narrower);
    CHECK(place.entries().size() == 3);
    (void)place.folder().write("slab.landmarks.toml",
                               "format = 1\nup = \"+y\"\nfacing = \"-z\"\n"
                               "[[landmark]]\nid = \"C7\"\nposition_m = [0, 0.31, 0.1]\n"
                               "[[landmark]]\nid = \"L5\"\nposition_m = [0, -0.16, 0.1]\n");
    CHECK(place.info() != narrower);
    CHECK(place.entries().size() == 4);
    place.write_slab(0.25F);
    CHECK(place.info() != first);
}

TEST_CASE("A damaged entry is prepared anew without a word") {
    const Workplace place;
    const std::string first = place.info();
    REQUIRE(place.entries().size() == 1);
    const fs::path entry = place.entries()[0];
    fs::resize_file(entry, fs::file_size(entry) / 2);
    CHECK(place.info() == first);
    CHECK(place.error().empty());
    CHECK(fs::file_size(place.entries().at(0)) > 500);
}

TEST_CASE("A cache that cannot be written is said once and does no harm") {
    const Workplace place;
    const std::string first = place.info({"--no-cache"});
    CHECK(place.entries().empty());
    (void)place.folder().write("cache", "a file where a folder should be");
    CHECK(place.info() == first);
    CHECK(contains(place.error(), "cache"));
    CHECK(contains(place.error(), "prepared anew each time"));
    CHECK(place.error().find("warning") == place.error().rfind("warning"));
}

TEST_CASE("The cache keeps to the size that it is given, down to none") {
    const Workplace place;
    CHECK(place.info() == place.info({"--cache-size", "0"}));
    CHECK(place.entries().size() == 1);
    const auto wrong = run_dorsum({"info", "--no-cache", "--cache-size", "5"});
    CHECK(wrong.exit_code == 2);
}
