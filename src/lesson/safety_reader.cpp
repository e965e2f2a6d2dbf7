#include <toml++/toml.h>

#include "core/files.h"
#include "core/translate.h"
#include "lesson/diagnostics.h"
#include "lesson/limits.h"
#include "lesson/message.h"
#include "lesson/place_reader.h"
#include "lesson/safety.h"
#include "lesson/table_reader.h"

namespace dorsum::lesson {
namespace {

SafetyRegion read_region(const toml::table& table, const std::string& name, Diagnostics& diagnostics) {
    TableReader reader(table, name, diagnostics);
    SafetyRegion region;
    region.name = reader.text("name", line_bytes_most);
    region.title = reader.text("title", line_bytes_most);
    region.reason = reader.text("reason", paragraph_bytes_most);
    region.remedy = reader.text("remedy", paragraph_bytes_most);
    region.source = reader.text("source", paragraph_bytes_most);
    region.clearance_mm = static_cast<float>(reader.number("clearance_mm", {0.0, 50.0, 10.0}));
    region.most_pressure = reader.whole_number("most_pressure", {0.0, pressure_most, 1.0});
    region.percussion = reader.truth("percussion", false);
    const std::string wanted = tr("Write at least two places: outline = [{level = \"C4\", lateral_mm = 0}, ...]");
    const auto places = reader.tables("outline", wanted);
    if (!reader.has("outline")) {
        reader.missing({"outline"}, fill(tr("{0} has no \"{1}\""), {name, "outline"}), wanted);
    } else if (places.size() < 2) {
        reader.problem("outline", fill(tr("the outline of {0} has {1} places"), {name, std::to_string(places.size())}),
                       wanted);
    }
    for (const toml::table* table_of_place : places) {
        TableReader place_reader(*table_of_place, fill(tr("a place of {0}"), {name}), diagnostics);
        if (const auto place = read_place(place_reader, diagnostics)) {
            region.outline.push_back(*place);
        }
        place_reader.finish();
    }
    reader.finish();
    return region;
}

}  // namespace

SafetyReading parse_safety_regions(const std::string_view text, const std::string& file) {
    try {
        const toml::table table = toml::parse(text, file);
        Diagnostics diagnostics(file);
        TableReader reader(table, tr("the file of safety regions"), diagnostics);
        SafetyReading reading;
        int number = 0;
        const std::string wanted = tr("Write the heading [[region]] above each region");
        for (const toml::table* region : reader.tables("region", wanted)) {
            reading.regions.push_back(
                read_region(*region, fill(tr("region {0}"), {std::to_string(++number)}), diagnostics));
        }
        if (reading.regions.empty()) {
            reader.missing({"region"}, tr("the file has no region"), wanted, FilePosition{1, 1});
        }
        reader.finish();
        if (diagnostics.count() > 0) {
            return {{}, diagnostics.in_file_order()};
        }
        return reading;
    } catch (const toml::parse_error& error) {
        const auto& at = error.source().begin;
        return {{},
                {Error{file, fill(tr("cannot be read from here on: {0}"), {error.description()}),
                       tr("Mend the line, or install Dorsum anew"), static_cast<int>(at.line),
                       static_cast<int>(at.column)}}};
    }
}

SafetyReading read_safety_regions(const std::filesystem::path& path) {
    const auto text = read_text_file(path, lesson_bytes_most);
    if (!text) {
        return {{}, {text.error()}};
    }
    return parse_safety_regions(*text, path.string());
}

}  // namespace dorsum::lesson
