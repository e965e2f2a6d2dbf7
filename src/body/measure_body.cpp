#include "body/measure_body.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/translate.h"

namespace dorsum::body {
namespace {

/// The unit in which a length of `extent` is nearest to a usual one; empty when none is plausible.
std::optional<float> plausible_unit(const float extent, const float low_m, const float usual_m, const float high_m,
                                    const std::optional<float> hinted) {
    const auto fits = [&](const float unit) { return extent * unit >= low_m && extent * unit <= high_m; };
    if (hinted && fits(*hinted)) {
        return hinted;
    }
    constexpr std::array<float, 4> units = {1.0F, 0.01F, 0.001F, 0.0254F};
    std::optional<float> best;
    for (const float unit : units) {
        const auto off = [&](const float u) { return std::abs(std::log(extent * u / usual_m)); };
        if (fits(unit) && (!best || off(unit) < off(*best))) {
            best = unit;
        }
    }
    return best;
}

/// z of the origin below the skin over T12, in the silhouette's unit.
float depth_of_origin(const Silhouette& silhouette, const Outline& outline, const Measures& measures) {
    const int middle = silhouette.column_at(outline.middle_x);
    const int t12 =
        silhouette.row_at(measures.origin.y + reference_heights()[19 - level_first] * measures.scale / measures.unit_m);
    for (int away = 0; away < silhouette.rows; ++away) {
        for (const int row : {t12 - away, t12 + away}) {
            if (silhouette.filled(row, middle)) {
                return silhouette.back[silhouette.index(row, middle)] -
                       reference_t12_skin_z_m * measures.scale / measures.unit_m;
            }
        }
    }
    return 0.0F;
}

/// A height of the outline and where the reference adult has it.
struct Sign {
    std::optional<float> height;  ///< in the silhouette's unit
    float reference_m;
    float spread_m;  ///< standard deviation among people of the same stature
};

// Heights above the floor of men 1730 to 1770 mm tall, mean and standard deviation: ANSUR II (Gordon et al. 2014,
// NATICK/TR-15/007): cervicale 1512 (14.8), crotch 841 (24), buttocks 883 (29), axilla 1324 (17), sitting height 916
// (23). The floor lies at y = 0.573 - 1.750. An outline does not always show what was measured: the gap of the armpit
// opens below the axilla, the legs are seen to part below the crotch. Those heights, and those of shoulders, waist and
// hollow, are where this program sees them, about half-way between the Visible Human Male (HuBMAP Human Reference
// Atlas 3D, brought to 1.75 m) and the reference adult; their spreads are estimates.
std::array<Sign, 8> signs(const Outline& outline) {
    const auto only = [](const bool shown, const float height) { return shown ? std::optional(height) : std::nullopt; };
    return {{{only(outline.has_head || outline.whole, outline.top), reference_vertex_m, 0.015F},
             {only(outline.whole, outline.bottom), reference_vertex_m - reference_stature_m, 0.023F},
             {outline.shoulders, 0.284F, 0.012F},
             {outline.crotch, -0.350F, 0.024F},
             {outline.armpits, 0.068F, 0.035F},
             {outline.waist, -0.080F, 0.035F},
             {outline.lordosis, -0.117F, 0.020F},
             {outline.buttocks, -0.291F, 0.029F}}};
}

/// Scale and origin by weighted least squares over all signs: each height in metres is origin + scale * reference.
/// What people's breadth says of their size, and that few are far from 1.75 m, is one more equation for the scale.
/// A sign that contradicts the others by more than three times its spread is left out, the worst first.
struct Fit {
    float scale = 1.0F;
    float origin_m = 0.0F;
    float spread_of_origin_m = 0.1F;  ///< standard deviation of the height of the body's origin, T12
    float spread_of_scale = 0.1F;
};

Fit fit_signs(const Outline& outline, const float unit_m, const bool usual_unit) {
    constexpr double breadth_of_shoulders_m = 0.484;
    constexpr double spread_of_breadth = 0.10;
    const double spread_of_size = usual_unit ? 0.07 : 1.0;
    std::vector<Sign> used;
    for (const Sign& sign : signs(outline)) {
        if (sign.height) {
            used.push_back(sign);
        }
    }
    Fit fit;
    while (true) {
        const double of_size = 1.0 / (spread_of_size * spread_of_size);
        const double of_breadth = 1.0 / (spread_of_breadth * spread_of_breadth);
        const double by_breadth = static_cast<double>(outline.shoulder_width * unit_m) / breadth_of_shoulders_m;
        double scale_scale = of_size + of_breadth;
        double scale_value = of_size + of_breadth * by_breadth;
        double one_one = 0.0;
        double scale_one = 0.0;
        double one_value = 0.0;
        for (const Sign& sign : used) {
            const double weight = 1.0 / static_cast<double>(sign.spread_m * sign.spread_m);
            const auto reference = static_cast<double>(sign.reference_m);
            const auto height = static_cast<double>(*sign.height * unit_m);
            one_one += weight;
            scale_one += weight * reference;
            scale_scale += weight * reference * reference;
            one_value += weight * height;
            scale_value += weight * reference * height;
        }
        if (used.empty()) {
            fit.scale = static_cast<float>(scale_value / scale_scale);
            return fit;
        }
        const double determinant = one_one * scale_scale - scale_one * scale_one;
        fit.scale = static_cast<float>((one_one * scale_value - scale_one * one_value) / determinant);
        fit.origin_m = static_cast<float>((scale_scale * one_value - scale_one * scale_value) / determinant);
        fit.spread_of_origin_m = static_cast<float>(std::sqrt(scale_scale / determinant));
        fit.spread_of_scale = static_cast<float>(std::sqrt(one_one / determinant));
        const auto off = [&](const Sign& sign) {
            return std::abs(*sign.height * unit_m - fit.origin_m - fit.scale * sign.reference_m) / sign.spread_m;
        };
        const auto worst = std::ranges::max_element(used, {}, off);
        constexpr float contradicts = 3.0F;
        if (used.size() <= 2 || off(*worst) < contradicts) {
            return fit;
        }
        used.erase(worst);
    }
}

}  // namespace

Measures measure_body(const FoundAxes& axes, const Outline& outline, const mesh::AxisHints& hints,
                      const AxisOverrides& overrides) {
    Measures measures;
    bool usual_unit = true;
    const Silhouette& silhouette = axes.silhouette;
    const float extent = outline.whole ? outline.top - outline.bottom : silhouette.height();
    const float usual_m = outline.whole ? reference_stature_m : 0.75F;
    if (overrides.unit_m) {
        measures.unit_m = *overrides.unit_m;
    } else if (const auto unit = outline.whole ? plausible_unit(extent, 0.9F, usual_m, 2.3F, hints.unit_m)
                                               : plausible_unit(extent, 0.35F, usual_m, 1.3F, hints.unit_m)) {
        measures.unit_m = *unit;
    } else {
        measures.unit_m = usual_m / extent;
        usual_unit = false;
        measures.warnings.emplace_back(
            tr("The size of this model fits no usual unit; it is shown as a person of 1.75 m. Give --unit if you know "
               "it."));
    }
    const Fit fit = fit_signs(outline, measures.unit_m, usual_unit);
    measures.scale = fit.scale;
    measures.origin.y = fit.origin_m / measures.unit_m;
    // Levels reach 0.3 m up and down from the origin; half of the strokes' room beside the spine is 20 mm wide.
    constexpr float farthest_level_m = 0.3F;
    constexpr float doubtful_m = 0.03F;
    const float spread_m = std::hypot(fit.spread_of_origin_m, farthest_level_m * fit.spread_of_scale);
    measures.confidence =
        std::min(axes.up_confidence, 1.0F) / (1.0F + (spread_m / doubtful_m) * (spread_m / doubtful_m));
    if (!outline.whole) {
        measures.warnings.emplace_back(
            tr("No whole person was recognised; the levels of the spine are estimates. A landmarks file beside the "
               "model makes them exact."));
    }
    measures.origin.x = outline.middle_x;
    measures.origin.z = depth_of_origin(silhouette, outline, measures);
    return measures;
}

}  // namespace dorsum::body
