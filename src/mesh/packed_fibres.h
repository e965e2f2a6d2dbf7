#pragma once

#include <array>
#include <cstdint>
#include <glm/vec4.hpp>
#include <span>
#include <vector>

namespace dorsum::mesh {

/// A fibre of a mesh in four bytes, as files and shaders have it: -127 to 127 stand for -1 to 1.
using PackedFibre = std::array<std::int8_t, 4>;

[[nodiscard]] std::vector<PackedFibre> packed_fibres(std::span<const glm::vec4> fibres);
[[nodiscard]] std::vector<glm::vec4> unpacked_fibres(std::span<const PackedFibre> packed);

}  // namespace dorsum::mesh
