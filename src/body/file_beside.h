#pragma once

#include <filesystem>
#include <optional>

namespace dorsum::body {

/// A file that belongs to a model and lies beside it: `back<ending>` or `back.glb<ending>` for
/// `back.glb`; empty when there is none.
[[nodiscard]] std::optional<std::filesystem::path> file_beside(const std::filesystem::path& model, const char* ending);

}  // namespace dorsum::body
