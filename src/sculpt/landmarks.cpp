#include "sculpt/landmarks.h"

#include <array>
#include <cstdio>
#include <glm/geometric.hpp>

#include "core/translate.h"
#include "core/units.h"
#include "mesh/spatial_index.h"

namespace dorsum::sculpt {
Result<std::vector<SkinPoint>> find_skin_points(const mesh::TriangleMesh& skin, const Figures& figures,
                                                const Warp& warp) {
    const mesh::SpatialIndex index(skin);
    std::vector<SkinPoint> points;
    const auto missing = [](const std::string& id) {
        return failure("", std::string(tr("the sculpted skin has no place for the landmark ")) + id,
                       tr("Check the figures in src/sculpt/figures/skin.toml"));
    };
    for (const SpinousProcess& process : figures.spinous_processes) {
        // A hair beside the midline, where no two triangles meet.
        const auto hit = index.first_hit({1.0e-5F, metres_from_mm(warp({0.0F, process.y_mm, process.z_mm}).y), 0.4F},
                                         {0.0F, 0.0F, -1.0F});
        if (!hit) {
            return missing(process.level);
        }
        points.push_back({process.level, {0.0F, hit->position.y, hit->position.z}});
    }
    for (const Sighting& sighting : figures.sightings) {
        const glm::vec3 from = warp(sighting.from);
        const auto hit = index.first_hit(from * metres_from_mm(1.0F), glm::normalize(warp(sighting.towards) - from));
        if (!hit) {
            return missing(sighting.id);
        }
        const glm::vec3 at = hit->position;
        points.push_back({sighting.id + "_right", at});
        points.push_back({sighting.id + "_left", {-at.x, at.y, at.z}});
    }
    return points;
}

std::string landmarks_text(const std::string& model_file, const std::vector<SkinPoint>& points) {
    // A sculpted body lies in the body frame.
    std::string text =
        "format = 1\nmodel = \"" + model_file + "\"\n" + "up = \"+y\"\nfacing = \"-z\"\norigin_m = [0.0, 0.0, 0.0]\n";
    for (const SkinPoint& point : points) {
        std::array<char, 160> line{};
        std::snprintf(line.data(), line.size(),
                      "\n[[landmark]]\nid = \"%s\"\nposition_m = [%.5f, %.5f, %.5f]\nconfidence = 1.0\n",
                      point.id.c_str(), static_cast<double>(point.position_m.x),
                      static_cast<double>(point.position_m.y), static_cast<double>(point.position_m.z));
        text += line.data();
    }
    return text;
}

}  // namespace dorsum::sculpt
