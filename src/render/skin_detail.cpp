#include "render/skin_detail.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <utility>

#include "render/slices.h"
#include "render/texture_units.h"

namespace dorsum::render {

namespace {

using Heights = std::vector<float>;  // Tile::size squared

int wrapped(const int value, const int period) {
    return (value % period + period) % period;
}

/// A number from 0 to 1 for a cell of a lattice.
float chance(const int x, const int y, const std::uint32_t seed) {
    std::uint32_t hash =
        static_cast<std::uint32_t>(x) * 0x8da6b343U ^ static_cast<std::uint32_t>(y) * 0xd8163841U ^ seed * 0xcb1ab31fU;
    hash = (hash ^ (hash >> 15U)) * 0x2c1b3c6dU;
    hash = (hash ^ (hash >> 12U)) * 0x297a2d39U;
    return static_cast<float>((hash ^ (hash >> 15U)) & 0xffffU) / 65535.0F;
}

/// A number for each cell of a lattice that repeats, with a border of its other side: nothing to wrap while it is read.
class Lattice {
public:
    Lattice(const int cells, const std::uint32_t seed) : cells_{cells} {
        for (int y = -border; y < cells + border; ++y) {
            for (int x = -border; x < cells + border; ++x) {
                values_.push_back(chance(wrapped(x, cells), wrapped(y, cells), seed));
            }
        }
    }
    [[nodiscard]] float at(const int x, const int y) const {
        return values_[static_cast<std::size_t>(y + border) * static_cast<std::size_t>(cells_ + 2 * border) +
                       static_cast<std::size_t>(x + border)];
    }
    [[nodiscard]] int cells() const { return cells_; }

private:
    static constexpr int border = 2;
    int cells_;
    std::vector<float> values_;
};

glm::ivec2 cell_of(const glm::vec2 scaled) {
    return {static_cast<int>(scaled.x + 1.0F) - 1, static_cast<int>(scaled.y + 1.0F) - 1};  // from -1 on
}

/// Smooth noise from 0 to 1.
float noise(const glm::vec2 at, const Lattice& lattice) {
    const glm::vec2 scaled = at * static_cast<float>(lattice.cells());
    const glm::ivec2 cell = cell_of(scaled);
    glm::vec2 share = scaled - glm::vec2{cell};
    share *= share * (3.0F - 2.0F * share);
    return glm::mix(glm::mix(lattice.at(cell.x, cell.y), lattice.at(cell.x + 1, cell.y), share.x),
                    glm::mix(lattice.at(cell.x, cell.y + 1), lattice.at(cell.x + 1, cell.y + 1), share.x), share.y);
}

/// Points strewn one a cell.
struct Points {
    Lattice x;
    Lattice y;
    Points(const int cells, const std::uint32_t seed) : x{cells, seed}, y{cells, seed + 1U} {}
    [[nodiscard]] glm::vec2 in(const int cell_x, const int cell_y) const {
        return {static_cast<float>(cell_x) + x.at(cell_x, cell_y), static_cast<float>(cell_y) + y.at(cell_x, cell_y)};
    }
};

/// How much farther the second nearest of the points is than the nearest, in cells (S. Worley, 1996).
float from_border(const glm::vec2 at, const Points& points) {
    const glm::vec2 scaled = at * static_cast<float>(points.x.cells());
    const glm::ivec2 cell = cell_of(scaled);
    glm::vec2 nearest{9.0F};  // squared
    for (int y = cell.y - 1; y <= cell.y + 1; ++y) {
        for (int x = cell.x - 1; x <= cell.x + 1; ++x) {
            const glm::vec2 away = points.in(x, y) - scaled;
            const float distance = glm::dot(away, away);
            nearest.y = std::min(nearest.y, std::max(nearest.x, distance));
            nearest.x = std::min(nearest.x, distance);
        }
    }
    return std::sqrt(nearest.y) - std::sqrt(nearest.x);
}

template <typename HeightAt>
Heights heights(const HeightAt& height_at) {
    Heights made;
    made.reserve(static_cast<std::size_t>(Tile::size) * Tile::size);
    for (int y = 0; y < Tile::size; ++y) {
        for (int x = 0; x < Tile::size; ++x) {
            made.push_back(height_at((glm::vec2{x, y} + 0.5F) / static_cast<float>(Tile::size)));
        }
    }
    return made;
}

std::uint8_t byte(const float share) {
    return static_cast<std::uint8_t>(std::lround(255.0F * std::clamp(share, 0.0F, 1.0F)));
}

/// Slopes of the heights in red and green, `full` of them at the ends of the range; blue and alpha as given.
Tile tile_of(const Heights& height, const float full, const Heights& blue, const Heights& alpha) {
    Tile tile;
    tile.texels.reserve(height.size() * 4);
    const auto at = [&height](const int x, const int y) {
        return height[static_cast<std::size_t>((y + Tile::size) % Tile::size) * Tile::size +
                      static_cast<std::size_t>((x + Tile::size) % Tile::size)];
    };
    for (int y = 0; y < Tile::size; ++y) {
        for (int x = 0; x < Tile::size; ++x) {
            const std::size_t i = static_cast<std::size_t>(y) * Tile::size + static_cast<std::size_t>(x);
            const std::array<float, 4> channels{0.5F + (at(x + 1, y) - at(x - 1, y)) / full * 0.5F,
                                                0.5F + (at(x, y + 1) - at(x, y - 1)) / full * 0.5F, blue[i], alpha[i]};
            for (const float channel : channels) {
                tile.texels.push_back(byte(channel));
            }
        }
    }
    return tile;
}

/// How far freckles darken: round spots of many sizes, most of them small, gathered in some regions.
Heights freckles() {
    Heights darkened(static_cast<std::size_t>(Tile::size) * Tile::size, 0.0F);
    constexpr int cells = 40;
    constexpr float cell = static_cast<float>(Tile::size) / cells;  // texels
    const Lattice regions{5, 35};
    for (int cell_y = 0; cell_y < cells; ++cell_y) {
        for (int cell_x = 0; cell_x < cells; ++cell_x) {
            const glm::vec2 centre = cell * glm::vec2{static_cast<float>(cell_x) + chance(cell_x, cell_y, 31),
                                                      static_cast<float>(cell_y) + chance(cell_x, cell_y, 32)};
            const float size = chance(cell_x, cell_y, 33);
            const float radius = cell * (0.10F + 0.16F * size * size * size);
            const float strength =
                std::max(chance(cell_x, cell_y, 34) - 0.45F, 0.0F) * 1.6F *
                glm::smoothstep(0.35F, 0.75F, noise(centre / static_cast<float>(Tile::size), regions));
            for (int y = static_cast<int>(centre.y - radius); y <= static_cast<int>(centre.y + radius) + 1; ++y) {
                for (int x = static_cast<int>(centre.x - radius); x <= static_cast<int>(centre.x + radius) + 1; ++x) {
                    const float distance = glm::distance(glm::vec2{x, y} + 0.5F, centre);
                    float& dark = darkened[static_cast<std::size_t>(wrapped(y, Tile::size)) * Tile::size +
                                           static_cast<std::size_t>(wrapped(x, Tile::size))];
                    dark = std::max(dark, strength * (1.0F - glm::smoothstep(0.45F * radius, radius, distance)));
                }
            }
        }
    }
    return darkened;
}

Texture upload(const Tile& tile) {
    Texture texture = Texture::create();
    glBindTexture(GL_TEXTURE_2D, texture.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, Tile::size, Tile::size, 0, GL_RGBA, GL_UNSIGNED_BYTE, tile.texels.data());
    glGenerateMipmap(GL_TEXTURE_2D);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_REPEAT);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_REPEAT);
    return texture;
}

}  // namespace

