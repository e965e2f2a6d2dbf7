#include "lesson/diagnostics.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dorsum::lesson {

void Diagnostics::add(const FilePosition at, std::string cause, std::string remedy) {
    problems_.push_back({file_, std::move(cause), std::move(remedy), at.line, at.column});
}

std::vector<Error> Diagnostics::in_file_order() const {
    std::vector<Error> sorted = problems_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Error& a, const Error& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
    return sorted;
}

}  // namespace dorsum::lesson
