#include "sculpt/figure_reader.h"

namespace dorsum::sculpt::figure {

const toml::node& entry(const toml::table& table, const std::string_view key) {
    const toml::node* found = table.get(key);
    if (found == nullptr) {
        stop(table, std::string(tr("lacks the entry ")) + std::string(key));
    }
    return *found;
}

float number(const toml::node& node) {
    const auto value = node.value<double>();
    if (!value) {
        stop(node, tr("holds something else where a number belongs"));
    }
    return static_cast<float>(*value);
}

float number(const toml::table& table, const std::string_view key) {
    return number(entry(table, key));
}

float number_or(const toml::table& table, const std::string_view key, const float otherwise) {
    return table.contains(key) ? number(table, key) : otherwise;
}

std::string text(const toml::table& table, const std::string_view key) {
    const auto value = entry(table, key).value<std::string>();
    if (!value) {
        stop(table, std::string(tr("holds something else where a text belongs: ")) + std::string(key));
    }
    return *value;
}

const toml::array& list(const toml::node& node) {
    const toml::array* found = node.as_array();
    if (found == nullptr || found->empty()) {
        stop(node, tr("holds no list where one belongs"));
    }
    return *found;
}

std::vector<float> numbers(const toml::node& node, const std::size_t count) {
    const toml::array& items = list(node);
    if (items.size() != count) {
        stop(node, std::string(tr("holds a list of another length than ")) + std::to_string(count));
    }
    std::vector<float> result;
    for (const toml::node& item : items) {
        result.push_back(number(item));
    }
    return result;
}

glm::vec2 pair(const toml::node& node) {
    const auto v = numbers(node, 2);
    return {v[0], v[1]};
}

glm::vec3 triple(const toml::node& node) {
    const auto v = numbers(node, 3);
    return {v[0], v[1], v[2]};
}

const toml::table& as_table(const toml::node& node) {
    const toml::table* found = node.as_table();
    if (found == nullptr) {
        stop(node, tr("holds something else where a table belongs"));
    }
    return *found;
}

std::vector<Knot> knots(const toml::table& table, const std::string_view key) {
    std::vector<Knot> result = each(entry(table, key), [](const toml::node& node) {
        const glm::vec2 v = pair(node);
        return Knot{v.x, v.y};
    });
    for (std::size_t i = 1; i < result.size(); ++i) {
        if (result[i].at <= result[i - 1].at) {
            stop(table, std::string(tr("has knots out of rising order in ")) + std::string(key));
        }
    }
    return result;
}

}  // namespace dorsum::sculpt::figure
