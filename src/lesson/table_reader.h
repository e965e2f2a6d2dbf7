#pragma once

#include <toml++/toml.h>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lesson/diagnostics.h"

namespace dorsum::lesson {

/// The numbers that a key may have, both ends included, and one that is common.
struct Range {
    double lowest = 0.0;
    double highest = 0.0;
    double typical = 0.0;
};

[[nodiscard]] FilePosition position_of(const toml::node& node);

/// Reads one table of a lesson file. Each function reads one key, reports what is wrong with it and
/// then returns a harmless value, so that one reading finds every problem. After all keys were
/// asked for, finish() reports those that nobody asked for; what is then seen to be misspelt is no longer reported as
/// missing.
class TableReader {
public:
    /// `name` says in a message what the table is: "step 2".
    TableReader(const toml::table& table, std::string name, Diagnostics& diagnostics);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] FilePosition position() const { return position_of(table_); }
    /// Of a key's value; of the table where it lacks the key.
    [[nodiscard]] FilePosition position(const char* key) const;
    [[nodiscard]] bool has(const char* key) const { return table_.contains(key); }

    /// A text that is not empty.
    [[nodiscard]] std::string text(const char* key, std::size_t most_bytes);
    /// A list of at least one text.
    [[nodiscard]] std::vector<std::string> texts(const char* key);
    /// A number in range; required where there is no fallback.
    [[nodiscard]] double number(const char* key, Range range, std::optional<double> fallback = std::nullopt);
    [[nodiscard]] int whole_number(const char* key, Range range, std::optional<int> fallback = std::nullopt);
    [[nodiscard]] bool truth(const char* key, bool fallback);
    /// One of some words; returns its position among them.
    [[nodiscard]] std::size_t word(const char* key, std::span<const std::string_view> words,
                                   std::optional<std::size_t> fallback = std::nullopt);
    /// The tables of a list of tables; empty where there is none. `wanted` is the remedy for what is no such list.
    [[nodiscard]] std::vector<const toml::table*> tables(const char* key, const std::string& wanted);
    /// A single table, or none.
    [[nodiscard]] const toml::table* table(const char* key);

    /// Reports at a key that was read: what is wrong, and what would be right.
    void problem(const char* key, std::string cause, std::string remedy);
    /// Reports, at the table or where it is missed, that it has none of these keys, one of which it needs.
    void missing(std::vector<std::string> keys, std::string cause, std::string remedy,
                 std::optional<FilePosition> at = std::nullopt);
    [[nodiscard]] std::size_t problem_count() const { return diagnostics_.count(); }
    void finish();

private:
    const toml::node* find(const char* key);
    void report_missing(const char* key, const std::string& wanted);
    void report_type(const char* key, const toml::node& found, const std::string& wanted);
    [[nodiscard]] std::optional<std::string> text_of(const char* key, const toml::node& node, std::size_t most_bytes);

    const toml::table& table_;
    std::string name_;
    Diagnostics& diagnostics_;
    std::vector<std::string_view> asked_;
};

}  // namespace dorsum::lesson
