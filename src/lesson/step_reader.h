#pragma once

#include <vector>

#include "lesson/diagnostics.h"
#include "lesson/lesson.h"
#include "lesson/table_reader.h"

namespace dorsum::lesson {

/// Reads every [[step]] with its [[step.stroke]]s, and reports what is wrong with them.
[[nodiscard]] std::vector<Step> read_steps(TableReader& lesson, Diagnostics& diagnostics);

}  // namespace dorsum::lesson
