#include "body/measure_body.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/translate.h"

namespace dorsum::body {
namespace {

/// Heights in the silhouette's unit.
struct Outline {
    float middle_x = 0.0F;
    float top = 0.0F;  ///< of what is filled on the midline
    float bottom = 0.0F;
    float shoulders = 0.0F;  ///< where the body, from above, first has 0.7 of its shoulder width
    std::optional<float> crotch;
    float shoulder_width = 0.0F;
    bool has_head = false;
    bool whole = false;  ///< from head to feet
};

/// Do the legs part in this row? What hangs between them lies in front and is thin against a thigh;
/// a surface that joins them behind, thin only because the front is open, does not part them.
bool legs_part(const Silhouette& silhouette, const int row, const int middle) {
    constexpr float thin = 0.6F;
    struct Depths {
        float thickness = 0.0F;
        float back = 0.0F;
    };
    const auto depths = [&](const int column) {
        const std::size_t at = silhouette.index(row, column);
        return silhouette.filled(row, column) ? Depths{silhouette.back[at] - silhouette.front[at], silhouette.back[at]}
                                              : Depths{};
    };
    const auto thigh = [&](const int direction) {
        const int columns = std::max(2, silhouette.rows * 8 / 100);
        Depths thickest;
        for (int away = 1; away <= columns; ++away) {
            const Depths here = depths(std::clamp(middle + direction * away, 0, silhouette.columns - 1));
            thickest = here.thickness > thickest.thickness ? here : thickest;
        }
        return thickest;
    };
    const Depths left = thigh(-1);
    const Depths right = thigh(1);
    if (left.thickness <= 0.0F || right.thickness <= 0.0F) {
        return false;
    }
    if (!silhouette.filled(row, middle)) {
        return true;
    }
    const Depths between = depths(middle);
    const float thickness = std::min(left.thickness, right.thickness);
    const bool in_front = between.back < std::min(left.back, right.back) - 0.5F * thickness;
    return between.thickness < thin * thickness && in_front;
}

/// From the middle of the body downwards, where the legs part and stay so.
std::optional<float> find_crotch(const Silhouette& silhouette, const int middle) {
    const int lasting = std::max(2, silhouette.rows / 30);
    int parted = 0;
    for (int row = silhouette.rows * 6 / 10; row >= 0; --row) {
        parted = legs_part(silhouette, row, middle) ? parted + 1 : 0;
        if (parted == lasting) {
            return silhouette.y_of(row + lasting);
        }
    }
    return std::nullopt;
}

/// The lowest part of the heels: pointed feet reach lower, but stature is measured from the heel.
float find_heel(const Silhouette& silhouette) {
    const int feet = std::max(1, silhouette.rows * 6 / 100);
    float rearmost = -1.0e30F;
    float foremost = 1.0e30F;
    const auto each_cell = [&](const auto& visit) {
        for (int row = 0; row < feet; ++row) {
            for (int column = 0; column < silhouette.columns; ++column) {
                if (silhouette.filled(row, column) && visit(row, silhouette.index(row, column))) {
                    return;
                }
            }
        }
    };
    each_cell([&](int, const std::size_t at) {
        rearmost = std::max(rearmost, silhouette.back[at]);
        foremost = std::min(foremost, silhouette.front[at]);
        return false;
    });
    float heel = silhouette.low.y;
    each_cell([&](const int row, const std::size_t at) {
        heel = silhouette.y_of(row);
        return silhouette.back[at] > rearmost - 0.25F * (rearmost - foremost);
    });
    return heel - 0.5F * silhouette.cell;
}

Outline find_outline(const Silhouette& silhouette) {
    Outline outline;
    outline.middle_x = symmetry_x(silhouette);
    const int middle = silhouette.column_at(outline.middle_x);
    outline.bottom = silhouette.low.y;
    outline.top = silhouette.y_of(silhouette.rows - 1);
    int top_row = silhouette.rows - 1;
    while (top_row > 0 && !silhouette.filled(top_row, middle)) {
        --top_row;
    }
    if (top_row > 0) {
        outline.top = silhouette.y_of(top_row) + 0.5F * silhouette.cell;
    }
    outline.crotch = find_crotch(silhouette, middle);
    const auto width_at = [&](const int row) {
        const auto run = run_at(silhouette, row, middle);
        return run ? static_cast<float>(run->last - run->first + 1) * silhouette.cell : 0.0F;
    };
    const int lowest = outline.crotch ? silhouette.row_at(*outline.crotch) : 0;
    const int half = (lowest + top_row) / 2;
    for (int row = half; row <= top_row; ++row) {
        outline.shoulder_width = std::max(outline.shoulder_width, width_at(row));
    }
    outline.shoulders = outline.top;
    for (int row = top_row; row >= half; --row) {
        if (width_at(row) > 0.7F * outline.shoulder_width) {
            outline.shoulders = silhouette.y_of(row);
            break;
        }
    }
    float neck_width = outline.shoulder_width;
    for (int row = silhouette.row_at(outline.shoulders); row <= top_row; ++row) {
        neck_width = std::min(neck_width, width_at(row));
        outline.has_head |= width_at(row) > 1.08F * neck_width && neck_width < 0.6F * outline.shoulder_width;
    }
    // Stature over bideltoid breadth is 3.4 in the mean man (ANSUR II, Gordon et al. 2014); head and
    // trunk alone, without arms, reach 2.5.
    constexpr float slender_to_breadth = 2.75F;
    const bool slender = silhouette.height() > slender_to_breadth * outline.shoulder_width;
    const float below = outline.crotch ? *outline.crotch - outline.bottom : 0.0F;
    outline.whole = outline.crotch ? below > 0.35F * silhouette.height() : slender;
    if (outline.whole) {
        outline.bottom = find_heel(silhouette);
    }
    return outline;
}

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

void measure_whole(Measures& measures, const Outline& outline) {
    // The spine goes with sitting height more than with stature, but where the legs part is seen
    // less exactly than heel and head.
    constexpr float weight_of_crotch = 0.25F;
    const float by_stature = (outline.top - outline.bottom) * measures.unit_m / reference_stature_m;
    measures.scale = by_stature;
    if (outline.crotch) {
        const float upper_m = (outline.top - *outline.crotch) * measures.unit_m;
        const float by_upper = upper_m / (reference_vertex_m - reference_crotch_m);
        measures.scale +=
            weight_of_crotch * (std::clamp(by_upper, 0.95F * by_stature, 1.05F * by_stature) - by_stature);
    }
    measures.origin.y = outline.top - reference_vertex_m * measures.scale / measures.unit_m;
}

void measure_torso(Measures& measures, const Outline& outline) {
    constexpr float reference_shoulders_m = 0.285F;       // y at which the outline reaches 0.7 of the shoulder width
    constexpr float reference_shoulder_width_m = 0.484F;  // bideltoid, ANSUR II (2012), men of 1.75 m, BMI 20 to 26
    if (outline.has_head) {
        measures.scale =
            (outline.top - outline.shoulders) * measures.unit_m / (reference_vertex_m - reference_shoulders_m);
    } else if (outline.crotch) {
        measures.scale =
            (outline.shoulders - *outline.crotch) * measures.unit_m / (reference_shoulders_m - reference_crotch_m);
    } else {
        measures.scale = outline.shoulder_width * measures.unit_m / reference_shoulder_width_m;
    }
    measures.scale = std::clamp(measures.scale, 0.6F, 1.3F);
    measures.origin.y = outline.shoulders - reference_shoulders_m * measures.scale / measures.unit_m;
}

}  // namespace

Measures measure_body(const FoundAxes& axes, const mesh::AxisHints& hints, const AxisOverrides& overrides) {
    Measures measures;
    const Silhouette& silhouette = axes.silhouette;
    const Outline outline = find_outline(silhouette);
    const float extent = outline.whole ? outline.top - outline.bottom : silhouette.height();
    const float usual_m = outline.whole ? reference_stature_m : 0.75F;
    if (overrides.unit_m) {
        measures.unit_m = *overrides.unit_m;
    } else if (const auto unit = outline.whole ? plausible_unit(extent, 0.9F, usual_m, 2.3F, hints.unit_m)
                                               : plausible_unit(extent, 0.35F, usual_m, 1.3F, hints.unit_m)) {
        measures.unit_m = *unit;
    } else {
        measures.unit_m = usual_m / extent;
        measures.warnings.emplace_back(
            tr("The size of this model fits no usual unit; it is shown as a person of 1.75 m. Give --unit if you know "
               "it."));
    }
    if (outline.whole) {
        measure_whole(measures, outline);
    } else {
        measure_torso(measures, outline);
        measures.warnings.emplace_back(
            tr("No whole person was recognised; the levels of the spine are estimates. A landmarks file beside the "
               "model makes them exact."));
    }
    measures.confidence = (outline.whole ? 0.7F : 0.3F) * std::min(axes.up_confidence, 1.0F);
    measures.origin.x = outline.middle_x;
    measures.origin.z = depth_of_origin(silhouette, outline, measures);
    return measures;
}

}  // namespace dorsum::body
