#include "core/translate.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "catch.h"
#include "core/fill.h"
#include "core/local_numbers.h"
#include "core/message_catalogue.h"
#include "core/per_language.h"
#include "core/plural_rule.h"
#include "temporary_folder.h"

using namespace dorsum;

namespace {

std::string content_of(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

const std::string french_file = std::string(DORSUM_TEST_TRANSLATIONS) + "/fr.mo";

/// The texts in one language until the end of the block.
class Speaking {
public:
    explicit Speaking(const char* code) {
        start_translation(DORSUM_TEST_TRANSLATIONS);
        REQUIRE(use_language(code));
    }
    ~Speaking() { static_cast<void>(use_language("en")); }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;
};

using Values = std::vector<std::pair<std::string, std::string>>;

/// The variables that say the language, as they are in the block.
class Environment {
public:
    explicit Environment(const Values& values) {
        for (const char* name : names) {
            const char* value = std::getenv(name);
            before_.emplace_back(name, value != nullptr ? value : "");
            ::unsetenv(name);
        }
        set(values);
    }
    ~Environment() { set(before_); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    static void set(const std::vector<std::pair<std::string, std::string>>& values) {
        for (const auto& [name, value] : values) {
            ::setenv(name.c_str(), value.c_str(), 1);
        }
    }
    static constexpr std::array names{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    std::vector<std::pair<std::string, std::string>> before_;
};

}  // namespace

TEST_CASE("texts are French as soon as it is chosen, and English again, whatever locales are installed") {
    const Environment plain(Values{{"LC_ALL", "C"}});
    const Speaking english("en");
    CHECK(std::string(tr("Next step")) == "Next step");
    REQUIRE(use_language("fr"));
    CHECK(language() == "fr");
    const char* const kept = tr("Next step");
    CHECK(std::string(kept) == "Étape suivante");
    REQUIRE(use_language("en"));
    CHECK(std::string(tr("Next step")) == "Next step");
    CHECK(std::string(kept) == "Étape suivante");
}

TEST_CASE("a text that nobody has translated stays English, and so does all in a language that nobody has translated") {
    const Speaking french("fr");
    CHECK(std::string(tr("Quite certainly nobody says this")) == "Quite certainly nobody says this");
    CHECK(std::string(tr("")).empty());
    REQUIRE(use_language("xx"));
    CHECK(language() == "en");
    CHECK(std::string(tr("Next step")) == "Next step");
}

TEST_CASE("a word that means two things has two translations") {
    const Speaking french("fr");
    CHECK(std::string(tr_in("breath", "in")) == "inspiration");
    CHECK(std::string(tr_in("of nothing", "in")) == "in");
    CHECK(std::string(tr("right")) == "à droite");
    CHECK(std::string(tr_in("side of the receiver", "right")) == "droite");
}

TEST_CASE("a number takes the form of the language: none is one in French, and many in English") {
    const auto steps = [](const long count) {
        return fill(tr_count("{0} step", "{0} steps", count), {std::to_string(count)});
    };
    const Speaking english("en");
    CHECK(steps(0) == "0 steps");
    CHECK(steps(1) == "1 step");
    CHECK(steps(2) == "2 steps");
    REQUIRE(use_language("fr"));
    CHECK(steps(0) == "0 étape");
    CHECK(steps(1) == "1 étape");
    CHECK(steps(2) == "2 étapes");
}

TEST_CASE("the rules of languages with more forms are understood") {
    const auto polish =
        PluralRule::parse("nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);");
    REQUIRE(polish);
    CHECK(polish->form(1) == 0);
    CHECK(polish->form(3) == 1);
    CHECK(polish->form(5) == 2);
    CHECK(polish->form(12) == 2);
    CHECK(polish->form(22) == 1);
    CHECK(PluralRule().form(1) == 0);
    CHECK(PluralRule().form(0) == 1);
    for (const char* wrong : {"", "nplurals=2;", "nplurals=2; plural=;", "nplurals=0; plural=0;",
                              "nplurals=2; plural=(n;", "nplurals=2; plural=n%0;", "nplurals=x; plural=n;"}) {
        INFO(wrong);
        CHECK_FALSE(PluralRule::parse(wrong));
    }
    const std::string deep = "nplurals=2; plural=" + std::string(900, '(') + "n" + std::string(900, ')') + ";";
    CHECK_FALSE(PluralRule::parse(deep));
}

TEST_CASE("numbers and dates are written as the language writes them") {
    const Speaking english("en");
    const std::chrono::year_month_day date{std::chrono::year(2026), std::chrono::November, std::chrono::day(27)};
    const std::chrono::year_month_day first{std::chrono::year(2026), std::chrono::May, std::chrono::day(1)};
    CHECK(local_number(4.6, 1) == "4.6");
    CHECK(local_number(10.0) == "10");
    CHECK(local_number(0.25) == "0.25");
    CHECK(local_date(date) == "27 November 2026");
    REQUIRE(use_language("fr"));
    CHECK(local_number(4.6, 1) == "4,6");
    CHECK(local_number(10.0) == "10");
    CHECK(local_number(-0.25) == "-0,25");
    CHECK(local_date(date) == "27 novembre 2026");
    CHECK(local_date(first) == "1er mai 2026");
}

TEST_CASE("a broken catalogue is refused, and the language stays as it is") {
    const std::string whole = content_of(french_file);
    REQUIRE(whole.size() > 10000);
    CHECK(MessageCatalogue::parse(whole, "fr.mo"));
    for (std::size_t length = 0; length < whole.size(); length += 1 + length / 7) {
        INFO("cut after " << length << " bytes");
        CHECK_FALSE(MessageCatalogue::parse(whole.substr(0, length), "fr.mo"));
    }
    for (std::size_t byte = 0; byte < 4000; ++byte) {
        std::string damaged = whole;
        damaged[byte] = static_cast<char>(~damaged[byte]);
        static_cast<void>(MessageCatalogue::parse(damaged, "fr.mo"));  // whatever it is, it is no crash
    }
    const test::TemporaryFolder folder;
    std::ofstream(folder.path() / "fr.mo") << "no catalogue";
    {
        const Environment french(Values{{"LC_ALL", "fr_FR.UTF-8"}});
        start_translation(folder.path());
    }
    CHECK(language() == "en");
    CHECK_FALSE(use_language("fr"));
    CHECK(language() == "en");
}

TEST_CASE("the language is that of the environment, with LANGUAGE before a locale that is no C") {
    start_translation(DORSUM_TEST_TRANSLATIONS);
    const auto found = [](const std::vector<std::pair<std::string, std::string>>& values) {
        const Environment environment(values);
        return language_of_environment();
    };
    CHECK(found({}).empty());
    CHECK(found({{"LANG", "fr_FR.UTF-8"}}) == "fr");
    CHECK(found({{"LANG", "fr_FR.UTF-8"}, {"LC_MESSAGES", "en_GB"}}) == "en");
    CHECK(found({{"LANG", "fr_FR.UTF-8"}, {"LC_ALL", "C.UTF-8"}}).empty());
    CHECK(found({{"LC_ALL", "C"}, {"LANGUAGE", "fr"}}).empty());
    CHECK(found({{"LC_ALL", "C.UTF-8"}, {"LANGUAGE", "fr"}}) == "fr");
    CHECK(found({{"LANGUAGE", "fr_CA:en"}}) == "fr");
    CHECK(found({{"LANG", "de_DE"}, {"LANGUAGE", "xx:fr:en"}}) == "fr");
    CHECK(found({{"LANG", "de_DE"}}) == "de");
}

TEST_CASE("there is French beside English, and each goes by its own name") {
    start_translation(DORSUM_TEST_TRANSLATIONS);
    const std::vector<std::string>& all = languages();
    CHECK(std::ranges::find(all, "en") != all.end());
    CHECK(std::ranges::find(all, "fr") != all.end());
    CHECK(std::string(own_name_of_language("fr")) == "Français");
}

TEST_CASE("a table of texts is there in every language, and what was taken from it stays valid") {
    const Speaking english("en");
    const auto table = [] { return &per_language([] { return std::array{tr("Next step"), tr("Zones")}; }); };
    const auto* first = table();
    CHECK(std::string(first->front()) == "Next step");
    REQUIRE(use_language("fr"));
    CHECK(std::string(table()->front()) == "Étape suivante");
    CHECK(std::string(first->front()) == "Next step");
    REQUIRE(use_language("en"));
    CHECK(table() == first);
}

TEST_CASE("texts can be asked for while the language changes") {
    const Speaking english("en");
    std::jthread asking([](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            const std::string text = tr("Next step");
            if (text != "Next step" && text != "Étape suivante") {
                std::abort();
            }
        }
    });
    for (int i = 0; i < 2000; ++i) {
        REQUIRE(use_language(i % 2 == 0 ? "fr" : "en"));
    }
}
