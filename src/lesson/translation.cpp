#include "lesson/translation.h"

#include <toml++/toml.h>
#include <algorithm>

#include "core/translate.h"
#include "lesson/diagnostics.h"
#include "lesson/limits.h"
#include "lesson/message.h"
#include "lesson/syntax_hint.h"
#include "lesson/table_reader.h"

namespace dorsum::lesson {
namespace {

void replace_text(TableReader& reader, const char* key, const std::size_t most_bytes, std::string& text) {
    if (std::string found = reader.text(key, most_bytes); !found.empty()) {
        text = std::move(found);
    }
}

void replace_texts(TableReader& reader, const char* key, std::vector<std::string>& texts) {
    if (texts.empty()) {
        return;
    }
    auto found = reader.texts(key);
    if (found.size() == texts.size()) {
        texts = std::move(found);
    } else if (!found.empty()) {
        reader.problem(key,
                       fill(tr("\"{0}\" of {1} has {2} texts, the lesson has {3}"),
                            {key, reader.name(), std::to_string(found.size()), std::to_string(texts.size())}),
                       tr("Translate each of them, in the same order"));
    }
}

/// The tables of a list, or one problem where they are not as many as the lesson has.
std::vector<const toml::table*> tables_for(TableReader& reader, const char* key, const std::size_t count) {
    const std::string wanted =
        fill(tr("Write {0} headings [[{1}]], in the order of the lesson"), {std::to_string(count), key});
    auto tables = reader.tables(key, wanted);
    if (tables.size() != count) {
        const std::string cause = fill(tr("the translation has {0} [[{1}]], the lesson has {2}"),
                                       {std::to_string(tables.size()), key, std::to_string(count)});
        if (reader.has(key)) {
            reader.problem(key, cause, wanted);
        } else {
            reader.missing({key}, cause, wanted);
        }
        tables.resize(std::min(tables.size(), count));
    }
    return tables;
}

void translate_lists(TableReader& reader, Lesson& lesson, Diagnostics& diagnostics) {
    replace_texts(reader, "advice", lesson.advice);
    replace_texts(reader, "cautions", lesson.cautions);
    if (const toml::table* table = reader.table("checklist")) {
        TableReader list(*table, tr("[checklist]"), diagnostics);
        replace_texts(list, "stop", lesson.checklist.stop);
        replace_texts(list, "ask_doctor", lesson.checklist.ask_doctor);
        replace_texts(list, "avoid_area", lesson.checklist.avoid_area);
        list.finish();
    } else if (!lesson.checklist.stop.empty()) {
        reader.problem("checklist", tr("the translation has no [checklist]"), tr("Add it, as the lesson has it"));
    }
}

void translate_steps_and_zones(TableReader& reader, Lesson& lesson, Diagnostics& diagnostics) {
    std::size_t number = 0;
    for (const toml::table* table : tables_for(reader, "step", lesson.steps.size())) {
        Step& step = lesson.steps[number++];
        TableReader texts(*table, fill(tr("step {0}"), {std::to_string(number)}), diagnostics);
        replace_text(texts, "title", line_bytes_most, step.title);
        replace_text(texts, "caption", line_bytes_most, step.caption);
        replace_text(texts, "text", text_bytes_most, step.text);
        texts.finish();
    }
    number = 0;
    for (const toml::table* table : tables_for(reader, "zone", lesson.zones.size())) {
        Zone& zone = lesson.zones[number++];
        TableReader texts(*table, fill(tr("zone {0}"), {std::to_string(zone.number)}), diagnostics);
        replace_text(texts, "organ", line_bytes_most, zone.organ);
        replace_text(texts, "place", line_bytes_most, zone.place_name);
        replace_text(texts, "touch", paragraph_bytes_most, zone.touch);
        texts.finish();
    }
    if (const toml::table* table = reader.table("zones")) {
        TableReader texts(*table, tr("[zones]"), diagnostics);
        replace_text(texts, "note", line_bytes_most, lesson.zones_note);
        texts.finish();
    }
}

}  // namespace

std::string language_code(const std::string_view locale) {
    return code_of_locale(locale);
}

std::filesystem::path translation_path(const std::filesystem::path& lesson, const std::string_view language) {
    std::filesystem::path path = lesson;
    return path.replace_extension(std::string(language) + ".toml");
}

TranslationReading translate(Lesson& lesson, const std::string_view text, const std::string& file) {
    try {
        const toml::table table = toml::parse(text, file);
        Diagnostics diagnostics(file);
        TableReader reader(table, tr("the translation"), diagnostics);
        replace_text(reader, "title", line_bytes_most, lesson.title);
        replace_text(reader, "purpose", paragraph_bytes_most, lesson.purpose);
        translate_lists(reader, lesson, diagnostics);
        translate_steps_and_zones(reader, lesson, diagnostics);
        reader.finish();
        return {diagnostics.in_file_order(), true};
    } catch (const toml::parse_error& error) {
        const int line = static_cast<int>(error.source().begin.line);
        const int column = static_cast<int>(error.source().begin.column);
        return {{Error{file, fill(tr("cannot be read from here on: {0}"), {error.description()}),
                       syntax_hint(line_at(text, line)), line, column}},
                false};
    }
}

}  // namespace dorsum::lesson
