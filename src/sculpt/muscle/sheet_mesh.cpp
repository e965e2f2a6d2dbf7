#include "sculpt/muscle/sheet_mesh.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "sculpt/muscle/drape.h"
#include "sculpt/muscle/fascicles.h"
#include "sculpt/muscle/skins.h"

namespace dorsum::sculpt {
namespace {

/// A quarter of a circle: steep at the rim, level at `width`.
float rounded(const float way_mm, const float width_mm) {
    const float u = width_mm > 0.0F ? std::clamp(1.0F - way_mm / width_mm, 0.0F, 1.0F) : 0.0F;
    return std::sqrt(1.0F - u * u);
}

float factor(const std::vector<Knot>& knots, const float at, const float otherwise) {
    return knots.empty() ? otherwise : along(knots, at);
}

/// Where a point of the lattice lies between the sheet's borders, in millimetres.
struct Place {
    float s = 0.0F;
    float t = 0.0F;
    float from_first_edge = 0.0F;
    float from_last_edge = 0.0F;
    float from_origin = 0.0F;
    float from_insertion = 0.0F;
    float spread = 1.0F;  ///< distance between neighbouring fibres over that in the sheet's mean
};

class Section {
public:
    Section(const Sheet& sheet, const SheetLattice& lattice, const unsigned seed)
        : sheet_(sheet), s_(lattice.s), lengths_(lengths_of(lattice.points)), seed_(seed) {
        const std::size_t rows = lattice.points.rows();
        for (std::size_t row = 0; row < rows; ++row) {
            breadth_ += lengths_.across.at(s_.size() - 1, row) / static_cast<float>(rows);
        }
    }

    [[nodiscard]] Place place(const std::size_t column, const std::size_t row) const {
        const float across = lengths_.across.at(column, row);
        const float along_fibre = lengths_.along.at(column, row);
        const std::size_t last_row = lengths_.along.rows() - 1;
        return {s_[column],
                static_cast<float>(row) / static_cast<float>(last_row),
                across,
                lengths_.across.at(s_.size() - 1, row) - across,
                along_fibre,
                lengths_.along.at(column, last_row) - along_fibre,
                spread(column, row)};
    }

    /// 0 in the belly, 1 in a tendon.
    [[nodiscard]] float tendon(const Place& at) const {
        // Bundles end one after the other, not on a line; a long aponeurosis no more so than a short tendon.
        constexpr float most_ragged_mm = 3.0F;
        const float noise = fascicle_noise(at.s * breadth_, sheet_.relief.bundle_mm * 0.6F, seed_ + 7U);
        const auto ragged = [&](const std::vector<Knot>& length_mm) {
            const float length = factor(length_mm, at.s, 0.0F);
            return length + noise * std::min(0.16F * length, most_ragged_mm);
        };
        const float origin = tendon_of(ragged(sheet_.origin_tendon_mm), at.from_origin);
        const float insertion = tendon_of(ragged(sheet_.insertion_tendon_mm), at.from_insertion);
        return std::max(origin, insertion);
    }

    [[nodiscard]] float thickness(const Place& at) const {
        float full = sheet_.thickness_mm * factor(sheet_.across, at.s, 1.0F) * factor(sheet_.along, at.t, 1.0F);
        if (sheet_.round) {
            full *= std::sqrt(std::max(0.0F, 4.0F * at.s * (1.0F - at.s)));
        }
        const float origin = factor(sheet_.origin_tendon_mm, at.s, 0.0F);
        const float insertion = factor(sheet_.insertion_tendon_mm, at.s, 0.0F);
        const float ramp = ramp_of(origin, factor(sheet_.origin_ramp_mm, at.s, 8.0F), at.from_origin) *
                           ramp_of(insertion, factor(sheet_.insertion_ramp_mm, at.s, 8.0F), at.from_insertion);
        const float tendon = std::min(sheet_.tendon_thickness_mm, full);
        const float edge = sheet_.round ? 1.0F
                                        : rounded(at.from_first_edge, sheet_.edges_mm.x) *
                                              rounded(at.from_last_edge, sheet_.edges_mm.y);
        const float end_mm = 2.0F * tendon;
        const float ends = rounded(at.from_origin, end_mm) * rounded(at.from_insertion, end_mm);
        return std::max(sheet_.rim_mm, (tendon * ends + (full - tendon) * ramp) * edge);
    }

    [[nodiscard]] float relief(const Place& at, const float thickness_mm) const {
        const float across = at.s * breadth_;
        const float pattern = bundle_relief(across, at.from_origin, sheet_.relief.bundle_mm, seed_);
        const float near_rim =
            std::min(std::min(at.from_first_edge, at.from_last_edge), std::min(at.from_origin, at.from_insertion));
        const float depth = std::min(sheet_.relief.height_mm, 0.2F * thickness_mm);
        // Where fibres crowd together the bundles are too narrow to be told apart.
        const float crowding = smooth_step(0.15F, 0.8F, at.spread);
        return pattern * depth * crowding * (1.0F - 0.85F * tendon(at)) * smooth_step(-2.0F, 6.0F, near_rim);
    }

private:
    [[nodiscard]] float spread(const std::size_t column, const std::size_t row) const {
        const std::size_t before = column > 0 ? column - 1 : column;
        const std::size_t after = std::min(column + 1, s_.size() - 1);
        const float here = lengths_.across.at(after, row) - lengths_.across.at(before, row);
        return here / std::max((s_[after] - s_[before]) * breadth_, 1e-4F);
    }

