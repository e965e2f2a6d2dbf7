#pragma once

#include <glm/vec3.hpp>
#include <memory>
#include <mutex>
#include <vector>

#include "body/body.h"

namespace dorsum::scene {

/// How the muscles of one body are taken apart: each moves outward from the spine and out of the back, those that lie
/// over others farther, so that on the way none passes through another. Thread safe.
class Explosion {
public:
    explicit Explosion(std::shared_ptr<const body::Body> body) : body_(std::move(body)) {}

    /// How far each part of the body is moved when they are wholly apart, metres in the body frame; as long as the
    /// body's parts, zero for what is no muscle. On the way there each moves along a straight line. The first call
    /// takes some tenths of a second.
    [[nodiscard]] const std::vector<glm::vec3>& shifts() const;

private:
    std::shared_ptr<const body::Body> body_;
    mutable std::once_flag once_;
    mutable std::vector<glm::vec3> shifts_;
};

}  // namespace dorsum::scene
