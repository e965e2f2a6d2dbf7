#include "lesson/table_reader.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/translate.h"
#include "lesson/limits.h"
#include "lesson/message.h"
#include "lesson/nearest_name.h"

namespace dorsum::lesson {
namespace {

FilePosition position_of(const toml::source_region& region) {
    return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

const char* kind_of(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::string:
            return tr("a text");
        case toml::node_type::integer:
            return tr("a whole number");
        case toml::node_type::floating_point:
            return tr("a number with a decimal point");
        case toml::node_type::boolean:
            return tr("true or false");
        case toml::node_type::array:
            return tr("a list");
        case toml::node_type::table:
            return tr("a table");
        default:
            return tr("a date or a time");
    }
}

std::string number_wanted(const char* key, const Range range, const bool whole) {
    return fill(whole ? tr("Write a whole number from {0} to {1}, for example: {2} = {3}")
                      : tr("Write a number from {0} to {1}, for example: {2} = {3}"),
                {plain(range.lowest), plain(range.highest), key, plain(range.typical)});
}

std::string text_wanted(const char* key) {
    return fill(tr("Write a text between quotes, for example: {0} = \"...\""), {key});
}

std::string list_of(const std::span<const std::string_view> words) {
    std::string list;
    for (const std::string_view word : words) {
        list += (list.empty() ? "" : ", ") + std::string(word);
    }
    return list;
}

}  // namespace

FilePosition position_of(const toml::node& node) {
    return position_of(node.source());
}

TableReader::TableReader(const toml::table& table, std::string name, Diagnostics& diagnostics)
    : table_(table), name_(std::move(name)), diagnostics_(diagnostics) {}

const toml::node* TableReader::find(const char* key) {
    asked_.emplace_back(key);
    return table_.get(key);
}

FilePosition TableReader::position(const char* key) const {
    const toml::node* node = table_.get(key);
    return node != nullptr ? position_of(*node) : position();
}

void TableReader::problem(const char* key, std::string cause, std::string remedy) {
    diagnostics_.add(position(key), std::move(cause), std::move(remedy));
}

void TableReader::missing(std::vector<std::string> keys, std::string cause, std::string remedy,
                          const std::optional<FilePosition> at) {
    diagnostics_.add_missing({position(), std::move(keys)}, at.value_or(position()), std::move(cause),
                             std::move(remedy));
}

void TableReader::report_missing(const char* key, const std::string& wanted) {
    missing({key}, fill(tr("{0} has no \"{1}\""), {name_, key}), wanted);
}

void TableReader::report_type(const char* key, const toml::node& found, const std::string& wanted) {
    diagnostics_.add(position_of(found), fill(tr("\"{0}\" of {1} is {2}"), {key, name_, kind_of(found)}), wanted);
}

std::optional<std::string> TableReader::text_of(const char* key, const toml::node& node, const std::size_t most_bytes) {
    const toml::value<std::string>* value = node.as_string();
    if (value == nullptr) {
        report_type(key, node, text_wanted(key));
        return std::nullopt;
    }
    if (value->get().find_first_not_of(" \t\r\n") == std::string::npos) {
        diagnostics_.add(position_of(node), fill(tr("\"{0}\" of {1} is an empty text"), {key, name_}),
                         text_wanted(key));
        return std::nullopt;
    }
    if (value->get().size() > most_bytes) {
        diagnostics_.add(
            position_of(node),
            fill(tr("\"{0}\" of {1} is {2} bytes long"), {key, name_, std::to_string(value->get().size())}),
            fill(tr("Shorten it to at most {0} bytes"), {std::to_string(most_bytes)}));
        return std::nullopt;
    }
    return value->get();
}

std::string TableReader::text(const char* key, const std::size_t most_bytes) {
    const toml::node* node = find(key);
    if (node == nullptr) {
        report_missing(key, text_wanted(key));
        return {};
    }
    return text_of(key, *node, most_bytes).value_or("");
}

std::vector<std::string> TableReader::texts(const char* key) {
    const std::string wanted = fill(tr("Write a list of texts, for example: {0} = [\"...\", \"...\"]"), {key});
    const toml::node* node = find(key);
    if (node == nullptr) {
        report_missing(key, wanted);
        return {};
    }
    const toml::array* array = node->as_array();
    if (array == nullptr) {
        report_type(key, *node, wanted);
        return {};
    }
    if (array->empty()) {
        problem(key, fill(tr("\"{0}\" of {1} is an empty list"), {key, name_}), wanted);
    }
    std::vector<std::string> list;
    for (const toml::node& entry : *array) {
        if (auto text = text_of(key, entry, paragraph_bytes_most)) {
            list.push_back(*std::move(text));
        }
    }
    return list;
}

double TableReader::number(const char* key, const Range range, const std::optional<double> fallback) {
    const toml::node* node = find(key);
    const std::string wanted = number_wanted(key, range, false);
    if (node == nullptr) {
        if (!fallback) {
            report_missing(key, wanted);
        }
        return fallback.value_or(range.typical);
    }
    if (!node->is_number()) {
        report_type(key, *node, wanted);
        return range.typical;
    }
    const double value = node->value<double>().value_or(std::numeric_limits<double>::quiet_NaN());
    if (!(value >= range.lowest && value <= range.highest)) {
        problem(key, fill(tr("\"{0}\" of {1} is {2}"), {key, name_, plain(value)}), wanted);
        return range.typical;
    }
    return value;
}

int TableReader::whole_number(const char* key, const Range range, const std::optional<int> fallback) {
    const toml::node* node = find(key);
    const std::string wanted = number_wanted(key, range, true);
    const int typical = static_cast<int>(range.typical);
    if (node == nullptr) {
        if (!fallback) {
            report_missing(key, wanted);
        }
        return fallback.value_or(typical);
    }
    const toml::value<std::int64_t>* value = node->as_integer();
    if (value == nullptr) {
        report_type(key, *node, wanted);
        return typical;
    }
    const auto number = static_cast<double>(value->get());
    if (number < range.lowest || number > range.highest) {
        problem(key, fill(tr("\"{0}\" of {1} is {2}"), {key, name_, plain(number)}), wanted);
        return typical;
    }
    return static_cast<int>(value->get());
}

bool TableReader::truth(const char* key, const bool fallback) {
    const toml::node* node = find(key);
    if (node == nullptr) {
        return fallback;
    }
    const toml::value<bool>* value = node->as_boolean();
    if (value == nullptr) {
        report_type(key, *node, fill(tr("Write {0} = true or {0} = false, without quotes"), {key}));
        return fallback;
    }
    return value->get();
}

std::size_t TableReader::word(const char* key, const std::span<const std::string_view> words,
                              const std::optional<std::size_t> fallback) {
    const toml::node* node = find(key);
    const std::string wanted = fill(tr("Write one of these words between quotes: {0}"), {list_of(words)});
    if (node == nullptr) {
        if (!fallback) {
            report_missing(key, wanted);
        }
        return fallback.value_or(0);
    }
    const toml::value<std::string>* value = node->as_string();
    if (value == nullptr) {
        report_type(key, *node, wanted);
        return fallback.value_or(0);
    }
    const auto found = std::find(words.begin(), words.end(), std::string_view(value->get()));
    if (found != words.end()) {
        return static_cast<std::size_t>(found - words.begin());
    }
    const auto near = nearest_name(value->get(), words);
    problem(key, fill(tr("\"{0}\" of {1} is {2}, which is unknown"), {key, name_, in_quotes(value->get())}),
            near ? fill(tr("Did you mean \"{0}\"? Possible are: {1}"), {*near, list_of(words)}) : wanted);
    return fallback.value_or(0);
}

std::vector<const toml::table*> TableReader::tables(const char* key, const std::string& wanted) {
    const toml::node* node = find(key);
    if (node == nullptr) {
        return {};
    }
    const toml::array* array = node->as_array();
    if (array == nullptr) {
        report_type(key, *node, wanted);
        return {};
    }
    std::vector<const toml::table*> list;
    for (const toml::node& entry : *array) {
        if (const toml::table* table = entry.as_table()) {
            list.push_back(table);
        } else {
            report_type(key, entry, wanted);
        }
    }
    return list;
}

const toml::table* TableReader::table(const char* key) {
    const toml::node* node = find(key);
    if (node == nullptr) {
        return nullptr;
    }
    const toml::table* table = node->as_table();
    if (table == nullptr) {
        report_type(key, *node, fill(tr("Write a heading [{0}] on its own line, and its values below it"), {key}));
    }
    return table;
}

void TableReader::finish() {
    std::vector<std::string_view> lacking;
    std::copy_if(asked_.begin(), asked_.end(), std::back_inserter(lacking),
                 [this](const std::string_view key) { return !table_.contains(key); });
    for (const auto& [key, node] : table_) {
        if (std::find(asked_.begin(), asked_.end(), key.str()) != asked_.end()) {
            continue;
        }
        auto near = nearest_name(key.str(), lacking);
        if (near) {
            diagnostics_.forget_missing(position(), *near);
        } else {
            near = nearest_name(key.str(), asked_);
        }
        diagnostics_.add(position_of(key.source()),
                         fill(tr("{0} has {1}, which is unknown"), {name_, in_quotes(key.str())}),
                         near ? fill(tr("Did you mean \"{0}\"?"), {*near})
                              : fill(tr("Take it out; known are: {0}"), {list_of(asked_)}));
    }
}

}  // namespace dorsum::lesson
