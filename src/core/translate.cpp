#include "core/translate.h"

#include <libintl.h>

#include <clocale>

namespace dorsum {
namespace {
constexpr const char* translation_domain = "dorsum";
}

const char* tr(const char* english) {
    return ::dgettext(translation_domain, english);
}

void start_translation(const char* folder) {
    // Only the messages follow the locale: numbers in files and JSON stay with the full stop.
    std::setlocale(LC_MESSAGES, "");
    ::bindtextdomain(translation_domain, folder);
    ::bind_textdomain_codeset(translation_domain, "UTF-8");
}

}  // namespace dorsum
