#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>

#include "app/bundled_bodies.h"
#include "app/command_description.h"
#include "app/command_language.h"
#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/manual_page.h"
#include "app/option_values.h"
#include "app/options.h"
#include "app/shell_completion.h"
#include "app/version.h"
#include "body/landmark_file.h"
#include "core/fill.h"
#include "core/log.h"
#include "core/translate.h"
#include "lesson/breath.h"

namespace dorsum::app {
namespace {

/// Makes an option whose text is read by `parse` into `target`; what cannot be read is wrong use.
template <typename Target, typename Parse>
CLI::Option* add_parsed(CLI::App& command, const std::string& name, Target& target, Parse parse,
                        const std::string& form, const std::string& description) {
    return command
        .add_option_function<std::string>(
            name,
            [&target, parse, name, form](const std::string& text) {
                const auto value = parse(text);
                if (!value) {
                    throw CLI::ValidationError(name, fill(tr("'{0}': expected {1}"), {text, form}));
                }
                target = *value;
            },
            description)
        ->type_name(form);
}

/// Whoever asks for a .jpg must not get a PNG without a word.
CLI::Validator ends_in(const std::string& extension, const bool or_standard_output) {
    return {[extension, or_standard_output](const std::string& name) {
                const bool fits =
                    (or_standard_output && name == "-") || std::filesystem::path(name).extension() == extension;
                return fits ? std::string() : fill(tr("'{0}': expected a name that ends in {1}"), {name, extension});
            },
            ""};
}

/// "reference|woman|heavy"
std::string body_form() {
    std::string form;
    for (const BundledBody& body : bundled_bodies()) {
        form += (form.empty() ? "" : "|") + std::string(body.id);
    }
    return form;
}

void add_body(CLI::App& command, SubjectOptions& subject, CLI::Option* model) {
    add_parsed(command, "--body", subject.body, parse_body, body_form(), tr("which of the bundled bodies"))
        ->default_str(bundled_bodies().front().id)
        ->excludes(model);
}

void add_language(CLI::App& command, SubjectOptions& subject) {
    add_parsed(command, "--language", subject.language, parse_language, "system|en|fr|...",
               tr("of all texts and of the lesson; by default as the environment says, and in the window as it was the "
                  "last time"));
}

void add_breath_rate(CLI::App& command, SubjectOptions& subject) {
    add_parsed(command, "--breath-rate", subject.breath_per_min, parse_breath_rate, "4-20",
               tr("breaths a minute; as the lesson says by default"));
}

void add_cache(CLI::App& command, SubjectOptions& subject) {
    CLI::Option* size =
        command
            .add_option("--cache-size", subject.cache_mib,
                        tr("how many MiB of prepared models are kept in the user's cache folder, so that a model opens "
                           "faster the next time; those used longest ago go first"))
            ->type_name("MIB")
            ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{1} << 40U))
            ->capture_default_str();
    command
        .add_flag_callback(
            "--no-cache", [&subject] { subject.cache_mib = 0; }, tr("neither look for a prepared model nor keep one"))
        ->excludes(size);
}

void add_subject(CLI::App& command, SubjectOptions& subject) {
    CLI::Option* model = command.add_option("MODEL", subject.model,
                                            tr("a 3D model of a person or a back (OBJ, STL, PLY, FBX, DAE, glTF, GLB); "
                                               "the bundled body by default"));
    add_body(command, subject, model);
    command.add_option("--lesson", subject.lesson, tr("a lesson file; the bundled back massage by default"))
        ->type_name("FILE");
    add_language(command, subject);
    const std::string axis_form = "+x|-x|+y|-y|+z|-z";
    add_parsed(command, "--up", subject.axes.up, body::parse_axis, axis_form,
               tr("the model's axis towards the head, where it is not found right"));
    add_parsed(command, "--facing", subject.axes.facing, body::parse_axis, axis_form,
               tr("the model's axis that the chest faces, where it is not found right"));
    add_parsed(command, "--unit", subject.axes.unit_m, parse_unit, "mm|cm|m|inch|METRES",
               tr("the model's unit of length, where it is not found right"));
    add_breath_rate(command, subject);
    add_cache(command, subject);
}

void add_size(CLI::App& command, glm::ivec2& size, const char* description) {
    add_parsed(command, "--size", size, parse_size, "WIDTHxHEIGHT", description)->default_str("1280x720");
}

/// Of pictures that are drawn once, however long it takes.
void add_fixed_quality(CLI::App& command, scene::QualityChoice& quality) {
    add_parsed(command, "--quality", quality, parse_fixed_quality, "low|balanced|high",
               tr("how much work goes into each picture"))
        ->default_str("high");
}

