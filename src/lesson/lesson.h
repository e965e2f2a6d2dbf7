#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "body/place.h"
#include "core/error.h"

namespace dorsum::lesson {

enum class Contact { palm, thumb, fingertips };
enum class Pass { working, light_return };
/// When a stroke happens: `free` takes its own time; the others fill exactly that phase of a breath.
enum class BreathLock { free, inhale, exhale };

/// One stroke as the lesson's author writes it, for the right hand; the left hand mirrors it.
struct StrokePlan {
    Contact contact = Contact::palm;
    Pass pass = Pass::working;
    BreathLock breath = BreathLock::free;
    double duration_s = 0.0;        ///< of a free stroke; 0 for one that is locked to the breath
    int pressure = 2;               ///< 0 none to 5 deep, in the words of pressure_name()
    std::vector<body::Place> path;  ///< at least two places; a smooth curve runs through them
    int line = 0;                   ///< where it stands in the file
};

struct Step {
    std::string title;
    std::string caption;              ///< one short cue, for the picture
    std::string text;                 ///< a paragraph
    std::vector<StrokePlan> strokes;  ///< in order; may be empty (preparing)
    int repeats = 1;                  ///< how often the strokes are gone through
    double rest_s = 0.0;              ///< length of a step without strokes
    int line = 0;
};

struct Zone {
    int number = 0;  ///< 1 to 12, from top to bottom
    std::string organ;
    std::string place_name;  ///< in words
    std::string touch;       ///< how to touch it
    body::Place place;
    float radius_mm = 14.0F;
    bool over_vertebrae = false;  ///< then `touch` says "light touch"
    int line = 0;
};

/// A lesson as its file has it. Places are anatomical, never mesh coordinates.
struct Lesson {
    std::string file;
    std::string title;
    std::string purpose;                ///< what a back massage is for
    std::vector<std::string> advice;    ///< e.g. that the fingers reach the points best
    std::vector<std::string> cautions;  ///< shown before the first step
    std::string zones_note;             ///< "traditional reflex zone; not medical evidence"
    double breath_per_min = 6.0;
    double inhale_share = 0.45;
    std::vector<Step> steps;
    std::vector<Zone> zones;
};

/// A lesson or everything that is wrong with it, in the order of the file; each Error has the
/// line, what is wrong and what would be right.
struct LessonReading {
    std::optional<Lesson> lesson;  ///< empty when there is any problem
    std::vector<Error> problems;
};

/// Reads and validates a lesson file (TOML, see assets/lessons/README.md).
[[nodiscard]] LessonReading read_lesson(const std::filesystem::path& path);
/// The same from memory; `file` is only named in messages.
[[nodiscard]] LessonReading parse_lesson(std::string_view text, const std::string& file);

/// Words for pressures 0 to 5 (translated): after the Walton pressure scale, steps 1 to 5.
[[nodiscard]] const char* pressure_name(int pressure);
[[nodiscard]] const char* contact_name(Contact contact);  ///< translated: "palm", "thumb" ...

}  // namespace dorsum::lesson
