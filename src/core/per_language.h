#pragma once

#include <map>
#include <mutex>
#include <string>
#include <type_traits>

#include "core/translate.h"

namespace dorsum {

/// A table that is made of texts with `tr`, once for each language: what `make()` returns, as it is in the language
/// of now. The result lives as long as the program. Thread safe. Each place that calls this has tables of its own:
///     static const auto& rows() { return per_language([] { return std::array{Row{tr("Speed")}}; }); }
template <typename Make>
const auto& per_language(Make make) {
    static_assert(std::is_class_v<Make>, "only a lambda has tables of its own");
    using Table = decltype(make());
    static std::mutex mutex;
    static std::map<std::string, const Table> tables;
    const std::scoped_lock lock(mutex);
    const std::string now = language();
    const auto found = tables.find(now);
    return found != tables.end() ? found->second : tables.emplace(now, make()).first->second;
}

}  // namespace dorsum
