#include "core/translate.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cctype>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <system_error>

#include "core/log.h"
#include "core/message_catalogue.h"

// Not dgettext: glibc looks for no translation where the locale is "C", as it is on many a machine without installed
// locales, and it cannot change the language of a running program that has threads.

namespace dorsum {
namespace {

constexpr const char* english_code = "en";

/// The languages of this program. It has one of them at a time, as it has one locale.
struct Languages {
    std::filesystem::path folder;                  ///< this and the next change only at the start
    std::vector<std::string> codes{english_code};  ///< of those that there are
    std::mutex mutex;                              ///< guards what follows, but for the two that are read without it
    std::map<std::filesystem::path, std::unique_ptr<const MessageCatalogue>> read;  ///< kept to the end
    std::string code = english_code;
    std::atomic<const MessageCatalogue*> now = nullptr;  ///< null = English
    std::atomic<int> number = 0;
};

Languages& here() {
    static Languages languages;
    return languages;
}

const char* value_of(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0' ? value : nullptr;
}

std::filesystem::path file_of(const std::string_view code) {
    return here().folder / (std::string(code) + ".mo");
}

bool has(const std::string_view code) {
    return std::ranges::find(here().codes, code) != here().codes.end();
}

std::vector<std::string> codes_in(const std::filesystem::path& folder) {
    std::vector<std::string> codes{english_code};
    std::error_code problem;
    for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        const std::string code = entry->path().stem().string();
        if (entry->path().extension() == ".mo" && code_of_locale(code) == code && code != english_code) {
            codes.push_back(code);
        }
    }
    std::ranges::sort(codes);
    return codes;
}

/// The first of a list like "fr_CA:fr:en" that is known; where none is, the first.
std::string first_known(std::string_view list) {
    std::string first;
    while (!list.empty()) {
        const std::size_t end = list.find(':');
        const std::string code = code_of_locale(list.substr(0, end));
        if (has(code)) {
            return code;
        }
        first = first.empty() ? code : first;
        list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
    }
    return first;
}

}  // namespace

const char* tr(const char* english) {
    const MessageCatalogue* catalogue = here().now;
    const char* found = catalogue != nullptr ? catalogue->find(english) : nullptr;
    return found != nullptr ? found : english;
}

const char* tr_in(const char* context, const char* english) {
    const MessageCatalogue* catalogue = here().now;
    const char* found = catalogue != nullptr ? catalogue->find(context, english) : nullptr;
    return found != nullptr ? found : english;
}

const char* tr_count(const char* one, const char* many, const long count) {
    const MessageCatalogue* catalogue = here().now;
    const auto number = static_cast<unsigned long>(std::abs(count));
    const char* found = catalogue != nullptr ? catalogue->find_form(one, number) : nullptr;
    return found != nullptr ? found : (number == 1 ? one : many);
}

void start_translation(const std::filesystem::path& folder) {
    here().folder = folder;
    here().codes = codes_in(folder);
    if (const auto used = use_language(language_of_environment()); !used) {
        log::warning(to_string(used.error()));
    }
}

Result<void> use_language(const std::string_view code) {
    Languages& all = here();
    const std::scoped_lock lock(all.mutex);
    const std::filesystem::path file = file_of(code);
    auto known = all.read.find(file);
    if (known == all.read.end() && code != english_code && has(code)) {
        auto catalogue = MessageCatalogue::read(file);
        if (!catalogue) {
            return tl::unexpected(catalogue.error());
        }
        known = all.read.emplace(file, *std::move(catalogue)).first;
    }
    const bool translated = known != all.read.end();
    const std::string now = translated ? std::string(code) : english_code;
    if (now != all.code) {
        all.code = now;
        all.now = translated ? known->second.get() : nullptr;
        ++all.number;
    }
    return {};
}

std::string language() {
    const std::scoped_lock lock(here().mutex);
    return here().code;
}

int language_number() {
    return here().number;
}

const std::vector<std::string>& languages() {
    return here().codes;
}

const char* own_name_of_language(const std::string_view code) {
    struct Name {
        const char* code;
        const char* name;
    };
    static constexpr std::array names{
        Name{"de", "Deutsch"},  Name{"en", "English"},    Name{"es", "Español"}, Name{"fr", "Français"},
        Name{"it", "Italiano"}, Name{"nl", "Nederlands"}, Name{"pl", "Polski"},  Name{"pt", "Português"},
        Name{"ru", "Русский"},  Name{"sv", "Svenska"},
    };
    const auto found = std::ranges::find_if(names, [code](const Name& each) { return code == each.code; });
    return found != names.end() ? found->name : "?";
}

std::string code_of_locale(const std::string_view locale) {
    std::string code;
    for (const char letter : locale) {
        if (std::isalpha(static_cast<unsigned char>(letter)) == 0) {
            break;
        }
        code += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    return code.size() == 2 || code.size() == 3 ? code : std::string();
}

std::string language_of_environment() {
    const char* locale = nullptr;
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        locale = locale != nullptr ? locale : value_of(variable);
    }
    const char* list = value_of("LANGUAGE");
    const bool is_plain = locale != nullptr && (std::string_view(locale) == "C" || std::string_view(locale) == "POSIX");
    if (list != nullptr && !is_plain) {
        if (std::string first = first_known(list); !first.empty()) {
            return first;
        }
    }
    return locale != nullptr ? code_of_locale(locale) : std::string();
}

}  // namespace dorsum
