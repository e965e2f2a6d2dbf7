#include "sculpt/table.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dorsum::sculpt {
namespace {

struct Weights {
    std::array<float, 4> value{};
    std::array<float, 4> slope{};
    std::ptrdiff_t first = 0;
};

Weights spline_weights(const float position) {
    const float base = std::floor(position);
    const float t = position - base;
    const float s = 1.0F - t;
    Weights weights;
    weights.value = {s * s * s / 6.0F, (3.0F * t * t * t - 6.0F * t * t + 4.0F) / 6.0F,
                     (3.0F * s * s * s - 6.0F * s * s + 4.0F) / 6.0F, t * t * t / 6.0F};
    weights.slope = {-s * s / 2.0F, (3.0F * t * t - 4.0F * t) / 2.0F, (4.0F * s - 3.0F * s * s) / 2.0F, t * t / 2.0F};
    weights.first = static_cast<std::ptrdiff_t>(base) - 1;
    return weights;
}

std::size_t clamped(const std::ptrdiff_t index, const std::size_t count) {
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(index, 0, static_cast<std::ptrdiff_t>(count) - 1));
}

}  // namespace

Table::Table(const Axis u, const Axis v) : u_(u), v_(v), cells_(u.count * v.count, 0.0F) {}

void Table::blur_rows(const float deviation_cells, const bool along_u) {
    if (deviation_cells <= 0.0F) {
        return;
    }
    const int reach = static_cast<int>(std::ceil(deviation_cells * 3.0F));
    std::vector<float> kernel;
    float total = 0.0F;
    for (int offset = -reach; offset <= reach; ++offset) {
        const float x = static_cast<float>(offset) / deviation_cells;
        kernel.push_back(std::exp(-0.5F * x * x));
        total += kernel.back();
    }
    const std::vector<float> before = cells_;
    for (std::size_t iv = 0; iv < v_.count; ++iv) {
        for (std::size_t iu = 0; iu < u_.count; ++iu) {
            float sum = 0.0F;
            for (int offset = -reach; offset <= reach; ++offset) {
                const std::ptrdiff_t moved = static_cast<std::ptrdiff_t>(along_u ? iu : iv) + offset;
                const std::size_t ju = along_u ? clamped(std::abs(moved), u_.count) : iu;
                const std::size_t jv = along_u ? iv : clamped(moved, v_.count);
                sum += kernel[static_cast<std::size_t>(offset + reach)] * before[jv * u_.count + ju];
            }
            cell(iu, iv) = sum / total;
        }
    }
}

void Table::blur(const float deviation_u, const float deviation_v) {
    blur_rows(deviation_u / u_.step, true);
    blur_rows(deviation_v / v_.step, false);
}

Table::Sample Table::sample(const float u, const float v) const {
    const Weights wu = spline_weights((u - u_.first) / u_.step);
    const Weights wv = spline_weights((v - v_.first) / v_.step);
    Sample result;
    for (std::size_t jv = 0; jv < 4; ++jv) {
        const std::size_t iv = clamped(wv.first + static_cast<std::ptrdiff_t>(jv), v_.count);
        float row = 0.0F;
        float row_slope = 0.0F;
        for (std::size_t ju = 0; ju < 4; ++ju) {
            const float value = cell(clamped(wu.first + static_cast<std::ptrdiff_t>(ju), u_.count), iv);
            row += wu.value[ju] * value;
            row_slope += wu.slope[ju] * value;
        }
        result.value += wv.value[jv] * row;
        result.slope_u += wv.value[jv] * row_slope / u_.step;
        result.slope_v += wv.slope[jv] * row / v_.step;
    }
    return result;
}

}  // namespace dorsum::sculpt
