#pragma once

#include "lesson/lesson.h"
#include "lesson/table_reader.h"

namespace dorsum::lesson {

/// Checks what a stroke's values mean together: that it moves, that it goes the way the breath
/// goes, that it stays clear of the spinous processes, and that a light return is light. A stroke
/// whose path could not be read is not checked against it.
void check_stroke(const StrokePlan& stroke, TableReader& reader);

}  // namespace dorsum::lesson
