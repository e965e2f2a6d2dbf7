#pragma once

#include <optional>

#include "body/place.h"
#include "lesson/diagnostics.h"
#include "lesson/table_reader.h"

namespace dorsum::lesson {

/// Reads `level` and `lateral_mm` of a table; reports and returns nothing when either is wrong.
[[nodiscard]] std::optional<body::Place> read_place(TableReader& reader, Diagnostics& diagnostics);

}  // namespace dorsum::lesson
