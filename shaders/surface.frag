// Skin, towel or table, chosen by a definition.
#include "frame.glsl"
#include "light.glsl"
#include "reflection.glsl"
#include "tone.glsl"
#include "opening.glsl"
#include "cut.glsl"

uniform sampler2D contact_shade;

in vec3 place;
in vec3 normal;
in vec4 shade;
in vec3 rest;
out vec4 colour;


#ifdef SKIN
#include "hand_shadow.glsl"
in vec4 tone_and_hair;
in vec4 lamp_and_wetness;
in vec4 room_and_open;
in vec3 wrapping;
uniform vec2 gloss_and_pigment;

float chance(float row) {
    return fract(sin(row * 12.9898) * 43758.5453);
}

// Strands of hair that hang from the crown, lighter and darker; they fade before they would shimmer. `pixel_m` is how
// much of the head a pixel shows.
float strands(vec3 at, float pixel_m) {
    const float head_radius_m = 0.09;
    float row = atan(at.x, at.z + 0.01) * 34.0 + 0.8 * sin(at.y * 60.0);
    float fine = row * 2.7;
    float blend = smoothstep(0.0, 1.0, fract(row));
    float lock = mix(chance(floor(row)), chance(floor(row) + 1.0), blend);
    float hair = mix(chance(floor(fine)), chance(floor(fine) + 1.0), smoothstep(0.0, 1.0, fract(fine)));
    float shown_share = clamp(1.5 - 1.5 * pixel_m * (34.0 * 2.7 / head_radius_m), 0.0, 1.0);
    return 1.0 + (lock - 0.5) * 0.55 + (hair - 0.5) * 0.7 * shown_share;
}

#ifdef FINE_DETAIL
uniform sampler2D relief;
uniform sampler2D complexion;

// Leans the normal with furrows and pores, colours the tone with what is uneven in it. Of the three sides that the
// surface may face, the one that it faces most tells where a place lies on the tiles; towards the next it fades.
vec3 with_detail(vec3 n, inout vec3 tone, out float furrow) {
    const float relief_m = 0.031;  // how long a tile is
    const float complexion_m = 0.37;
    const float texels = 256.0;
    vec3 side = abs(n);
    bool along_z = side.z >= max(side.x, side.y);
    bool along_x = side.x >= side.y;
    float second = along_z ? max(side.x, side.y) : max(side.z, min(side.x, side.y));
    float share = smoothstep(0.0, 0.22, max(side.z, max(side.x, side.y)) - second) * (1.0 - tone_and_hair.a);
    vec2 at = along_z ? rest.xy : along_x ? rest.yz + 0.123 : rest.xz + 0.271;
    float level = log2((length(dFdx(rest)) + length(dFdy(rest))) * (0.5 * texels / relief_m) + 1.0e-6);
    vec4 near = textureLod(relief, at / relief_m, level);
    vec4 far = textureLod(complexion, at / complexion_m, level + log2(relief_m / complexion_m));
    vec2 slope = ((near.rg - 0.5) * 0.40 + (far.rg - 0.5) * 0.14) * share;
    vec3 lean = along_z ? vec3(slope, 0.0) : along_x ? vec3(0.0, slope) : vec3(slope.x, 0.0, slope.y);
    furrow = mix(0.75, near.b, share);
    tone *= vec3(1.0) - share * (vec3(0.20, 0.31, 0.38) * far.b * gloss_and_pigment.y +
                                 vec3(0.01, 0.19, 0.22) * (far.a - 0.5));
    tone *= mix(vec3(0.90, 0.84, 0.82), vec3(1.03, 1.05, 1.06), furrow);
    return normalize(n - (lean - n * dot(lean, n)));
}
#endif

