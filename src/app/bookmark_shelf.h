#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/options.h"
#include "core/error.h"
#include "scene/bookmarks.h"

namespace dorsum::app {

/// Where the views that a person keeps stay from one start of the program to the next: one file, written beside and
/// renamed. A broken one is set aside as `<name>.broken`; one of a newer version is left alone. What another window has
/// added meanwhile stays.
class BookmarkShelf {
public:
    /// @param file  empty = there is no place to keep anything
    explicit BookmarkShelf(std::filesystem::path file) : file_(std::move(file)) {}

    struct Content {
        scene::BookmarkList bookmarks;
        std::vector<std::string> problems;  ///< to be told to the person, translated
    };
    [[nodiscard]] Content read();
    /// In place of those that were read or kept the last time.
    [[nodiscard]] Result<void> keep(const scene::BookmarkList& bookmarks);

    [[nodiscard]] const std::filesystem::path& path() const { return file_; }

private:
    std::filesystem::path file_;
    std::vector<std::string> last_;  ///< each view as it stands in the file
    bool left_alone_ = false;
};

/// In the person's data folder; empty where there is none.
[[nodiscard]] std::filesystem::path shelf_file();
/// What is first offered for a file to pass on: in the home folder.
[[nodiscard]] std::filesystem::path usual_views_file();

/// A path as a person types it: "~/" is the home folder.
[[nodiscard]] std::filesystem::path typed_path(const std::string& text);

/// Writes views to a file that is not there yet; its name gets the extension where it lacks it. Returns its path.
[[nodiscard]] Result<std::filesystem::path> write_views(const scene::BookmarkList& bookmarks,
                                                        std::filesystem::path file);

/// Started with a file of views for a model: the body they were kept on, as far as that is known and there, and the
/// views after it.
[[nodiscard]] ViewerCommand with_views(ViewerCommand command);

}  // namespace dorsum::app