    /// Rises behind a tendon; without one it stays where it is when there is no way to rise over.
    static float ramp_of(const float tendon_mm, const float ramp_mm, const float way_mm) {
        const float end = tendon_mm + ramp_mm;
        return end > 0.0F ? smooth_step(0.75F * tendon_mm, end, way_mm) : 1.0F;
    }

    static float tendon_of(const float length_mm, const float way_mm) {
        return length_mm > 0.0F ? 1.0F - smooth_step(0.88F * length_mm - 1.5F, 1.08F * length_mm + 2.5F, way_mm) : 0.0F;
    }

    const Sheet& sheet_;
    const std::vector<float>& s_;
    Lengths lengths_;
    float breadth_ = 0.0F;
    unsigned seed_;
};

Lattice<float> thickness_of(const SheetLattice& lattice, const Section& section, const float thickness) {
    Lattice<float> result(lattice.points.columns(), lattice.points.rows());
    for (std::size_t row = 0; row < result.rows(); ++row) {
        for (std::size_t column = 0; column < result.columns(); ++column) {
            result.at(column, row) = thickness * section.thickness(section.place(column, row));
        }
    }
    return result;
}

/// What the sheet does not lift off the midline may not cross it either.
void keep_right_of_midline(Points& points) {
    for (std::size_t row = 0; row < points.rows(); ++row) {
        for (std::size_t column = 0; column < points.columns(); ++column) {
            points.at(column, row).x = std::max(points.at(column, row).x, 0.02F);
        }
    }
}

Skins skins_of(const Sheet& sheet, const SheetLattice& lattice, const Ground& ground, const SheetSettings& settings) {
    const Section section(sheet, lattice, settings.seed);
    const Lattice<float> thickness = thickness_of(lattice, section, settings.thickness);
    Extent extent{thickness, thickness};
    for (std::size_t row = 0; row < thickness.rows(); ++row) {
        for (std::size_t column = 0; column < thickness.columns(); ++column) {
            extent.below_mm.at(column, row) *= sheet.below;
            extent.above_mm.at(column, row) *= 1.0F - sheet.below;
        }
    }
    const Lattice<float>& depth = extent.below_mm;
    const Points middle = draped(lattice.points, extent, ground, sheet);
    const Points even = smoothed(middle, 4.0F + 0.4F * sheet.thickness_mm);
    const Points normals = normals_of(even, sheet.outward);
    Skins skins{middle, middle, Points(depth.columns(), depth.rows()), Lattice<float>(depth.columns(), depth.rows())};
    for (std::size_t row = 0; row < depth.rows(); ++row) {
        for (std::size_t column = 0; column < depth.columns(); ++column) {
            const Place at = section.place(column, row);
            const glm::vec3 normal = normals.at(column, row);
            const float full = thickness.at(column, row);
            const float rise = (1.0F - sheet.below) * full + section.relief(at, full);
            glm::vec3 top = even.at(column, row) + normal * rise;
            const float least = std::min(full, std::max(0.8F * sheet.rim_mm, 0.4F * full));
            glm::vec3& bottom = skins.bottom.at(column, row);
            bottom -= normal * depth.at(column, row);
            const float gap = glm::dot(top - bottom, normal);
            if (gap < least) {
                top += normal * (least - gap);
            }
            if (ground.roof) {
                const float room = room_below(*ground.roof, bottom, normal, glm::dot(top - bottom, normal));
                top = bottom + normal * std::max(room, 0.8F * sheet.rim_mm);
            }
            skins.top.at(column, row) = top;
            skins.tendon.at(column, row) = section.tendon(at);
        }
    }
    keep_right_of_midline(skins.top);
    keep_right_of_midline(skins.bottom);
    skins.outward = normals;
    return skins;
}

}  // namespace

std::vector<SheetPiece> sheet_pieces(const Sheet& sheet, const Ground& ground, const SheetSettings& settings) {
    const SheetLattice lattice = fibres_of(sheet, settings.coarseness);
    const Skins skins = skins_of(sheet, lattice, ground, settings);
    std::vector<SheetPiece> result;
    std::size_t first = 0;
    for (std::size_t i = 0; i < sheet.parts.size(); ++i) {
        result.push_back(closed_piece(skins, first, lattice.part_end[i]));
        result.back().id = sheet.parts[i].id;
        first = lattice.part_end[i];
    }
    return result;
}

}  // namespace dorsum::sculpt
