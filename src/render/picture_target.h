#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <vector>

#include "core/error.h"

namespace dorsum::render {

/// A picture in memory: 8 bits for red, green, blue, three bytes a pixel, rows from the top.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;  ///< [height * width * 3], sRGB
};

/// A framebuffer to draw pictures into and read them back from; owns its OpenGL objects.
class PictureTarget {
public:
    /// Fails when the driver cannot make a target of this size. Valid: 1 to 16384 either way.
    [[nodiscard]] static Result<PictureTarget> create(int width, int height);
    PictureTarget(PictureTarget&& other) noexcept;
    PictureTarget& operator=(PictureTarget&& other) noexcept;
    PictureTarget(const PictureTarget&) = delete;
    PictureTarget& operator=(const PictureTarget&) = delete;
    ~PictureTarget();

    [[nodiscard]] std::uint32_t framebuffer() const { return framebuffer_; }
    /// The renderbuffer with the colours, for contexts that share with the one that made it.
    [[nodiscard]] std::uint32_t colour() const { return colour_; }
    [[nodiscard]] glm::ivec2 size() const { return size_; }
    /// Waits for the drawing and copies it out.
    [[nodiscard]] Picture read() const;

private:
    PictureTarget() = default;
    std::uint32_t framebuffer_ = 0;
    std::uint32_t colour_ = 0;
    std::uint32_t depth_ = 0;
    glm::ivec2 size_{0};
};

}  // namespace dorsum::render
