#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace dorsum::app {

using BenchClock = std::chrono::steady_clock;

[[nodiscard]] inline double milliseconds_since(const BenchClock::time_point start) {
    return std::chrono::duration<double, std::milli>(BenchClock::now() - start).count();
}

/// How long some work takes, milliseconds.
template <typename Work>
[[nodiscard]] double time_ms(Work&& work) {
    const auto start = BenchClock::now();
    work();
    return milliseconds_since(start);
}

/// Of an even number of values the upper of the two in the middle; at least one is needed.
[[nodiscard]] inline double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace dorsum::app
