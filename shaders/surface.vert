// Skin, towel and table: moves with the breath, hands what was worked out at loading on.
#include "frame.glsl"
#include "breathing.glsl"
#ifdef SKIN
#include "pressure.glsl"
#endif

layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal_and_curvature;
layout(location = 2) in vec4 baked;  // openness, lamp, mottling
#ifdef SKIN
layout(location = 4) in vec4 tint_of_vertex;
out vec4 tint_and_flush;
#endif
#ifdef OPENED
out vec3 rest;  // before the breath moved it
#endif

out vec3 place;
out vec3 normal;
out vec4 shade;  // openness, lamp, mottling, curvature

void main() {
    place = position;
#ifdef OPENED
    rest = position;
#endif
    normal = normal_and_curvature.xyz;
#ifdef SKIN
    tint_and_flush = vec4(tint_of_vertex.rgb, flush_at(position));
#endif
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
    gl_Position = view_projection * vec4(place, 1.0);
}