void add_quality(CLI::App& command, std::optional<scene::QualityChoice>& quality) {
    add_parsed(
        command, "--quality", quality, [](const std::string& text) { return scene::parse_quality(text); },
        "automatic|low|balanced|high",
        tr("how much work goes into the picture; automatic takes the best that plays at 30 frames a second; by default "
           "as it was the last time"));
}

void add_view(CLI::App& command, scene::View& view) {
    add_parsed(
        command, "--view", view, [](const std::string& text) { return scene::parse_view(text); },
        "back|left|right|top|three-quarter",
        tr("which side of the receiver is seen; top looks from the head along the spine"))
        ->default_str("back");
}

void add_extras(CLI::App& command, PictureExtras& extras) {
    add_parsed(
        command, "--peel", extras.hand_peel, [](const std::string& text) { return scene::parse_hand_peel(text); },
        "none|skin|superficial",
        tr("open the skin around the hands, or the superficial muscles below it too, to see what they work on"))
        ->default_str("none");
    add_parsed(command, "--fade", extras.see_through.opacity, parse_opacities, "LAYER=0-1,...",
               tr("how opaque layers are, from 0 (gone) to 1: skin=0.3,superficial=0.5; also intermediate, deep, "
                  "muscles, skeleton, organs"));
    command.add_flag("--x-ray", extras.see_through.x_ray,
                     tr("the skin as a clear shell around the bones, or around what is laid open"));
    add_parsed(
        command, "--cut", extras.see_through.cut, parse_cut, "sagittal|axial|coronal=MM[,other]",
        tr("cut the body in this plane, millimetres from the middle of T12, and take away what lies to the right, "
           "towards the head or out of the back, or the other half"));
    add_parsed(command, "--explode", extras.see_through.explosion, parse_share, "0-1",
               tr("how far the muscles are taken apart"));
    command
        .add_option("--isolate", extras.see_through.isolated,
                    tr("show this structure among ghosts of all others; may be given again for more; "
                       "`dorsum info --structures` lists them"))
        ->type_name("ID")
        ->allow_extra_args(false);
    add_parsed(
        command, "--skin-tone", extras.skin_tone, [](const std::string& text) { return scene::parse_skin_tone(text); },
        "very-light|light|intermediate|tan|brown|dark",
        tr("the tone of the receiver's skin; the giver's stands out from it"))
        ->default_str("light");
    command.add_flag("--show-safety", extras.safety, tr("show where hands take care, and the rules there"));
}

void add_step_and_time(CLI::App& command, std::optional<int>& step, std::optional<double>& time_s,
                       const char* description) {
    add_parsed(command, "--step", step, parse_step, "NUMBER", description);
    add_parsed(command, "--time", time_s, parse_seconds, "SECONDS",
               tr("seconds into the step; by default half-way through its first working pass"));
}

/// The options of every subcommand, filled while the command line is read.
struct AllOptions {
    ViewerCommand viewer;
    RenderCommand render;
    VideoCommand video;
    ExportCommand exported;
    HandoutCommand handout;
    InfoCommand info;
    CheckCommand check;
    BenchCommand bench;
    QuizCommand quiz;
    ImportWorkerCommand import_worker;
    Shell shell = Shell::bash;
    std::pair<int, int> steps{1, 0};
    bool no_captions = false;
    bool no_video_captions = false;
    bool bench_json = true;  // said for the sake of people used to saying it
};

void add_render(CLI::App& program, AllOptions& all) {
    CLI::App& command = *program.add_subcommand("render", tr("draw one picture, without a window"));
    RenderCommand& render = all.render;
    add_subject(command, render.subject);
    add_step_and_time(command, render.step, render.time_s,
                      tr("the step of the lesson to show, from 1; by default the first, or the zones alone"));
    add_parsed(command, "--zones", render.zones, parse_zones, "all|none|1,2,7",
               tr("the reflex zones to light up, from 1 to 12"))
        ->default_str("none");
    add_view(command, render.view);
    add_size(command, render.size, tr("the size of the picture in pixels"));
    add_fixed_quality(command, render.quality);
    CLI::Option* layers =
        add_parsed(command, "--layers", render.layers, parse_layers,
                   "skin,towel,table,strokes,hands,zones,labels,landmarks,superficial,intermediate,"
                   "deep,muscles,skeleton,organs,safety",
                   tr("what to show, and nothing else; by default the skin and what lies on it, without "
                      "landmarks"));
    CLI::Option* depth = add_parsed(
        command, "--depth", render.depth, [](const std::string& text) { return scene::parse_depth(text); },
        "skin|superficial|intermediate|deep|skeleton",
        tr("lay the body open: show this layer and what lies beneath it, not what covers it"));
    CLI::Option* show = add_parsed(command, "--show", render.show, parse_body_layers,
                                   "skin,superficial,intermediate,deep,muscles,skeleton,organs",
                                   tr("of the body, show these layers only"));
    depth->excludes(layers)->excludes(show);
    show->excludes(layers);
    command
        .add_option("--bookmark", render.bookmark,
                    tr("draw a view that was kept, of this file; its first one without a name"))
        ->type_name("FILE[:NAME]")
        ->excludes(layers)
        ->excludes(depth)
        ->excludes(show);
    add_extras(command, render.extras);
    command.add_flag("--no-captions", all.no_captions, tr("leave out all that is written over the picture"));
    command.add_option("-o,--output", render.output, tr("the PNG file to write; - writes to standard output"))
        ->required()
        ->check(ends_in(".png", true))
        ->type_name("FILE");
}

