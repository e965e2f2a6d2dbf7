#include <glm/vec3.hpp>

#include "app/commands.h"
#include "app/load_subject.h"
#include "app/outcome.h"
#include "app/studio.h"
#include "core/files.h"
#include "handout/handout.h"

namespace dorsum::app {

namespace {

/// Half of it fills a third of the page's width, sharp at 300 dots an inch.
constexpr glm::ivec2 picture_px{1600, 2000};

/// Only the receiver: what lies on the skin is drawn as lines.
scene::State bare_back(const scene::Subject& subject) {
    scene::State state = picture_state(subject, scene::View::back, picture_px, false);
    state.step = scene::no_step;
    for (const scene::Layer layer : {scene::Layer::table, scene::Layer::strokes, scene::Layer::hands,
                                     scene::Layer::zones, scene::Layer::labels, scene::Layer::landmarks}) {
        state.layers.reset(static_cast<std::size_t>(layer));
    }
    return state;
}

Outcome make_handout(const HandoutCommand& command) {
    auto pending = PendingFile::create(command.output);
    if (!pending) {
        return tl::unexpected(pending.error());
    }
    const auto subject = load_subject(command.subject);
    if (!subject) {
        return tl::unexpected(subject.error());
    }
    auto studio = Studio::open(picture_px);
    if (!studio) {
        return tl::unexpected(studio.error());
    }
    const scene::State state = bare_back(*subject);
    constexpr glm::vec3 white{1.0F};
    const handout::HandoutContent content{*subject->lesson, *subject->choreography,
                                          handout::for_print(studio->picture_on(white, state, *subject)), state.camera};
    if (auto written = handout::write_handout(content, command.paper, pending->temporary_path()); !written) {
        return tl::unexpected(written.error());
    }
    if (auto committed = pending->commit(); !committed) {
        return tl::unexpected(committed.error());
    }
    return {};
}

}  // namespace

int run_handout(const HandoutCommand& command) {
    return exit_code_of(make_handout(command));
}

}  // namespace dorsum::app
