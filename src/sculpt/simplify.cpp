#include "sculpt/simplify.h"

#include <meshoptimizer.h>

#include <vector>

#include "sculpt/pockets.h"

namespace dorsum::sculpt {

// The triangles of a half at x = 0 stay as they are: were the border's neighbours to collapse onto it,
// triangles would lie in that plane and coincide with their mirror images.
void simplify(Patch& patch, const std::size_t triangles) {
    constexpr float any_error = 1.0F;
    std::vector<std::uint32_t> kept;
    std::vector<std::uint32_t> inner;
    for (std::size_t i = 0; i < patch.indices.size(); i += 3) {
        bool at_border = false;
        for (std::size_t corner = 0; corner < 3; ++corner) {
            at_border = at_border || (patch.half && patch.positions[patch.indices[i + corner]].x == 0.0F);
        }
        auto& chosen = at_border ? kept : inner;
        chosen.insert(chosen.end(), patch.indices.begin() + static_cast<std::ptrdiff_t>(i),
                      patch.indices.begin() + static_cast<std::ptrdiff_t>(i) + 3);
    }
    const std::size_t wanted = triangles * 3 > kept.size() ? triangles * 3 - kept.size() : 0;
    std::vector<std::uint32_t> fewer(inner.size());
    fewer.resize(meshopt_simplify(fewer.data(), inner.data(), inner.size(), &patch.positions.front().x,
                                  patch.positions.size(), sizeof(glm::vec3), wanted, any_error,
                                  meshopt_SimplifyLockBorder));
    fewer.insert(fewer.end(), kept.begin(), kept.end());
    patch.indices = std::move(fewer);
    remove_pockets(patch);
    std::vector<glm::vec3> used(patch.positions.size());
    used.resize(meshopt_optimizeVertexFetch(used.data(), patch.indices.data(), patch.indices.size(),
                                            patch.positions.data(), patch.positions.size(), sizeof(glm::vec3)));
    patch.positions = std::move(used);
}

}  // namespace dorsum::sculpt
