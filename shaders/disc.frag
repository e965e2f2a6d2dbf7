// Reflex zones (a soft disc in a ring) and landmarks (a dot).
#include "patch.glsl"

void main() {
    float radius_m = extent.y;
    float from_centre = length(on_patch) * radius_m;
    float pixel_m = fwidth(from_centre) + 1.0e-5;
    float emphasis = extent.x;
    vec3 tone = colour_and_opacity.rgb;
    vec4 result;
    if (patch_kind == 6) {
        result = vec4(vec3(0.02), inside(from_centre - radius_m * 0.95, pixel_m) * 0.85);
        result = over(result, halo_tone, inside(from_centre - radius_m * 0.62, pixel_m));
    } else {
        // The ring lies at 0.78 of the patch, to leave room for halo and glow.
        float pulse = flow_and_glow.y;
        float ring_m = radius_m * (0.78 + 0.06 * pulse);
        float half_ring_m = radius_m * mix(0.075, 0.110, emphasis);
        float ring = abs(from_centre - ring_m) - half_ring_m;
        if (extent.w > 0.5) {
            // Light touch only: a broken ring.
            float turn = atan(on_patch.y, on_patch.x) * (9.0 / 6.2831853);
            float gap_m = (0.5 - abs(fract(turn) - 0.5) - 0.17) * 6.2831853 / 9.0 * ring_m;
            ring = max(ring, -gap_m);
        }
        float glow = clamp((radius_m - from_centre) / (radius_m - ring_m), 0.0, 1.0);
        result = vec4(halo_tone, (emphasis * 0.55 + pulse * 0.35) * glow * glow);
        float middle = smoothstep(0.0, ring_m, from_centre);
        result = over(result, tone, step(from_centre, ring_m) * mix(0.72, 0.46, middle) * mix(0.85, 1.25, emphasis) * (1.0 + 0.5 * pulse));
        result = over(result, halo_tone, inside(ring - radius_m * 0.05, pixel_m) * 0.92);
        result = over(result, tone * (mix(0.42, 0.62, emphasis) + 0.35 * pulse), inside(ring, pixel_m));
    }
    result.a *= colour_and_opacity.a;
    show(result);
}
