#include "lesson/place_reader.h"

#include "core/translate.h"
#include "lesson/limits.h"
#include "lesson/message.h"

namespace dorsum::lesson {
namespace {

std::optional<body::Level> read_level(TableReader& reader) {
    const std::string text = reader.text("level", line_bytes_most);
    if (text.empty()) {
        return std::nullopt;  // reported already
    }
    const char* remedy = tr("Name a vertebra from C4 to S4, for example \"C7\", \"T4\" or \"T4.5\" for half-way to T5");
    const auto level = body::parse_level(text);
    if (!level) {
        reader.problem(
            "level",
            fill(tr("\"level\" of {0} is {1}, which is no level of the back"), {reader.name(), in_quotes(text)}),
            remedy);
        return std::nullopt;
    }
    if (level->number < body::highest_level.number || level->number > body::lowest_level.number) {
        const char* cause = level->number < body::highest_level.number
                                ? tr("\"level\" of {0} is {1}, which lies above the back")
                                : tr("\"level\" of {0} is {1}, which lies below the back");
        reader.problem("level", fill(cause, {reader.name(), in_quotes(text)}), remedy);
        return std::nullopt;
    }
    return level;
}

}  // namespace

std::optional<body::Place> read_place(TableReader& reader, Diagnostics& diagnostics) {
    const std::size_t problems_before = diagnostics.count();
    const auto level = read_level(reader);
    const double lateral_mm = reader.number("lateral_mm", {-lateral_mm_most, lateral_mm_most, 30.0});
    if (!level || diagnostics.count() != problems_before) {
        return std::nullopt;
    }
    return body::Place{*level, static_cast<float>(lateral_mm)};
}

}  // namespace dorsum::lesson
