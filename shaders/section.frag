// The face of a cut as an atlas draws it: every structure in its own tone with a dark contour; fascicles in muscles,
// a rim of compact bone around the spongy, skin and fat around the whole.
#include "frame.glsl"
#include "tone.glsl"

uniform sampler2D marks;
uniform highp sampler3D grain;  // noise from 0 to 1 that repeats every 64 cells
in vec3 place;
out vec4 colour;

const float cells = 64.0;
const int skin = 0;
const int muscle = 1;
const int bone = 2;
const int directions = 8;

float grain_at(vec3 at_m, float cell_m) {
    return texture(grain, at_m / (cell_m * cells)).r;
}

int mark_at(ivec2 pixel) {
    return int(texelFetch(marks, clamp(pixel, ivec2(0), ivec2(picture.xy) - 1), 0).a * 255.0 + 0.5);
}

// The share of a ring around a pixel that lies in another structure; with `outside`, in none.
float beyond(int mark, float radius_px, bool outside) {
    float others = 0.0;
    vec2 towards = vec2(1.0, 0.0);
    for (int i = 0; i < directions; ++i) {
        int there = mark_at(ivec2(gl_FragCoord.xy + towards * radius_px));
        others += (outside ? there == 0 : there != mark) ? 1.0 : 0.0;
        towards = 0.707107 * vec2(towards.x - towards.y, towards.x + towards.y);
    }
    return others / float(directions);
}

void main() {
    vec4 marked = texelFetch(marks, ivec2(gl_FragCoord.xy), 0);
    int mark = int(marked.a * 255.0 + 0.5);
    if (mark == 0) {
        discard;
    }
    int kind = mark / 64;
    float pixel_m = max(length(dFdx(place)), length(dFdy(place))) + 1.0e-6;
    vec3 tone = marked.rgb;
    if (kind == muscle) {
        // Fascicles cut across: dark red cells in paler sheaths.
        float near_share = clamp(1.6 - pixel_m / 0.0012, 0.0, 1.0);
        float cell = grain_at(place, 0.0016);
        float bundle = grain_at(place + 0.37, 0.0050);
        tone *= 1.0 + (mix(0.0, smoothstep(0.35, 0.75, cell) - 0.45, near_share) * 0.34) + (bundle - 0.5) * 0.26;
    } else if (kind == bone) {
        float compact = beyond(mark, max(0.0018 / pixel_m, 1.5), false);
        float near_share = clamp(1.5 - pixel_m / 0.0010, 0.0, 1.0);
        float pores = mix(0.5, grain_at(place, 0.0012), near_share) * 0.65 + grain_at(place + 0.21, 0.0042) * 0.35;
        vec3 spongy = tone * mix(vec3(0.74, 0.60, 0.50), vec3(0.96, 0.87, 0.76), smoothstep(0.30, 0.70, pores));
        tone = mix(spongy, tone * vec3(1.12, 1.12, 1.10), smoothstep(0.0, 0.24, compact));
    } else if (kind == skin) {
        // The true skin, fat in lobules below it, and deeper in loose tissue in which all else lies.
        float dermis = beyond(mark, max(0.0020 / pixel_m, 1.5), true);
        float lobules = grain_at(place, 0.0035) * 0.6 + grain_at(place + 0.4, 0.0012) * 0.4;
        float reach_px = 0.013 * (0.55 + 0.9 * lobules) / pixel_m;  // the border of the fat is uneven
        float fat = max(beyond(mark, 0.006 / pixel_m, true), beyond(mark, reach_px, true));
        vec3 loose = vec3(0.52, 0.345, 0.275) * (0.88 + 0.24 * lobules);
        tone = mix(loose, tone * (0.86 + 0.28 * lobules), smoothstep(0.0, 0.30, fat));
        tone = mix(tone, vec3(0.86, 0.60, 0.50), smoothstep(0.0, 0.25, dermis));
    } else {
        tone *= 0.90 + 0.20 * grain_at(place, 0.0028);
    }
    ivec2 here = ivec2(gl_FragCoord.xy);
    float contour = 0.0;
    contour += mark_at(here + ivec2(1, 0)) != mark ? 0.25 : 0.0;
    contour += mark_at(here - ivec2(1, 0)) != mark ? 0.25 : 0.0;
    contour += mark_at(here + ivec2(0, 1)) != mark ? 0.25 : 0.0;
    contour += mark_at(here - ivec2(0, 1)) != mark ? 0.25 : 0.0;
    tone *= 1.0 - 0.62 * smoothstep(0.0, 0.45, contour);
    colour = vec4(clamp(tone, 0.0, 1.0), 1.0);
}
