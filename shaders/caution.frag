// Where hands take care: hatched, crosswise where nothing may press, in a pale tint with a dark contour.
#include "patch.glsl"

const float pi_over_4 = 0.70710678;

// How far inside a line of the hatching; lines `period_m` apart.
float hatching(float at_m, float period_m, float half_m, float pixel_m) {
    float from_line = abs(fract(at_m / period_m) - 0.5) * period_m;
    return inside(from_line - half_m, pixel_m);
}

void main() {
    float beyond_m = extent.w;
    float pixel_m = max(fwidth(on_patch.x), fwidth(on_patch.y)) + 1.0e-5;
    float edge_m = fwidth(beyond_m) + 1.0e-5;
    vec2 slanted = vec2(on_patch.x + on_patch.y, on_patch.x - on_patch.y) * pi_over_4;
    // Far away the lines are drawn wider apart rather than run into grey.
    float period_m = max(0.0125, pixel_m * 7.0);
    float half_m = max(0.0010, pixel_m * 0.6);
    float lines = hatching(slanted.x, period_m, half_m, pixel_m);
    if (extent.x > 0.5) {
        lines = max(lines, hatching(slanted.y, period_m, half_m, pixel_m));
    }
    vec3 ink = vec3(0.012, 0.012, 0.016);
    float within = inside(beyond_m, edge_m);
    float contour_m = max(0.0014, pixel_m * 0.9);
    vec4 result = vec4(colour_and_opacity.rgb, inside(beyond_m - 0.0022, edge_m) * 0.92 * (1.0 - within));
    result = over(result, colour_and_opacity.rgb, within * 0.50);
    result = over(result, ink, within * lines * 0.80);
    result = over(result, ink, inside(abs(beyond_m + contour_m) - contour_m, edge_m) * 0.92);
    result.a *= colour_and_opacity.a;
    show(result);
}
