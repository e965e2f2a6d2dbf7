#pragma once

#include <cstddef>
#include <vector>

namespace dorsum::sculpt {

/// A regular table of figures over a plane, read as a smooth surface (uniform cubic B-spline, so
/// that slopes and curvatures are continuous). Reading beyond the edge gives the edge's value.
class Table {
public:
    struct Axis {
        float first = 0.0F;
        float step = 1.0F;
        std::size_t count = 0;
        [[nodiscard]] float at(const std::size_t index) const { return first + step * static_cast<float>(index); }
    };
    struct Sample {
        float value = 0.0F;
        float slope_u = 0.0F;
        float slope_v = 0.0F;
    };

    Table(Axis u, Axis v);
    [[nodiscard]] const Axis& u() const { return u_; }
    [[nodiscard]] const Axis& v() const { return v_; }
    [[nodiscard]] float& cell(std::size_t iu, std::size_t iv) { return cells_[iv * u_.count + iu]; }
    [[nodiscard]] float cell(std::size_t iu, std::size_t iv) const { return cells_[iv * u_.count + iu]; }

    /// Gaussian blur with a standard deviation per axis, in the axes' units. At the low end of `u`
    /// the table continues as its mirror image, elsewhere with the value at the edge.
    void blur(float deviation_u, float deviation_v);
    [[nodiscard]] Sample sample(float u, float v) const;

private:
    void blur_rows(float deviation_cells, bool along_u);
    Axis u_;
    Axis v_;
    std::vector<float> cells_;
};

}  // namespace dorsum::sculpt
