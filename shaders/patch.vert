// Ribbons, zones and hand prints: they lie on the skin and move with it.
#include "frame.glsl"
#include "breathing.glsl"
#include "pressure.glsl"
#include "light.glsl"
#include "opening.glsl"

layout(location = 0) in vec3 position;
layout(location = 1) in vec3 patch_normal;
layout(location = 2) in vec2 along_across;
layout(location = 3) in vec4 tone;
layout(location = 4) in vec4 measures;  // emphasis, half width, length, done (metres)
layout(location = 5) in uint kind;
layout(location = 6) in vec2 flow_glow;  // metres; 0 to 1

out vec2 on_patch;
out vec4 colour_and_opacity;
out vec4 extent;  // as measures
out vec2 flow_and_glow;
out float lightness;
#ifdef VEILED
out vec3 patch_place;  // on the skin
#endif
flat out int patch_kind;

void main() {
    vec3 slope;
    vec3 place = position + breathing_displacement(position, eye_and_rise.w);
    place -= patch_normal * dent_depth(position, slope);
#ifdef VEILED
    patch_place = place;
#endif
    // Drawn a little nearer than they are, so that the skin between their vertices does not show through.
    place += normalize(eye_and_rise.xyz - place) * 0.0025;
    on_patch = along_across;
    colour_and_opacity = tone;
    extent = measures;
    flow_and_glow = flow_glow;
    patch_kind = int(kind);
    // Where the layers are opened, what lies on the skin lets them show; what presses does so less.
    float open_share = 1.0 - smoothstep(-rim_m, 0.0, beyond_opening(position, 1.0));
    colour_and_opacity.a *= 1.0 - open_share * (patch_kind >= 3 && patch_kind <= 5 ? 0.45 : 0.75);
    lightness = 0.80 + 0.26 * max(dot(patch_normal, to_lamp), 0.0);
    gl_Position = view_projection * vec4(place, 1.0);
}
