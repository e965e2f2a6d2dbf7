#include "lesson/lesson.h"

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <cstdint>
#include <system_error>

#include "core/files.h"
#include "core/translate.h"
#include "lesson/breath.h"
#include "lesson/diagnostics.h"
#include "lesson/limits.h"
#include "lesson/message.h"
#include "lesson/step_reader.h"
#include "lesson/syntax_hint.h"
#include "lesson/table_reader.h"
#include "lesson/zone_reader.h"

namespace dorsum::lesson {
namespace {

constexpr int newest_format = 1;

/// `at` is the beginning of the file where all of it is wrong.
LessonReading refuse(const std::string& file, std::string cause, std::string remedy, const FilePosition at = {1, 1}) {
    return {std::nullopt, {Error{file, std::move(cause), std::move(remedy), at.line, at.column}}};
}

/// Whether a text that is not valid TOML was at least meant to be a lesson: a line begins as lines of
/// a lesson do.
bool looks_like_lesson(const std::string_view text) {
    constexpr std::array<std::string_view, 8> marks{"format",   "title",  "purpose", "advice",
                                                    "cautions", "[[step", "[[zone",  "[breath]"};
    const std::string lines = "\n" + std::string(text);
    return std::any_of(marks.begin(), marks.end(), [&lines](const std::string_view mark) {
        const std::size_t at = lines.find("\n" + std::string(mark));
        return at != std::string::npos && (mark.front() == '[' || lines.find('=', at) < lines.find('\n', at + 1));
    });
}

/// Where the byte at `offset` stands. Columns count letters, as the TOML reader counts them.
FilePosition position_at(const std::string_view text, const std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const std::string_view of_line = before.substr(before.find_last_of('\n') + 1);  // npos + 1 is 0
    const auto starts_letter = [](const char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    return {1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
            1 + static_cast<int>(std::count_if(of_line.begin(), of_line.end(), starts_letter))};
}

LessonReading refuse_size(const std::string& file, const std::uintmax_t bytes, const FilePosition at) {
    return refuse(file, fill(tr("is {0} bytes long"), {std::to_string(bytes)}),
                  fill(tr("A lesson has at most {0} bytes and {1} strokes; choose a lesson file, or split this one"),
                       {std::to_string(lesson_bytes_most), std::to_string(strokes_most)}),
                  at);
}

LessonReading refuse_syntax(const std::string& file, const std::string_view text, const toml::parse_error& error) {
    const FilePosition at{static_cast<int>(error.source().begin.line), static_cast<int>(error.source().begin.column)};
    if (!looks_like_lesson(text)) {
        return refuse(file, tr("is not a lesson"),
                      tr("Choose a lesson file: a text in TOML that begins with format = 1"));
    }
    std::string description(error.description());
    while (!description.empty() && (description.back() == '.' || description.back() == '\n')) {
        description.pop_back();
    }
    return refuse(file, fill(tr("cannot be read from here on: {0}"), {description}),
                  syntax_hint(line_at(text, at.line)), at);
}

void read_format(TableReader& reader) {
    const char* remedy = tr("Begin the file with the line: format = 1");
    if (!reader.has("format")) {
        reader.missing({"format"}, tr("the file does not say which format it has"), remedy, FilePosition{1, 1});
    }
    const int format = reader.whole_number("format", {1.0, 1.0e6, 1.0}, newest_format);
    if (format > newest_format) {
        reader.problem("format",
                       fill(tr("the lesson has format {0}; this program reads format {1}"),
                            {std::to_string(format), std::to_string(newest_format)}),
                       tr("Use a newer version of Dorsum"));
    }
}

void read_breath(TableReader& lesson_reader, Lesson& lesson, Diagnostics& diagnostics) {
    const toml::table* table = lesson_reader.table("breath");
    if (table == nullptr) {
        return;
    }
    TableReader reader(*table, tr("[breath]"), diagnostics);
    lesson.breath_per_min =
        reader.number("default_per_min", {breath_per_min_lowest, breath_per_min_highest, breath_per_min_default},
                      breath_per_min_default);
    const BreathLaw usual;
    lesson.inhale_share = reader.number("inhale_share", {inhale_share_lowest, inhale_share_highest, usual.inhale_share},
                                        usual.inhale_share);
    reader.finish();
}

Checklist read_checklist(TableReader& lesson_reader, Diagnostics& diagnostics) {
    Checklist list;
    if (const toml::table* table = lesson_reader.table("checklist")) {
        TableReader reader(*table, tr("[checklist]"), diagnostics);
        list.stop = reader.texts("stop");
        list.ask_doctor = reader.texts("ask_doctor");
        list.avoid_area = reader.texts("avoid_area");
        reader.finish();
    }
    return list;
}

void read_zones_note(TableReader& lesson_reader, Lesson& lesson, Diagnostics& diagnostics) {
    const toml::table* table = lesson_reader.table("zones");
    if (table == nullptr) {
        if (!lesson.zones.empty()) {
            const Zone& first = lesson.zones.front();
            lesson_reader.missing({"zones"}, tr("the zones have no note that says what they are"),
                                  tr("Add a heading [zones] with a line note = \"traditional reflex zone; not medical "
                                     "evidence\""),
                                  FilePosition{first.line, first.column});
        }
        return;
    }
    TableReader reader(*table, tr("[zones]"), diagnostics);
    lesson.zones_note = reader.text("note", line_bytes_most);
    reader.finish();
}

LessonReading read_table(const toml::table& table, const std::string& file) {
    Diagnostics diagnostics(file);
    TableReader reader(table, tr("the lesson"), diagnostics);
    Lesson lesson;
    lesson.file = file;
    read_format(reader);
    lesson.title = reader.text("title", line_bytes_most);
    lesson.purpose = reader.text("purpose", paragraph_bytes_most);
    lesson.advice = reader.texts("advice");
    lesson.cautions = reader.texts("cautions");
    lesson.checklist = read_checklist(reader, diagnostics);
    read_breath(reader, lesson, diagnostics);
    lesson.steps = read_steps(reader, diagnostics);
    lesson.zones = read_zones(reader, diagnostics);
    read_zones_note(reader, lesson, diagnostics);
    reader.finish();
    if (diagnostics.count() > 0) {
        return {std::nullopt, diagnostics.in_file_order()};
    }
    return {std::move(lesson), {}};
}

}  // namespace

LessonReading parse_lesson(const std::string_view text, const std::string& file) {
    if (text.size() > lesson_bytes_most) {
        return refuse_size(file, text.size(), position_at(text, lesson_bytes_most));
    }
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return refuse(file, tr("is empty"), tr("Choose a lesson file, or start from a copy of the bundled lesson"));
    }
    if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
        return refuse(file, tr("is not a lesson: it holds binary data"),
                      tr("Choose a lesson file: a text in TOML that begins with format = 1"), position_at(text, zero));
    }
    try {
        const toml::table table = toml::parse(text, file);
        if (!table.contains("format") && !table.contains("step") && !table.contains("zone")) {
            return refuse(file, tr("is not a lesson"),
                          tr("Choose a lesson file: a text in TOML that begins with format = 1"));
        }
        return read_table(table, file);
    } catch (const toml::parse_error& error) {
        return refuse_syntax(file, text, error);
    } catch (const std::exception& error) {
        return refuse(file, fill(tr("cannot be read: {0}"), {error.what()}), tr("Choose another lesson file"));
    }
}

