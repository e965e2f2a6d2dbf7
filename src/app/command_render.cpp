#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <future>
#include <span>

#include "app/bookmark_file.h"
#include "app/commands.h"
#include "app/load_subject.h"
#include "app/outcome.h"
#include "app/picture_extras.h"
#include "app/png_file.h"
#include "app/studio.h"
#include "core/files.h"
#include "core/fill.h"
#include "core/log.h"
#include "core/translate.h"
#include "lesson/choreography.h"
#include "lesson/message.h"

namespace dorsum::app {
namespace {

Result<void> write_to_standard_output(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return failure("", tr("standard output takes no more data"), tr("Check where it leads"));
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

/// Something that lies below the skin; --layers all asks for what there is.
bool asks_for_layers(const RenderCommand& command) {
    if (command.depth) {
        return *command.depth != scene::Depth::skin;
    }
    const scene::Layers layers = command.show.value_or(command.layers.value_or(scene::Layers{}));
    for (int layer = 0; layer < scene::layer_count && !layers.all(); ++layer) {
        const auto each = static_cast<scene::Layer>(layer);
        if (each != scene::Layer::skin && scene::is_of_body(each) && scene::shows(layers, each)) {
            return true;
        }
    }
    return false;
}

/// A step or time that the lesson does not have is wrong use.
Outcome validate(const RenderCommand& command, const scene::Subject& subject) {
    const auto& steps = subject.choreography->steps;
    if (command.time_s && !command.step) {
        return wrong_use("--time", tr("a time belongs to a step"), tr("Give --step, too"));
    }
    const auto has_zone = [&](const lesson::ZoneOnBody& zone) {
        return zone.number <= scene::zone_count && command.zones.test(static_cast<std::size_t>(zone.number));
    };
    const auto& zones = subject.choreography->zones;
    if (command.zones.any() && std::none_of(zones.begin(), zones.end(), has_zone)) {
        return wrong_use("--zones", tr("this lesson has none of these zones"), tr("Choose others, or none"));
    }
    if (asks_for_layers(command) && !scene::has_layers(subject)) {
        return wrong_use(command.depth ? "--depth" : (command.show ? "--show" : "--layers"),
                         tr("this model has no muscles, bones or organs"),
                         tr("Choose a bundled body, or a model with a catalogue beside it"));
    }
    if (auto valid = validate(command.extras, subject); !valid || !command.step) {
        return valid;
    }
    if (*command.step > static_cast<int>(steps.size())) {
        return wrong_use("--step " + std::to_string(*command.step), tr("this lesson has fewer steps"),
                         fill(tr("Choose a step from 1 to {0}"), {std::to_string(steps.size())}));
    }
    const double duration_s = steps[static_cast<std::size_t>(*command.step - 1)].duration_s;
    if (command.time_s && *command.time_s > duration_s) {
        return wrong_use("--time", tr("this step is over by then"),
                         fill(tr("Choose a time in seconds from 0 to {0}"), {lesson::plain(duration_s)}));
    }
    return {};
}

/// With a kept view all that it keeps is as it was; step and time may be others.
scene::State state_for(const RenderCommand& command, const scene::Subject& subject, const scene::Bookmark* bookmark) {
    scene::State state = picture_state(subject, command.view, command.size, command.captions);
    state.quality = command.quality;
    state.zones_shown = command.zones;
    if (!command.step && command.zones.any()) {
        state.step = scene::no_step;  // a picture of the zones alone
    }
    if (command.layers) {
        state.layers = *command.layers;
    }
    if (command.depth) {
        state.layers = scene::laid_open(state.layers, *command.depth);
    }
    for (int layer = 0; command.show && layer < scene::layer_count; ++layer) {
        if (scene::is_of_body(static_cast<scene::Layer>(layer))) {
            state.layers.set(static_cast<std::size_t>(layer), command.show->test(static_cast<std::size_t>(layer)));
        }
    }
    state = with_extras(std::move(state), command.extras, subject);
    if (bookmark != nullptr) {
        state = scene::with_kept(std::move(state), *bookmark->kept, subject);
    }
    if (command.step) {
        state.step = *command.step - 1;
        state.time_s = command.time_s.value_or(lesson::telling_time_s(*subject.choreography, state.step));
    }
    return state;
}

Outcome render(const RenderCommand& command) {
    const bool to_standard_output = command.output == "-";
    // Find out that there is nowhere to write before any work is done; what was created is gone at once.
    if (!to_standard_output) {
        if (const auto created = PendingFile::create(command.output); !created) {
            return tl::unexpected(created.error());
        }
    }
    // Reading the model and getting ready to draw know nothing of each other.
    auto loading = std::async(std::launch::async, [&command] { return load_subject(command.subject); });
    auto studio = Studio::open(command.size);
    const auto subject = loading.get();
    if (!subject) {
        return tl::unexpected(subject.error());
    }
    if (auto valid = validate(command, *subject); !valid) {
        return valid;
    }
    std::shared_ptr<const scene::Bookmark> bookmark;
    if (!command.bookmark.empty()) {
        auto found = find_bookmark(command.bookmark);
        if (!found) {
            return tl::unexpected(found.error());
        }
        bookmark = *std::move(found);
        if (!scene::fits(*bookmark, *subject)) {
            log::warning(bookmark->name + ": " +
                         tr("this view was kept on another model, so camera and notes may lie elsewhere"));
        }
    }
    if (!studio) {
        return tl::unexpected(studio.error());
    }
    const render::Picture picture =
        studio->picture(state_for(command, *subject, bookmark.get()), *subject, command.captions);
    const auto png = to_png(picture);
    if (!png) {
        return tl::unexpected(png.error());
    }
    const auto written = to_standard_output ? write_to_standard_output(*png) : write_file(command.output, *png);
    if (!written) {
        return tl::unexpected(written.error());
    }
    return {};
}

}  // namespace

int run_render(const RenderCommand& command) {
    return exit_code_of(render(command));
}

}  // namespace dorsum::app
