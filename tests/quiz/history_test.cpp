#include "quiz/history.h"

#include <fstream>
#include <sstream>

#include "catch.h"
#include "temporary_folder.h"

using namespace dorsum::quiz;
using dorsum::test::TemporaryFolder;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

}  // namespace

TEST_CASE("answers are kept as CSV and read back, whatever signs are in them") {
    const TemporaryFolder folder;
    const auto file = folder / "deeper" / "quiz.csv";
    const Answer first{"Ann, \"the\" learner", "2026-03-01", "organ_of_zone 7", "Stomach", true};
    const Answer second{"Zoë", "2026-03-02", "never_pressed kidneys", "two\nlines", false};
    REQUIRE(append_answer(file, first));
    REQUIRE(append_answer(file, second));
    CHECK(bytes_of(file).starts_with("learner,date,question,answer,right\r\n\"Ann, \"\"the\"\" learner\",2026-03-01,"));
    const auto history = read_history(file);
    REQUIRE(history);
    REQUIRE(history->answers.size() == 2);
    CHECK(history->answers[0].learner == first.learner);
    CHECK(history->answers[0].right);
    CHECK(history->answers[1].given == second.given);
    CHECK_FALSE(history->answers[1].right);
    CHECK(history->unreadable_lines == 0);
}

TEST_CASE("a broken history loses none of its good lines: all of it is set aside, what can be read goes on") {
    const TemporaryFolder folder;
    const auto file = folder / "quiz.csv";
    const std::string text =
        "learner,date,question,answer,right\r\nann,2026-03-01,a,b,yes\nnonsense\nann,2026-13-01,a,b,yes\n"
        "ann,2026-03-01,a,b,perhaps\n\nann,2026-03-02,a,b,no\n";
    for (const char* aside : {"quiz.csv.broken", "quiz.csv.broken-2"}) {
        std::ofstream(file, std::ios::binary) << text;
        const auto opened = open_history(file);
        REQUIRE(opened);
        CHECK(opened->history.answers.size() == 2);
        CHECK(opened->history.unreadable_lines == 3);
        REQUIRE(opened->set_aside);
        CHECK(*opened->set_aside == folder / aside);
        CHECK(bytes_of(*opened->set_aside) == text);
        REQUIRE(append_answer(file, {"ann", "2026-03-03", "a", "b", true}));
        const auto again = open_history(file);
        REQUIRE(again);
        CHECK(again->history.answers.size() == 3);
        CHECK_FALSE(again->set_aside);
    }
    CHECK(parse_history("\"never closed\n").unreadable_lines == 1);
    CHECK(read_history(folder / "none.csv")->answers.empty());
    CHECK_FALSE(open_history(folder / "none.csv")->set_aside);
}

TEST_CASE("a line that was not ended keeps its answer, and the next one has a line of its own") {
    const TemporaryFolder folder;
    const auto file = folder / "quiz.csv";
    std::ofstream(file, std::ios::binary) << "learner,date,question,answer,right\nann,2026-03-01,a,b,yes";
    REQUIRE(append_answer(file, {"ann", "2026-03-03", "a", "b", true}));
    CHECK(read_history(file)->answers.size() == 2);
}

TEST_CASE("what was erased can be put back, with what has come since") {
    const TemporaryFolder folder;
    const auto file = folder / "quiz.csv";
    CHECK(take_history(file)->empty());
    REQUIRE(append_answer(file, {"ann", "2026-03-01", "a", "b", true}));
    const auto taken = take_history(file);
    REQUIRE(taken);
    CHECK_FALSE(std::filesystem::exists(file));
    REQUIRE(append_answer(file, {"ann", "2026-03-02", "c", "d", false}));
    REQUIRE(put_back_history(file, *taken));
    const auto history = read_history(file);
    REQUIRE(history->answers.size() == 2);
    CHECK(history->answers[0].question == "a");
    CHECK(history->answers[1].question == "c");
    CHECK(history->unreadable_lines == 0);
}

TEST_CASE("each learner has a file that may be named so, and a teacher gets all of them together") {
    const TemporaryFolder folder;
    CHECK(history_file(folder / "quiz", "Zoë B") == folder / "quiz" / "Zoë B.csv");
    CHECK(history_file(folder / "quiz", "../a%b\n") == folder / "quiz" / "%2E.%2Fa%25b%0A.csv");
    CHECK(history_file(folder / "quiz", "") == folder / "quiz" / "without name.csv");
    for (const char* learner : {"Zoë B", "Ann", "a/../b"}) {
        REQUIRE(append_answer(history_file(folder / "quiz", learner), {learner, "2026-03-01", "a", "b", true}));
    }
    const History all = read_all_histories(folder / "quiz");
    REQUIRE(all.answers.size() == 3);
    CHECK(parse_history(csv_of(all.answers)).answers.size() == 3);
    CHECK(read_all_histories(folder / "none").answers.empty());
}

TEST_CASE("what cannot be written is told with the file's name") {
    const auto failed = append_answer("/proc/dorsum/quiz.csv", {"ann", "2026-03-01", "a", "b", true});
    REQUIRE_FALSE(failed);
    CHECK(failed.error().file == "/proc/dorsum/quiz.csv");
}

TEST_CASE("each learner has a memory of their own, and the first answer of a day counts") {
    const History history{{{"ann", "2026-03-01", "q", "", false},
                           {"ann", "2026-03-01", "q", "", true},
                           {"bob", "2026-03-01", "q", "", true},
                           {"ann", "2026-03-02", "q", "", true}},
                          0};
    const int day = day_of("2026-03-02");
    CHECK(memories_of(history, "ann").at("q").due_day == day + 1);
    CHECK(memories_of(history, "ann").at("q").repetitions == 1);
    CHECK(memories_of(history, "ann").at("q").ease < 2.5);
    CHECK(memories_of(history, "bob").at("q").due_day == day);
    CHECK(memories_of(history, "eve").empty());
}

TEST_CASE("days are counted from 1970 and back") {
    CHECK(day_of("1970-01-01") == 0);
    CHECK(day_of("2000-03-01") == 11017);
    CHECK(date_of(11017) == "2000-03-01");
    for (const char* wrong : {"", "2026-02-30", "2026-3-1", "2026-03-01x", "yesterday!"}) {
        CHECK(day_of(wrong) == -1);
    }
}
