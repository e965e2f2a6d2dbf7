#pragma once

#include <glm/vec3.hpp>
#include <vector>

#include "sculpt/body_parameters.h"
#include "sculpt/distance_grid.h"
#include "sculpt/fat_folds.h"
#include "sculpt/figures.h"
#include "sculpt/head.h"
#include "sculpt/shapes.h"
#include "sculpt/skin_cover.h"
#include "sculpt/trunk.h"
#include "sculpt/warp.h"

namespace dorsum::sculpt {

/// What the skin is stretched over.
struct SkinShape {
    Figures figures;
    BodyParameters parameters;
    SkinCover cover;
    FatFolds folds;
    DistanceGrid anatomy;  ///< bones and muscles of the reference man, softened, both sides
    float front_z_mm;      ///< of the foremost muscle of the trunk, after the warp
};

/// How softly limbs and loft go over into the anatomy under its cover: the anatomy must be known this far beyond the
/// cover.
inline constexpr float cover_blend_mm = 16.0F;

/// The skin of a lying person as one signed distance in millimetres, negative inside, symmetric in
/// x, in that person's own frame: a loft through sections for belly, neck and flanks, the limbs,
/// the head, and over all of them the anatomy under its cover of fat. Reading it is thread safe.
class FigureField {
public:
    explicit FigureField(SkinShape shape);
    /// With legs, as the towel feels the person.
    [[nodiscard]] float whole(glm::vec3 point) const;
    /// Cut through the thighs, as the person is shown.
    [[nodiscard]] float shown(glm::vec3 point) const;
    /// Height of the table under the person.
    [[nodiscard]] float table_top_z() const { return table_top_z_; }
    [[nodiscard]] const Warp& warp() const { return warp_; }

private:
    [[nodiscard]] float of_reference(glm::vec3 point) const;
    SkinShape shape_;
    Warp warp_;
    Trunk trunk_;
    Head head_;
    std::vector<BellyShape> bellies_;
    float table_top_z_;
    float skin_end_y_;
};

}  // namespace dorsum::sculpt
