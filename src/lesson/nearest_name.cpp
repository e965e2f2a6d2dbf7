#include "lesson/nearest_name.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace dorsum::lesson {
namespace {

/// How many letters must be put in, left out or replaced (Levenshtein 1966).
std::size_t edit_distance(const std::string_view a, const std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0U : 1U);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row[b.size()];
}

}  // namespace

std::optional<std::string_view> nearest_name(const std::string_view written,
                                             const std::span<const std::string_view> known) {
    constexpr std::size_t longest_worth_comparing = 64;
    if (written.size() > longest_worth_comparing) {
        return std::nullopt;
    }
    std::optional<std::string_view> best;
    std::size_t best_distance = std::max<std::size_t>(2, written.size() / 3) + 1;
    for (const std::string_view name : known) {
        // "radius" for "radius_mm": a name left unfinished is nearer than its letters say.
        const bool unfinished = written.size() >= 3 && name.starts_with(written);
        const std::size_t distance = unfinished ? 1 : edit_distance(written, name);
        if (distance < best_distance && distance < name.size()) {
            best = name;
            best_distance = distance;
        }
    }
    return best;
}

}  // namespace dorsum::lesson
