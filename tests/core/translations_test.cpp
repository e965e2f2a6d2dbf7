// The translations that the program ships, against the texts that it has.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"

namespace {

namespace fs = std::filesystem;

struct Entry {
    std::string context;
    std::string original;
    std::string plural;
    std::vector<std::string> translations;
};

std::string without_escapes(const std::string& quoted) {
    std::string text;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        if (quoted[i] == '\\' && i + 1 < quoted.size()) {
            ++i;
            text += quoted[i] == 'n' ? '\n' : quoted[i];
        } else {
            text += quoted[i];
        }
    }
    return text;
}

/// What a .po file says, its header left out.
std::vector<Entry> read_po(const fs::path& file) {
    std::ifstream stream(file);
    std::vector<Entry> entries;
    std::string* target = nullptr;
    static const std::regex line_of("^(msgctxt|msgid|msgid_plural|msgstr(?:\\[\\d\\])?) \"(.*)\"$");
    bool in_entry = false;
    for (std::string line; std::getline(stream, line);) {
        std::smatch match;
        if (std::regex_match(line, match, line_of)) {
            const std::string what = match[1];
            const bool begins = what == "msgctxt" || (what == "msgid" && !in_entry);
            if (begins) {
                entries.emplace_back();
            }
            in_entry = what == "msgctxt";
            Entry& entry = entries.back();
            if (what.starts_with("msgstr")) {
                target = &entry.translations.emplace_back();
            } else {
                target = what == "msgctxt" ? &entry.context : what == "msgid" ? &entry.original : &entry.plural;
            }
            *target = without_escapes(match[2]);
        } else if (line.starts_with('"') && target != nullptr) {
            *target += without_escapes(line.substr(1, line.size() - 2));
        }
    }
    std::erase_if(entries, [](const Entry& entry) { return entry.original.empty(); });
    return entries;
}

fs::path translations() {
    return fs::path(DORSUM_TEST_ASSETS) / "translations";
}

std::vector<fs::path> po_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(translations())) {
        if (entry.path().extension() == ".po") {
            files.push_back(entry.path());
        }
    }
    return files;
}

/// "{0}", "{count}": each as often as it stands there, in order of the alphabet. A line of a file, quoted in a
/// message, has braces of its own, which are no placeholders.
std::multiset<std::string> placeholders_of(const std::string& text) {
    static const std::regex placeholder("\\{[a-z0-9]+\\}");
    std::multiset<std::string> found;
    for (auto match = std::sregex_iterator(text.begin(), text.end(), placeholder); match != std::sregex_iterator();
         ++match) {
        found.insert(match->str());
    }
    return found;
}

}  // namespace

TEST_CASE("every text of the program is translated") {
    const std::vector<Entry> texts = read_po(translations() / "dorsum.pot");
    REQUIRE(texts.size() > 1000);
    REQUIRE_FALSE(po_files().empty());
    for (const fs::path& file : po_files()) {
        std::map<std::pair<std::string, std::string>, Entry> known;
        for (const Entry& entry : read_po(file)) {
            known[{entry.context, entry.original}] = entry;
        }
        for (const Entry& text : texts) {
            INFO(file.filename() << ": " << text.context << " " << text.original);
            const auto found = known.find({text.context, text.original});
            REQUIRE(found != known.end());
            CHECK_FALSE(found->second.translations.empty());
            for (const std::string& form : found->second.translations) {
                CHECK_FALSE(form.empty());
            }
        }
    }
}

TEST_CASE("a translation holds the same values as the text, in whatever order") {
    for (const fs::path& file : po_files()) {
        for (const Entry& entry : read_po(file)) {
            for (const std::string& form : entry.translations) {
                INFO(file.filename() << ": " << entry.original << " -> " << form);
                CHECK(placeholders_of(form) == placeholders_of(entry.original));
                CHECK(form.empty() == entry.original.empty());
                // What ends a sentence, or leaves one open for what follows, does so in every language.
                CHECK((form.back() == ' ') == (entry.original.back() == ' '));
                const bool is_sentence = entry.original.size() > 20;
                CHECK((!is_sentence || (form.back() == '.') == (entry.original.back() == '.')));
            }
        }
    }
}

TEST_CASE("French keeps its signs with the word before them, and its quotes with the words between") {
    static const std::regex loose(" [;:!?](?: |$)|\xc2\xab | \xc2\xbb");
    for (const Entry& entry : read_po(translations() / "fr.po")) {
        for (const std::string& form : entry.translations) {
            INFO(form);
            CHECK_FALSE(std::regex_search(form, loose));
            const bool is_code = entry.original.find("://") != std::string::npos;
            CHECK((is_code || form.find("'") == std::string::npos || entry.original.find("'{") != std::string::npos));
        }
    }
}

namespace {

std::vector<fs::path> sources_in(const char* room) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(DORSUM_TEST_SOURCE) / room)) {
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") {
            files.push_back(entry.path());
        }
    }
    return files;
}

std::string text_of(const fs::path& file) {
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("no words reach a panel but through tr") {
    // What draws a text, and its arguments up to the first that is a text in quotes with two letters side by side.
    static const std::regex direct(
        "\\b(?:paragraph|section_title|tooltip|fact|draw_fact|ImGui::(?:Text\\w*|BulletText|SeparatorText|Button|"
        "SmallButton|Checkbox|Selectable|MenuItem|SetTooltip))\\(\\s*\"[^\"#]*[A-Za-z]{2}");
    static const std::regex second("\\b(?:text_button|switch_row)\\([^,;]*,\\s*\"[^\"]*[A-Za-z]{2}");
    static const std::regex drawn("\\bdraw_text\\([^;]*,\\s*\"[^\"]*[A-Za-z]{2}[^\"]*\"\\s*[,)]");
    // Written the same in every language.
    static const std::set<std::string> exceptions{};
    for (const fs::path& file : sources_in("ui")) {
        const std::string text = text_of(file);
        for (const std::regex& pattern : {direct, second, drawn}) {
            for (auto match = std::sregex_iterator(text.begin(), text.end(), pattern); match != std::sregex_iterator();
                 ++match) {
                INFO(file.filename() << ": " << match->str());
                CHECK(exceptions.contains(match->str()));
            }
        }
    }
}

TEST_CASE("no table keeps the words of the language in which it was made first") {
    // A static that is filled with tr stays in that language: per_language makes one table for each.
    static const std::regex keeps("\\bstatic (?!const(?:expr)? std::regex)[^;(){}]*[={][^;]*\\btr(?:_in|_count)?\\(\"");
    for (const char* room : {"ui", "app", "scene", "lesson", "body", "mesh", "quiz", "handout", "render"}) {
        for (const fs::path& file : sources_in(room)) {
            const std::string text = text_of(file);
            std::smatch match;
            INFO(file.filename() << ": " << (std::regex_search(text, match, keeps) ? match.str().substr(0, 200) : ""));
            CHECK(match.empty());
        }
    }
}
