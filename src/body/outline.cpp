#include "body/outline.h"

#include <algorithm>
#include <cmath>

namespace dorsum::body {
namespace {

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
    // A surface that is open in front has no thickness to compare.
    const float least_thickness = 4.0F * silhouette.cell;
    if (std::min(left.thickness, right.thickness) < least_thickness) {
        return false;
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

/// The heights of the body's rows and the breadth of what is filled around the midline.
struct Rows {
    const Silhouette& silhouette;
    int middle;
    int top;

    [[nodiscard]] float breadth(const int row) const {
        const auto run = run_at(silhouette, row, middle);
        return run ? static_cast<float>(run->last - run->first + 1) * silhouette.cell : 0.0F;
    }
    /// Mean depth of two columns, `away` to either side of the midline; empty where one is not filled.
    [[nodiscard]] std::optional<float> back(const int row, const float away) const {
        const int columns = static_cast<int>(std::lround(away / silhouette.cell));
        if (!silhouette.filled(row, middle - columns) || !silhouette.filled(row, middle + columns)) {
            return std::nullopt;
        }
        return 0.5F * (silhouette.back[silhouette.index(row, middle - columns)] +
                       silhouette.back[silhouette.index(row, middle + columns)]);
    }
};

/// The mean height of the rows from `low` to `high` whose value lies within `tolerance` of the least one.
template <typename Value>
std::optional<float> middle_of_least(const Silhouette& silhouette, const int low, const int high, const float tolerance,
                                     const Value& value) {
    std::optional<float> least;
    for (int row = low; row <= high; ++row) {
        if (const std::optional<float> here = value(row); here && (!least || *here < *least)) {
            least = here;
        }
    }
    if (!least) {
        return std::nullopt;
    }
    float sum = 0.0F;
    int rows = 0;
    for (int row = low; row <= high; ++row) {
        if (const std::optional<float> here = value(row); here && *here <= *least + tolerance) {
            sum += silhouette.y_of(row);
            ++rows;
        }
    }
    return sum / static_cast<float>(rows);
}

/// Is there an arm beside the trunk in this row, on both sides: a gap, and then something again?
bool arms_hang(const Rows& rows, const int row) {
    const auto trunk = run_at(rows.silhouette, row, rows.middle);
    if (!trunk) {
        return false;
    }
    bool left = false;
    bool right = false;
    for (int column = 0; column < rows.silhouette.columns; ++column) {
        const bool filled = rows.silhouette.filled(row, column);
        left |= filled && column < trunk->first - 1;
        right |= filled && column > trunk->last + 1;
    }
    return left && right;
}

/// Arms held out are a band no higher than the trunk below them is broad.
bool arms_held_out(const Rows& rows, const int row, const float trunk) {
    constexpr float broader = 1.3F;
    int band = 0;
    for (int above = row; above <= rows.top; ++above) {
        band += rows.breadth(above) > broader * trunk ? 1 : 0;
    }
    return static_cast<float>(band) * rows.silhouette.cell < trunk;
}

/// From the shoulders downwards, the first row in which the arms no longer belong to the trunk: they hang beside it,
/// or they were held out and end all at once.
std::optional<int> find_armpit_row(const Rows& rows, const int shoulders, const int lowest) {
    constexpr float still_arm = 0.82F;
    constexpr float held_out = 0.65F;
    constexpr int apart = 2;
    for (int row = shoulders - apart; row > lowest + apart; --row) {
        const float above = rows.breadth(row + apart);
        const float below = rows.breadth(row - apart);
        const bool plausible = below > 0.3F * rows.breadth(shoulders);
        if (plausible && ((below < held_out * above && arms_held_out(rows, row, below)) ||
                          (below < still_arm * above && arms_hang(rows, row - apart)))) {
            return row;
        }
    }
    return std::nullopt;
}

/// Where the back hollows deepest below the line that touches it at the chest and at the buttocks.
void find_hollow(Outline& outline, const Rows& rows, const int shoulders, const int lowest) {
    const Silhouette& silhouette = rows.silhouette;
    constexpr float on_midline = 0.0F;
    const float beside = 0.15F * outline.shoulder_width;
    const int span = shoulders - lowest;
    const auto highest = [&](const int low, const int high, const float away) {
        std::optional<int> best;
        for (int row = low; row <= high; ++row) {
            const auto here = rows.back(row, away);
            if (here && (!best || *here > *rows.back(*best, away))) {
                best = row;
            }
        }
        return best;
    };
    const auto chest = highest(lowest + span * 55 / 100, shoulders, on_midline);
    const auto buttocks = highest(lowest, lowest + span * 30 / 100, beside);
    const auto midline_end = highest(lowest, lowest + span * 40 / 100, on_midline);
    if (!chest || !buttocks || !midline_end) {
        return;
    }
    const float low_z = *rows.back(*midline_end, on_midline);
    const float slope = (*rows.back(*chest, on_midline) - low_z) / static_cast<float>(*chest - *midline_end);
    const auto below_line = [&](const int row) -> std::optional<float> {
        const auto z = rows.back(row, on_midline);
        return z ? std::optional(*z - low_z - slope * static_cast<float>(row - *midline_end)) : std::nullopt;
    };
    const auto deepest = middle_of_least(silhouette, *midline_end, *chest, 0.0F, below_line);
    const float depth = deepest ? -below_line(silhouette.row_at(*deepest)).value_or(0.0F) : 0.0F;
    if (depth < 0.015F * outline.shoulder_width) {
        return;
    }
    outline.lordosis = middle_of_least(silhouette, *midline_end, *chest, 0.08F * depth, below_line);
    constexpr int edge = 3;
    if (*buttocks > lowest + edge && *buttocks < lowest + span * 30 / 100 - 1) {
        outline.buttocks = middle_of_least(silhouette, lowest, lowest + span * 30 / 100, 0.02F * outline.shoulder_width,
                                           [&](const int row) -> std::optional<float> {
                                               const auto z = rows.back(row, beside);
                                               return z ? std::optional(-*z) : std::nullopt;
                                           });
    }
}

void find_waist(Outline& outline, const Rows& rows, const int armpits, const int lowest) {
    const float highest_share = outline.armpits ? 0.9F : 0.7F;
    const Silhouette& silhouette = rows.silhouette;
    const auto breadth = [&](const int row) -> std::optional<float> {
        const float here = rows.breadth(row);
        return here > 0.0F ? std::optional(here) : std::nullopt;
    };
    const int from = lowest + (armpits - lowest) * 2 / 10;
    const int to = lowest + static_cast<int>(highest_share * static_cast<float>(armpits - lowest));
    float narrowest = 1.0e30F;
    int at = from;
    for (int row = from; row <= to; ++row) {
        if (const auto here = breadth(row); here && *here < narrowest) {
            narrowest = *here;
            at = row;
        }
    }
    float above = 0.0F;
    float below = 0.0F;
    for (int row = lowest; row <= armpits - 3; ++row) {
        (row > at ? above : below) = std::max(row > at ? above : below, rows.breadth(row));
    }
    constexpr float plainly = 0.97F;
    if (above > 0.0F) {
        outline.waist_share = narrowest / above;
    }
    if (narrowest < plainly * above && narrowest < plainly * below) {
        outline.waist = middle_of_least(silhouette, from, to, 0.015F * narrowest, breadth);
    }
}

/// Crossing of a breadth between two rows, from above.
std::optional<float> first_as_broad(const Rows& rows, const int lowest, const float breadth) {
    for (int row = rows.top; row >= lowest; --row) {
        const float here = rows.breadth(row);
        if (here > breadth) {
            const float above = rows.breadth(row + 1);
            const float share = here > above ? (here - breadth) / (here - above) : 0.0F;
            return rows.silhouette.y_of(row) + std::clamp(share, 0.0F, 1.0F) * rows.silhouette.cell;
        }
    }
    return std::nullopt;
}

/// Shoulders, neck and head. Arms held out make a body as broad as its span: the trunk below them then says how broad
/// the shoulders can be at most.
void find_shoulders(Outline& outline, const Rows& rows, const int half) {
    for (int row = half; row <= rows.top; ++row) {
        outline.shoulder_width = std::max(outline.shoulder_width, rows.breadth(row));
    }
    constexpr float shoulders_over_trunk = 1.6F;
    constexpr float broad = 0.7F;
    for (int round = 0; round < 2; ++round) {
        outline.shoulders = first_as_broad(rows, half, broad * outline.shoulder_width);
        const int row = rows.silhouette.row_at(outline.shoulders.value_or(outline.top));
        if (const auto armpit = find_armpit_row(rows, row, 0)) {
            outline.armpits = rows.silhouette.y_of(*armpit);
            outline.shoulder_width =
                std::min(outline.shoulder_width, shoulders_over_trunk * rows.breadth(std::max(0, *armpit - 3)));
        }
    }
    float neck = outline.shoulder_width;
    for (int row = rows.silhouette.row_at(outline.shoulders.value_or(outline.top)); row <= rows.top; ++row) {
        const float here = rows.breadth(row);
        neck = here > 0.0F ? std::min(neck, here) : neck;
        outline.has_head |= here > 1.08F * neck && neck < 0.6F * outline.shoulder_width;
    }
}

}  // namespace

Outline find_outline(const Silhouette& silhouette) {
    Outline outline;
    outline.middle_x = symmetry_x(silhouette);
    Rows rows{silhouette, silhouette.column_at(outline.middle_x), silhouette.rows - 1};
    outline.bottom = silhouette.low.y;
    outline.top = silhouette.y_of(silhouette.rows - 1);
    while (rows.top > 0 && !silhouette.filled(rows.top, rows.middle)) {
        --rows.top;
    }
    if (rows.top > 0) {
        outline.top = silhouette.y_of(rows.top) + 0.5F * silhouette.cell;
    }
    outline.crotch = find_crotch(silhouette, rows.middle);
    const int lowest = outline.crotch ? silhouette.row_at(*outline.crotch) : 0;
    find_shoulders(outline, rows, (lowest + rows.top) / 2);
    const int shoulders = silhouette.row_at(outline.shoulders.value_or(outline.top));
    find_hollow(outline, rows, shoulders, lowest);
    find_waist(outline, rows, outline.armpits ? silhouette.row_at(*outline.armpits) - 3 : shoulders, lowest);
    // Stature over bideltoid breadth is 3.4 in the mean man (ANSUR II, Gordon et al. 2014); head and
    // trunk alone, without arms, reach 2.5. Head and neck down to the shoulders are 0.165 of the stature of the
    // reference adult, and 0.28 of what ends in the thighs.
    constexpr float slender_to_breadth = 2.75F;
    constexpr float most_head = 0.21F;
    const bool slender = silhouette.height() > slender_to_breadth * outline.shoulder_width;
    const float below = outline.crotch ? *outline.crotch - outline.bottom : 0.0F;
    const bool head_fits =
        !outline.has_head || !outline.shoulders || outline.top - *outline.shoulders < most_head * silhouette.height();
    outline.whole = head_fits && (outline.crotch ? below > 0.35F * silhouette.height() : slender);
    if (outline.whole) {
        outline.bottom = find_heel(silhouette);
    }
    return outline;
}

}  // namespace dorsum::body
