#include "scene/bookmarks.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

#include "core/translate.h"
#include "scene/apply.h"
#include "scene/bookmark_fields.h"
#include "scene/motion.h"

namespace dorsum::scene {

namespace {

// What a view keeps of each member: all of it, but of the pen the notes alone.
template <typename Value>
Value kept_value(const Value& value) {
    return value;
}

Pen kept_value(const Pen& pen) {
    Pen kept;
    kept.lines = pen.lines;
    kept.shown = pen.shown;
    return kept;
}

template <typename Value>
void take(Value& value, const Value& kept, const Subject& /*subject*/, const bool /*on_its_body*/) {
    value = kept;
}

/// Notes that were there can be had back by undo.
void take(Pen& pen, const Pen& kept, const Subject& subject, const bool on_its_body) {
    const auto is_laid = [](const auto& line) { return line->patch != nullptr; };
    const bool ready = on_its_body && std::ranges::all_of(kept.lines, is_laid);
    replace_lines(pen, ready ? kept.lines : laid_on(kept.lines, subject));
    pen.shown = kept.shown;
}

void take(Measurement& measurement, const Measurement& kept, const Subject& subject, const bool on_its_body) {
    const bool ready = on_its_body && kept.ways.size() + 1 >= kept.points.size();
    measurement = ready ? kept : laid_on(kept, subject);
}

/// At the state's own rate of breathing.
double step_duration_s(const State& state, const Subject& subject) {
    const auto in = [&state](const lesson::Choreography& laid) {
        const auto step = static_cast<std::size_t>(std::max(state.step, 0));
        return step < laid.steps.size() ? std::max(laid.steps[step].duration_s, 0.0) : 0.0;
    };
    if (subject.lesson && subject.body) {
        return in(lesson::lay_on_body(*subject.lesson, *subject.body, state.breath_per_min));
    }
    return subject.choreography ? in(*subject.choreography) : 0.0;
}

/// What this subject does not have cannot be shown.
void bring_into_range(State& state, const Subject& subject) {
    state.step = std::clamp(state.step, no_step, std::max(0, state.step_count - 1));
    state.breath_per_min =
        std::clamp(state.breath_per_min, lesson::breath_per_min_lowest, lesson::breath_per_min_highest);
    const double end_s = step_duration_s(state, subject);
    state.time_s = std::isfinite(state.time_s) ? std::clamp(state.time_s, 0.0, end_s) : 0.0;
    state.selected_zone = state.selected_zone >= 0 && state.selected_zone <= zone_count ? state.selected_zone : 0;
    const auto has = [&subject](const std::string& id) {
        return id.empty() || (subject.body && body::find_part(*subject.body, id));
    };
    if (!has(state.selected_structure)) {
        state.selected_structure.clear();
    }
    std::erase_if(state.see_through.isolated, [&has](const std::string& id) { return !has(id); });
    if (subject.body) {
        keep_known_structures(state, *subject.body);
    }
    if (!has_muscles(subject)) {
        state.hand_peel = HandPeel::none;
        state.see_through.explosion = 0.0F;
    }
    if (!has_layers(subject)) {
        state.see_through.x_ray = false;
        state.layers = laid_open(state.layers, Depth::skin);
    }
}

/// A name that no other has: "Warming strokes", "Warming strokes (2)".
std::string name_for(const State& state, const Subject& subject) {
    std::string name = tr("View");
    if (subject.lesson && state.step >= 0 && static_cast<std::size_t>(state.step) < subject.lesson->steps.size()) {
        name = subject.lesson->steps[static_cast<std::size_t>(state.step)].title;
    }
    const auto taken = [&state](const std::string& wanted) {
        return std::ranges::any_of(state.bookmarks.list, [&](const auto& each) { return each->name == wanted; });
    };
    if (!taken(name)) {
        return name;
    }
    int number = 2;
    while (taken(name + " (" + std::to_string(number) + ")")) {
        ++number;
    }
    return name + " (" + std::to_string(number) + ")";
}

void remember(Bookmarks& bookmarks) {
    bookmarks.before.push_back(bookmarks.list);
    if (bookmarks.before.size() > Bookmarks::longest_history) {
        bookmarks.before.erase(bookmarks.before.begin());
    }
}

}  // namespace

BookmarkModel model_of(const Subject& subject) {
    if (!subject.body) {
        return {};
    }
    return {std::filesystem::path(subject.body->file).filename().string(), subject.body->triangle_count};
}

State kept_of(const State& state) {
    State kept;
    for_each_bookmark_field([&](const auto& field) { kept.*field.member = kept_value(state.*field.member); });
    if (state.flight) {
        kept.camera = state.flight->to;  // where it is going
    }
    return kept;
}

bool fits(const Bookmark& bookmark, const Subject& subject) {
    return bookmark.model.triangles == model_of(subject).triangles;
}

State with_kept(State state, const State& kept, const Subject& subject) {
    constexpr bool on_its_body = false;  // as far as anybody knows: notes and measurement are laid on it anew
    for_each_bookmark_field(
        [&](const auto& field) { take(state.*field.member, kept.*field.member, subject, on_its_body); });
    bring_into_range(state, subject);
    state.flight.reset();
    return state;
}

void apply_tool(State& state, const KeepBookmark& /*command*/, const Subject& subject, const glm::vec2 /*window_px*/) {
    if (state.bookmarks.list.size() >= Bookmarks::most) {
        return;
    }
    remember(state.bookmarks);
    state.bookmarks.list.push_back(std::make_shared<const Bookmark>(
        Bookmark{name_for(state, subject), model_of(subject), std::make_shared<const State>(kept_of(state))}));
}

void apply_tool(State& state, const GoToBookmark& command, const Subject& subject, const glm::vec2 /*window_px*/) {
    if (command.index >= state.bookmarks.list.size()) {
        return;
    }
    const std::shared_ptr<const Bookmark> bookmark = state.bookmarks.list[command.index];
    const bool on_its_body = fits(*bookmark, subject);
    const Camera from = state.camera;
    for_each_bookmark_field(
        [&](const auto& field) { take(state.*field.member, (*bookmark->kept).*field.member, subject, on_its_body); });
    bring_into_range(state, subject);
    state.playing = false;
    state.zone_pulse.reset();
    state.hovered_structure.clear();
    const Camera to = std::exchange(state.camera, from);
    fly_to(state, to);
}

void apply_tool(State& state, const RenameBookmark& command, const Subject& /*subject*/,
                const glm::vec2 /*window_px*/) {
    if (command.index >= state.bookmarks.list.size() || command.name.empty() ||
        command.name == state.bookmarks.list[command.index]->name) {
        return;
    }
    remember(state.bookmarks);
    Bookmark renamed = *state.bookmarks.list[command.index];
    renamed.name = command.name;
    state.bookmarks.list[command.index] = std::make_shared<const Bookmark>(std::move(renamed));
}

void apply_tool(State& state, const RemoveBookmark& command, const Subject& /*subject*/,
                const glm::vec2 /*window_px*/) {
    if (command.index < state.bookmarks.list.size()) {
        remember(state.bookmarks);
        state.bookmarks.list.erase(state.bookmarks.list.begin() + static_cast<std::ptrdiff_t>(command.index));
    }
}

void apply_tool(State& state, const AddBookmarks& command, const Subject& /*subject*/, const glm::vec2 /*window_px*/) {
    if (command.bookmarks.empty()) {
        return;
    }
    remember(state.bookmarks);
    for (const auto& bookmark : command.bookmarks) {
        if (bookmark && bookmark->kept && state.bookmarks.list.size() < Bookmarks::most) {
            state.bookmarks.list.push_back(bookmark);
        }
    }
}

void apply_tool(State& state, const UndoBookmarks& /*command*/, const Subject& /*subject*/,
                const glm::vec2 /*window_px*/) {
    if (!state.bookmarks.before.empty()) {
        state.bookmarks.list = std::move(state.bookmarks.before.back());
        state.bookmarks.before.pop_back();
    }
}

}  // namespace dorsum::scene
