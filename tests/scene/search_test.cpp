#include "scene/search.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>

#include "catch.h"
#include "lesson/lesson.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

/// The names of the bundled body without its shape, and the bundled lesson.
Subject bundled_names() {
    const std::filesystem::path assets = DORSUM_TEST_ASSETS;
    const auto catalogue = body::read_catalogue(assets / "body" / "reference.catalogue.toml");
    REQUIRE(catalogue);
    auto body = std::make_shared<body::Body>();
    body->catalogue = std::make_shared<const body::Catalogue>(*catalogue);
    for (const body::CatalogueEntry& entry : body->catalogue->entries) {
        body->parts.push_back({entry.id, entry.layer, {}, &entry});
    }
    body->landmarks.push_back({"T12", "T12", {}, 1.0F});
    body->landmarks.push_back({"acromion_right", "right acromion", {}, 1.0F});
    auto reading = lesson::read_lesson(assets / "lessons" / "back-massage.toml");
    REQUIRE(reading.lesson);
    Subject subject;
    subject.body = body;
    subject.lesson = std::make_shared<const lesson::Lesson>(*std::move(reading.lesson));
    return subject;
}

const Search& search() {
    static const Search made(bundled_names());
    return made;
}

std::string first(const std::string& typed) {
    const auto answers = search().answers(typed);
    return answers.empty() ? std::string() : answers.front().name;
}

std::vector<std::string> all(const std::string& typed) {
    std::vector<std::string> names;
    for (const Answer& answer : search().answers(typed)) {
        names.push_back(answer.name);
    }
    return names;
}

bool finds(const std::string& typed, const std::string& name) {
    const auto names = all(typed);
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

TEST_CASE("A structure is found by its English and its Latin name, both sides as one answer") {
    const auto answers = search().answers("rhomboid major");
    REQUIRE(answers.size() == 1);
    CHECK(answers.front().name == "Rhomboid major");
    CHECK(answers.front().detail == "Musculus rhomboideus major");
    CHECK(answers.front().ids == std::vector<std::string>{"rhomboid_major_right", "rhomboid_major_left"});
    CHECK(first("musculus latissimus dorsi") == "Latissimus dorsi");
    CHECK(first("os coxae") == "Hip bone");
    CHECK(first("lien") == "Spleen");
}

TEST_CASE("A structure is found by what people call it besides") {
    CHECK(first("lats") == "Latissimus dorsi");
    CHECK(first("shoulder blade") == "Shoulder blade");
    CHECK(first("scapula") == "Shoulder blade");
    CHECK(first("tailbone") == "Coccyx");
    CHECK(first("QL") == "Quadratus lumborum");
    CHECK(finds("erector spinae", "Longissimus (erector spinae)"));
    CHECK(finds("rotator cuff", "Infraspinatus"));
    CHECK(first("upper traps") == "Trapezius, descending part");
}

TEST_CASE("The rhomboids are found in the plural, with slips, and before they are typed out") {
    for (const char* typed : {"rhomboids", "romboid", "rhombiod", "rhomboit", "rhomb", "RHOMBOID", "romboids"}) {
        INFO(typed);
        CHECK(all(typed) == std::vector<std::string>{"Rhomboid minor", "Rhomboid major"});
    }
}

TEST_CASE("Slips of many kinds are forgiven, and no answer is better than a wrong one") {
    CHECK(first("trapezuis") == "Trapezius, descending part");
    CHECK(first("latisimus") == "Latissimus dorsi");
    CHECK(first("skapula") == "Shoulder blade");
    CHECK(first("sternokleidomastoid") == "Sternocleidomastoid");
    CHECK(first("kidny") == first("kidney"));
    CHECK(first("gluteus maksimus") == "Gluteus maximus");
    CHECK(all("xylophone").empty());
    CHECK(all("").empty());
    CHECK(all("  ,. ").empty());
}

TEST_CASE("Zones and landmarks are found, too") {
    const auto zones = search().answers("zone 7");
    REQUIRE_FALSE(zones.empty());
    CHECK(zones.front().kind == Found::zone);
    CHECK(zones.front().zone == 7);
    const auto landmarks = search().answers("acromion");
    const bool any = std::ranges::any_of(landmarks, [](const Answer& each) { return each.kind == Found::landmark; });
    CHECK(any);
    const auto levels = search().answers("T12");
    REQUIRE(levels.size() == 2);  // the vertebra and the point of the skin over it
    CHECK(levels[0].ids.front() == "vertebra_t12");
    CHECK(levels[1].kind == Found::landmark);
}

TEST_CASE("What was typed exactly comes before what only begins so") {
    CHECK(first("rib 1") == "First rib");
    CHECK(first("heart") == "Heart");
    CHECK(first("axis") == "Axis (C2)");
}

TEST_CASE("A lone letter and a very long text do no harm") {
    CHECK(all("t").size() <= 30);
    CHECK(all(std::string(5000, 'a')).empty());
    CHECK(all(std::string("\xff\xfe\xc3", 3)).empty());
}

TEST_CASE("How long an answer takes is told, not judged") {
    const auto begin = std::chrono::steady_clock::now();
    const std::vector<std::string> typed{"r", "ro", "rom", "romb", "rombo", "romboid", "sternokleidomastoid", "zone 7"};
    for (const std::string& text : typed) {
        static_cast<void>(search().answers(text));
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    std::cout << "search: " << took.count() / static_cast<double>(typed.size()) << " ms an answer\n";
    CHECK_FALSE(search().answers("romboid").empty());
}
