#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "scene/bookmarks.h"

namespace dorsum::app {

/// How a file of kept views ends.
inline constexpr const char* views_extension = ".dorsum-view";
[[nodiscard]] bool is_views_file(const std::filesystem::path& file);

/// Kept views as the text of a file: TOML, `format = 1`, one [[view]] for each, with the fields of
/// scene::bookmark_fields. Places are in the body frame, in millimetres.
[[nodiscard]] std::string text_of(const scene::BookmarkList& bookmarks);

struct ReadBookmarks {
    scene::BookmarkList bookmarks;
    std::vector<std::string> problems;  ///< translated, with file and line: what could not be read, and was left out
};
/// What a text of `file` holds. A field that is wrong or missing is as in a fresh state; fields that are not known are
/// left out. Fails on what is no TOML, and on a file of a newer version.
[[nodiscard]] Result<ReadBookmarks> bookmarks_in(std::string_view text, const std::string& file);
[[nodiscard]] Result<ReadBookmarks> read_bookmarks(const std::filesystem::path& file);

/// One view of a file, named as "FILE" (its first) or "FILE:NAME".
[[nodiscard]] Result<std::shared_ptr<const scene::Bookmark>> find_bookmark(const std::string& file_and_name);

}  // namespace dorsum::app
