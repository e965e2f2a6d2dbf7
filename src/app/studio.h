#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>

#include "core/error.h"
#include "render/picture_target.h"
#include "scene/apply.h"

namespace dorsum::app {

/// The state in which pictures without a window begin: no sheet, no panel, the back framed from this side.
[[nodiscard]] scene::State picture_state(const scene::Subject& subject, scene::View view, glm::ivec2 size_px,
                                         bool captions);

/// Makes pictures without a window: an offscreen context, a renderer and the overlay of captions
/// and labels, kept for picture after picture. Belongs to the thread that made it.
class Studio {
public:
    [[nodiscard]] static Result<Studio> open(glm::ivec2 size_px);
    Studio(Studio&&) noexcept;
    Studio& operator=(Studio&&) noexcept;
    Studio(const Studio&) = delete;
    Studio& operator=(const Studio&) = delete;
    ~Studio();

    /// One picture of the state, with captions over it if asked for.
    [[nodiscard]] render::Picture picture(const scene::State& state, const scene::Subject& subject, bool captions);

    /// One picture of the state without captions, on a ground of one colour (sRGB) in place of the room.
    [[nodiscard]] render::Picture picture_on(glm::vec3 ground, const scene::State& state,
                                             const scene::Subject& subject);

    /// The cautions, on as many pages as they need, to stand before the first step.
    [[nodiscard]] std::vector<render::Picture> cautions_pages(const scene::State& state, const scene::Subject& subject);

private:
    struct Equipment;
    explicit Studio(std::unique_ptr<Equipment> equipment);
    std::unique_ptr<Equipment> equipment_;
};

}  // namespace dorsum::app
