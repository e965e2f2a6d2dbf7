#pragma once

#include <glm/vec4.hpp>
#include <memory>

#include "render/gl_object.h"
#include "scene/oil.h"

namespace dorsum::render {

/// How wet the skin is, over x and y of the body frame, on the GPU.
class OilTexture {
public:
    /// Brings the texture to a picture's instant; does nothing where it is there already.
    void show(const scene::OilShown& oil);
    /// Binds it to a unit of its own and tells a program, which is in use, where it is and what it covers.
    void connect(const ProgramObject& program) const;

private:
    Texture texture_;
    std::weak_ptr<const scene::OilMap> map_;
    double now_s_ = 0.0;
    glm::vec4 area_{0.0F};  ///< corner in x and y, metres; 1/extent; 0 without oil
};

}  // namespace dorsum::render
