// Skin, towel and table: moves with the breath, hands what was worked out at loading on.
#include "frame.glsl"
#include "breathing.glsl"
#ifdef SKIN
#include "pressure.glsl"
#include "light.glsl"
#endif

layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal_and_curvature;
layout(location = 2) in vec4 baked;  // openness, lamp, mottling
#ifdef SKIN
layout(location = 4) in vec4 tint_of_vertex;
out vec4 tone_and_hair;     // of the skin without its detail; share of hair
out vec4 lamp_and_wetness;  // share of the lamp that comes here; how wet the skin is
out vec4 room_and_open;     // light of the room; how much of it comes here
out vec3 wrapping;          // 1 / (1 + how far light comes around the curve)
#include "skin.glsl"
#endif
out vec3 rest;  // before the breath moved it: what is in the skin stays in it

out vec3 place;
out vec3 normal;
out vec4 shade;  // openness, lamp, mottling, curvature

#ifdef SKIN
// What changes slowly over the skin.
void shade_skin() {
    float openness = clamp(shade.x * 1.25, 0.0, 1.15);
    float cavity = 1.0 - 0.9 * clamp(0.47 - shade.w, 0.0, 0.3);
    float hair = 1.0 - smoothstep(0.14, 0.42, tint_of_vertex.g);
    float wet = wetness_at(rest, normal) * (1.0 - hair);
    tone_and_hair = vec4(skin_tone(tint_of_vertex.rgb, hair, shade, flush_at(rest)), hair);
    tone_and_hair.rgb *= 1.0 - wet * vec3(0.05, 0.09, 0.12);  // oil lets light in that air would throw back
    // Where the lamp does not reach, some of its light comes through the skin beside.
    lamp_and_wetness = vec4(mix(skin_scatter * vec3(0.62, 0.50, 0.46), vec3(1.0), shade.y) * cavity, wet);
    // What a hollow catches has been thrown back by skin already: it is dimmer, and redder.
    vec3 caught = mix(mix(skin_albedo, vec3(1.0), 0.5) * vec3(0.66, 0.63, 0.61), vec3(0.92), openness * openness * cavity);
    room_and_open = vec4(surroundings(normal) * caught, min(openness, 1.0) * (1.0 - hair));
    wrapping = 1.0 / (1.0 + skin_scatter * (0.40 + 2.2 * abs(shade.w - 0.5)));
}
#endif

void main() {
    place = position;
    rest = position;
    normal = normal_and_curvature.xyz;
#ifdef BREATHES
    float rise = eye_and_rise.w;
    place += breathing_displacement(position, rise);
    normal = risen_normal(position, normal, rise);
#ifdef SKIN
    vec3 slope;
    place -= normal * dent_depth(position, slope);
    normal = normalize(normal + slope - normal * dot(slope, normal));
#endif
#endif
    shade = vec4(baked.xyz, normal_and_curvature.w);
#ifdef SKIN
    shade_skin();
#endif
    gl_Position = view_projection * vec4(place, 1.0);
}