void add_video(CLI::App& program, AllOptions& all) {
    CLI::App& command =
        *program.add_subcommand("video", tr("play the lesson into a video file, its cautions first (needs ffmpeg)"));
    VideoCommand& video = all.video;
    add_subject(command, video.subject);
    add_parsed(command, "--steps", all.steps, parse_steps, "all|2|1-3", tr("the steps to play"))->default_str("all");
    command.add_option("--fps", video.frame_per_s, tr("frames a second"))
        ->check(CLI::Range(1, 120))
        ->capture_default_str();
    add_view(command, video.view);
    add_size(command, video.size, tr("the size of the video in pixels"));
    add_fixed_quality(command, video.quality);
    add_extras(command, video.extras);
    CLI::Option* bare =
        command.add_flag("--no-captions", all.no_video_captions, tr("leave out all that is written over the picture"));
    command
        .add_flag(
            "--subtitles", video.subtitles,
            tr("write the captions into a WebVTT file beside the video, for players and translators, and not over "
               "the picture"))
        ->excludes(bare);
    command.add_option("-o,--output", video.output, tr("the MP4 file to write"))
        ->required()
        ->check(ends_in(".mp4", false))
        ->type_name("FILE");
}

void add_export(CLI::App& program, AllOptions& all) {
    CLI::App& command = *program.add_subcommand(
        "export", tr("write the lesson as an animated 3D model that other programs play: hands, strokes, breath"));
    add_subject(command, all.exported.subject);
    command.add_option("-o,--output", all.exported.output, tr("the GLB file to write (glTF 2.0)"))
        ->required()
        ->check(ends_in(".glb", false))
        ->type_name("FILE");
}

void add_handout(CLI::App& program, AllOptions& all) {
    CLI::App& command = *program.add_subcommand(
        "handout", tr("write the lesson as a PDF to print: steps with numbered arrows, zones, cautions"));
    HandoutCommand& handout = all.handout;
    add_subject(command, handout.subject);
    add_parsed(
        command, "--paper", handout.paper, [](const std::string& text) { return handout::parse_paper(text); },
        "a4|letter", tr("the size of the paper"))
        ->default_str("a4");
    command.add_option("-o,--output", handout.output, tr("the PDF file to write"))
        ->required()
        ->check(ends_in(".pdf", false))
        ->type_name("FILE");
}

void add_other_commands(CLI::App& program, AllOptions& all) {
    CLI::App& info = *program.add_subcommand("info", tr("say what was found in the model and the lesson"));
    add_subject(info, all.info.subject);
    info.add_flag("--structures", all.info.structures,
                  tr("list every muscle, bone and organ of the body: id, English name, Latin name"));
    add_step_and_time(info, all.info.step, all.info.time_s,
                      tr("say what lies under the hands in this step of the lesson, from 1"));
    info.add_flag("--json", all.info.json, tr("as JSON, with positions in the coordinates and unit of the model file"));

    CLI::App& check = *program.add_subcommand("check", tr("validate a lesson, alone and on a model"));
    check.add_option("LESSON", all.check.subject.lesson, tr("the lesson file"))->required();
    CLI::Option* model =
        check.add_option("MODEL", all.check.subject.model, tr("the model to try it on; the bundled body by default"));
    add_body(check, all.check.subject, model);
    add_language(check, all.check.subject);
    add_breath_rate(check, all.check.subject);

    CLI::App& bench = *program.add_subcommand(
        "bench", tr("measure start-up, import, frames and work on a model of 1.4 million triangles, as JSON"));
    add_subject(bench, all.bench.subject);
    add_size(bench, all.bench.size, tr("the size of the frames in pixels"));
    bench.add_option("--frames", all.bench.frames, tr("how many frames each figure is the median of"))
        ->check(CLI::Range(5, 10000))
        ->capture_default_str();
    bench.add_flag("--video", all.bench.video,
                   tr("also measure how much longer a video takes than the drawing of its frames (half a minute)"));
    bench.add_flag("--json", all.bench_json, tr("as JSON; there is no other form"));

    program.add_subcommand("man", tr("print the manual page: dorsum man | man -l -"));
    CLI::App& completion =
        *program.add_subcommand("completion", tr("print a script that completes the command line in this shell"));
    add_parsed(completion, "SHELL", all.shell, parse_shell, "bash|zsh|fish", tr("the shell"))->required();

    // Reads a model for another process of this program; not for people.
    CLI::App& worker = *program.add_subcommand("import-worker", "")->group("");
    worker.add_option("MODEL", all.import_worker.model)->required();
    add_language(worker, all.viewer.subject);
}

