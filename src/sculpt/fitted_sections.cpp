#include "sculpt/fitted_sections.h"

#include <array>

#include "sculpt/curve.h"

namespace dorsum::sculpt {
namespace {

// Heights at which breadths and depths are taken on the reference man (tips of C4, T7, T9, L2, L3
// and the greater trochanter).
constexpr float neck_y = 350.0F;
constexpr float chest_y = 56.0F;
constexpr float waist_y = -105.0F;
constexpr float hip_y = -305.0F;

struct Share {
    float neck;
    float chest;
    float waist;
    float hip;
};

float at_height(const Share& share, const float y) {
    const std::array knots{Knot{hip_y, share.hip}, Knot{waist_y, share.waist}, Knot{chest_y, share.chest},
                           Knot{chest_y + 120.0F, share.chest}, Knot{neck_y, share.neck}};
    return along(knots, y);
}

Share breadths(const BodyParameters& wanted, const Warp& warp) {
    const BodyParameters reference;
    const auto share = [&](float BodyParameters::*figure, const float y) {
        return wanted.*figure / (reference.*figure * warp.scale() * warp.breadth(y));
    };
    return {share(&BodyParameters::neck_breadth_mm, neck_y), share(&BodyParameters::chest_breadth_mm, chest_y),
            share(&BodyParameters::waist_breadth_mm, waist_y), share(&BodyParameters::hip_breadth_mm, hip_y)};
}

/// Fat over loin and hip that fills what lies between the muscles there, for each more than the reference man's.
float back_fat(const BodyParameters& parameters, const float y) {
    constexpr float most_mm = 32.0F;
    const std::array knots{Knot{-330.0F, 0.0F}, Knot{-200.0F, 1.0F}, Knot{-90.0F, 1.0F}, Knot{60.0F, 0.0F}};
    return std::max(parameters.fat_thickness - 1.0F, 0.0F) * most_mm * along(knots, y);
}

}  // namespace

float depth_share(const BodyParameters& parameters, const float reference_y) {
    const BodyParameters reference;
    const float scale = parameters.stature_mm / reference.stature_mm;
    const auto share = [&](float BodyParameters::*figure) { return parameters.*figure / (reference.*figure * scale); };
    return at_height({share(&BodyParameters::neck_breadth_mm), share(&BodyParameters::chest_depth_mm),
                      share(&BodyParameters::waist_depth_mm), share(&BodyParameters::buttock_depth_mm)},
                     reference_y);
}

std::vector<Section> fitted_sections(const Figures& figures, const BodyParameters& parameters, const Warp& warp) {
    const Share breadth = breadths(parameters, warp);
    std::vector<Section> sections = figures.sections;
    for (Section& section : sections) {
        section.half_breadth *= at_height(breadth, section.y_mm);
        const float gained = (depth_share(parameters, section.y_mm) - 1.0F) * (section.back_z - section.front_z);
        section.front_z -= gained;
        section.back_z += back_fat(parameters, section.y_mm);
        section.side_z -= 0.4F * gained;
    }
    return sections;
}

}  // namespace dorsum::sculpt
