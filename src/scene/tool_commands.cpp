#include "scene/tool_commands.h"

#include <array>
#include <cstdio>

namespace dorsum::scene {

namespace {

std::string with_switch(const char* name, const bool on) {
    return std::string(name) + (on ? " on" : " off");
}

std::string with_point(const char* name, const glm::vec2 point) {
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "%s %g %g", name, static_cast<double>(point.x),
                  static_cast<double>(point.y));
    return text.data();
}

std::string with_place(const char* name, const std::size_t index) {
    return std::string(name) + " " + std::to_string(index + 1);
}

}  // namespace

std::string describe_tool(const SetMeasuring& command) {
    return with_switch("SetMeasuring", command.on);
}

std::string describe_tool(const AddMeasurePoint& command) {
    return with_point("AddMeasurePoint", command.pixel);
}

std::string describe_tool(const RemoveMeasurePoint& /*command*/) {
    return "RemoveMeasurePoint";
}

std::string describe_tool(const ClearMeasurement& /*command*/) {
    return "ClearMeasurement";
}

std::string describe_tool(const SetPen& command) {
    return with_switch("SetPen", command.on);
}

std::string describe_tool(const ChoosePen& command) {
    return std::string("ChoosePen ") + name_of(command.colour) + (command.wide ? " wide" : " narrow") +
           (command.eraser ? " eraser" : "");
}

std::string describe_tool(const BeginPen& command) {
    return with_point("BeginPen", command.pixel);
}

std::string describe_tool(const MovePen& command) {
    return with_point("MovePen", command.pixel);
}

std::string describe_tool(const LiftPen& /*command*/) {
    return "LiftPen";
}

std::string describe_tool(const UndoPen& /*command*/) {
    return "UndoPen";
}

std::string describe_tool(const RedoPen& /*command*/) {
    return "RedoPen";
}

std::string describe_tool(const ClearPen& /*command*/) {
    return "ClearPen";
}

std::string describe_tool(const ShowNotes& command) {
    return with_switch("ShowNotes", command.shown);
}

std::string describe_tool(const KeepBookmark& /*command*/) {
    return "KeepBookmark";
}

std::string describe_tool(const GoToBookmark& command) {
    return with_place("GoToBookmark", command.index);
}

std::string describe_tool(const RenameBookmark& command) {
    return with_place("RenameBookmark", command.index) + " " + command.name;
}

std::string describe_tool(const RemoveBookmark& command) {
    return with_place("RemoveBookmark", command.index);
}

std::string describe_tool(const AddBookmarks& command) {
    return "AddBookmarks " + std::to_string(command.bookmarks.size());
}

std::string describe_tool(const UndoBookmarks& /*command*/) {
    return "UndoBookmarks";
}

}  // namespace dorsum::scene
