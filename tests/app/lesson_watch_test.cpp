#include "app/lesson_watch.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "../lesson/lesson_text.h"
#include "../lesson/test_body.h"
#include "catch.h"
#include "temporary_folder.h"

using namespace dorsum;
using app::LessonNews;
using app::LessonShown;
using app::LessonWatch;
using lesson::faultless_text;
using lesson::replaced;
namespace fs = std::filesystem;

namespace {

constexpr LessonWatch::Pace quick{std::chrono::milliseconds(5), 2, 6};

/// A person with a lesson open, as the window has it: takes over what is good, remembers what is said.
class Person {
public:
    explicit Person(const fs::path& file, const std::string& language = {}, const double breath_per_min = 0.0) {
        options_.lesson = file;
        options_.language = language.empty() ? "xx" : language;  // not that of the environment
        options_.breath_per_min = breath_per_min;
        seen_ = app::look_at_lesson(options_);
        const lesson::LessonReading reading = lesson::read_lesson(file);
        REQUIRE(reading.lesson);
        shown_.lesson = std::make_shared<const lesson::Lesson>(*reading.lesson);
        shown_.body = lesson::test_body();
        shown_.breath_per_min = breath_per_min > 0.0 ? breath_per_min : shown_.lesson->breath_per_min;
    }
    void open(const LessonWatch::Pace pace = quick) {
        watch_.emplace(
            options_, seen_, [this] { ++wakes_; }, pace);
    }
    /// Until it comes true; the bound only ends a test that has failed.
    template <typename Condition>
    bool sees(const Condition& condition) {
        for (int attempt = 0; attempt < 12000; ++attempt) {
            look();
            if (condition()) {
                return true;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return false;
    }
    bool sees_title(const std::string& title) {
        return sees([&] { return shown_.lesson->title == title && problems_.empty(); });
    }
    bool is_told(const std::string& cause) {
        return sees([&] { return !problems_.empty() && problems_[0].cause.find(cause) != std::string::npos; });
    }
    void look() {
        watch_->follow(shown_);
        auto news = watch_->take();
        if (news && news->problems) {
            problems_ = *news->problems;
            all_problems_.insert(all_problems_.end(), problems_.begin(), problems_.end());
        }
        if (news && news->translated) {
            shown_.lesson = news->translated;
        }
        if (news && news->subject) {
            taken_ = *news->subject;
            shown_.lesson = taken_.lesson;
            shown_.breath_per_min = taken_.choreography->breath.breath_per_min;
        }
    }
    /// Waits until the watch has called so often in all, and takes nothing.
    bool is_woken(const int times) {
        for (int attempt = 0; attempt < 12000 && wakes_ < times; ++attempt) {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return wakes_ >= times;
    }

    LessonShown shown_;
    scene::Subject taken_;         ///< last
    std::vector<Error> problems_;  ///< that are shown
    std::vector<Error> all_problems_;
    std::optional<LessonWatch> watch_;

private:
    app::SubjectOptions options_;
    app::LessonLook seen_;
    std::atomic<int> wakes_ = 0;
};

std::string titled(const std::string& title) {
    return replaced(faultless_text(), "title = \"A lesson\"", "title = \"" + title + "\"");
}

/// The texts of faultless_text() in French.
std::string french_texts() {
    return "title = \"Une leçon\"\npurpose = \"p\"\nadvice = [\"a\"]\ncautions = [\"c\"]\n"
           "[[step]]\ntitle = \"s\"\ncaption = \"c\"\ntext = \"t\"\n[[step]]\ntitle = \"s\"\ncaption = \"c\"\ntext = "
           "\"t\"\n"
           "[[zone]]\norgan = \"o\"\nplace = \"p\"\ntouch = \"t\"\n[[zone]]\norgan = \"o\"\nplace = \"p\"\ntouch = "
           "\"t\"\n"
           "[zones]\nnote = \"n\"\n";
}

/// As editors do that write beside and rename.
void replace_file(const fs::path& file, const std::string& text) {
    std::ofstream(file.string() + ".new") << text;
    fs::rename(file.string() + ".new", file);
}

}  // namespace

TEST_CASE("a lesson that is changed is read anew and laid on the body that is shown") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.write("my.toml", faultless_text());
    Person person(file);
    person.open();
    std::ofstream(file) << titled("Another lesson");
    REQUIRE(person.sees_title("Another lesson"));
    CHECK(person.taken_.body == person.shown_.body);
    REQUIRE(person.taken_.choreography->steps.size() == 2);
    CHECK(person.taken_.choreography->steps[1].strokes.size() == 4);
    CHECK(person.taken_.worked != nullptr);
}

TEST_CASE("what changed between the reading of a lesson and the opening of the window is not missed") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.write("my.toml", faultless_text());
    Person person(file);
    std::ofstream(file) << titled("While it opened");
    person.open();
    CHECK(person.sees_title("While it opened"));
}

TEST_CASE("a lesson that is broken is told with line and column, and the last good one is kept until it is mended") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.write("my.toml", faultless_text());
    Person person(file);
    person.open();
    const auto before = person.shown_.lesson;
    const std::string broken = replaced(faultless_text(), "repeats = 2", "repaets = 2");
    replace_file(file, broken);
    REQUIRE(person.is_told("\"repaets\", which is unknown"));
    CHECK(person.problems_[0].file == file.string());
    CHECK(person.problems_[0].line == lesson::line_of(broken, "repaets"));
    CHECK(person.problems_[0].column == 1);
    CHECK(person.problems_[0].remedy == "Did you mean \"repeats\"?");
    CHECK(person.shown_.lesson == before);
    CHECK(person.taken_.lesson == nullptr);
    replace_file(file, titled("Mended"));
    CHECK(person.sees_title("Mended"));
    CHECK(person.problems_.empty());
}

