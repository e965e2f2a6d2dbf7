#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dorsum {

/// Which of its forms a language takes for a number: the header "Plural-Forms: nplurals=2; plural=(n > 1);" of a
/// catalogue of gettext. English by default. A value.
class PluralRule {
public:
    PluralRule() = default;
    /// Empty for what is no such rule.
    [[nodiscard]] static std::optional<PluralRule> parse(std::string_view header_value);

    /// From 0, below the number of forms.
    [[nodiscard]] unsigned long form(unsigned long count) const;

private:
    unsigned long forms_ = 2;
    std::string expression_ = "n!=1";  ///< in C, of n, without blanks
};

}  // namespace dorsum
