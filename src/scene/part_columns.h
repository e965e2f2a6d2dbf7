#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

#include "mesh/mesh.h"

namespace dorsum::scene {

/// A closed part as columns that stand on a grid over x and y, which all parts share: how much of two parts lies in
/// each other can be said at once, wherever they are moved.
class PartColumns {
public:
    static constexpr float cell_m = 0.004F;

    explicit PartColumns(const mesh::TriangleMesh& mesh);

    /// The volume in which this part, moved by `shift` relative to the other, lies in it, in cm3; the shift over x and
    /// y is brought to whole cells.
    [[nodiscard]] float overlap_cm3(const PartColumns& other, glm::vec3 shift) const;
    /// How much higher (z) this part lies than the other where columns of both stand; 0 where none do.
    [[nodiscard]] float height_over(const PartColumns& other) const;

private:
    struct Interval {
        float low;
        float high;
    };
    struct Column {
        std::size_t first = 0;  ///< in intervals_
        std::size_t count = 0;
    };
    [[nodiscard]] const Column* column(glm::ivec2 cell) const;
    /// Calls `visit` with this part's and the other's column at the same place.
    template <typename Visit>
    void over_shared(const PartColumns& other, glm::ivec2 shift, const Visit& visit) const;

    glm::ivec2 low_{0};  ///< its first cell
    glm::ivec2 size_{0};
    std::vector<Column> columns_;
    std::vector<Interval> intervals_;
};

}  // namespace dorsum::scene