TEST_CASE("a file that was written beside and renamed is found, though it is as long and as old as before") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.write("my.toml", titled("One"));
    Person person(file);
    person.open();
    const auto when = fs::last_write_time(file);
    const fs::path beside = folder.write("beside.toml", titled("Two"));
    fs::last_write_time(beside, when);
    REQUIRE(fs::file_size(beside) == fs::file_size(file));
    fs::rename(beside, file);
    CHECK(person.sees_title("Two"));
}

TEST_CASE("a file that vanishes for a moment is waited for, one that stays away is told") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.write("my.toml", faultless_text());
    Person person(file);
    SECTION("for a moment") {
        person.open({std::chrono::milliseconds(1), 2, 1000000});
        fs::rename(file, folder / "my.toml~");
        for (int i = 0; i < 20; ++i) {
            person.look();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        replace_file(file, titled("Back again"));
        CHECK(person.sees_title("Back again"));
        CHECK(person.all_problems_.empty());
    }
    SECTION("for good") {
        person.open();
        const auto before = person.shown_.lesson;
        fs::remove(file);
        CHECK(person.is_told("there is no such file"));
        CHECK(person.shown_.lesson == before);
        replace_file(file, titled("Found"));
        CHECK(person.sees_title("Found"));
    }
}

TEST_CASE("a lesson that is written bit by bit ends as the whole lesson") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.write("my.toml", faultless_text());
    Person person(file);
    person.open();
    const std::string text = titled("Bit by bit");
    std::ofstream stream(file);
    for (std::size_t at = 0; at < text.size(); at += 40) {
        stream << text.substr(at, 40) << std::flush;
        person.look();
        CHECK((person.shown_.lesson->title == "A lesson" || at + 40 >= text.size()));
    }
    stream.close();
    CHECK(person.sees_title("Bit by bit"));
}

