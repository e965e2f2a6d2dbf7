// Skin, towel or table, chosen by a definition.
#include "frame.glsl"
#include "light.glsl"
#include "tone.glsl"
#include "opening.glsl"
#include "cut.glsl"

uniform sampler2D contact_shade;

in vec3 place;
in vec3 normal;
in vec4 shade;
out vec4 colour;

#ifdef OPENED
in vec3 rest;
#endif

#ifdef SKIN
#include "hand_shadow.glsl"
in vec4 tint_and_flush;  // of the model, white where it has none; how much it is flushed

float chance(float row) {
    return fract(sin(row * 12.9898) * 43758.5453);
}

// Strands of hair that hang from the crown, lighter and darker; they fade before they would shimmer.
float strands(vec3 at) {
    float row = atan(at.x, at.z + 0.01) * 34.0 + 0.8 * sin(at.y * 60.0);
    float fine = row * 2.7;
    float blend = smoothstep(0.0, 1.0, fract(row));
    float lock = mix(chance(floor(row)), chance(floor(row) + 1.0), blend);
    float hair = mix(chance(floor(fine)), chance(floor(fine) + 1.0), smoothstep(0.0, 1.0, fract(fine)));
    float shown_share = clamp(1.5 - 1.5 * fwidth(fine), 0.0, 1.0);
    return 1.0 + (lock - 0.5) * 0.55 + (hair - 0.5) * 0.7 * shown_share;
}

vec3 lit(vec3 n, vec3 to_eye) {
    float openness = shade.x * 1.25;
    float lamp = shade.y;
    vec2 past_hands = light_past_hands(place, n);
    // Blood shows where the skin is thin (ridges) and where light is caught between folds (hollows).
    float ridge = clamp(shade.w, 0.0, 1.0);
    float hollow = clamp(1.0 - openness, 0.0, 1.0);
    vec3 tint = tint_and_flush.rgb;
    vec3 tone = vec3(0.520, 0.272, 0.176) * tint;
    tone *= mix(vec3(1.0), vec3(1.04, 0.78, 0.76), tint_and_flush.a);  // blood comes where hands have been
    tone *= mix(vec3(0.93, 0.90, 0.88), vec3(1.06, 1.08, 1.10), shade.z);
    tone *= mix(vec3(1.0), vec3(1.02, 0.86, 0.81), clamp(ridge * 0.8 + hollow * 0.32, 0.0, 1.0));
    float hairy = 1.0 - smoothstep(0.14, 0.42, tint.g);
    if (hairy > 0.0) {
        tone *= mix(1.0, strands(place), hairy);
    }

    // Light enters the skin and leaves it farther on, red the farthest: the terminator is soft and warm.
    float facing = dot(n, to_lamp);
    vec3 wrap = vec3(0.34, 0.17, 0.12);
    vec3 diffuse = max((facing + wrap) / (1.0 + wrap), 0.0);
    vec3 unshaded = mix(vec3(0.44, 0.33, 0.28), vec3(1.0), lamp);
    vec3 light = lamp_light * diffuse * diffuse * unshaded * mix(vec3(0.58, 0.48, 0.43), vec3(1.0), past_hands.x);
    vec3 caught = mix(vec3(0.46, 0.32, 0.27), vec3(1.0), clamp(openness, 0.0, 1.0));
    light += surroundings(n) * caught * max(openness, 0.7) * mix(vec3(0.70, 0.62, 0.58), vec3(1.0), past_hands.y);

    vec3 halfway = normalize(to_lamp + to_eye);
    float gloss = max(dot(n, halfway), 0.0);
    gloss *= gloss;
    gloss *= gloss;
    gloss *= gloss;  // to the 8th: a broad, oiled sheen
    float sheen = (gloss * 0.034 + gloss * gloss * gloss * 0.040) * (1.0 - 0.7 * hairy);
    float edge = 1.0 - max(dot(n, to_eye), 0.0);
    edge *= edge * edge;
    return tone * light + lamp_light * (sheen * lamp * past_hands.x) + vec3(0.30, 0.26, 0.23) * edge * clamp(openness, 0.0, 1.0) * 0.30 * (1.0 - hairy);
}
#endif

#ifdef TOWEL
// Loops of terry cloth: two crossed rows of soft bumps that fade before they would shimmer.
float weave(vec3 at) {
    vec2 row = at.xy * 260.0;
    float shown_share = clamp(1.4 - 1.6 * max(fwidth(row.x), fwidth(row.y)), 0.0, 1.0);
    vec2 wave = abs(fract(row + vec2(0.5 * floor(row.y), 0.0)) - 0.5) * 2.0;
    return 1.0 + (wave.x * wave.y - 0.30) * 0.22 * shown_share;
}

vec3 lit(vec3 n, vec3 to_eye) {
    float openness = min(shade.x * 1.25, 1.1);
    vec3 tone = vec3(0.72, 0.68, 0.61) * weave(place) * mix(0.96, 1.03, shade.z);
    float facing = max((dot(n, to_lamp) + 0.30) / 1.30, 0.0);
    vec3 light = lamp_light * 0.86 * facing * mix(0.22, 1.0, shade.y);
    light += surroundings(n) * mix(vec3(0.55, 0.50, 0.46), vec3(1.0), clamp(openness, 0.0, 1.0));
    return tone * light;
}
#endif

#ifdef TABLE
vec3 lit(vec3 n, vec3 to_eye) {
    vec2 at = (place.xy - shade_area.xy) * shade_area.zw;
    float dark = texture(contact_shade, at).r * step(0.3, n.z);
    vec3 tone = vec3(0.026, 0.060, 0.066);
    vec3 light = lamp_light * max(dot(n, to_lamp) * 0.85 + 0.15, 0.0) * (1.0 - 0.80 * dark);
    light += surroundings(n) * (1.0 - 0.62 * dark);
    vec3 halfway = normalize(to_lamp + to_eye);
    float gloss = max(dot(n, halfway), 0.0);
    gloss *= gloss;
    gloss *= gloss;
    gloss *= gloss;
    return tone * light + lamp_light * gloss * 0.018 * (1.0 - dark);
}
#endif

void main() {
#ifdef CUT
    leave_what_is_cut_away(place);
#endif
    vec3 n = normalize(normal);
    n = gl_FrontFacing ? n : -n;
    vec3 to_eye = normalize(eye_and_rise.xyz - place);
#ifdef OPENED
    vec3 fat = vec3(0.60, 0.42, 0.19) * (0.42 + 0.85 * max(dot(n, to_lamp), 0.0));
    // Of a skin that is not closed both sides are drawn: nobody shall see its inner side through an opening.
    vec4 layer = with_rim(gl_FrontFacing ? lit(n, to_eye) : flesh, fat, rest);
    colour = vec4(shown(layer.rgb), layer.a);
#elif defined(CUT) && defined(SKIN)
    // Of a skin that is not closed the inner side is seen where it is cut.
    colour = vec4(shown(gl_FrontFacing ? lit(n, to_eye) : flesh), 1.0);
#else
    colour = vec4(shown(lit(n, to_eye)), 1.0);
#endif
}
