#include <algorithm>
#include <cmath>
#include <csignal>

#include "app/commands.h"
#include "app/encoder.h"
#include "app/interrupt.h"
#include "app/load_subject.h"
#include "app/outcome.h"
#include "app/picture_extras.h"
#include "app/progress_bar.h"
#include "app/studio.h"
#include "core/files.h"
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

/// The cautions stand before the lesson's first step, and only there.
std::vector<render::Picture> cautions_before(const VideoCommand& command, const scene::Subject& subject,
                                             Studio& studio) {
    return command.first_step == 1
               ? studio.cautions_pages(picture_state(subject, command.view, command.size, command.captions), subject)
               : std::vector<render::Picture>{};
}

Result<void> encode(const VideoCommand& command, const scene::Subject& subject, const InterruptWatch& watch,
                    Studio& studio, Encoder& encoder) {
    const std::vector<render::Picture> cautions = cautions_before(command, subject, studio);
    const std::vector<Shot> shots = plan_shots(command, *subject.choreography, cautions.size());
    ProgressBar progress(static_cast<int>(shots.size()));
    scene::State state =
        with_extras(picture_state(subject, command.view, command.size, command.captions), command.extras, subject);
    state.quality = command.quality;
    int done = 0;
    for (const Shot& shot : shots) {
        if (watch.interrupted()) {
            progress.end();
            return failure(command.output.string(), tr("stopped before the video was whole; nothing was written"), "");
        }
        Result<void> added;
        if (shot.step == scene::no_step) {
            added = encoder.add(cautions[shot.page]);
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
                         tr("Choose steps from 1 to") + (" " + std::to_string(step_count)));
    }
    auto studio = Studio::open(command.size);
    if (!studio) {
        return tl::unexpected(studio.error());
    }
    auto encoder = Encoder::start(pending->temporary_path(), command.size, command.frame_per_s);
    if (!encoder) {
        return tl::unexpected(encoder.error());
    }
    if (auto encoded = encode(command, *subject, watch, *studio, *encoder); !encoded) {
        return tl::unexpected(encoded.error());
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
