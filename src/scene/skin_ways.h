#pragma once

#include <glm/vec3.hpp>
#include <memory>
#include <mutex>
#include <vector>

#include "body/body.h"
#include "mesh/surface_ways.h"

namespace dorsum::scene {

/// The shortest ways over the skin of a body. Made when it is first asked, or by prepare(). Thread safe.
class SkinWays {
public:
    explicit SkinWays(std::shared_ptr<const body::Body> body) : body_(std::move(body)) {}

    /// Tenths of a second, once; the first question waits for it.
    void prepare() const;
    /// Between the places of the skin nearest to two points of the body frame, as mesh::SurfaceWays::shortest; empty
    /// where none leads there. Of the body at rest.
    [[nodiscard]] std::vector<glm::vec3> shortest(glm::vec3 from, glm::vec3 to) const;

private:
    std::shared_ptr<const body::Body> body_;
    mutable std::once_flag made_;
    mutable std::unique_ptr<const mesh::SurfaceWays> ways_;
};

}  // namespace dorsum::scene