Invocation chosen(const CLI::App& program, AllOptions& all) {
    if (program.got_subcommand("render")) {
        all.render.captions = !all.no_captions;
        return all.render;
    }
    if (program.got_subcommand("video")) {
        std::tie(all.video.first_step, all.video.last_step) = all.steps;
        all.video.captions = !all.no_video_captions && !all.video.subtitles;
        return all.video;
    }
    if (program.got_subcommand("export")) {
        return all.exported;
    }
    if (program.got_subcommand("handout")) {
        return all.handout;
    }
    if (program.got_subcommand("info")) {
        return all.info;
    }
    if (program.got_subcommand("check")) {
        return all.check;
    }
    if (program.got_subcommand("bench")) {
        return all.bench;
    }
    if (program.got_subcommand("quiz")) {
        return all.quiz;
    }
    if (program.got_subcommand("import-worker")) {
        return all.import_worker;
    }
    return all.viewer;
}

/// What is wrong, and where to read what would be right.
void explain_wrong_use(const CLI::App& program, const CLI::ParseError& problem) {
    std::string help = "dorsum";
    for (const CLI::App* command : program.get_subcommands()) {
        help += " " + command->get_name();
    }
    log::error(fill(tr("{0}. See: {1}"), {in_words(problem), help + " --help"}));
}

/// A model or an option of the viewer that was given although a subcommand was chosen.
const CLI::Option* given_before_subcommand(const CLI::App& program) {
    if (program.get_subcommands().empty()) {
        return nullptr;
    }
    const auto options = program.get_options(
        [](const CLI::Option* option) { return option->count() > 0 && option->get_name() != "--verbose"; });
    return options.empty() ? nullptr : options.front();
}

}  // namespace

Invocation read_command_line(const int argument_count, const char* const* arguments) {
    CLI::App program(tr("See the human back in 3D and learn to massage it."), "dorsum");
    speak_for_library(program);
    program.set_help_all_flag("--help-all", tr("print the help of every subcommand"));
    program.footer(std::string(tr("Without a subcommand the viewer opens.")) + " " + exit_code_sentence());
    program.require_subcommand(0, 1);
    bool verbose = false;
    program.add_flag("--verbose", verbose, tr("say on standard error what is being done"));

    AllOptions all;
    add_subject(program, all.viewer.subject);
    add_parsed(program, "--size", all.viewer.size, parse_size, "WIDTHxHEIGHT",
               tr("the size of the window in pixels; by default as it was the last time"));
    program.add_flag("--reduced-motion", all.viewer.reduced_motion,
                     tr("nothing pulses, flows or fades in the window, and the camera turns at once"));
    program.add_flag("--projector", all.viewer.projector,
                     tr("begin with a second window for the projector, on the second screen where there is one"));
    program
        .add_option("--quiz-seed", all.viewer.quiz_seed,
                    tr("a number: whoever gives the same one is asked the same questions"))
        ->type_name("NUMBER");
    add_quality(program, all.viewer.quality);
    add_render(program, all);
    add_video(program, all);
    add_export(program, all);
    add_handout(program, all);
    add_quiz(program, all.quiz);
    add_other_commands(program, all);
    speak_for_subcommands(program);
    for (CLI::App* command : program.get_subcommands({})) {
        command->fallthrough(false);
        command->add_flag("--verbose", verbose, tr("say on standard error what is being done"));
        command->set_version_flag("--version", std::string("dorsum ") + version,
                                  tr("Display program version information and exit"));
    }
    try {
        program.parse(argument_count, arguments);
    } catch (const CLI::ParseError& problem) {
        if (problem.get_exit_code() == 0) {
            program.exit(problem, std::cout, std::cerr);
            return Answered{0};
        }
        explain_wrong_use(program, problem);
        return Answered{2};
    }
    if (const CLI::Option* lost = given_before_subcommand(program)) {
        log::error(
            fill(tr("{0}: stands before the command, where it has no effect. Write it behind the command's name."),
                 {lost->get_name()}));
        return Answered{2};
    }
    if (program.got_subcommand("man") || program.got_subcommand("completion")) {
        const CommandDescription all_said = describe(program);
        std::cout << (program.got_subcommand("man") ? manual_page(all_said, version)
                                                    : shell_completion(all_said, all.shell));
        return Answered{0};
    }
    log::set_verbose(verbose);
    return chosen(program, all);
}

}  // namespace dorsum::app