LessonReading read_lesson(const std::filesystem::path& path) {
    // Far more than a lesson may have, so that one that is too long is told where it becomes so.
    constexpr std::size_t readable_bytes = std::size_t{16} << 20U;
    std::error_code unknown;
    if (const std::uintmax_t bytes = std::filesystem::file_size(path, unknown); !unknown && bytes > readable_bytes) {
        return refuse_size(path.string(), bytes, {});
    }
    const auto text = read_text_file(path, readable_bytes);
    if (!text) {
        return {std::nullopt, {text.error()}};
    }
    return parse_lesson(*text, path.string());
}

const char* pressure_name(const int pressure) {
    switch (std::clamp(pressure, 0, pressure_most)) {
        case 0:
            return tr("no pressure");
        case 1:
            return tr("light, as if spreading lotion");
        case 2:
            return tr("gentle");
        case 3:
            return tr("medium");
        case 4:
            return tr("strong, leaning in");
        default:
            return tr("deep");
    }
}

const char* contact_name(const Contact contact) {
    switch (contact) {
        case Contact::palm:
            return tr("palm");
        case Contact::thumb:
            return tr("thumb");
        case Contact::fingertips:
            return tr("fingertips");
        case Contact::knuckles:
            return tr("knuckles");
        case Contact::forearm:
            return tr("forearm");
    }
    return tr("palm");
}

const char* kind_name(const StrokeKind kind) {
    switch (kind) {
        case StrokeKind::effleurage:
            return tr("effleurage");
        case StrokeKind::petrissage:
            return tr("petrissage");
        case StrokeKind::friction:
            return tr("friction");
        case StrokeKind::tapotement:
            return tr("tapotement");
        case StrokeKind::holding:
            return tr("holding");
    }
    return tr("effleurage");
}

}  // namespace dorsum::lesson
