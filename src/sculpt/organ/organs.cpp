#include "sculpt/organ/organs.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sculpt/figure_reader.h"
#include "sculpt/organ/chest_cavity.h"
#include "sculpt/organ/liver.h"
#include "sculpt/organ/lungs.h"
#include "sculpt/organ/organ_form.h"
#include "sculpt/shapes.h"
#include "sculpt/solid.h"

namespace dorsum::sculpt {
namespace {

using namespace figure;

constexpr float contact_blend_mm = 8.0F;
constexpr float diaphragm_blend_mm = 6.0F;

const toml::table& own(const toml::table& root, const std::string_view id) {
    return as_table(entry(root, id));
}

/// All organs as distances, each keeping clear of those before it.
class Viscera {
public:
    explicit Viscera(const toml::table& root)
        : gap_mm_(number(own(root, "chest"), "organ_gap_mm")),
          cavity_(root),
          heart_(own(root, "heart")),
          stomach_(own(root, "stomach")),
          spleen_(own(root, "spleen")),
          kidney_right_(own(root, "kidney_right")),
          kidney_left_(own(root, "kidney_left")),
          liver_(root),
          lung_right_(root, 1.0F),
          lung_left_(root, -1.0F) {}

    [[nodiscard]] float heart(const glm::vec3 at) const {
        const float inside = smooth_intersection(heart_.distance(at), cavity_.wall(at), contact_blend_mm);
        return smooth_intersection(inside, gap_mm_ - cavity_.above_diaphragm(at), contact_blend_mm);
    }
    [[nodiscard]] float kidney_right(const glm::vec3 at) const { return kidney_right_.distance(at); }
    [[nodiscard]] float kidney_left(const glm::vec3 at) const { return kidney_left_.distance(at); }
    [[nodiscard]] float stomach(const glm::vec3 at) const {
        return clear_of(below_diaphragm(stomach_.distance(at), at), kidney_left(at));
    }
    [[nodiscard]] float spleen(const glm::vec3 at) const {
        return clear_of(below_diaphragm(spleen_.distance(at), at),
                        smooth_union(stomach(at), kidney_left(at), contact_blend_mm));
    }
    [[nodiscard]] float liver(const glm::vec3 at) const {
        return liver_.distance(at, cavity_, std::min(stomach(at), kidney_right(at)));
    }
    [[nodiscard]] float lung_right(const glm::vec3 at) const { return lung_right_.distance(at, cavity_, heart(at)); }
    [[nodiscard]] float lung_left(const glm::vec3 at) const { return lung_left_.distance(at, cavity_, heart(at)); }

private:
    [[nodiscard]] float below_diaphragm(const float distance, const glm::vec3 at) const {
        const float inside = smooth_intersection(distance, cavity_.wall(at), contact_blend_mm);
        return smooth_intersection(inside, cavity_.above_diaphragm(at) + gap_mm_, diaphragm_blend_mm);
    }
    [[nodiscard]] float clear_of(const float distance, const float neighbour) const {
        return smooth_difference(distance, neighbour - gap_mm_, contact_blend_mm);
    }

    float gap_mm_;
    ChestCavity cavity_;
    OrganForm heart_;
    OrganForm stomach_;
    OrganForm spleen_;
    OrganForm kidney_right_;
    OrganForm kidney_left_;
    Liver liver_;
    Lung lung_right_;
    Lung lung_left_;
};

struct Plan {
    const char* id;
    float (Viscera::*distance)(glm::vec3) const;
};

constexpr Plan plans[] = {
    {"lung_right", &Viscera::lung_right},
    {"lung_left", &Viscera::lung_left},
    {"heart", &Viscera::heart},
    {"stomach", &Viscera::stomach},
    {"liver", &Viscera::liver},
    {"spleen", &Viscera::spleen},
    {"kidney_right", &Viscera::kidney_right},
    {"kidney_left", &Viscera::kidney_left},
};

MeshingSettings meshing(const toml::table& table, const Detail& detail) {
    MeshingSettings settings;
    settings.voxel_mm = number(table, "voxel_mm") * detail.coarseness;
    settings.triangles = static_cast<std::size_t>(number(table, "triangles") / (detail.coarseness * detail.coarseness));
    return settings;
}

Structure built(const Plan& plan, const Viscera& viscera, const toml::table& root, const Detail& detail) {
    const toml::table& table = own(root, plan.id);
    const Solid solid{[&viscera, distance = plan.distance](const glm::vec3 at) { return (viscera.*distance)(at); },
                      {triple(entry(table, "low")), triple(entry(table, "high"))}};
    Structure structure;
    structure.id = plan.id;
    structure.layer = Layer::organ;
    structure.mesh = solid_surface(solid, meshing(table, detail));
    return structure;
}

}  // namespace

Result<std::vector<Structure>> organs(const std::filesystem::path& figures_folder, const Detail& detail) {
    return read_figures(figures_folder / "organs.toml", [&](const toml::table& root) {
        const Viscera viscera(root);
        std::vector<Structure> result;
        for (const Plan& plan : plans) {
            result.push_back(built(plan, viscera, root, detail));
        }
        return result;
    });
}

}  // namespace dorsum::sculpt
