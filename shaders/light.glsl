// The light of a calm treatment room, in the body frame: a broad warm lamp at the receiver's upper left, a
// cool window opposite, the ceiling above the back, a little light thrown back by the floor.
const vec3 to_lamp = vec3(-0.60796, 0.50990, 0.60796);  // direction_to_lamp() in src/render/vertex_shading.cpp
const vec3 to_window = vec3(0.80, -0.22, 0.56);
const vec3 lamp_light = vec3(1.46, 1.26, 1.02);
const vec3 window_light = vec3(0.165, 0.176, 0.192);
const vec3 ceiling_light = vec3(0.272, 0.268, 0.266);
const vec3 floor_light = vec3(0.10, 0.085, 0.075);

// What lies deep in the body where nothing is modelled, seen through an opening.
const vec3 flesh = vec3(0.16, 0.055, 0.035) * (lamp_light * 0.35 + ceiling_light);

vec3 surroundings(vec3 normal) {
    return mix(floor_light, ceiling_light, normal.z * 0.5 + 0.5) + window_light * max(dot(normal, to_window) * 0.6 + 0.4, 0.0);
}
