// Muscle, bone, organ or a giver's hand, chosen by a definition.
#include "frame.glsl"
#include "light.glsl"
#include "reflection.glsl"
#include "tone.glsl"
#include "opening.glsl"
#include "cut.glsl"
#include "veils.glsl"

uniform vec4 tone_and_gloss;
uniform vec4 dark_and_tendon;
uniform vec4 emphasis;        // colour of the highlight, w: how strong
uniform highp sampler3D grain;  // noise from 0 to 1 that repeats every 64 cells

in vec3 place;
in vec3 rest;  // before the breath moved it: what is in the tissue stays in it
in vec3 normal;
in vec4 shade;
in vec4 fibre;  // direction, and the share of tendon
out vec4 colour;

const float cells = 64.0;

float grain_at(vec3 at_m, float cell_m) {
    return texture(grain, at_m / (cell_m * cells)).r;
}

#ifdef MUSCLE
// Noise drawn out along the fibres: its mean over a short way along them, spread to the full range again.
// `steps` either way; below 0 there is nothing to be seen, and nothing is looked up.
float streaks(vec3 at, vec3 along, float cell_m, int steps) {
    float reach = cell_m * 1.25;
    float sum = 0.0;
    for (int i = -steps; i <= steps; ++i) {
        sum += grain_at(at + along * (float(i) * reach), cell_m);
    }
    float count = float(2 * steps + 1);
    return steps < 0 ? 0.5 : clamp((sum / count - 0.5) * 1.25 * sqrt(count) + 0.5, 0.0, 1.0);
}
#endif

// The lamp, the window and the room on a surface that lets a little light in.
vec3 light_on(vec3 n, vec3 wrap) {
    float openness = clamp(shade.x * 1.25, 0.0, 1.2);
    vec3 diffuse = wrapped(vec3(dot(n, to_lamp)), 1.0 / (1.0 + wrap));
    vec3 light = lamp_light * diffuse * mix(0.15, 1.0, shade.y);
    return light + surroundings(n) * 1.15 * mix(0.20, 1.0, openness * min(openness, 1.0));
}

float highlight(vec3 n, vec3 to_eye, float power) {
    return pow(max(dot(n, normalize(to_lamp + to_eye)), 0.0), power);
}

#ifdef MUSCLE
vec3 lit(vec3 n, vec3 to_eye) {
    float pixel_m = max(length(dFdx(rest)), length(dFdy(rest))) + 1.0e-6;
    float length_of_fibre = length(fibre.xyz);
    vec3 along = length_of_fibre > 0.1 ? fibre.xyz / length_of_fibre : vec3(0.0, 1.0, 0.0);
    vec3 in_surface = along - n * dot(along, n);
    vec3 fibres = dot(in_surface, in_surface) > 1.0e-4 ? normalize(in_surface) : along;

    float bundle = streaks(rest, along, 0.0022, 3);
#ifdef FINE_DETAIL
    float fine_share = clamp(1.6 - pixel_m / 0.00055, 0.0, 1.0);
    float fine = mix(0.5, streaks(rest + 0.031, along, 0.00075, fine_share > 0.0 ? 2 : -1), fine_share);
#else
    float fine = 0.5;
#endif
    float patches = grain_at(rest, 0.011);
    float streak = 0.62 * bundle + 0.38 * fine;

    // Red bundles run out into the white tendon at different lengths.
    float tendon = max(fibre.w, dark_and_tendon.w);
    float white = smoothstep(0.30, 0.70, tendon + (streak - 0.5) * 0.55 * (1.0 - abs(2.0 * tendon - 1.0)));
    float hollow = clamp(1.15 - shade.x * 1.25, 0.0, 1.0) * 0.55 + clamp(0.5 - shade.w, 0.0, 0.5) * 1.1;

    vec3 belly = mix(dark_and_tendon.rgb, tone_and_gloss.rgb * vec3(1.28, 1.55, 1.50), clamp(streak * 1.25 - 0.05, 0.0, 1.0));
    belly *= mix(0.84, 1.14, patches);
    belly = mix(belly, dark_and_tendon.rgb * 0.75, clamp(hollow, 0.0, 0.75));
    vec3 pearl = mix(vec3(0.40, 0.350, 0.290), vec3(0.60, 0.560, 0.500), clamp(streak * 1.1, 0.0, 1.0));
    pearl = mix(pearl, vec3(0.27, 0.20, 0.15), clamp(hollow * 0.8, 0.0, 0.6));
    vec3 tone = mix(belly, pearl, white);

    // Each bundle is a little ridge: the normal leans away from its middle.
    vec3 across = cross(n, fibres);
    float slope = (dFdx(streak) * dot(dFdx(rest), across) + dFdy(streak) * dot(dFdy(rest), across)) /
                  (pixel_m * pixel_m);
    n = normalize(n - across * clamp(slope * 0.00042, -0.30, 0.30));

    vec3 light = light_on(n, mix(vec3(0.20, 0.10, 0.08), vec3(0.20), white));
    // Light on fibres (J. Kajiya, T. Kay, 1989): brightest across them.
    vec3 halfway = normalize(to_lamp + to_eye);
    float along_half = dot(fibres, halfway);
    float sheen = pow(max(1.0 - along_half * along_half, 0.0), 22.0) * max(dot(n, halfway), 0.0);
    float gloss = tone_and_gloss.w * mix(0.6, 1.25, streak) * mix(0.75, 1.5, white);
    float shown_share = shade.y * clamp(shade.x * 1.25, 0.0, 1.0);
    vec3 glint = lamp_light * (sheen * sheen * mix(0.085, 0.16, white) + highlight(n, to_eye, 38.0) * 0.16) * gloss * shown_share;
    float edge = 1.0 - max(dot(n, to_eye), 0.0);
    glint += surroundings(n) * edge * edge * edge * 0.20 * gloss;
    return tone * light + glint;
}
#endif

