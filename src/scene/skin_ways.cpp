#include "scene/skin_ways.h"

#include <utility>

namespace dorsum::scene {

void SkinWays::prepare() const {
    std::call_once(made_, [this] {
        std::vector<const mesh::TriangleMesh*> skins;
        for (std::size_t i = 0; body_ && i < body_->parts.size(); ++i) {
            if (body_->parts[i].role == body::Role::skin) {
                skins.push_back(&body_->parts[i].mesh);
            }
        }
        // One alone is walked on as it is, with its coarser levels.
        ways_ = std::make_unique<const mesh::SurfaceWays>(skins.size() == 1 ? mesh::SurfaceWays(*skins.front())
                                                                            : mesh::SurfaceWays(mesh::joined(skins)));
    });
}

std::vector<glm::vec3> SkinWays::shortest(const glm::vec3 from, const glm::vec3 to) const {
    prepare();
    return ways_->shortest(from, to);
}

}  // namespace dorsum::scene
