#pragma once

#include <bitset>
#include <cstdint>
#include <filesystem>
#include <glm/vec2.hpp>
#include <optional>
#include <string>
#include <variant>

#include "body/body.h"
#include "handout/paper.h"
#include "scene/camera.h"
#include "scene/state.h"

namespace dorsum::app {

/// How large the cache of prepared models may become, in MiB: room for about fifty models of a million triangles.
inline constexpr std::uint64_t default_cache_mib = 2048;

/// What nearly every command takes: a model and a lesson, the bundled ones by default.
struct SubjectOptions {
    std::filesystem::path model;   ///< empty = a bundled body
    std::string body;              ///< which of the bundled bodies; empty = the default one
    std::filesystem::path lesson;  ///< empty = the bundled lesson
    std::string language;          ///< of the lesson's texts, "fr"; empty = as the environment says
    body::AxisOverrides axes;
    double breath_per_min = 0.0;                  ///< 0 = as the lesson says
    std::uint64_t cache_mib = default_cache_mib;  ///< how large the cache of prepared models may be; 0 = without it
};

struct ViewerCommand {
    SubjectOptions subject;
    std::optional<glm::ivec2> size;               ///< empty = as it was the last time
    std::optional<scene::QualityChoice> quality;  ///< empty = as it was the last time
    bool reduced_motion = false;                  ///< or as it was the last time
    std::filesystem::path views;                  ///< a file of kept views to open; empty = none
    std::optional<std::uint32_t> quiz_seed;       ///< empty = another one for each quiz
    bool projector = false;                       ///< begin with a second window for the projector
};

/// What pictures and videos show beside the lesson, when asked.
struct PictureExtras {
    scene::HandPeel hand_peel = scene::HandPeel::none;
    bool safety = false;  ///< where not to press
    scene::SkinTone skin_tone = scene::SkinTone::light;
    scene::SeeThrough see_through;
};

struct RenderCommand {
    SubjectOptions subject;
    std::optional<int> step;       ///< from 1
    std::optional<double> time_s;  ///< into the step
    std::bitset<scene::zone_count + 1> zones;
    scene::View view = scene::View::back;
    glm::ivec2 size{1280, 720};
    std::optional<scene::Layers> layers;
    std::optional<scene::Depth> depth;
    std::optional<scene::Layers> show;  ///< of the body, only these
    std::string bookmark;               ///< FILE or FILE:NAME of a kept view; empty = none
    PictureExtras extras;
    scene::QualityChoice quality = scene::QualityChoice::high;
    bool captions = true;
    std::filesystem::path output;  ///< "-" = standard output
};

struct VideoCommand {
    SubjectOptions subject;
    int first_step = 1;
    int last_step = 0;  ///< 0 = the lesson's last
    int frame_per_s = 30;
    scene::View view = scene::View::back;
    glm::ivec2 size{1280, 720};
    PictureExtras extras;
    scene::QualityChoice quality = scene::QualityChoice::high;
    bool captions = true;
    bool subtitles = false;  ///< captions in a WebVTT file beside the video
    std::filesystem::path output;
};

struct ExportCommand {
    SubjectOptions subject;
    std::filesystem::path output;
};

struct HandoutCommand {
    SubjectOptions subject;
    handout::Paper paper = handout::Paper::a4;
    std::filesystem::path output;
};

struct InfoCommand {
    SubjectOptions subject;
    bool json = false;
    bool structures = false;       ///< list them all
    std::optional<int> step;       ///< from 1: say what lies under the hands in it
    std::optional<double> time_s;  ///< into the step
};

struct CheckCommand {
    SubjectOptions subject;
};

struct BenchCommand {
    SubjectOptions subject;
    glm::ivec2 size{1280, 720};
    int frames = 31;
    bool video = false;  ///< measure the encoding of a video too
};

struct QuizCommand {
    std::optional<std::string> learner;  ///< empty = all
};

struct ImportWorkerCommand {
    std::filesystem::path model;
};

/// The command line was answered already (help, version) or was wrong: only the exit code is left.
struct Answered {
    int exit_code = 0;
};

using Invocation = std::variant<Answered, ViewerCommand, RenderCommand, VideoCommand, ExportCommand, HandoutCommand,
                                InfoCommand, CheckCommand, BenchCommand, QuizCommand, ImportWorkerCommand>;

/// Reads a command line. Help and version go to standard output; what is wrong goes to standard
/// error with exit code 2.
[[nodiscard]] Invocation read_command_line(int argument_count, const char* const* arguments);

}  // namespace dorsum::app
