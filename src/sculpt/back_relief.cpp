#include "sculpt/back_relief.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dorsum::sculpt {
namespace {

constexpr Table::Axis across_axis{0.0F, 1.5F, 175};
constexpr Table::Axis height_axis{-420.0F, 1.5F, 580};
/// Makes the furrow a little narrower than a cosine.
constexpr float furrow_sharpness = 1.4F;

void raise(Table& relief, const Columns& columns) {
    for (std::size_t iv = 0; iv < relief.v().count; ++iv) {
        const float y = relief.v().at(iv);
        const float crest = along(columns.crest_x, y);
        const float depth = along(columns.furrow_depth, y);
        const float height = along(columns.column_height, y);
        const float breadth = along(columns.column_breadth, y);
        for (std::size_t iu = 0; iu < relief.u().count; ++iu) {
            const float x = relief.u().at(iu);
            const float valley = 0.5F * (1.0F + std::cos(std::numbers::pi_v<float> * std::min(x / crest, 1.0F)));
            const float beside = (x - crest) / breadth;
            relief.cell(iu, iv) +=
                height * std::exp(-0.5F * beside * beside) - depth * std::pow(valley, furrow_sharpness);
        }
    }
}

void raise(Table& relief, const Blur& blur) {
    relief.blur(blur.deviation_mm, blur.deviation_mm);
}

/// C7 and T1 are blunter than the others.
void raise(Table& relief, const SpinousProcess& process) {
    const float breadth = process.level == "C7" || process.level == "T1" ? 10.0F : 6.5F;
    raise(relief, Bump{{0.0F, process.y_mm}, {breadth, 7.5F}, 0.0F, process.bump_mm});
}

}  // namespace

BackRelief::BackRelief(const Figures& figures) : height_(across_axis, height_axis) {
    for (const Stroke& stroke : figures.relief) {
        std::visit([&](const auto& kind) { raise(height_, kind); }, stroke);
    }
    for (const SpinousProcess& process : figures.spinous_processes) {
        raise(height_, process);
    }
}

float BackRelief::height_mm(const float x, const float y) const {
    return height_.sample(std::abs(x), y).value;
}

}  // namespace dorsum::sculpt
