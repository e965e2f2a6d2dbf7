#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <functional>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/files.h"
#include "core/translate.h"
#include "sculpt/curve.h"

/// Reads figures out of TOML. Each function throws Unreadable where what it wants is not there; only
/// read_figures catches it, so every reader must run inside one.
namespace dorsum::sculpt::figure {

struct Unreadable {
    toml::source_position at;
    std::string cause;
};

template <typename Node>
[[noreturn]] void stop(const Node& at, const std::string& cause) {
    throw Unreadable{at.source().begin, cause};
}

[[nodiscard]] const toml::node& entry(const toml::table& table, std::string_view key);
[[nodiscard]] float number(const toml::node& node);
[[nodiscard]] float number(const toml::table& table, std::string_view key);
[[nodiscard]] float number_or(const toml::table& table, std::string_view key, float otherwise);
[[nodiscard]] std::string text(const toml::table& table, std::string_view key);
[[nodiscard]] const toml::array& list(const toml::node& node);  ///< not empty
[[nodiscard]] std::vector<float> numbers(const toml::node& node, std::size_t count);
[[nodiscard]] glm::vec2 pair(const toml::node& node);
[[nodiscard]] glm::vec3 triple(const toml::node& node);
[[nodiscard]] const toml::table& as_table(const toml::node& node);
[[nodiscard]] std::vector<Knot> knots(const toml::table& table, std::string_view key);  ///< in rising order

/// Reads every item of a list of equal things.
template <typename Read>
auto each(const toml::node& node, Read read) {
    std::vector<decltype(read(node))> result;
    for (const toml::node& item : list(node)) {
        result.push_back(read(item));
    }
    return result;
}

/// What `interpret` makes of the file's root. Fails, naming file and line, where the file is missing, no
/// TOML, or lacks a figure.
template <typename Interpret>
auto read_figures(const std::filesystem::path& path, Interpret interpret)
    -> Result<decltype(interpret(std::declval<const toml::table&>()))> {
    const auto content = read_text_file(path);
    if (!content) {
        return tl::unexpected(content.error());
    }
    const char* remedy = tr("Compare it with the file of this name in src/sculpt/figures of the same version");
    const auto at = [&](const std::string& cause, const toml::source_position place) {
        return failure(path.string(), cause, remedy, static_cast<int>(place.line), static_cast<int>(place.column));
    };
    try {
        return interpret(toml::parse(*content));
    } catch (const toml::parse_error& error) {
        return at(std::string(error.description()), error.source().begin);
    } catch (const Unreadable& error) {
        return at(error.cause, error.at);
    }
}

}  // namespace dorsum::sculpt::figure