#ifdef BONE
vec3 lit(vec3 n, vec3 to_eye) {
    // The ends of bones, and what is rough, are porous: there the surface is pitted where it is not worn smooth.
    float pores = grain_at(rest, 0.0011);
    float patches = 0.6 * grain_at(rest, 0.012) + 0.4 * grain_at(rest, 0.0042);
    float hollow = clamp(1.10 - shade.x * 1.25, 0.0, 1.0) * 0.50 + clamp(0.52 - shade.w, 0.0, 0.5) * 1.25;
    vec3 tone = tone_and_gloss.rgb * mix(vec3(0.86, 0.84, 0.80), vec3(1.08, 1.08, 1.09), patches);
#ifdef FINE_DETAIL
    float porous = smoothstep(0.62, 0.85, 0.5 * patches + 0.5 * grain_at(rest + 0.07, 0.021) + 0.5 * abs(shade.w - 0.5));
    tone *= 1.0 - 0.30 * porous * smoothstep(0.52, 0.20, pores);
#endif
    tone *= mix(0.95, 1.04, pores);
    tone = mix(tone, dark_and_tendon.rgb, clamp(hollow, 0.0, 0.88));
    tone *= 1.0 + 0.16 * clamp((shade.w - 0.55) * 2.0, 0.0, 1.0);  // edges are worn bright
    vec3 light = light_on(n, vec3(0.40, 0.27, 0.17));
    float gloss = tone_and_gloss.w;
    vec3 glint = lamp_light * (highlight(n, to_eye, 14.0) * 0.10 + highlight(n, to_eye, 60.0) * 0.12) * gloss * shade.y;
    float edge = 1.0 - max(dot(n, to_eye), 0.0);
    return tone * light + glint + surroundings(n) * edge * edge * edge * 0.16;
}
#endif

#ifdef ORGAN
vec3 lit(vec3 n, vec3 to_eye) {
    float patches = 0.55 * grain_at(rest, 0.009) + 0.30 * grain_at(rest, 0.0035) + 0.15 * grain_at(rest, 0.0012);
    float hollow = clamp(1.10 - shade.x * 1.25, 0.0, 1.0) * 0.40 + clamp(0.5 - shade.w, 0.0, 0.5);
    vec3 tone = mix(tone_and_gloss.rgb * 1.12, dark_and_tendon.rgb, smoothstep(0.42, 0.72, patches) * 0.75);
    tone *= 1.0 - clamp(hollow, 0.0, 0.6);
    vec3 light = light_on(n, vec3(0.30, 0.16, 0.13));
    float gloss = tone_and_gloss.w;
    // A wet capsule: one tight gleam, one broad, and the room at the rim.
    vec3 bumped = normalize(n + 0.05 * (vec3(grain_at(rest, 0.004), grain_at(rest + 0.1, 0.004),
                                              grain_at(rest + 0.2, 0.004)) - 0.5));
    vec3 glint = lamp_light * (highlight(bumped, to_eye, 80.0) * 0.30 + highlight(n, to_eye, 18.0) * 0.07) * gloss * shade.y;
    float edge = 1.0 - max(dot(n, to_eye), 0.0);
    return tone * light + glint + surroundings(n) * edge * edge * edge * 0.28 * gloss;
}
#endif

