// Muscles, bones and organs: they move with the breath as the skin over them does, so that nothing pokes
// through. Hands are placed by a matrix.
#include "frame.glsl"
#include "breathing.glsl"

layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal_and_curvature;
layout(location = 2) in vec4 baked;  // openness, lamp, mottling
layout(location = 3) in vec4 fibre_and_tendon;

uniform mat4 body_from_part;

out vec3 place;
out vec3 rest;
out vec3 normal;
out vec4 shade;  // openness, lamp, mottling, curvature
out vec4 fibre;

void main() {
    rest = position;
    place = (body_from_part * vec4(position, 1.0)).xyz;
    normal = mat3(body_from_part) * normal_and_curvature.xyz;
#ifdef BREATHES
    // The lift is far broader than any of these parts: their normals stay.
    place += breathing_displacement(place, eye_and_rise.w);
#endif
    shade = vec4(baked.xyz, normal_and_curvature.w);
    fibre = fibre_and_tendon;
    gl_Position = view_projection * vec4(place, 1.0);
}
