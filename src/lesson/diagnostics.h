#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace dorsum::lesson {

/// Where something stands in a file, counted from 1; 0 = unknown.
struct FilePosition {
    int line = 0;
    int column = 0;
    friend bool operator==(const FilePosition&, const FilePosition&) = default;
};

/// Collects everything that is wrong with one file.
class Diagnostics {
public:
    explicit Diagnostics(std::string file) : file_(std::move(file)) {}

    /// `cause` and `remedy` as in Error.
    void add(FilePosition at, std::string cause, std::string remedy);
    /// What a table lacks: every one of these keys.
    struct Missing {
        FilePosition table;
        std::vector<std::string> keys;
    };
    void add_missing(Missing missing, FilePosition at, std::string cause, std::string remedy);
    /// Takes back what was said of a missing key: it is there, but misspelt.
    void forget_missing(FilePosition table, std::string_view key);
    [[nodiscard]] std::size_t count() const { return problems_.size(); }
    [[nodiscard]] std::vector<Error> in_file_order() const;

private:
    struct Problem {
        Error error;
        Missing missing;  ///< no keys for any other problem
    };
    std::string file_;
    std::vector<Problem> problems_;
};

}  // namespace dorsum::lesson
