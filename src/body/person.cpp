#include "body/person.h"

#include <cmath>

#include "core/fill.h"
#include "core/translate.h"

namespace dorsum::body {
namespace {

/// The share of filled cells whose mirror cell, or a neighbour of it, is filled too.
float mirrored_share(const Silhouette& silhouette, const float middle_x) {
    int cells = 0;
    int matching = 0;
    const int twice_middle = static_cast<int>(std::lround(2.0F * (middle_x - silhouette.low.x) / silhouette.cell));
    for (int row = 0; row < silhouette.rows; ++row) {
        for (int column = 0; column < silhouette.columns; ++column) {
            if (silhouette.filled(row, column)) {
                const int twin = twice_middle - column;
                ++cells;
                matching +=
                    silhouette.filled(row, twin - 1) || silhouette.filled(row, twin) || silhouette.filled(row, twin + 1)
                        ? 1
                        : 0;
            }
        }
    }
    return cells > 0 ? static_cast<float>(matching) / static_cast<float>(cells) : 0.0F;
}

}  // namespace

PersonSigns person_signs(const Silhouette& silhouette, const Outline& outline) {
    PersonSigns signs;
    constexpr float alike = 0.8F;
    signs.head = outline.has_head;
    signs.legs = outline.crotch.has_value();
    signs.arms = outline.armpits.has_value();
    signs.waist = outline.waist.has_value();
    signs.hollow = outline.lordosis.has_value();
    signs.mirrored = mirrored_share(silhouette, outline.middle_x) > alike;
    return signs;
}

std::string why_no_person(const PersonSigns& signs) {
    if (!signs.mirrored) {
        return tr("its left and right are not alike");
    }
    // Much has a neck, legs or a waist; hardly anything but a back hollows between two bulges as well.
    constexpr int enough_without_hollow = 3;
    constexpr int enough_with_hollow = 1;
    if (signs.outline_count() >= (signs.hollow ? enough_with_hollow : enough_without_hollow)) {
        return "";
    }
    std::string missing;
    const auto add = [&](const bool there, const char* what) {
        if (!there) {
            missing += (missing.empty() ? "" : ", ") + std::string(what);
        }
    };
    add(signs.head, tr("a head over a neck"));
    add(signs.legs, tr("legs"));
    add(signs.arms, tr("arms beside a trunk"));
    add(signs.waist, tr("a waist"));
    add(signs.hollow, tr("the hollow of the loins"));
    return fill(tr("it shows too little of a person; not seen were {0}"), {missing});
}

}  // namespace dorsum::body
