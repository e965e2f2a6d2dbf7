#pragma once

#include <filesystem>
#include <glm/vec3.hpp>
#include <optional>
#include <string>

#include "body/body.h"
#include "core/error.h"

namespace dorsum::sculpt {

struct CompareOptions {
    std::filesystem::path body;   ///< a body that was sculpted
    std::filesystem::path model;  ///< any mesh
    body::AxisOverrides axes;
    std::optional<glm::vec3> shift_mm;  ///< after axes and unit; without it the best one is found
};

/// A table of the distances between the skins of a sculpted body and any mesh, as text.
[[nodiscard]] Result<std::string> compare_report(const CompareOptions& options);

}  // namespace dorsum::sculpt
