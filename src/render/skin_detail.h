#pragma once

#include <cstdint>
#include <vector>

#include "render/gl_object.h"

namespace dorsum::render {

/// A picture that repeats: rows of texels of four bytes each.
struct Tile {
    static constexpr int size = 256;
    std::vector<std::uint8_t> texels;
};

/// The net of fine furrows in skin, with pores where they cross: red and green the slope of the surface (0.5 level),
/// blue 1 on the plateaus and less in a furrow. Some 24 plateaus a side.
[[nodiscard]] Tile make_relief();

/// What is uneven in skin at the size of a finger's breadth: red and green the slope (0.5 level), blue how far
/// freckles darken, alpha how much blood shows, around 0.5.
[[nodiscard]] Tile make_complexion();

/// Both on the GPU, with mipmaps, which fade them before they would shimmer.
class SkinDetail {
public:
    /// Binds them to units of their own; makes them first if there are none yet (some milliseconds).
    void bind();
    /// Tells a program, which is in use, where they are.
    static void connect(const ProgramObject& program);

private:
    Texture relief_;
    Texture complexion_;
};

}  // namespace dorsum::render
