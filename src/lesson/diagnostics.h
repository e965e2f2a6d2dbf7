#pragma once

#include <string>
#include <vector>

#include "core/error.h"

namespace dorsum::lesson {

/// Where something stands in a file, counted from 1; 0 = unknown.
struct FilePosition {
    int line = 0;
    int column = 0;
};

/// Collects everything that is wrong with one file.
class Diagnostics {
public:
    explicit Diagnostics(std::string file) : file_(std::move(file)) {}

    /// `cause` and `remedy` as in Error.
    void add(FilePosition at, std::string cause, std::string remedy);
    [[nodiscard]] std::size_t count() const { return problems_.size(); }
    [[nodiscard]] std::vector<Error> in_file_order() const;

private:
    std::string file_;
    std::vector<Error> problems_;
};

}  // namespace dorsum::lesson
