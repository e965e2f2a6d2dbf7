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

// The normal of the risen surface: that of two short tangents after they have moved.
vec3 risen_normal(vec3 at, vec3 rest_normal, vec3 moved, float rise) {
    const float reach = 0.01;
    vec3 beside = normalize(abs(rest_normal.x) < 0.7 ? cross(rest_normal, vec3(1.0, 0.0, 0.0))
                                                     : cross(rest_normal, vec3(0.0, 1.0, 0.0)));
    vec3 along = cross(rest_normal, beside);
    vec3 tangent = beside * reach + breathing_displacement(at + beside * reach, rise) - moved;
    vec3 bitangent = along * reach + breathing_displacement(at + along * reach, rise) - moved;
    return normalize(cross(tangent, bitangent));
}

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
    vec3 moved = breathing_displacement(position, rise);
    normal = risen_normal(position, normalize(normal), moved, rise);
    place += moved;
#ifdef SKIN
    vec3 slope;
    place -= normal * dent_depth(position, slope);
    normal = normalize(normal + slope - normal * dot(slope, normal));
#endif
#endif
    shade = vec4(baked.xyz, normal_and_curvature.w);
    gl_Position = view_projection * vec4(place, 1.0);
}
