#include "app/bookmark_file.h"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>
#include <system_error>

#include "app/bookmark_values.h"
#include "core/files.h"
#include "core/translate.h"
#include "scene/bookmark_fields.h"

namespace dorsum::app {

namespace {

constexpr std::int64_t format_now = 1;

toml::table table_of(const scene::Bookmark& bookmark) {
    toml::table table;
    put(table, "name", bookmark.name);
    put(table, "model", bookmark.model.name);
    table.insert_or_assign("triangles", static_cast<std::int64_t>(bookmark.model.triangles));
    scene::for_each_bookmark_field([&](const auto& field) { put(table, field.key, (*bookmark.kept).*field.member); });
    return table;
}

std::shared_ptr<const scene::Bookmark> bookmark_in(const toml::table& table, const std::string& file,
                                                   std::vector<std::string>& problems) {
    scene::Bookmark bookmark;
    bookmark.name = table["name"].value_or(std::string(tr("View")));
    bookmark.model.name = table["model"].value_or(std::string());
    bookmark.model.triangles =
        static_cast<std::size_t>(std::max<std::int64_t>(table["triangles"].value_or<std::int64_t>(0), 0));
    scene::State kept;
    scene::for_each_bookmark_field([&](const auto& field) {
        const toml::node* node = table.get(field.key);
        if (node != nullptr && !take(*node, kept.*field.member)) {
            problems.push_back(to_string(Error{file, bookmark.name + ": " + field.key + " " + tr("cannot be read"),
                                               tr("It is left out; the rest of the view counts"),
                                               static_cast<int>(node->source().begin.line),
                                               static_cast<int>(node->source().begin.column)}));
        }
    });
    bookmark.kept = std::make_shared<const scene::State>(std::move(kept));
    return std::make_shared<const scene::Bookmark>(std::move(bookmark));
}

}  // namespace

bool is_views_file(const std::filesystem::path& file) {
    return file.extension() == views_extension;
}

std::string text_of(const scene::BookmarkList& bookmarks) {
    toml::array views;
    for (const auto& bookmark : bookmarks) {
        views.push_back(table_of(*bookmark));
    }
    toml::table whole;
    whole.insert_or_assign("format", format_now);
    whole.insert_or_assign("view", std::move(views));
    std::ostringstream text;
    text << "# " << tr("Views of the back, kept in Dorsum. Places are in millimetres from the middle of T12.") << "\n"
         << whole << "\n";
    return text.str();
}

Result<ReadBookmarks> bookmarks_in(const std::string_view text, const std::string& file) {
    toml::table whole;
    try {
        whole = toml::parse(text, file);
    } catch (const toml::parse_error& problem) {
        return tl::unexpected(Error{file, std::string(tr("is broken")) + ": " + std::string(problem.description()),
                                    tr("Correct the line, or ask for the file anew"),
                                    static_cast<int>(problem.source().begin.line),
                                    static_cast<int>(problem.source().begin.column)});
    }
    if (whole["format"].value_or(format_now) > format_now) {
        return failure(file, tr("was written by a newer version of the program"), tr("Use that version"));
    }
    ReadBookmarks read;
    const toml::array* views = whole["view"].as_array();
    if (views == nullptr) {
        if (!whole["format"]) {
            return failure(file, tr("holds no kept views"), tr("Choose a file that this program has saved"));
        }
        return read;
    }
    for (const toml::node& view : *views) {
        if (const toml::table* table = view.as_table()) {
            read.bookmarks.push_back(bookmark_in(*table, file, read.problems));
        } else {
            read.problems.push_back(to_string(Error{file, tr("something that is no view was left out"), {}}));
        }
    }
    return read;
}

Result<ReadBookmarks> read_bookmarks(const std::filesystem::path& file) {
    const auto text = read_text_file(file);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return bookmarks_in(*text, file.string());
}

Result<std::shared_ptr<const scene::Bookmark>> find_bookmark(const std::string& file_and_name) {
    // A colon may belong to the file's own name.
    std::error_code ignored;
    std::string file = file_and_name;
    std::string name;
    if (const std::size_t colon = file_and_name.rfind(std::string(views_extension) + ":");
        colon != std::string::npos && !std::filesystem::exists(file_and_name, ignored)) {
        const std::size_t end = colon + std::string_view(views_extension).size();
        file = file_and_name.substr(0, end);
        name = file_and_name.substr(end + 1);
    }
    const auto read = read_bookmarks(file);
    if (!read) {
        return tl::unexpected(read.error());
    }
    const auto found =
        std::ranges::find_if(read->bookmarks, [&name](const auto& each) { return name.empty() || each->name == name; });
    if (found != read->bookmarks.end()) {
        return *found;
    }
    std::string names;
    for (const auto& each : read->bookmarks) {
        names += (names.empty() ? "" : ", ") + each->name;
    }
    return failure(
        file, name.empty() ? std::string(tr("holds no kept views")) : "'" + name + "' " + tr("is not in it"),
        names.empty() ? std::string(tr("Choose another file")) : std::string(tr("Choose one of these:")) + " " + names);
}

}  // namespace dorsum::app
