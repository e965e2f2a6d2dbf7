#include "app/bookmark_shelf.h"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <system_error>
#include <utility>

#include "app/bookmark_file.h"
#include "app/bundled_bodies.h"
#include "core/files.h"
#include "core/folder_lock.h"
#include "core/log.h"
#include "core/translate.h"
#include "core/user_folders.h"

namespace dorsum::app {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> texts_of(const scene::BookmarkList& bookmarks) {
    std::vector<std::string> texts;
    for (const auto& bookmark : bookmarks) {
        texts.push_back(text_of({bookmark}));
    }
    return texts;
}

bool has(const std::vector<std::string>& texts, const std::string& text) {
    return std::ranges::find(texts, text) != texts.end();
}

/// Keeps what cannot be read, all of it or in part, under another name.
std::string set_aside(const fs::path& file, const bool stays) {
    const fs::path aside = file.string() + ".broken";
    std::error_code problem;
    if (stays) {
        fs::copy_file(file, aside, fs::copy_options::overwrite_existing, problem);
    } else {
        fs::rename(file, aside, problem);
    }
    return problem ? std::string() : std::string(tr("What it held lies in")) + " " + aside.string() + ".";
}

fs::path home() {
    const char* value = std::getenv("HOME");
    return value != nullptr ? fs::path(value) : fs::path{};
}

}  // namespace

BookmarkShelf::Content BookmarkShelf::read() {
    Content content;
    std::error_code ignored;
    if (file_.empty() || !fs::exists(file_, ignored)) {
        return content;
    }
    const auto text = read_text_file(file_);
    if (!text) {
        left_alone_ = true;  // what cannot be read is not written over
        content.problems.push_back(to_string(text.error()));
        return content;
    }
    auto read = bookmarks_in(*text, file_.string());
    if (!read) {
        // Broken files have a line; one of a newer version is left alone.
        left_alone_ = read.error().line == 0;
        content.problems.push_back(to_string(read.error()) + (left_alone_ ? "" : " " + set_aside(file_, false)));
        return content;
    }
    content.bookmarks = std::move(read->bookmarks);
    content.problems = std::move(read->problems);
    if (!content.problems.empty()) {
        content.problems.push_back(set_aside(file_, true));
    }
    last_ = texts_of(content.bookmarks);
    return content;
}

Result<void> BookmarkShelf::keep(const scene::BookmarkList& bookmarks) {
    if (file_.empty() || left_alone_) {
        return {};
    }
    std::error_code problem;
    fs::create_directories(file_.parent_path(), problem);
    if (problem) {
        return failure(file_.parent_path().string(), std::string(tr("cannot be made")) + ": " + problem.message(),
                       tr("Check that you may write to the folder above it"));
    }
    const FolderLock lock(file_.parent_path());
    scene::BookmarkList all = bookmarks;
    const std::vector<std::string> ours = texts_of(bookmarks);
    if (fs::exists(file_, problem)) {
        if (const auto there = read_bookmarks(file_)) {
            for (const auto& other : there->bookmarks) {
                const std::string text = text_of({other});
                if (!has(last_, text) && !has(ours, text)) {
                    all.push_back(other);  // of another window
                }
            }
        }
    }
    last_ = ours;
    const std::string text = text_of(all);
    return write_file(file_, std::as_bytes(std::span(text)));
}

fs::path shelf_file() {
    const fs::path folder = user_data_folder();
    return folder.empty() ? fs::path{} : folder / (std::string("views") + views_extension);
}

fs::path usual_views_file() {
    return home() / (std::string("views") + views_extension);
}

fs::path typed_path(const std::string& text) {
    return text.starts_with("~/") && !home().empty() ? home() / text.substr(2) : fs::path(text);
}

Result<fs::path> write_views(const scene::BookmarkList& bookmarks, fs::path file) {
    if (!is_views_file(file)) {
        file += views_extension;
    }
    std::error_code ignored;
    if (fs::exists(file, ignored)) {
        return failure(file.string(), tr("is there already, and is left as it is"), tr("Choose another name"));
    }
    const std::string text = text_of(bookmarks);
    if (const auto written = write_file(file, std::as_bytes(std::span(text))); !written) {
        return tl::unexpected(written.error());
    }
    return file;
}

ViewerCommand with_views(ViewerCommand command) {
    if (!is_views_file(command.subject.model)) {
        return command;
    }
    command.views = std::exchange(command.subject.model, {});
    const auto read = read_bookmarks(command.views);
    if (!read || read->bookmarks.empty()) {
        return command;  // said when it is opened
    }
    const fs::path model = fs::path(read->bookmarks.front()->model.name).filename();
    std::error_code ignored;
    if (const auto body = parse_body(model.stem().string()); body && model.extension() == ".glb") {
        command.subject.body = *body;
    } else if (const fs::path beside = command.views.parent_path() / model;
               !model.empty() && fs::is_regular_file(beside, ignored)) {
        command.subject.model = beside;
    }
    return command;
}

}  // namespace dorsum::app