Tile make_relief() {
    const Lattice bend_x{16, 5};
    const Lattice bend_y{16, 6};
    const Points broad{24, 1};
    const Points narrow{52, 3};
    const Heights plateaus = heights([&](const glm::vec2 at) {
        const glm::vec2 bent = at + 0.012F * glm::vec2{noise(at, bend_x), noise(at, bend_y)};
        return 0.68F * glm::smoothstep(0.0F, 0.42F, from_border(bent, broad)) +
               0.32F * glm::smoothstep(0.0F, 0.40F, from_border(bent, narrow));
    });
    return tile_of(plateaus, 0.55F, plateaus, Heights(plateaus.size(), 1.0F));
}

Tile make_complexion() {
    const std::array slopes{Lattice{14, 11}, Lattice{31, 12}, Lattice{67, 13}};
    const Heights uneven = heights([&](const glm::vec2 at) {
        return 0.50F * noise(at, slopes[0]) + 0.30F * noise(at, slopes[1]) + 0.20F * noise(at, slopes[2]);
    });
    const std::array reds{Lattice{6, 21}, Lattice{17, 22}, Lattice{45, 23}};
    const Heights blood = heights([&](const glm::vec2 at) {
        return 0.45F * noise(at, reds[0]) + 0.30F * noise(at, reds[1]) + 0.25F * noise(at, reds[2]);
    });
    return tile_of(uneven, 0.09F, freckles(), blood);
}

void SkinDetail::bind() {
    if (relief_.name() == 0) {
        glActiveTexture(GL_TEXTURE0 + relief_unit);  // what lies on the first stays there
        relief_ = upload(make_relief());
        complexion_ = upload(make_complexion());
    }
    bind_to_unit(relief_unit, GL_TEXTURE_2D, relief_);
    bind_to_unit(complexion_unit, GL_TEXTURE_2D, complexion_);
}

void SkinDetail::connect(const ProgramObject& program) {
    glUniform1i(glGetUniformLocation(program.name(), "relief"), static_cast<GLint>(relief_unit));
    glUniform1i(glGetUniformLocation(program.name(), "complexion"), static_cast<GLint>(complexion_unit));
}

}  // namespace dorsum::render
