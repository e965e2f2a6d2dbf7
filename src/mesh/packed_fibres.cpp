#include "mesh/packed_fibres.h"

#include <algorithm>
#include <cmath>

namespace dorsum::mesh {

std::vector<PackedFibre> packed_fibres(const std::span<const glm::vec4> fibres) {
    const auto byte = [](const float share) {
        return static_cast<std::int8_t>(std::lround(std::clamp(share, -1.0F, 1.0F) * 127.0F));
    };
    std::vector<PackedFibre> packed;
    packed.reserve(fibres.size());
    for (const glm::vec4& fibre : fibres) {
        packed.push_back({byte(fibre.x), byte(fibre.y), byte(fibre.z), byte(fibre.w)});
    }
    return packed;
}

std::vector<glm::vec4> unpacked_fibres(const std::span<const PackedFibre> packed) {
    const auto share = [](const std::int8_t byte) { return std::max(static_cast<float>(byte) / 127.0F, -1.0F); };
    std::vector<glm::vec4> fibres;
    fibres.reserve(packed.size());
    for (const auto& [x, y, z, tendon] : packed) {
        fibres.emplace_back(share(x), share(y), share(z), std::max(share(tendon), 0.0F));
    }
    return fibres;
}

}  // namespace dorsum::mesh
