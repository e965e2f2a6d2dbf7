// What all patches share. Distances are in metres over the skin, negative inside a shape.
#include "frame.glsl"
#include "tone.glsl"
#include "cut.glsl"
#include "veils.glsl"

in vec2 on_patch;
in vec4 colour_and_opacity;
in vec4 extent;
in vec2 flow_and_glow;
in float lightness;
#ifdef VEILED
in vec3 patch_place;
#endif
flat in int patch_kind;
out vec4 colour;

// As scene::halo_tone().
const vec3 halo_tone = vec3(0.93, 0.92, 0.87);

// How much of a pixel lies inside, by its distance to the edge and the width of a pixel there.
float inside(float distance_m, float pixel_m) {
    return clamp(0.5 - distance_m / pixel_m, 0.0, 1.0);
}

// Lays `tone` with `share` over what is there; both with opacity in w, not premultiplied.
vec4 over(vec4 below, vec3 tone, float share) {
    float opacity = share + below.a * (1.0 - share);
    return vec4(mix(below.rgb * below.a, tone, share) / max(opacity, 1.0e-4), opacity);
}

void show(vec4 patch_tone) {
    colour = vec4(screen_from_linear(patch_tone.rgb * lightness), patch_tone.a);
#ifdef VEILED
    leave_what_is_cut_away(patch_place);
    colour.a *= seen_through_veils();
#endif
}
