#include "lesson/diagnostics.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dorsum::lesson {

void Diagnostics::add(const FilePosition at, std::string cause, std::string remedy) {
    add_missing({}, at, std::move(cause), std::move(remedy));
}

void Diagnostics::add_missing(Missing missing, const FilePosition at, std::string cause, std::string remedy) {
    problems_.push_back({{file_, std::move(cause), std::move(remedy), at.line, at.column}, std::move(missing)});
}

void Diagnostics::forget_missing(const FilePosition table, const std::string_view key) {
    std::erase_if(problems_, [&](const Problem& problem) {
        const auto& keys = problem.missing.keys;
        return problem.missing.table == table && std::find(keys.begin(), keys.end(), key) != keys.end();
    });
}

std::vector<Error> Diagnostics::in_file_order() const {
    std::vector<Error> sorted;
    for (const Problem& problem : problems_) {
        sorted.push_back(problem.error);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const Error& a, const Error& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
    return sorted;
}

}  // namespace dorsum::lesson
