// Strokes: the working pass is a solid band with filled arrowheads, the light return a thin dashed one with
// open arrowheads. Of the stroke under way the part already done is filled, the rest an outline.
#include "patch.glsl"

const float halo_m = 0.0024;

// The tips of the arrowheads divide the stroke evenly; the last is at its end.
float behind_next_tip(float along, float stroke_m) {
    float count = max(1.0, floor(stroke_m / 0.12 + 0.5));
    float gap = stroke_m / count;
    return min(stroke_m - along, gap - mod(along, gap));
}

void main() {
    float along = on_patch.x;
    float half_m = extent.y;
    float stroke_m = extent.z;
    float sideways = abs(on_patch.y) * half_m;
    float pixel_m = max(fwidth(along), fwidth(on_patch.y * half_m)) + 1.0e-5;
    bool returning = patch_kind == 1;

    float head_half_m = half_m - halo_m;
    float head_m = head_half_m * 1.55;
    float behind = behind_next_tip(along, stroke_m);
    float from_edge = (sideways - behind * head_half_m / head_m) * 0.84;
    float line_half_m = head_half_m * (returning ? 0.23 : 0.42);
    float line = max(sideways - line_half_m, max(line_half_m - along, along - stroke_m + head_m * 0.6));
    float head;
    if (returning) {
        float dash = abs(mod(along, 0.020) - 0.010) - 0.0062;
        line = max(max(line, dash), head_m * 0.85 - behind);
        head = max(max(from_edge, -from_edge - line_half_m * 2.0), behind - head_m);
    } else {
        head = max(from_edge, behind - head_m);
    }
    float shape = min(line, head);

    vec3 core = colour_and_opacity.rgb;
    float under_way = step(0.5, extent.x);
    float ahead = under_way * step(extent.w, along);
    vec3 filling = mix(core, halo_tone, 0.80 * ahead * inside(shape + 0.0028, pixel_m));
    vec4 result = vec4(halo_tone, inside(shape - halo_m, pixel_m) * 0.88);
    result = over(result, filling, inside(shape, pixel_m));
    result.a *= colour_and_opacity.a;
    show(result);
}
