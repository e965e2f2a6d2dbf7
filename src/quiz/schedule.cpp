#include "quiz/schedule.h"

#include <algorithm>
#include <cmath>

namespace dorsum::quiz {

Memory reviewed(Memory memory, const int grade, const int day) {
    constexpr int least_known = 3;
    constexpr double least_ease = 1.3;
    constexpr int longest_days = 3650;
    if (memory.last_day == day) {
        return memory;
    }
    memory.last_day = day;
    if (grade < least_known) {
        memory.repetitions = 0;
        memory.interval_days = 1;
    } else {
        ++memory.repetitions;
        memory.interval_days = memory.repetitions == 1 ? 1
                               : memory.repetitions == 2
                                   ? 6
                                   : static_cast<int>(std::min(std::ceil(memory.interval_days * memory.ease),
                                                               static_cast<double>(longest_days)));
    }
    const double missing = 5.0 - grade;
    memory.ease = std::max(memory.ease + 0.1 - missing * (0.08 + missing * 0.02), least_ease);
    memory.due_day = day + memory.interval_days;
    return memory;
}

}  // namespace dorsum::quiz
