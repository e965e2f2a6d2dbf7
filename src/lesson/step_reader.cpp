#include "lesson/step_reader.h"

#include <array>
#include <string>

#include "core/translate.h"
#include "lesson/limits.h"
#include "lesson/message.h"
#include "lesson/place_reader.h"
#include "lesson/stroke_rules.h"

namespace dorsum::lesson {
namespace {

using namespace std::string_view_literals;

// In the order of the enumerations.
constexpr std::array contact_words{"palm"sv, "thumb"sv, "fingertips"sv, "knuckles"sv, "forearm"sv};
constexpr std::array kind_words{"effleurage"sv, "petrissage"sv, "friction"sv, "tapotement"sv, "holding"sv};
constexpr std::array hands_words{"both"sv, "right"sv, "left"sv, "alternate"sv};
constexpr std::array pass_words{"working"sv, "return"sv};
constexpr std::array breath_words{"free"sv, "inhale"sv, "exhale"sv};

// How kinds move if a lesson does not say so. Textbooks describe them in words (slow, rhythmic, brisk) and
// give no measured rates, so these are conventions of this program within what hands can do.
constexpr Range knead_radius_mm{3.0, 20.0, 12.0};
constexpr Range knead_rate_per_s{0.1, 1.5, 0.5};
constexpr Range friction_radius_mm{2.0, 15.0, 6.0};
constexpr Range friction_rate_per_s{0.3, 4.0, 1.5};
constexpr Range drum_rate_per_s{1.0, 6.0, 3.0};
constexpr Range drum_lift_mm{5.0, 80.0, 30.0};

/// The path, empty when any of its places is wrong: what is known of the rest would mislead.
std::vector<body::Place> read_path(TableReader& stroke, const bool held, Diagnostics& diagnostics) {
    const std::string wanted =
        tr("Write at least two places, for example: path = [{level = \"C7\", lateral_mm = 35}, {level = \"L4\", "
           "lateral_mm = 45}]");
    const std::string one_wanted =
        tr("A holding stays: write one place, for example: path = [{level = \"T4\", lateral_mm = 40}]");
    const std::size_t problems_before = diagnostics.count();
    const auto tables = stroke.tables("path", wanted);
    if (!stroke.has("path")) {
        stroke.missing({"path"}, fill(tr("{0} has no \"{1}\""), {stroke.name(), "path"}), held ? one_wanted : wanted);
        return {};
    }
    const bool is_list = diagnostics.count() == problems_before;
    if (is_list && held && tables.size() != 1) {
        stroke.problem("path",
                       fill(tr("the path of {0} has {1} places"), {stroke.name(), std::to_string(tables.size())}),
                       one_wanted);
    } else if (is_list && !held && (tables.size() < 2 || tables.size() > places_most)) {
        stroke.problem(
            "path", fill(tr("the path of {0} has {1} places"), {stroke.name(), std::to_string(tables.size())}),
            tables.size() < 2
                ? wanted
                : fill(tr("Use at most {0} places; a smooth curve runs through them"), {std::to_string(places_most)}));
    }
    std::vector<body::Place> path;
    int number = 0;
    for (const toml::table* table : tables) {
        ++number;
        TableReader reader(*table, fill(tr("place {0} of {1}"), {std::to_string(number), stroke.name()}), diagnostics);
        if (const auto place = read_place(reader, diagnostics)) {
            path.push_back(*place);
        }
        reader.finish();
    }
    return diagnostics.count() == problems_before ? path : std::vector<body::Place>{};
}

double read_duration(TableReader& reader, const BreathLock breath) {
    constexpr Range range{stroke_s_least, stroke_s_most, 8.0};
    if (breath == BreathLock::free) {
        return reader.number("duration_s", range);
    }
    if (reader.has("duration_s")) {
        reader.problem("duration_s", fill(tr("{0} has a duration, but lasts as long as the breath"), {reader.name()}),
                       tr("Take \"duration_s\" out, or write breath = \"free\""));
    }
    (void)reader.number("duration_s", range, 0.0);
    return 0.0;
}

/// A key that belongs to some kinds only: its usual value where it is left out, nothing for other kinds.
double read_of_kind(TableReader& reader, const char* key, const Range& range, const bool belongs) {
    if (!belongs && reader.has(key)) {
        reader.problem(key, fill(tr("{0} is of a kind that has no \"{1}\""), {reader.name(), key}),
                       fill(tr("Take \"{0}\" out, or change \"kind\""), {key}));
    }
    const double value = reader.number(key, range, range.typical);
    return belongs ? value : 0.0;
}

StrokeMotion read_motion(TableReader& reader, const StrokeKind kind) {
    const bool circles = kind == StrokeKind::petrissage || kind == StrokeKind::friction;
    const bool drums = kind == StrokeKind::tapotement;
    StrokeMotion motion;
    motion.radius_mm =
        read_of_kind(reader, "radius_mm", kind == StrokeKind::friction ? friction_radius_mm : knead_radius_mm, circles);
    motion.rate_per_s = read_of_kind(reader, "rate_per_s",
                                     drums                          ? drum_rate_per_s
                                     : kind == StrokeKind::friction ? friction_rate_per_s
                                                                    : knead_rate_per_s,
                                     circles || drums);
    motion.lift_mm = read_of_kind(reader, "lift_mm", drum_lift_mm, drums);
    motion.transverse = reader.truth("transverse", false);
    if (motion.transverse && kind != StrokeKind::friction) {
        reader.problem("transverse", fill(tr("{0} is of a kind that has no \"{1}\""), {reader.name(), "transverse"}),
                       tr("Take \"transverse\" out, or write kind = \"friction\""));
    }
    return motion;
}

StrokePlan read_stroke(const toml::table& table, const std::string& name, Diagnostics& diagnostics) {
    TableReader reader(table, name, diagnostics);
    StrokePlan stroke;
    stroke.line = reader.position().line;
    stroke.column = reader.position().column;
    stroke.contact = static_cast<Contact>(reader.word("contact", contact_words));
    stroke.pass = static_cast<Pass>(reader.word("pass", pass_words));
    stroke.breath = static_cast<BreathLock>(reader.word("breath", breath_words, 0));
    stroke.duration_s = read_duration(reader, stroke.breath);
    stroke.pressure = reader.whole_number("pressure", {0.0, pressure_most, 2.0});
    stroke.kind = static_cast<StrokeKind>(reader.word("kind", kind_words, 0));
    stroke.hands = static_cast<Hands>(reader.word("hands", hands_words, 0));
    stroke.motion = read_motion(reader, stroke.kind);
    stroke.path = read_path(reader, stroke.kind == StrokeKind::holding, diagnostics);
    reader.finish();
    check_stroke(stroke, reader);
    return stroke;
}

void read_strokes(TableReader& reader, Step& step, std::size_t& stroke_count, Diagnostics& diagnostics) {
    const auto tables = reader.tables("stroke", tr("Write the heading [[step.stroke]] above each stroke"));
    for (const toml::table* table : tables) {
        if (++stroke_count > strokes_most) {
            diagnostics.add(position_of(*table),
                            fill(tr("the lesson has more than {0} strokes"), {std::to_string(strokes_most)}),
                            tr("Leave strokes out, or split the lesson into two files"));
            return;
        }
        const std::string number = std::to_string(step.strokes.size() + 1);
        step.strokes.push_back(
            read_stroke(*table, fill(tr("stroke {0} of {1}"), {number, reader.name()}), diagnostics));
    }
}

double read_rest(TableReader& reader, const bool has_strokes) {
    constexpr Range range{rest_s_least, rest_s_most, 10.0};
    if (!has_strokes && !reader.has("rest_s")) {
        reader.missing({"rest_s", "stroke"}, fill(tr("{0} has no \"{1}\" and no stroke"), {reader.name(), "rest_s"}),
                       tr("Write for example rest_s = 10, or the heading [[step.stroke]] above a stroke"));
    }
    if (!has_strokes) {
        return reader.number("rest_s", range, range.typical);
    }
    if (reader.has("rest_s")) {
        reader.problem("rest_s", fill(tr("{0} has strokes and a rest"), {reader.name()}),
                       tr("Take \"rest_s\" out: a step with strokes lasts as long as they do"));
    }
    (void)reader.number("rest_s", range, 0.0);
    return 0.0;
}

}  // namespace

std::vector<Step> read_steps(TableReader& lesson, Diagnostics& diagnostics) {
    const std::string wanted = tr("Write the heading [[step]] above each step");
    const auto tables = lesson.tables("step", wanted);
    if (!lesson.has("step")) {
        lesson.missing({"step"}, tr("the lesson has no step"), wanted);
    } else if (tables.empty()) {
        diagnostics.add(lesson.position("step"), tr("the lesson has no step"), wanted);
    }
    std::vector<Step> steps;
    std::size_t stroke_count = 0;
    for (const toml::table* table : tables) {
        if (steps.size() == steps_most) {
            diagnostics.add(position_of(*table),
                            fill(tr("the lesson has more than {0} steps"), {std::to_string(steps_most)}),
                            tr("Split the lesson into two files"));
            break;
        }
        TableReader reader(*table, fill(tr("step {0}"), {std::to_string(steps.size() + 1)}), diagnostics);
        Step step;
        step.line = reader.position().line;
        step.title = reader.text("title", line_bytes_most);
        step.caption = reader.text("caption", line_bytes_most);
        step.text = reader.text("text", text_bytes_most);
        step.repeats = reader.whole_number("repeats", {1.0, repeats_most, 3.0}, 1);
        read_strokes(reader, step, stroke_count, diagnostics);
        step.rest_s = read_rest(reader, reader.has("stroke"));
        reader.finish();
        steps.push_back(std::move(step));
    }
    return steps;
}

}  // namespace dorsum::lesson
