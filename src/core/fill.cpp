#include "core/fill.h"

#include "core/translate.h"

namespace dorsum {

std::string fill(const std::string_view pattern, const std::initializer_list<std::string_view> values) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool placeholder = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                                 pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
        const auto index = placeholder ? static_cast<std::size_t>(pattern[i + 1] - '0') : values.size();
        if (index < values.size()) {
            text += values.begin()[index];
            i += 2;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

std::string with_detail(const std::string_view what, const std::string_view detail) {
    // TRANSLATORS: {0} is what happened, {1} what is known of it.
    return fill(tr("{0}: {1}"), {what, detail});
}

}  // namespace dorsum
