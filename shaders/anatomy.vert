// Muscles, bones and organs: they move with the breath as the skin over them does, so that nothing pokes
// through. Hands come laid on the skin.
#include "frame.glsl"
#include "breathing.glsl"

layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal_and_curvature;
layout(location = 2) in vec4 baked;  // openness, lamp, mottling
layout(location = 3) in vec4 fibre_and_tendon;
#ifdef HAND
layout(location = 4) in vec4 tint;  // red: towards the elbow, a millimetre a step from 20 mm beyond the wrist
layout(location = 5) in vec3 laid_position;
layout(location = 6) in vec3 laid_normal;
out float behind_wrist_mm;
#endif

out vec3 place;
out vec3 rest;
out vec3 normal;
out vec4 shade;  // openness, lamp, mottling, curvature
out vec4 fibre;

#ifdef BREATHES
uniform vec3 shift;  // where muscles are taken apart
#endif

void main() {
    rest = position;
#ifdef HAND
    place = laid_position;
    normal = laid_normal;
    behind_wrist_mm = tint.r * 255.0 - 20.0;
#else
    place = position;
    normal = normal_and_curvature.xyz;
#endif
#ifdef BREATHES
    // The lift is far broader than any of these parts: their normals stay.
    place += breathing_displacement(place, eye_and_rise.w) + shift;
#endif
    shade = vec4(baked.xyz, normal_and_curvature.w);
    fibre = fibre_and_tendon;
    gl_Position = view_projection * vec4(place, 1.0);
}