#ifdef HAND
uniform float ghost;  // 1 where what it works on is seen through it
uniform vec2 fade;  // behind the wrist, millimetres: from where to where the forearm fades
uniform vec4 rim;  // of which hand this is, w: 1 of a left hand, whose band is striped
in float behind_wrist_mm;

// A band around the wrist: of the right hand one broad stripe, of the left three narrow ones.
float band() {
    float soft = fwidth(behind_wrist_mm) + 0.2;
    float from_middle = abs(behind_wrist_mm - 33.0);
    float whole = clamp((12.0 - from_middle) / soft + 0.5, 0.0, 1.0);
    float from_stripe = abs(mod(from_middle + 5.0, 10.0) - 5.0);
    return whole * mix(1.0, clamp((2.6 - from_stripe) / soft + 0.5, 0.0, 1.0), rim.w);
}

vec3 lit(vec3 n, vec3 to_eye) {
    float hollow = clamp(0.5 - shade.w, 0.0, 0.5) * 1.3;
    float ridge = clamp(shade.w - 0.5, 0.0, 0.5);
    float patches = 0.6 * grain_at(rest, 0.006) + 0.4 * grain_at(rest, 0.002);
    vec3 tone = tone_and_gloss.rgb * mix(0.90, 1.10, patches);
    tone = mix(tone, dark_and_tendon.rgb, clamp(hollow * 0.7, 0.0, 0.5));
    tone *= vec3(1.0) - vec3(0.0, 0.26, 0.28) * ridge;  // knuckles and fingertips are redder
    vec3 rough = n;
#ifdef FINE_DETAIL
    float pixel_m = length(fwidth(rest));
    float pores = clamp(1.4 - pixel_m / 0.0011, 0.0, 1.0);
    if (pores > 0.0) {
        vec3 lean = vec3(grain_at(rest, 0.0012), grain_at(rest + 0.02, 0.0012), grain_at(rest + 0.05, 0.0012)) - 0.5;
        rough = normalize(n + lean * (0.16 * pores));
    }
#endif
    vec3 facing = mix(vec3(dot(n, to_lamp)), vec3(dot(rough, to_lamp)), vec3(0.45, 0.75, 0.90));
    float cavity = 1.0 - 0.5 * hollow;
    vec3 light = lamp_light * wrapped(facing, 1.0 / (1.0 + vec3(0.38, 0.20, 0.14) * (0.5 + 1.6 * abs(shade.w - 0.5)))) * cavity;
    light += surroundings(n) * 0.92 * cavity;
    // Hands that have spread oil for a while are a little moist.
    vec3 glint = lamp_light * (skin_gleam(rough, n, to_lamp, to_eye, 0.4) * tone_and_gloss.w * 3.2);
    float edge = 1.0 - max(dot(n, to_eye), 0.0);
    glint += surroundings(reflect(-to_eye, n)) * fresnel(dot(n, to_eye)) * 0.6;
    float rim_share = smoothstep(0.66, 0.92, edge) * 0.80 * (1.0 - smoothstep(45.0, 70.0, behind_wrist_mm));
    vec3 skin = mix(tone * light + glint, rim.rgb * (0.55 + 0.45 * light), rim_share);
    return mix(skin, rim.rgb * (0.25 + 0.75 * light), band());
}
#endif

void main() {
#ifdef CUT
    leave_what_is_cut_away(place);
#endif
    vec3 n = normalize(normal);
    n = gl_FrontFacing ? n : -n;
    vec3 to_eye = normalize(eye_and_rise.xyz - place);
    vec3 light = lit(n, to_eye);
    float edge = 1.0 - max(dot(n, to_eye), 0.0);
    light = mix(light, light * 1.45 + emphasis.rgb * (0.05 + 0.9 * edge * edge), emphasis.w);
#if defined(OPENED)
    vec3 fascia = vec3(0.52, 0.44, 0.36) * (0.35 + 0.75 * max(dot(n, to_lamp), 0.0));
    vec4 layer = with_rim(light, fascia, rest);
    colour = vec4(shown(layer.rgb), layer.a);
#elif defined(HAND)
    // The arm is implied: it fades before it would cover what is taught.
    float seen_through = mix(1.0, mix(0.16, 0.92, smoothstep(0.30, 0.75, edge)), ghost);
    colour = vec4(shown(light), seen_through * (1.0 - smoothstep(fade.x, fade.y, behind_wrist_mm)));
#ifdef VEILED
    colour.a *= seen_through_veils();
#endif
#else
    colour = vec4(shown(light), 1.0);
#endif
}