TEST_CASE("texts in the person's language are read anew as well, and a torn file of them changes nothing") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.write("my.toml", faultless_text());
    Person person(file, "fr");
    person.open();
    const std::string french = french_texts();
    replace_file(folder / "my.fr.toml", french);
    REQUIRE(person.sees_title("Une leçon"));
    replace_file(folder / "my.fr.toml", replaced(french, "purpose = \"p\"", "purpose = p"));
    REQUIRE(person.is_told("cannot be read from here on"));
    CHECK(person.problems_[0].file == (folder / "my.fr.toml").string());
    CHECK(person.problems_[0].line == 2);
    CHECK(person.problems_[0].column > 0);
    CHECK(person.shown_.lesson->title == "Une leçon");
    // What it lacks is told; the lesson is taken over with its own words there.
    replace_file(folder / "my.fr.toml", replaced(french, "title = \"Une leçon\"\n", ""));
    REQUIRE(person.is_told("has no \"title\""));
    CHECK(person.sees([&] { return person.shown_.lesson->title == "A lesson"; }));
    CHECK(person.shown_.lesson->purpose == "p");
    fs::remove(folder / "my.fr.toml");
    CHECK(person.sees_title("A lesson"));
}

TEST_CASE("another language changes the words of the lesson that is shown, and lays nothing anew") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.write("my.toml", faultless_text());
    static_cast<void>(folder.write("my.fr.toml", french_texts()));
    Person person(file);
    person.open();
    person.look();
    person.watch_->use_language("fr");
    REQUIRE(person.sees_title("Une leçon"));
    person.watch_->use_language("en");
    REQUIRE(person.sees_title("A lesson"));
    CHECK(person.taken_.choreography == nullptr);
    // From then on, too, it is read when its file changes.
    replace_file(file, titled("Later"));
    REQUIRE(person.sees_title("Later"));
    CHECK(person.taken_.choreography != nullptr);
    person.watch_->use_language("fr");
    CHECK(person.sees_title("Une leçon"));
}

TEST_CASE("a lesson that changes together with the language is laid, in that language") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.write("my.toml", faultless_text());
    static_cast<void>(folder.write("my.fr.toml", french_texts()));
    Person person(file);
    person.open();
    person.look();
    replace_file(file, titled("Both at once"));
    person.watch_->use_language("fr");
    CHECK(person.sees([&] { return person.taken_.lesson && person.shown_.lesson->title == "Une leçon"; }));
}

TEST_CASE("a lesson that was laid for a body that is no longer shown is laid again for the new one") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.write("my.toml", faultless_text());
    Person person(file);
    person.open();
    person.watch_->follow(person.shown_);
    replace_file(file, titled("For whom"));
    REQUIRE(person.is_woken(2));  // read, laid
    const auto other = lesson::test_body(0.9F);
    person.shown_.body = other;
    REQUIRE(person.sees_title("For whom"));
    CHECK(person.taken_.body == other);
}

TEST_CASE("before there is a body a lesson is read, and laid as soon as there is one") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.write("my.toml", faultless_text());
    Person person(file);
    const auto body = std::exchange(person.shown_.body, nullptr);
    person.open();
    replace_file(file, titled("Early"));
    REQUIRE(person.is_woken(1));
    person.look();
    CHECK(person.taken_.lesson == nullptr);
    person.shown_.body = body;
    CHECK(person.sees_title("Early"));
}

TEST_CASE("the rate of breathing that a person has set stays, the lesson's own changes with it") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.write("my.toml", faultless_text());
    const std::string faster = replaced(titled("Faster"), "default_per_min = 8", "default_per_min = 12");
    SECTION("the lesson's own") {
        Person person(file);
        person.open();
        replace_file(file, faster);
        REQUIRE(person.sees_title("Faster"));
        CHECK(person.taken_.choreography->breath.breath_per_min == 12.0);
    }
    SECTION("set in the window") {
        Person person(file);
        person.shown_.breath_per_min = 5.0;
        person.open();
        replace_file(file, faster);
        REQUIRE(person.sees_title("Faster"));
        CHECK(person.taken_.choreography->breath.breath_per_min == 5.0);
    }
    SECTION("given on the command line, the same as the lesson's by chance") {
        Person person(file, {}, 8.0);
        person.open();
        replace_file(file, faster);
        REQUIRE(person.sees_title("Faster"));
        CHECK(person.taken_.choreography->breath.breath_per_min == 8.0);
    }
}
