#include "lesson/zone_reader.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>

#include "core/translate.h"
#include "lesson/limits.h"
#include "lesson/message.h"
#include "lesson/place_reader.h"

namespace dorsum::lesson {
namespace {

bool says_light_touch(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](const unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text.find("light touch") != std::string::npos;
}

void check_over_vertebrae(const Zone& zone, TableReader& reader) {
    if (!zone.over_vertebrae && std::abs(zone.place.lateral_mm) < zone.radius_mm) {
        reader.problem("lateral_mm", fill(tr("{0} lies over the vertebrae and does not say so"), {reader.name()}),
                       tr("Add the line over_vertebrae = true"));
    }
    if (zone.over_vertebrae && !zone.touch.empty() && !says_light_touch(zone.touch)) {
        reader.problem(
            "touch",
            fill(tr("{0} lies over the vertebrae, and its \"touch\" does not say \"light touch\""), {reader.name()}),
            tr("Write the words \"light touch\" into the text of \"touch\""));
    }
}

/// Numbers are unique, and a higher number never lies higher up.
void check_order(const std::vector<Zone>& sorted, Diagnostics& diagnostics) {
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const Zone& upper = sorted[i - 1];
        const Zone& lower = sorted[i];
        const std::string number = std::to_string(lower.number);
        if (upper.number == lower.number) {
            diagnostics.add({lower.line, lower.column}, fill(tr("zone {0} is there twice"), {number}),
                            tr("Give each zone its own number"));
        } else if (lower.place.level.number < upper.place.level.number) {
            diagnostics.add({lower.line, lower.column},
                            fill(tr("zone {0} at {1} lies above zone {2} at {3}"),
                                 {number, body::to_string(lower.place.level), std::to_string(upper.number),
                                  body::to_string(upper.place.level)}),
                            tr("Number the zones from top to bottom"));
        }
    }
}

}  // namespace

std::vector<Zone> read_zones(TableReader& lesson, Diagnostics& diagnostics) {
    std::vector<Zone> zones;
    int count = 0;
    for (const toml::table* table :
         lesson.tables("zone", tr("Write the heading [[zone]] above each zone, and [zones] above their note"))) {
        const std::size_t problems_before = diagnostics.count();
        TableReader reader(*table, fill(tr("[[zone]] {0}"), {std::to_string(++count)}), diagnostics);
        Zone zone;
        zone.line = reader.position().line;
        zone.column = reader.position().column;
        zone.number = reader.whole_number("number", {1.0, zones_most, 1.0});
        zone.organ = reader.text("organ", line_bytes_most);
        zone.place_name = reader.text("place", line_bytes_most);
        zone.touch = reader.text("touch", paragraph_bytes_most);
        zone.radius_mm =
            static_cast<float>(reader.number("radius_mm", {zone_radius_mm_least, zone_radius_mm_most, 14.0}, 14.0));
        zone.over_vertebrae = reader.truth("over_vertebrae", false);
        zone.place = read_place(reader, diagnostics).value_or(body::Place{});
        if (diagnostics.count() == problems_before) {
            check_over_vertebrae(zone, reader);
        }
        reader.finish();
        if (diagnostics.count() == problems_before) {
            zones.push_back(std::move(zone));
        }
    }
    std::stable_sort(zones.begin(), zones.end(), [](const Zone& a, const Zone& b) { return a.number < b.number; });
    check_order(zones, diagnostics);
    return zones;
}

}  // namespace dorsum::lesson