vec3 lit(vec3 n, vec3 to_eye) {
    vec2 past_hands = light_past_hands(place, n);
    vec3 tone = tone_and_hair.rgb;
    float hair = tone_and_hair.a;
    vec3 rough = n;
    float furrow = 0.75;
#ifdef FINE_DETAIL
    rough = with_detail(n, tone, furrow);
#endif
    vec3 across_pixel = fwidth(rest);
    // A processor that draws many pixels at once leaves a loop early, but takes both sides of a condition.
    for (int i = hair > 0.0 ? 0 : 1; i < 1; ++i) {
        tone *= mix(1.0, strands(rest, max(across_pixel.x, across_pixel.y)), hair);
    }
    // Light enters the skin and leaves it farther on, red the farthest: it sees the least of the relief, and wraps the
    // farthest around what is curved.
    float smooth_facing = dot(n, to_lamp);
    float facing = dot(rough, to_lamp);
    vec3 light = lamp_light * wrapped(mix(vec3(smooth_facing), vec3(facing), vec3(0.45, 0.75, 0.90)), wrapping);
    light *= lamp_and_wetness.rgb * mix(vec3(0.42, 0.32, 0.28), vec3(1.0), past_hands.x);
    light += room_and_open.rgb * mix(vec3(0.62, 0.54, 0.50), vec3(1.0), past_hands.y);

    float wet = lamp_and_wetness.a;
    float gleam = skin_gleam(rough, n, to_lamp, to_eye, wet) * gloss_and_pigment.x * (0.64 + 0.48 * furrow) * (1.0 - 0.7 * hair);
    float edge = fresnel(dot(n, to_eye));
    vec3 room = vec3(0.27, 0.235, 0.21) * (edge * (0.42 + 0.45 * wet) * room_and_open.a);
    return tone * light * (1.0 - edge) + lamp_light * (gleam * shade.y * past_hands.x) + room;
}
#endif

#ifdef TOWEL
// Loops of terry cloth: two crossed rows of soft bumps that fade before they would shimmer.
float weave(vec3 at) {
    vec2 row = at.xy * 300.0;
    float shown_share = clamp(1.5 - 1.5 * max(fwidth(row.x), fwidth(row.y)), 0.0, 1.0);
    row.x += 0.5 * floor(row.y) + 0.22 * sin(row.y * 0.73) + 0.2 * sin(row.x * 0.31);
    vec2 wave = abs(fract(row) - 0.5) * 2.0;
    float loop = 1.0 - dot(wave, wave);  // each loop is bright on top, dark where it goes down
    return 1.0 + (loop - 0.33) * 0.20 * shown_share;
}

vec3 lit(vec3 n, vec3 to_eye) {
    float openness = min(shade.x * 1.25, 1.1);
    vec3 tone = vec3(0.62, 0.59, 0.54) * weave(rest) * mix(0.93, 1.05, shade.z);
    float fold = clamp(0.5 - shade.w, 0.0, 0.5);  // light is caught between the fibres of a fold
    tone *= vec3(1.0) - vec3(0.55, 0.60, 0.66) * fold;
    vec3 light = lamp_light * wrapped(vec3(dot(n, to_lamp)), vec3(0.76)) * mix(0.16, 1.0, shade.y);
    float open_share = clamp(openness, 0.0, 1.0);
    light += surroundings(n) * mix(vec3(0.42, 0.36, 0.31), vec3(1.0), open_share * open_share);
    // Fibres that stand out catch light where the cloth turns away (a soft rim, as velvet has).
    float away = 1.0 - max(dot(n, to_eye), 0.0);
    light += (0.45 * lamp_light * shade.y + 0.5 * ceiling_light) * away * away * away;
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
#ifdef FINE_DETAIL
    // The cover is sewn where the top goes over into the side: a welt that catches light, and its groove.
    float from_seam = (n.z - 0.30) / (fwidth(n.z) + 0.02);
    tone *= 1.0 - 0.55 * exp(-from_seam * from_seam * 0.9);
    gloss += 0.9 * exp(-(from_seam - 2.2) * (from_seam - 2.2));
#endif
    float edge = fresnel(dot(n, to_eye));
    return tone * light + lamp_light * gloss * 0.018 * (1.0 - dark) + surroundings(n) * edge * 0.12 * (1.0 - dark);
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
