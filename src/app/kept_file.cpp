#include "app/kept_file.h"

#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <sstream>
#include <system_error>

#include "core/files.h"
#include "core/fill.h"
#include "core/folder_lock.h"
#include "core/log.h"
#include "core/translate.h"

namespace dorsum::app {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t format_now = 1;
constexpr std::size_t most_bytes = std::size_t{1} << 20U;

/// What stands in the file, and what of it can be used.
struct Known {
    toml::table table;
    KeptFile::Content content;
    bool of_newer_version = false;
};

std::optional<KeptValue> value_in(const toml::node& node, const KeptField& field) {
    if (std::holds_alternative<bool>(field.example)) {
        const auto value = node.is_boolean() ? node.value<bool>() : std::nullopt;
        return value ? std::optional<KeptValue>(*value) : std::nullopt;
    }
    if (std::holds_alternative<double>(field.example)) {
        const auto value = node.is_number() ? node.value<double>() : std::nullopt;
        const bool fits = value && *value >= field.lowest && *value <= field.highest;
        return fits ? std::optional<KeptValue>(*value) : std::nullopt;
    }
    if (std::holds_alternative<std::string>(field.example)) {
        const auto value = node.value<std::string>();
        return value ? std::optional<KeptValue>(*value) : std::nullopt;
    }
    const toml::array* list = node.as_array();
    if (list == nullptr) {
        return std::nullopt;
    }
    std::vector<std::string> texts;
    for (const toml::node& each : *list) {
        if (auto text = each.value<std::string>()) {
            texts.push_back(*std::move(text));
        }
    }
    return texts.size() == list->size() ? std::optional<KeptValue>(std::move(texts)) : std::nullopt;
}

std::string number_text(const double number) {
    std::ostringstream text;
    text << toml::value<double>(number);
    std::string written = text.str();
    return written.ends_with(".0") ? written.substr(0, written.size() - 2) : written;
}

std::string expectation(const KeptField& field) {
    if (std::holds_alternative<bool>(field.example)) {
        return tr("expected true or false");
    }
    if (std::holds_alternative<double>(field.example)) {
        return fill(tr("expected a number from {0} to {1}"), {number_text(field.lowest), number_text(field.highest)});
    }
    return std::holds_alternative<std::string>(field.example) ? tr("expected a text in quotes")
                                                              : tr("expected a list of texts in quotes");
}

std::string to_toml(const KeptValue& value) {
    std::ostringstream text;
    if (const auto* flag = std::get_if<bool>(&value)) {
        text << (*flag ? "true" : "false");
    } else if (const auto* number = std::get_if<double>(&value)) {
        text << number_text(*number);
    } else if (const auto* words = std::get_if<std::string>(&value)) {
        text << toml::value<std::string>(*words);
    } else {
        text << "[";
        for (const std::string& each : std::get<std::vector<std::string>>(value)) {
            text << "\n    " << toml::value<std::string>(each) << ",";
        }
        text << (std::get<std::vector<std::string>>(value).empty() ? "]" : "\n]");
    }
    return text.str();
}

/// Renames a file that cannot be read as TOML, so that nothing in it is lost.
std::string set_aside(const fs::path& file, const std::string& cause) {
    const fs::path aside = file.string() + ".broken";
    std::error_code problem;
    fs::rename(file, aside, problem);
    const std::string what = with_detail(tr("is broken"), cause);
    if (problem) {
        return to_string(Error{file.string(), what, tr("Correct or remove it; until then the defaults count")});
    }
    return to_string(
        Error{file.string(), what, fill(tr("The defaults count now; what it held lies in {0}"), {aside.string()})});
}

/// Reads what is there; a broken file is set aside where that is asked for.
Known look_into(const fs::path& file, const std::vector<KeptField>& fields) {
    Known known;
    std::error_code ignored;
    if (file.empty() || !fs::exists(file, ignored)) {
        return known;
    }
    const auto text = read_text_file(file, most_bytes);
    if (!text) {
        known.content.problems.push_back(to_string(text.error()));
        known.of_newer_version = true;  // what cannot be read is not written over
        return known;
    }
    try {
        known.table = toml::parse(*text, file.string());
    } catch (const toml::parse_error& problem) {
        known.content.problems.push_back(set_aside(
            file, fill(tr("{0} (line {1})"), {problem.description(), std::to_string(problem.source().begin.line)})));
        return known;
    }
    if (known.table["format"].value_or(format_now) > format_now) {
        known.of_newer_version = true;
        known.content.problems.push_back(
            to_string(Error{file.string(), tr("was written by a newer version of the program, and is left alone"),
                            tr("Use that version; nothing is kept until then")}));
        return known;
    }
    for (const KeptField& field : fields) {
        const toml::node* node = known.table.get(field.key);
        if (node == nullptr) {
            continue;
        }
        if (auto value = value_in(*node, field)) {
            known.content.values[field.key] = *std::move(value);
        } else {
            known.content.problems.push_back(to_string(Error{
                file.string(), with_detail(field.key, expectation(field)), tr("The default counts; correct the line"),
                static_cast<int>(node->source().begin.line), static_cast<int>(node->source().begin.column)}));
        }
    }
    return known;
}

/// A long text as comment lines.
void add_comment(std::string& text, const std::string& comment) {
    constexpr std::size_t widest = 100;
    std::istringstream words(comment);
    std::string line = "#";
    for (std::string word; words >> word;) {
        if (line.size() + 1 + word.size() > widest) {
            text += line + "\n";
            line = "#";
        }
        line += " " + word;
    }
    text += line + "\n";
}

/// The whole file: what is known with its description, then whatever else stood there.
std::string written(const std::string& heading, const std::vector<KeptField>& fields, const toml::table& before,
                    const KeptValues& old_values, const KeptValues& values) {
    std::string text;
    add_comment(text, heading);
    text += "format = " + std::to_string(format_now) + "\n";
    toml::table rest = before;
    rest.erase("format");
    for (const KeptField& field : fields) {
        text += "\n";
        add_comment(text, field.description);
        const auto value = values.find(field.key);
        const bool is_wrong = before.contains(field.key) && !old_values.contains(field.key);
        if (value != values.end()) {
            text += field.key + " = " + to_toml(value->second) + "\n";
        } else if (!is_wrong) {
            text += "# " + field.key + " = " + to_toml(field.example) + "\n";
        }
        // A value that could not be used stays for the person to correct.
        if (value != values.end() || !is_wrong) {
            rest.erase(field.key);
        }
    }
    if (!rest.empty()) {
        std::ostringstream others;
        others << rest;
        text += "\n" + others.str() + "\n";
    }
    return text;
}

}  // namespace

KeptFile::KeptFile(fs::path file, std::string heading, std::vector<KeptField> fields)
    : file_(std::move(file)), heading_(std::move(heading)), fields_(std::move(fields)) {}

KeptFile::Content KeptFile::read() {
    return look_into(file_, fields_).content;
}

Result<void> KeptFile::change(const std::function<void(KeptValues&)>& change) {
    if (file_.empty()) {
        return {};
    }
    std::error_code problem;
    fs::create_directories(file_.parent_path(), problem);
    if (problem) {
        return failure(file_.parent_path().string(), with_detail(tr("cannot be made"), problem.message()),
                       tr("Check that you may write to the folder above it"));
    }
    const FolderLock lock(file_.parent_path());
    const Known known = look_into(file_, fields_);
    for (const std::string& said : known.content.problems) {
        log::debug(said);
    }
    KeptValues values = known.content.values;
    change(values);
    if (known.of_newer_version || values == known.content.values) {
        return {};
    }
    const std::string text = written(heading_, fields_, known.table, known.content.values, values);
    return write_file(file_, std::as_bytes(std::span(text)));
}

}  // namespace dorsum::app
