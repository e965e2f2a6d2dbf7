#include "lesson_text.h"

#include <algorithm>

#include "catch.h"

namespace dorsum::lesson {

std::string faultless_text() {
    return R"(format = 1
title = "A lesson"
purpose = "To try things out"
advice = ["Be calm"]
cautions = ["Be careful"]

[breath]
default_per_min = 8
inhale_share = 0.4

[[step]]
title = "Wait"
caption = "Waiting"
text = "Nothing happens"
rest_s = 5

[[step]]
title = "Stroke"
caption = "Stroking"
text = "Up and down"
repeats = 2
    [[step.stroke]] # first
    contact = "thumb"
    pass = "working"
    breath = "inhale"
    pressure = 4
    path = [
        {level = "L4", lateral_mm = 30},
        {level = "T6", lateral_mm = 31},
        {level = "T1", lateral_mm = 32},
    ]
    [[step.stroke]] # second
    contact = "palm"
    pass = "return"
    duration_s = 7.5
    pressure = 1
    path = [{level = "T1", lateral_mm = 80}, {level = "L4", lateral_mm = 81}]

[zones]
note = "traditional reflex zone; not medical evidence"

[[zone]]
number = 1
organ = "Lungs"
place = "Above"
touch = "Circle"
level = "T2"
lateral_mm = -33

[[zone]]
number = 2
organ = "Spleen"
place = "Below"
touch = "A light touch"
level = "T11"
lateral_mm = 0
radius_mm = 15
over_vertebrae = true
)";
}

std::string replaced(std::string text, const std::string_view from, const std::string_view to) {
    const std::size_t at = text.find(from);
    INFO("looked for: " << from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

int line_of(const std::string_view text, const std::string_view marker) {
    const std::size_t at = text.find(marker);
    INFO("looked for: " << marker);
    REQUIRE(at != std::string_view::npos);
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

}  // namespace dorsum::lesson
