// Where the layers are opened around the hands; scene::is_open says the same. Needs frame.glsl.
const float opening_depth_m = 0.065;
const float rim_m = 0.011;  // within the rim a layer fades

// How far a place (at rest, body frame) lies outside of the openings, in metres; negative within. `share`: of the
// outermost layer's radius, for the layers below it.
float beyond_opening(vec3 at, float share) {
    vec2 beyond = vec2(1.0);
    for (int i = 0; i < 2; ++i) {
        vec3 from = at - opening[i].xyz;
        float along = dot(from, opening_axis[i].xyz);
        float aside = length(from - along * opening_axis[i].xyz) - opening[i].w * share;
        beyond[i] = opening[i].w > 0.0 ? max(aside, abs(along) - opening_depth_m) : 1.0;
    }
    // Two that meet flow into one.
    const float flow_m = 0.03;
    float h = clamp(0.5 + 0.5 * (beyond.y - beyond.x) / flow_m, 0.0, 1.0);
    return mix(beyond.y, beyond.x, h) - flow_m * h * (1.0 - h);
}

#ifdef OPENED
// A layer is drawn twice: all that lies outside, then over what shows through it the rim, which fades inwards.
uniform vec2 opened;  // share of the radius; 0 the layer, 1 its rim

// The layer's tone with a dark contour and, inwards of it, a pale cut edge; leaves what is not to be drawn.
vec4 with_rim(vec3 tone, vec3 cut_tone, vec3 at) {
    float beyond = beyond_opening(at, opened.x);
    float pixel_m = fwidth(beyond) + 1.0e-6;
    if (opened.y < 0.5 ? beyond < 0.0 : (beyond >= 0.0 || beyond < -rim_m)) {
        discard;
    }
    float contour_m = max(0.0011, pixel_m);
    float contour = 1.0 - smoothstep(contour_m * 0.6, contour_m * 0.6 + pixel_m, abs(beyond - contour_m * 0.5));
    vec3 edge = mix(tone, cut_tone, 0.75 * (1.0 - smoothstep(0.0, 0.005, beyond)));
    edge = mix(edge, vec3(0.055, 0.020, 0.012), contour * 0.85);
    return vec4(edge, smoothstep(-rim_m, -0.001, beyond));
}
#endif
