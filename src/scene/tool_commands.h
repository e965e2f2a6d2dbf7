#pragma once

#include <glm/vec2.hpp>
#include <memory>
#include <string>
#include <vector>

#include "scene/bookmarks.h"
#include "scene/pen.h"

namespace dorsum::scene {

struct State;
struct Subject;

// Measuring over the skin. Pixels are of the picture.
struct SetMeasuring {
    bool on = true;  ///< puts the pen away
};
struct AddMeasurePoint {
    glm::vec2 pixel{0.0F};  ///< beside the skin nothing happens
};
struct RemoveMeasurePoint {};  ///< the last one
struct ClearMeasurement {};

// Notes on the skin.
struct SetPen {
    bool on = true;  ///< ends measuring
};
struct ChoosePen {
    PenColour colour = PenColour::black;
    bool wide = false;
    bool eraser = false;
};
struct BeginPen {
    glm::vec2 pixel{0.0F};
};
struct MovePen {
    glm::vec2 pixel{0.0F};
};
struct LiftPen {};
struct UndoPen {};
struct RedoPen {};
struct ClearPen {};  ///< can be undone
struct ShowNotes {
    bool shown = true;
};

// Bookmarks. An index that there is not does nothing.
struct KeepBookmark {};
struct GoToBookmark {
    std::size_t index = 0;
};
struct RenameBookmark {
    std::size_t index = 0;
    std::string name;  ///< empty does nothing
};
struct RemoveBookmark {
    std::size_t index = 0;
};
struct AddBookmarks {
    BookmarkList bookmarks;
};
struct UndoBookmarks {};

// What they do.
void apply_tool(State& state, const SetMeasuring& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const AddMeasurePoint& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const RemoveMeasurePoint& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const ClearMeasurement& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const SetPen& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const ChoosePen& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const BeginPen& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const MovePen& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const LiftPen& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const UndoPen& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const RedoPen& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const ClearPen& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const ShowNotes& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const KeepBookmark& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const GoToBookmark& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const RenameBookmark& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const RemoveBookmark& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const AddBookmarks& command, const Subject& subject, glm::vec2 window_px);
void apply_tool(State& state, const UndoBookmarks& command, const Subject& subject, glm::vec2 window_px);

// For the log.
[[nodiscard]] std::string describe_tool(const SetMeasuring& command);
[[nodiscard]] std::string describe_tool(const AddMeasurePoint& command);
[[nodiscard]] std::string describe_tool(const RemoveMeasurePoint& command);
[[nodiscard]] std::string describe_tool(const ClearMeasurement& command);
[[nodiscard]] std::string describe_tool(const SetPen& command);
[[nodiscard]] std::string describe_tool(const ChoosePen& command);
[[nodiscard]] std::string describe_tool(const BeginPen& command);
[[nodiscard]] std::string describe_tool(const MovePen& command);
[[nodiscard]] std::string describe_tool(const LiftPen& command);
[[nodiscard]] std::string describe_tool(const UndoPen& command);
[[nodiscard]] std::string describe_tool(const RedoPen& command);
[[nodiscard]] std::string describe_tool(const ClearPen& command);
[[nodiscard]] std::string describe_tool(const ShowNotes& command);
[[nodiscard]] std::string describe_tool(const KeepBookmark& command);
[[nodiscard]] std::string describe_tool(const GoToBookmark& command);
[[nodiscard]] std::string describe_tool(const RenameBookmark& command);
[[nodiscard]] std::string describe_tool(const RemoveBookmark& command);
[[nodiscard]] std::string describe_tool(const AddBookmarks& command);
[[nodiscard]] std::string describe_tool(const UndoBookmarks& command);

}  // namespace dorsum::scene
