// Strokes: the working pass is a solid band with filled arrowheads, the light return a thin dashed one with
// open arrowheads, with a dark rim in a light halo. What is done is filled, what is to come an outline. The arrowheads
// of the stroke under way flow along; where the hand was lately the filling is brighter.
#include "patch.glsl"

const float halo_m = 0.0024;
uniform float hidden_share;  // where a hand lies over it; then only the stroke under way is seen

void main() {
    float along = on_patch.x;
    float half_m = extent.y;
    float stroke_m = extent.z;
    float sideways = abs(on_patch.y) * half_m;
    float pixel_m = max(fwidth(along), fwidth(on_patch.y * half_m)) + 1.0e-5;
    bool returning = patch_kind == 1;

    // The tips of the arrowheads divide the stroke evenly; one stays at its end.
    float head_half_m = half_m - halo_m;
    float head_m = head_half_m * 1.55;
    float gap_m = stroke_m / max(1.0, floor(stroke_m / 0.12 + 0.5));
    float behind = min(stroke_m - along, gap_m - mod(along - flow_and_glow.x, gap_m));
    float from_edge = (sideways - behind * head_half_m / head_m) * 0.84;
    float line_half_m = head_half_m * (returning ? 0.25 : 0.42);
    float line = max(sideways - line_half_m, max(line_half_m - along, along - stroke_m + head_m * 0.6));
    float head;
    if (returning) {
        // Whole dashes between one head and the next.
        float from_head = behind - head_m * 1.12;
        float run_m = max(gap_m - head_m * 1.12, 0.002);
        float period = run_m / max(1.0, floor(run_m / 0.020 + 0.5));
        float dash = abs(mod(from_head, period) - 0.5 * period) - 0.32 * period;
        line = max(max(line, dash), -from_head);
        head = max(max(from_edge, -from_edge - line_half_m * 2.0), behind - head_m);
    } else {
        head = max(from_edge, behind - head_m);
    }
    head = max(head, halo_m - along);  // a head that begins with the stroke has its halo there
    float shape = min(line, head);

    vec3 rim = colour_and_opacity.rgb;
    bool under_way = extent.x > 0.5;
    float to_come = step(extent.w, along);
    float wake = under_way ? flow_and_glow.y * (1.0 - to_come) : flow_and_glow.y;
    vec3 hue = rim / max(max(rim.r, rim.g), max(rim.b, 1.0e-3));
    vec3 filling = mix(hue * 0.36, halo_tone, returning ? 0.0 : 0.85 * to_come);
    filling = mix(filling, mix(hue, halo_tone, 0.2), wake);
    float rim_m = returning ? 0.0009 : mix(0.0014, 0.0022, to_come * (1.0 - wake));
    vec4 result = vec4(halo_tone, inside(shape - halo_m, pixel_m));
    result = over(result, rim, inside(shape, pixel_m));
    result = over(result, filling, inside(shape + rim_m, pixel_m));
    float seen_share = hidden_share > 0.0 && !under_way ? 0.0 : 1.0 - hidden_share;
    result.a *= colour_and_opacity.a * seen_share;
    show(result);
}
