#include <algorithm>
#include <utility>

#include "app/bookmark_file.h"
#include "app/viewer_window.h"
#include "core/log.h"
#include "core/translate.h"

namespace dorsum::app {

/// Those of the last time.
void Viewer::take_bookmarks() {
    BookmarkShelf::Content content = shelf_.read();
    for (std::string& problem : content.problems) {
        log::warning(problem);
        kept_problems_.push_back(std::move(problem));
    }
    shelved_ = content.bookmarks;
    state_.bookmarks.list = std::move(content.bookmarks);
    state_.bookmarks.before.clear();
}

void Viewer::keep_bookmarks() {
    if (!shown_once_ || shelved_ == state_.bookmarks.list) {
        return;
    }
    shelved_ = state_.bookmarks.list;
    if (const auto kept = shelf_.keep(shelved_); !kept) {
        report(to_string(kept.error()));
    } else {
        log::debug("views kept");
    }
}

/// A model, or a file of kept views.
void Viewer::open_file(const std::filesystem::path& file) {
    if (!is_views_file(file)) {
        leave(OpenModel{file});
    } else if (shown_once_) {
        open_views(typed_path(file.string()));
    } else {
        command_.views = file;  // as soon as there is a body
    }
}

/// Adds the views that the list does not have, and goes to the first one of the file.
void Viewer::open_views(const std::filesystem::path& file) {
    const auto read = read_bookmarks(file);
    if (!read) {
        return report(to_string(read.error()));
    }
    for (const std::string& problem : read->problems) {
        report(problem);
    }
    if (read->bookmarks.empty()) {
        return report(to_string(Error{file.string(), tr("holds no kept views"), tr("Choose another file")}));
    }
    const auto place_of = [this](const std::string& text) {
        const scene::BookmarkList& list = state_.bookmarks.list;
        return static_cast<std::size_t>(
            std::ranges::find_if(list, [&text](const auto& each) { return text_of({each}) == text; }) - list.begin());
    };
    scene::AddBookmarks added;
    for (const auto& bookmark : read->bookmarks) {
        if (place_of(text_of({bookmark})) == state_.bookmarks.list.size()) {
            added.bookmarks.push_back(bookmark);
        }
    }
    if (!added.bookmarks.empty()) {
        apply(added);
    }
    log::debug("views opened: " + file.string());
    apply(scene::GoToBookmark{place_of(text_of({read->bookmarks.front()}))});
}

void Viewer::save_views(const std::filesystem::path& file) {
    const auto written = write_views(state_.bookmarks.list, typed_path(file.string()));
    report(written ? std::string(tr("Views saved")) + ": " + written->string() : to_string(written.error()));
}

/// Whoever goes back to a view of another model learns that it may not fit.
void Viewer::tell_misfit(const scene::Command& command) {
    const auto* go = std::get_if<scene::GoToBookmark>(&command);
    if (go == nullptr || go->index >= state_.bookmarks.list.size()) {
        return;
    }
    const scene::Bookmark& bookmark = *state_.bookmarks.list[go->index];
    if (!scene::fits(bookmark, subject_)) {
        report(to_string(Error{bookmark.name,
                               tr("this view was kept on another model, so camera and notes may lie elsewhere"),
                               std::string(tr("It fits on")) + " " + bookmark.model.name}));
    }
}

}  // namespace dorsum::app
