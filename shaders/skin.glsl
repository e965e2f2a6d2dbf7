// What the receiver's skin is like: src/render/surface_pass.cpp sets it from scene::SkinLook and scene::OilShown.
uniform vec3 skin_albedo;
uniform vec3 skin_scatter;
uniform vec3 skin_flushed;
uniform sampler2D oil;  // how wet the skin is
uniform vec4 oil_area;  // its corner in x and y, metres; 1/extent; 0 without oil

float wetness_at(vec3 at, vec3 n) {
    float wet = textureLod(oil, (at.xy - oil_area.xy) * oil_area.zw, 0.0).r;
    return oil_area.z == 0.0 ? 0.0 : wet * smoothstep(0.10, 0.40, n.z);
}

const vec3 hair_albedo = vec3(0.53, 0.29, 0.195);  // times a tint that is nearly black

// `shade`: openness, lamp, mottling, curvature.
vec3 skin_tone(vec3 tint, float hair, vec4 shade, float flush) {
    // Blood shows where the skin is thin (ridges) and where light is caught between folds (hollows).
    float hollow = clamp(1.0 - shade.x * 1.25, 0.0, 1.0);
    vec3 tone = skin_albedo * mix(vec3(1.0), skin_flushed, flush);  // blood comes where hands have been
    tone *= mix(vec3(0.95, 0.92, 0.90), vec3(1.05, 1.08, 1.10), shade.z);
    tone *= vec3(1.0) - vec3(0.01, 0.21, 0.24) * clamp(clamp(shade.w, 0.0, 1.0) * 0.55 + hollow * 0.30 - 0.2, -0.2, 1.0);
    return mix(tone, hair_albedo, hair) * tint;
}
