#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace dorsum::scene {

struct State;
struct Subject;

/// The model on which a view was kept: places on the skin belong to it.
struct BookmarkModel {
    std::string name;           ///< of the file: "reference.glb"
    std::size_t triangles = 0;  ///< by which a renamed model is known again
    friend bool operator==(const BookmarkModel&, const BookmarkModel&) = default;
};
[[nodiscard]] BookmarkModel model_of(const Subject& subject);

/// A view that a person keeps: where the camera is, what is shown, the place in the lesson, notes and measurement.
/// Immutable.
struct Bookmark {
    std::string name;
    BookmarkModel model;
    std::shared_ptr<const State> kept;  ///< of which bookmark_fields (bookmark_fields.h) count; never null
};
using BookmarkList = std::vector<std::shared_ptr<const Bookmark>>;

/// What was kept, in the order of the list, with undo. A value.
struct Bookmarks {
    static constexpr std::size_t longest_history = 50;
    static constexpr std::size_t most = 200;

    BookmarkList list;
    std::vector<BookmarkList> before;  ///< to undo, the last act last
    friend bool operator==(const Bookmarks&, const Bookmarks&) = default;
};

/// What of a state is kept, and nothing else of it.
[[nodiscard]] State kept_of(const State& state);
/// The state after what was kept has been put into it, as far as this subject has it; the camera is there at once.
[[nodiscard]] State with_kept(State state, const State& kept, const Subject& subject);
/// Whether it was kept on the body that is shown.
[[nodiscard]] bool fits(const Bookmark& bookmark, const Subject& subject);

}  // namespace dorsum::scene
