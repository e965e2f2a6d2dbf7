// What hands do to the skin: the same as scene::SkinDent and scene::SkinFlush say, and where their shadow falls; laid
// out as PressureBlock in
// src/render/pressure_buffer.cpp.
layout(std140) uniform Pressure {
    ivec4 counts;          // dents, flushes, 1 where hands throw a shadow
    vec4 dents[8];         // centre, skin at rest, metres; depth
    vec4 dent_radii[8];    // x: standard deviation
    vec4 flushes[28];      // centre; strength
    vec4 flush_radii[28];  // x: where it ends
    mat4 hand_shadow;      // from the body frame to the shadow map, each axis 0 to 1
    vec4 hand_shadow_depth;  // x: how deep the map is, metres
};

// How deep the skin is pressed at a place at rest; `slope` is how that changes from there, per metre.
float dent_depth(vec3 at, out vec3 slope) {
    float depth = 0.0;
    slope = vec3(0.0);
    for (int i = 0; i < counts.x; ++i) {
        vec3 away = at - dents[i].xyz;
        float variance = dent_radii[i].x * dent_radii[i].x;
        float share = dents[i].w * exp(-0.5 * dot(away, away) / variance);
        depth += share;
        slope -= away * (share / variance);
    }
    return depth;
}

// How much the skin is flushed at a place at rest, 0 to 1.
float flush_at(vec3 at) {
    float pale = 1.0;
    for (int i = 0; i < counts.y; ++i) {
        vec3 away = at - flushes[i].xyz;
        float left = max(1.0 - dot(away, away) / (flush_radii[i].x * flush_radii[i].x), 0.0);
        pale *= 1.0 - flushes[i].w * 0.5 * left * left;
    }
    return 1.0 - pale;
}
