#include "app/practice_history.h"

#include <fstream>
#include <sstream>

#include "catch.h"
#include "temporary_folder.h"

using namespace dorsum;
using app::PracticeEntry;
using app::PracticeHistory;

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

PracticeEntry entry(const int score) {
    return {"2026-03-01 14:05", "back-massage", 2, 1, lesson::Hand::left, score, 7.5, 8.0};
}

}  // namespace

TEST_CASE("scores are kept in the order in which they came, and found at the next start") {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "data" / "practice.csv";
    {
        PracticeHistory history(file);
        CHECK(history.entries().empty());
        history.add(entry(60));
        history.add(entry(75));
        CHECK(history.take_problems().empty());
    }
    CHECK(
        text_of(file).starts_with("time,lesson,step,stroke,hand,score,distance_mm,speed_cm_s\r\n\"2026-03-01 "
                                  "14:05\",\"back-massage\",2,1,left,60,"));
    const PracticeHistory again(file);
    REQUIRE(again.entries().size() == 2);
    CHECK(again.entries()[0] == entry(60));
    CHECK(again.entries()[1] == entry(75));
}

TEST_CASE("a name with commas and quotes comes back as it was") {
    PracticeEntry odd = entry(50);
    odd.lesson = "back, \"slow\"";
    const auto reading = app::parse_practice(app::written_practice({odd, entry(51)}));
    CHECK(reading.broken_lines.empty());
    REQUIRE(reading.entries.size() == 2);
    CHECK(reading.entries[0].lesson == odd.lesson);
}

TEST_CASE("what another window has kept meanwhile stays") {
    const test::TemporaryFolder folder;
    PracticeHistory one(folder / "practice.csv");
    PracticeHistory other(folder / "practice.csv");
    one.add(entry(10));
    other.add(entry(20));
    one.add(entry(30));
    CHECK(one.entries().size() == 3);
}

TEST_CASE("a broken history is set aside with all that it held, its good lines go on, and that is said once") {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "practice.csv";
    const std::string broken =
        app::written_practice({entry(40)}) + "nonsense\r\n\"2026\",\"x\",1,1,left,101,1.0,1.0\r\n\"open,1\r\n";
    std::ofstream(file, std::ios::binary) << broken;
    PracticeHistory history(file);
    REQUIRE(history.entries().size() == 1);
    CHECK(text_of(file.string() + ".broken") == broken);
    const auto problems = history.take_problems();
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().find("practice.csv") != std::string::npos);
    CHECK(problems.front().find("practice.csv.broken") != std::string::npos);
    history.add(entry(41));
    CHECK(history.take_problems().empty());
    CHECK(PracticeHistory(file).entries().size() == 2);
}

TEST_CASE("a file that is something else altogether is set aside, too") {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "practice.csv";
    std::ofstream(file, std::ios::binary) << std::string(
                                                 "\x7f"
                                                 "ELF\0\1\2",
                                                 7)
                                          << std::string(5000, '\xff');
    PracticeHistory history(file);
    CHECK(history.entries().empty());
    CHECK(history.take_problems().size() == 1);
    CHECK(fs::exists(file.string() + ".broken"));
}

TEST_CASE("erasing leaves nothing in the file, and can be undone") {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "practice.csv";
    PracticeHistory history(file);
    history.add(entry(40));
    history.add(entry(50));
    CHECK_FALSE(history.can_put_back());
    history.erase();
    CHECK(PracticeHistory(file).entries().empty());
    CHECK(history.can_put_back());
    history.add(entry(60));
    history.put_back();
    CHECK_FALSE(history.can_put_back());
    const PracticeHistory again(file);
    REQUIRE(again.entries().size() == 3);
    CHECK(again.entries().back() == entry(60));
}

TEST_CASE("without a place to keep it, or where nothing can be written, practising goes on") {
    PracticeHistory nowhere{fs::path{}};
    nowhere.add(entry(40));
    CHECK(nowhere.entries().size() == 1);
    CHECK(nowhere.take_problems().empty());
    const test::TemporaryFolder folder;
    std::ofstream(folder / "occupied") << "a file where the folder should be";
    PracticeHistory blocked(folder / "occupied" / "practice.csv");
    blocked.add(entry(40));
    CHECK(blocked.entries().size() == 1);
    CHECK_FALSE(blocked.take_problems().empty());
}
