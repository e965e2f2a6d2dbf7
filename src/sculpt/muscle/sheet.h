#pragma once

#include <cstddef>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "sculpt/curve.h"

namespace dorsum::sculpt {

/// A line across the fibres of a sheet, from its edge s = 0 to its edge s = 1.
struct CrossLine {
    float at = 0.0F;                ///< 0 at the origin, 1 at the insertion
    std::vector<glm::vec3> points;  ///< at least two, joined smoothly
    std::vector<float> s;           ///< of each point, from 0 to 1; by arc length where empty
};

/// A stretch of a sheet, between two of its fibres, that is a structure of its own.
struct SheetPart {
    std::string id;
    float from = 0.0F;
    float to = 1.0F;
};

struct SheetRelief {
    float height_mm = 1.0F;  ///< of the bundles over the grooves between them
    float bundle_mm = 8.0F;  ///< breadth of a bundle
};

struct SheetDrape {
    std::vector<Knot> push_mm;   ///< over t: how far at most it is lifted off what lies beneath
    float sag_mm = 6.0F;         ///< how far it may sink onto what lies beneath
    float clearance_mm = 0.5F;   ///< between it and what lies beneath
    float stiffness_mm = 14.0F;  ///< over which distance a lift dies out
};

/// The figures of a muscle that is swept along its fibres: a smooth surface through cross lines, with a
/// thickness. `s` runs across the fibres and `t` along them, both from 0 to 1. Millimetres.
struct Sheet {
    std::vector<CrossLine> lines;  ///< at least two, in rising order of `at`, the first 0, the last 1
    std::vector<SheetPart> parts;  ///< at least one, side by side from s = 0 to s = 1
    glm::vec3 outward{0.0F, 0.0F, 1.0F};
    float thickness_mm = 5.0F;
    std::vector<Knot> across;             ///< factor on the thickness over s; 1 where empty
    std::vector<Knot> along;              ///< factor on the thickness over t; 1 where empty
    float below = 0.0F;                   ///< share of the thickness that lies beneath the surface
    bool round = false;                   ///< elliptic section, as a belly has it
    glm::vec2 edges_mm{6.0F};             ///< over which the edges s = 0 and s = 1 become thin
    std::vector<Knot> origin_ramp_mm;     ///< over s: way over which the belly rises behind its tendon of origin
    std::vector<Knot> insertion_ramp_mm;  ///< the same before the insertion
    float rim_mm = 1.0F;
    std::vector<Knot> origin_tendon_mm;     ///< length over s; none where empty
    std::vector<Knot> insertion_tendon_mm;  ///< length over s; none where empty
    float tendon_thickness_mm = 1.6F;
    SheetRelief relief;
    SheetDrape drape;
    std::size_t triangles = 2000;  ///< of the whole sheet, about
    /// How much longer along the fibres than across them its faces are: along a muscle little changes, across
    /// it every bundle does.
    float stretch = 2.2F;
};

/// A rectangle of values over (s, t).
template <typename Value>
class Lattice {
public:
    Lattice() = default;
    Lattice(std::size_t columns, std::size_t rows, Value value = Value{})
        : columns_(columns), rows_(rows), values_(columns * rows, value) {}
    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] Value& at(std::size_t column, std::size_t row) { return values_[row * columns_ + column]; }
    [[nodiscard]] const Value& at(std::size_t column, std::size_t row) const {
        return values_[row * columns_ + column];
    }

private:
    std::size_t columns_ = 0;
    std::size_t rows_ = 0;
    std::vector<Value> values_;
};

using Points = Lattice<glm::vec3>;

/// The sheet's fibres as points: one column per fibre, one row per step along it.
struct SheetLattice {
    Points points;
    std::vector<float> s;               ///< of each column
    std::vector<std::size_t> part_end;  ///< the column in which each part ends (and the next begins)
};

/// Lays fibres over the surface so that its mesh has about the sheet's triangles over `coarseness` squared.
/// Every part has an even number of strips, and so have the rows.
[[nodiscard]] SheetLattice fibres_of(const Sheet& sheet, float coarseness);

/// Unit vectors away from the lattice, on the side of `outward`.
[[nodiscard]] Points normals_of(const Points& points, glm::vec3 outward);

/// The way in millimetres from the first column along each row, and from the first row along each column.
struct Lengths {
    Lattice<float> across;
    Lattice<float> along;
};
[[nodiscard]] Lengths lengths_of(const Points& points);

}  // namespace dorsum::sculpt
