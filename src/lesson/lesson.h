#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "body/place.h"
#include "core/error.h"

namespace dorsum::lesson {

enum class Hand { left, right };  ///< of the giver, on the same side of the receiver's back
enum class Contact { palm, thumb, fingertips, knuckles, forearm };
/// The classical strokes. Effleurage glides; petrissage kneads in slow circles, the hands in turn; friction
/// makes small deep circles or strokes across; tapotement drums, the hands in turn; holding stays.
enum class StrokeKind { effleurage, petrissage, friction, tapotement, holding };
/// Who does a stroke: both hands as mirror images, one of them, or the right and then the left.
enum class Hands { both, right, left, alternate };
enum class Pass { working, light_return };
/// When a stroke happens: `free` takes its own time; the others fill exactly that phase of a breath.
enum class BreathLock { free, inhale, exhale };

/// What a kind superposes on its path.
struct StrokeMotion {
    double radius_mm = 0.0;   ///< petrissage, friction: of the circle, or half the way across
    double rate_per_s = 0.0;  ///< circles or blows a second of each hand
    double lift_mm = 0.0;     ///< tapotement: how high the hand rises between two blows
    bool transverse = false;  ///< friction across the path in place of circles
};

/// One stroke as the lesson's author writes it, for the right hand; the left hand mirrors it.
struct StrokePlan {
    Contact contact = Contact::palm;
    Pass pass = Pass::working;
    BreathLock breath = BreathLock::free;
    double duration_s = 0.0;        ///< of a free stroke; 0 for one that is locked to the breath
    int pressure = 2;               ///< 0 none to 5 deep, in the words of pressure_name()
    std::vector<body::Place> path;  ///< a smooth curve runs through them; of a holding one place, else at least two
    int line = 0;                   ///< where it stands in the file, from 1; 0 = unknown
    int column = 0;
    StrokeKind kind = StrokeKind::effleurage;
    Hands hands = Hands::both;
    StrokeMotion motion;
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
    int column = 0;
};

/// What to ask before the first step, by what follows from a yes. Each list may be empty.
struct Checklist {
    std::vector<std::string> stop;        ///< no massage today
    std::vector<std::string> ask_doctor;  ///< not before a doctor agrees
    std::vector<std::string> avoid_area;  ///< massage, but not there
};

/// A lesson as its file has it. Places are anatomical, never mesh coordinates.
struct Lesson {
    std::string file;
    std::string title;
    std::string purpose;                ///< what a back massage is for
    std::vector<std::string> advice;    ///< e.g. that the fingers reach the points best
    std::vector<std::string> cautions;  ///< shown before the first step
    Checklist checklist;                ///< shown with the cautions
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
[[nodiscard]] const char* kind_name(StrokeKind kind);     ///< translated: "effleurage" ...

}  // namespace dorsum::lesson
