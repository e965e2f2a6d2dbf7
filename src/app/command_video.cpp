#include <algorithm>
#include <cmath>
#include <csignal>
#include <span>
#include <string>

#include "app/commands.h"
#include "app/encoder.h"
#include "app/interrupt.h"
#include "app/load_subject.h"
#include "app/outcome.h"
#include "app/picture_extras.h"
#include "app/progress_bar.h"
#include "app/studio.h"
#include "app/subtitles.h"
#include "core/files.h"
#include "core/fill.h"
#include "core/translate.h"
#include "lesson/choreography.h"

namespace dorsum::app {
namespace {

/// How long each page of cautions stands before the first step: time enough to read it.
constexpr double cautions_s = 8.0;

/// What the video shows at one of its frames: a page of cautions, or an instant of a step.
struct Shot {
    int step = scene::no_step;  ///< without one, the cautions
    double time_s = 0.0;
    std::size_t page = 0;  ///< of the cautions
};

std::vector<Shot> plan_shots(const VideoCommand& command, const lesson::Choreography& choreography,
                             const std::size_t caution_pages) {
    std::vector<Shot> shots;
    const auto frames_in = [&](const double seconds) {
        return static_cast<int>(std::lround(seconds * command.frame_per_s));
    };
    for (std::size_t page = 0; page < caution_pages; ++page) {
        shots.insert(shots.end(), static_cast<std::size_t>(frames_in(cautions_s)), Shot{scene::no_step, 0.0, page});
    }
    for (int step = command.first_step - 1; step < command.last_step; ++step) {
        const double duration_s = choreography.steps[static_cast<std::size_t>(step)].duration_s;
        for (int frame = 0; frame < std::max(frames_in(duration_s), 1); ++frame) {
            shots.push_back({step, static_cast<double>(frame) / command.frame_per_s, 0});
        }
    }
    return shots;
}

/// What is said over the shots: the cautions page by page, then each step's title and cue for as long as it plays.
std::vector<Subtitle> subtitles_of(const VideoCommand& command, const lesson::Lesson& lesson,
                                   const std::vector<Shot>& shots) {
    std::vector<Subtitle> subtitles;
    std::string cautions;
    for (const std::string& caution : lesson.cautions) {
        cautions += caution + "\n";
    }
    for (std::size_t i = 0; i < shots.size(); ++i) {
        const double start_s = static_cast<double>(i) / command.frame_per_s;
        const double end_s = static_cast<double>(i + 1) / command.frame_per_s;
        if (i > 0 && shots[i].step == shots[i - 1].step) {
            subtitles.back().end_s = end_s;
        } else if (shots[i].step == scene::no_step) {
            subtitles.push_back({start_s, end_s, cautions});
        } else {
            const lesson::Step& step = lesson.steps[static_cast<std::size_t>(shots[i].step)];
            subtitles.push_back(
                {start_s, end_s, std::to_string(shots[i].step + 1) + ". " + step.title + "\n" + step.caption});
        }
    }
    return subtitles;
}

std::filesystem::path subtitle_file(const VideoCommand& command) {
    return std::filesystem::path(command.output).replace_extension(".vtt");
}

/// The cautions stand before the lesson's first step, and only there.
std::vector<render::Picture> cautions_before(const VideoCommand& command, const scene::Subject& subject,
                                             Studio& studio) {
    return command.first_step == 1
               ? studio.cautions_pages(picture_state(subject, command.view, command.size, command.captions), subject)
               : std::vector<render::Picture>{};
}

/// What a video consists of.
struct Reel {
    std::vector<render::Picture> cautions;
    std::vector<Shot> shots;
};

Reel plan_reel(const VideoCommand& command, const scene::Subject& subject, Studio& studio) {
    Reel reel{cautions_before(command, subject, studio), {}};
    reel.shots = plan_shots(command, *subject.choreography, reel.cautions.size());
    return reel;
}

Result<void> encode(const VideoCommand& command, const scene::Subject& subject, const Reel& reel,
                    const InterruptWatch& watch, Studio& studio, Encoder& encoder) {
    ProgressBar progress(static_cast<int>(reel.shots.size()));
    scene::State state =
        with_extras(picture_state(subject, command.view, command.size, command.captions), command.extras, subject);
    state.quality = command.quality;
    int done = 0;
    for (const Shot& shot : reel.shots) {
        if (watch.interrupted()) {
            progress.end();
            return failure(command.output.string(), tr("stopped before the video was whole; nothing was written"), "");
        }
        Result<void> added;
        if (shot.step == scene::no_step) {
            added = encoder.add(reel.cautions[shot.page]);
        } else {
            state.step = shot.step;
            state.time_s = shot.time_s;
            added = encoder.add(studio.picture(state, subject, command.captions));
        }
        if (!added) {
            progress.end();
            return added;
        }
        progress.show(++done);
    }
    progress.end();
    return encoder.finish();
}

Outcome make_video(VideoCommand command) {
    const InterruptWatch watch;
    auto pending = PendingFile::create(command.output);
    if (!pending) {
        return tl::unexpected(pending.error());
    }
    const auto subject = load_subject(command.subject);
    if (!subject) {
        return tl::unexpected(subject.error());
    }
    if (auto valid = validate(command.extras, *subject); !valid) {
        return valid;
    }
    const int step_count = static_cast<int>(subject->choreography->steps.size());
    command.last_step = command.last_step == 0 ? step_count : command.last_step;
    if (command.last_step > step_count) {
        return wrong_use("--steps", tr("this lesson has fewer steps"),
                         fill(tr("Choose steps from 1 to {0}"), {std::to_string(step_count)}));
    }
    auto studio = Studio::open(command.size);
    if (!studio) {
        return tl::unexpected(studio.error());
    }
    auto encoder = Encoder::start(pending->temporary_path(), command.size, command.frame_per_s);
    if (!encoder) {
        return tl::unexpected(encoder.error());
    }
    const Reel reel = plan_reel(command, *subject, *studio);
    if (auto encoded = encode(command, *subject, reel, watch, *studio, *encoder); !encoded) {
        return tl::unexpected(encoded.error());
    }
    if (command.subtitles) {
        const std::string text = to_webvtt(subtitles_of(command, *subject->lesson, reel.shots));
        if (auto written = write_file(subtitle_file(command), std::as_bytes(std::span(text))); !written) {
            return tl::unexpected(written.error());
        }
    }
    if (auto committed = pending->commit(); !committed) {
        return tl::unexpected(committed.error());
    }
    return {};
}

}  // namespace

int run_video(const VideoCommand& command) {
    // A pipe whose reader has gone is told by write(), not by the end of this program.
    std::signal(SIGPIPE, SIG_IGN);
    return exit_code_of(make_video(command));
}

}  // namespace dorsum::app
