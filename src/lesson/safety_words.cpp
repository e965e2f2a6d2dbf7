#include "lesson/safety_words.h"

#include <algorithm>
#include <cmath>

#include "core/local_numbers.h"
#include "core/translate.h"
#include "lesson/limits.h"
#include "lesson/message.h"

namespace dorsum::lesson {
namespace {

bool lies_on_midline(const SafetyRegion& region) {
    return std::ranges::all_of(region.outline, [](const body::Place& place) { return place.lateral_mm == 0.0F; });
}

/// What is said of pressure alone.
std::string pressure_in_words(const SafetyRegion& region) {
    constexpr int gentle = 2;
    constexpr int strongest = 5;
    if (region.most_pressure > gentle) {
        return region.most_pressure < strongest ? tr("no deep pressure") : "";
    }
    if (region.most_pressure == gentle) {
        return tr("only gentle pressure");
    }
    if (region.clearance_mm <= 0.0F) {
        return tr("no pressure");
    }
    const std::string distance = local_number(static_cast<double>(region.clearance_mm));
    return fill(
        lies_on_midline(region) ? tr("no pressure within {0} mm of the midline") : tr("no pressure within {0} mm"),
        {distance});
}

}  // namespace

std::string rule_in_words(const SafetyRegion& region) {
    const std::string pressure = pressure_in_words(region);
    // Where nothing presses, nothing drums either.
    if (region.percussion || region.most_pressure <= lying_pressure_most) {
        return pressure;
    }
    return pressure.empty() ? tr("no percussion") : fill(tr("{0}, no percussion"), {pressure});
}

std::string short_title(const SafetyRegion& region) {
    const std::string title = tr(region.title.c_str());
    return title.substr(0, title.find(','));
}

}  // namespace dorsum::lesson
