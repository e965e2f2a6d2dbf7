#include "handout/handout.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "app/run_program.h"
#include "catch.h"
#include "temporary_folder.h"

using namespace dorsum;
using test::contains;
using test::run_dorsum;
using test::run_program;
using test::TemporaryFolder;

namespace {

std::string handout_of(const TemporaryFolder& folder, std::vector<std::string> more = {}) {
    const std::string file = (folder / "handout.pdf").string();
    std::vector<std::string> arguments{"handout", "-o", file};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto made = run_dorsum(arguments);
    INFO(made.standard_error);
    REQUIRE(made.exit_code == 0);
    return file;
}

}  // namespace

TEST_CASE("a handout has every step, zone, caution and point of the checklist as text on pages of A4") {
    const TemporaryFolder folder;
    const std::string file = handout_of(folder);
    const auto facts = run_program({"pdfinfo", file});
    CHECK(facts.exit_code == 0);
    CHECK(contains(facts.standard_output, "(A4)"));
    const std::string text = run_program({"pdftotext", "-layout", file, "-"}).standard_output;
    const auto lesson = lesson::read_lesson(std::string(DORSUM_TEST_ASSETS) + "/lessons/back-massage.toml").lesson;
    REQUIRE(lesson);
    // Lines are broken anywhere: the first words of each are looked for.
    const auto begins = [&text](const std::string& sentence) { return contains(text, sentence.substr(0, 18)); };
    for (const lesson::Step& step : lesson->steps) {
        CHECK(begins(step.title));
    }
    for (const lesson::Zone& zone : lesson->zones) {
        CHECK(begins(zone.place_name));
    }
    for (const std::string& caution : lesson->cautions) {
        CHECK(begins(caution));
    }
    for (const auto* list : {&lesson->checklist.stop, &lesson->checklist.ask_doctor, &lesson->checklist.avoid_area}) {
        for (const std::string& item : *list) {
            CHECK(begins(item));
        }
    }
    CHECK(contains(text, "not medical evidence"));
    CHECK(folder.file_count() == 1);
}

TEST_CASE("a handout prints in grey, on Letter where that is asked for") {
    const TemporaryFolder folder;
    const std::string file = handout_of(folder, {"--paper", "letter"});
    CHECK(contains(run_program({"pdfinfo", file}).standard_output, "612 x 792 pts (letter)"));
    const std::string page = (folder / "page").string();
    REQUIRE(run_program({"pdftoppm", "-r", "30", "-f", "2", "-singlefile", file, page}).exit_code == 0);
    std::ifstream picture(page + ".ppm", std::ios::binary);
    std::string magic;
    int width = 0;
    int height = 0;
    int most = 0;
    picture >> magic >> width >> height >> most;
    picture.get();
    REQUIRE(magic == "P6");
    std::vector<char> rgb(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    REQUIRE(picture.read(rgb.data(), static_cast<std::streamsize>(rgb.size())));
    std::size_t coloured = 0;
    std::size_t dark = 0;
    // No tone of the body is as dark as the arrows, and on the left there is nothing else above the foot.
    const auto is_over_a_picture = [&](const std::size_t pixel) {
        const auto across = static_cast<std::size_t>(width);
        return pixel % across < across * 2 / 5 && pixel / across < static_cast<std::size_t>(height) * 9 / 10;
    };
    for (std::size_t i = 0; i < rgb.size(); i += 3) {
        const auto tone = [&](const std::size_t at) {
            return static_cast<int>(static_cast<unsigned char>(rgb[i + at]));
        };
        coloured += std::abs(tone(0) - tone(1)) > 2 || std::abs(tone(1) - tone(2)) > 2 ? 1 : 0;
        dark += tone(0) < 60 && is_over_a_picture(i / 3) ? 1 : 0;
    }
    CHECK(coloured == 0);
    CHECK(dark > 100);
}

TEST_CASE("what a number on a handout means is said in words") {
    lesson::StrokePlan stroke;
    stroke.contact = lesson::Contact::thumb;
    stroke.pressure = 3;
    stroke.breath = lesson::BreathLock::inhale;
    CHECK(handout::stroke_in_words(stroke) == "both hands: thumb, effleurage, medium, on the inhalation");
    stroke.pass = lesson::Pass::light_return;
    stroke.breath = lesson::BreathLock::free;
    stroke.duration_s = 6.0;
    stroke.hands = lesson::Hands::alternate;
    CHECK(handout::stroke_in_words(stroke) == "hands in turn: thumb, effleurage, light return, 6 s");
}

TEST_CASE("the darkest tone of a body on paper still bears black writing") {
    const render::Picture picture{2, 1, {0, 0, 0, 255, 255, 255}};
    const auto print = handout::for_print(picture);
    CHECK(print.grey == std::vector<std::uint8_t>{handout::darkest, 255});
}

TEST_CASE("a handout that cannot be written leaves nothing behind and says where and why") {
    const auto made = run_dorsum({"handout", "-o", "/no/such/folder/handout.pdf"});
    CHECK(made.exit_code == 1);
    CHECK(contains(made.standard_error, "/no/such/folder"));
}
