#include "core/plural_rule.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace dorsum {

namespace {

/// Works out an expression of C with n, numbers, brackets and the operators that plural rules are made of.
class Expression {
public:
    Expression(const std::string_view text, const unsigned long n) : rest_(text), n_(n) {}

    /// Empty for what is no expression.
    std::optional<unsigned long> value() {
        const unsigned long result = choice(0);
        return good_ && rest_.empty() ? std::optional(result) : std::nullopt;
    }

private:
    using Level = std::array<std::string_view, 4>;
    /// From those that bind least; longer names before what they begin with.
    static constexpr std::array<Level, 6> levels{
        {{"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}}};
    static constexpr int deepest = 40;

    bool take(const std::string_view sign) {
        if (sign.empty() || !rest_.starts_with(sign)) {
            return false;
        }
        rest_.remove_prefix(sign.size());
        return true;
    }

    unsigned long choice(const int depth) {
        if (depth > deepest) {
            good_ = false;
            return 0;
        }
        const unsigned long condition = binary(0, depth);
        if (!take("?")) {
            return condition;
        }
        const unsigned long yes = choice(depth + 1);
        good_ = take(":") && good_;
        const unsigned long no = good_ ? choice(depth + 1) : 0;
        return condition != 0 ? yes : no;
    }

    unsigned long binary(const std::size_t level, const int depth) {
        if (level == levels.size()) {
            return single(depth);
        }
        unsigned long left = binary(level + 1, depth);
        while (good_) {
            const Level& signs = levels.at(level);
            const auto sign = std::ranges::find_if(signs, [this](const auto& each) { return take(each); });
            if (sign == signs.end()) {
                break;
            }
            left = applied(*sign, left, binary(level + 1, depth));
        }
        return left;
    }

    unsigned long applied(const std::string_view sign, const unsigned long left, const unsigned long right) {
        switch (sign.front()) {
            case '|':
                return static_cast<unsigned long>(left != 0 || right != 0);
            case '&':
                return static_cast<unsigned long>(left != 0 && right != 0);
            case '=':
                return static_cast<unsigned long>(left == right);
            case '!':
                return static_cast<unsigned long>(left != right);
            case '<':
                return static_cast<unsigned long>(sign.size() == 2 ? left <= right : left < right);
            case '>':
                return static_cast<unsigned long>(sign.size() == 2 ? left >= right : left > right);
            case '+':
                return left + right;
            case '-':
                return left - right;
            case '*':
                return left * right;
            default:
                break;
        }
        if (right == 0) {
            good_ = false;
            return 0;
        }
        return sign == "/" ? left / right : left % right;
    }

    unsigned long single(const int depth) {
        if (take("n")) {
            return n_;
        }
        if (take("!")) {
            return static_cast<unsigned long>(single(depth + 1) == 0);
        }
        if (take("(")) {
            const unsigned long inner = choice(depth + 1);
            good_ = take(")") && good_;
            return inner;
        }
        unsigned long number = 0;
        const auto [end, problem] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
        if (problem != std::errc{}) {
            good_ = false;
            return 0;
        }
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return number;
    }

    std::string_view rest_;
    unsigned long n_;
    bool good_ = true;
};

/// What stands behind `key` up to the next semicolon.
std::optional<std::string_view> part_of(const std::string_view text, const std::string_view key) {
    const std::size_t at = text.find(key);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view rest = text.substr(at + key.size());
    return rest.substr(0, rest.find(';'));
}

}  // namespace

std::optional<PluralRule> PluralRule::parse(const std::string_view header_value) {
    std::string packed;
    std::ranges::copy_if(header_value, std::back_inserter(packed),
                         [](const char letter) { return std::isspace(static_cast<unsigned char>(letter)) == 0; });
    const auto forms = part_of(packed, "nplurals=");
    const auto expression = part_of(packed, ";plural=");
    constexpr std::size_t longest = 1000;
    if (!forms || !expression || expression->size() > longest) {
        return std::nullopt;
    }
    PluralRule rule;
    const auto [end, problem] = std::from_chars(forms->data(), forms->data() + forms->size(), rule.forms_);
    rule.expression_ = *expression;
    constexpr unsigned long most_forms = 10;
    if (problem != std::errc{} || end != forms->data() + forms->size() || rule.forms_ < 1 || rule.forms_ > most_forms ||
        !Expression(rule.expression_, 1).value()) {
        return std::nullopt;
    }
    return rule;
}

unsigned long PluralRule::form(const unsigned long count) const {
    return std::min(Expression(expression_, count).value().value_or(0), forms_ - 1);
}

}  // namespace dorsum
