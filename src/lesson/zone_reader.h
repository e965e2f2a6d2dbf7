#pragma once

#include <vector>

#include "lesson/diagnostics.h"
#include "lesson/lesson.h"
#include "lesson/table_reader.h"

namespace dorsum::lesson {

/// Reads every [[zone]], in the order of their numbers, and reports what is wrong with them.
[[nodiscard]] std::vector<Zone> read_zones(TableReader& lesson, Diagnostics& diagnostics);

}  // namespace dorsum::lesson
