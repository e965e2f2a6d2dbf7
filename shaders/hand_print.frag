// Prints of a palm with fingers, of a thumb, of four fingertips: the parts of the hand that touch.
// Lengths after Garrett (1971): hand 190 mm, palm breadth 88 mm.
#include "patch.glsl"

// A rod from a to b with round ends.
float rod(vec2 at, vec2 a, vec2 b, float radius) {
    vec2 axis = b - a;
    float share = clamp(dot(at - a, axis) / dot(axis, axis), 0.0, 1.0);
    return length(at - a - axis * share) - radius;
}

float joined(float a, float b, float softness) {
    float share = clamp(0.5 + 0.5 * (b - a) / softness, 0.0, 1.0);
    return mix(b, a, share) - softness * share * (1.0 - share);
}

// In millimetres; the thumb is on the side of positive x, the fingers point to positive y.
float palm(vec2 at) {
    float hand = joined(rod(at, vec2(20.0, -13.0), vec2(13.0, -66.0), 20.0),
                        rod(at, vec2(-20.0, -18.0), vec2(-15.0, -68.0), 19.0), 18.0);
    float fingers = rod(at, vec2(24.0, 0.0), vec2(29.0, 66.0), 8.4);
    fingers = min(fingers, rod(at, vec2(6.0, 4.0), vec2(7.5, 79.0), 8.7));
    fingers = min(fingers, rod(at, vec2(-12.0, 1.0), vec2(-14.0, 71.0), 8.2));
    fingers = min(fingers, rod(at, vec2(-28.0, -10.0), vec2(-36.0, 49.0), 7.2));
    // The thumb lies beside the palm, so that two hands side by side stay clear of the spine between them.
    float thumb = joined(rod(at, vec2(18.0, -60.0), vec2(33.0, -40.0), 12.0),
                         rod(at, vec2(33.0, -40.0), vec2(41.0, -10.0), 8.7), 7.0);
    return joined(joined(hand, fingers, 4.0), thumb, 7.0);
}

// How firmly a spot presses, 0 to 1: the pads of the fingers, the heads of the metacarpals, the balls of
// thumb and little finger.
float palm_pads(vec2 at) {
    float pads = max(1.0 - length(at - vec2(28.5, 64.0)) / 13.0, 1.0 - length(at - vec2(7.5, 77.0)) / 13.0);
    pads = max(pads, max(1.0 - length(at - vec2(-14.0, 69.0)) / 13.0, 1.0 - length(at - vec2(-35.5, 47.0)) / 12.0));
    pads = max(pads, 1.0 - length(at - vec2(40.5, -12.0)) / 14.0);
    pads = max(pads, 1.0 - length((at - vec2(-1.0, -14.0)) * vec2(0.55, 1.0)) / 20.0);
    return max(pads, max(1.0 - length(at - vec2(24.0, -58.0)) / 28.0, 1.0 - length(at - vec2(-17.0, -62.0)) / 28.0));
}

float thumb_print(vec2 at) {
    return joined(rod(at, vec2(0.0, 6.0), vec2(0.0, 13.0), 10.5), rod(at, vec2(0.0, -24.0), vec2(0.0, 0.0), 8.8), 6.0);
}

float fingertips(vec2 at) {
    float tips = rod(at, vec2(27.0, -6.0), vec2(28.0, 2.0), 8.0);
    tips = min(tips, rod(at, vec2(9.0, 2.0), vec2(9.5, 10.0), 8.2));
    tips = min(tips, rod(at, vec2(-9.5, 0.0), vec2(-10.0, 7.0), 7.9));
    return min(tips, rod(at, vec2(-27.0, -10.0), vec2(-29.0, -3.0), 7.0));
}

void main() {
    // Half width and half length of the patch are in extent.y and extent.z, metres.
    vec2 at = vec2(on_patch.y * extent.y, on_patch.x * extent.z) * 1000.0;
    float pixel_mm = max(fwidth(at.x), fwidth(at.y)) + 1.0e-3;
#ifdef FLAT_HAND
    float shape = palm(at);
    float firm = smoothstep(0.0, 1.0, palm_pads(at));
#else
    float shape = patch_kind == 4 ? thumb_print(at) : fingertips(at);
    float firm = clamp(-shape / 9.0, 0.0, 1.0);
#endif
    float pressure = extent.x;
    vec3 tone = colour_and_opacity.rgb;
    vec4 result = vec4(halo_tone, inside(shape - 2.6, pixel_mm) * 0.92);
    result = over(result, tone * 0.55, inside(shape - 0.3, pixel_mm));
    vec3 flesh = mix(mix(tone, halo_tone, 0.55), tone, clamp(firm * 0.62 + pressure * 0.60, 0.0, 1.0));
    result = over(result, flesh, inside(shape + 1.7, pixel_mm));
    result.a *= colour_and_opacity.a;
    show(result);
}
