// Prints of a palm with fingers, of a thumb, of four fingertips: the parts of the hand that touch.
// Lengths after Garrett (1971): hand 190 mm, palm breadth 88 mm.
#include "patch.glsl"

// A rod from a to b with round ends of the two radii.
float rod(vec2 at, vec2 a, vec2 b, vec2 radii) {
    vec2 axis = b - a;
    float share = clamp(dot(at - a, axis) / dot(axis, axis), 0.0, 1.0);
    return length(at - a - axis * share) - mix(radii.x, radii.y, share);
}

float joined(float a, float b, float softness) {
    float share = clamp(0.5 + 0.5 * (b - a) / softness, 0.0, 1.0);
    return mix(b, a, share) - softness * share * (1.0 - share);
}

vec2 turned(vec2 at, float degrees_left) {
    float angle = radians(degrees_left);
    return vec2(at.x * cos(angle) + at.y * sin(angle), at.y * cos(angle) - at.x * sin(angle));
}

// All in millimetres; the thumb is on the side of positive x, the fingers point to positive y.
float hand_without_thumb(vec2 at) {
    float hand = joined(rod(at, vec2(21.0, -12.0), vec2(11.0, -68.0), vec2(19.0, 20.0)),
                        rod(at, vec2(-21.0, -18.0), vec2(-10.0, -70.0), vec2(17.5, 18.5)), 20.0);
    float fingers = rod(at, vec2(25.0, -4.0), vec2(29.0, 65.0), vec2(9.4, 7.4));
    fingers = min(fingers, rod(at, vec2(7.0, 0.0), vec2(7.5, 79.0), vec2(9.6, 7.6)));
    fingers = min(fingers, rod(at, vec2(-12.0, -3.0), vec2(-13.5, 71.0), vec2(9.0, 7.2)));
    fingers = min(fingers, rod(at, vec2(-28.0, -12.0), vec2(-35.0, 49.0), vec2(8.2, 6.4)));
    return joined(hand, fingers, 5.0);
}

// The thumb lies close, so that two hands side by side stay clear of the spine between them.
float palm(vec2 at) {
    float thumb = joined(rod(at, vec2(14.0, -64.0), vec2(36.0, -45.0), vec2(17.0, 10.5)),
                         rod(at, vec2(36.0, -45.0), vec2(51.0, -15.0), vec2(9.8, 7.2)), 8.0);
    return joined(hand_without_thumb(at), thumb, 4.0);
}

// How firmly a spot presses, 0 to 1: the pads of the fingers, the heads of the metacarpals, the balls of
// thumb and little finger.
float palm_pads(vec2 at) {
    float pads = max(1.0 - length(at - vec2(28.5, 64.0)) / 13.0, 1.0 - length(at - vec2(7.5, 77.0)) / 13.0);
    pads = max(pads, max(1.0 - length(at - vec2(-13.5, 69.0)) / 13.0, 1.0 - length(at - vec2(-34.5, 47.0)) / 12.0));
    pads = max(pads, 1.0 - length(at - vec2(50.5, -16.0)) / 13.0);
    pads = max(pads, 1.0 - length((at - vec2(-1.0, -14.0)) * vec2(0.55, 1.0)) / 20.0);
    return max(pads, max(1.0 - length(at - vec2(22.0, -58.0)) / 28.0, 1.0 - length(at - vec2(-14.0, -62.0)) / 28.0));
}

// The thumb's pulp at the origin.
float thumb_print(vec2 at) {
    return joined(rod(at, vec2(0.0, 4.0), vec2(0.0, 13.0), vec2(10.8, 9.6)),
                  rod(at, vec2(0.0, -26.0), vec2(0.0, 0.0), vec2(9.6, 9.0)), 6.0);
}

// The hand whose thumb that is: its fingers rest on the back, away from the spine.
float hand_behind_thumb(vec2 at) {
    float base = rod(at, vec2(-12.0, -62.0), vec2(0.0, -24.0), vec2(17.0, 10.0));
    return joined(hand_without_thumb(turned(at - vec2(-62.0, -34.0), 42.0)), base, 14.0);
}

// The pulps of four fingers, the one next to the spine at the origin.
const vec2 from_fingertips = vec2(28.7, 60.0);
float fingertips(vec2 at) {
    vec2 on_hand = at + from_fingertips;
    float tips = rod(on_hand, vec2(28.4, 55.0), vec2(29.0, 65.0), vec2(7.8, 7.4));
    tips = min(tips, rod(on_hand, vec2(7.4, 69.0), vec2(7.5, 79.0), vec2(8.0, 7.6)));
    tips = min(tips, rod(on_hand, vec2(-13.2, 61.0), vec2(-13.5, 71.0), vec2(7.6, 7.2)));
    return min(tips, rod(on_hand, vec2(-34.0, 40.0), vec2(-35.0, 49.0), vec2(6.8, 6.4)));
}

void main() {
    // Half width and half length of the patch are in extent.y and extent.z, metres.
    vec2 at = vec2(on_patch.y * extent.y, on_patch.x * extent.z) * 1000.0;
    float pixel_mm = max(fwidth(at.x), fwidth(at.y)) + 1.0e-3;
    vec3 tone = colour_and_opacity.rgb;
    float pressure = extent.x;
    vec4 result = vec4(halo_tone, 0.0);
#ifdef FLAT_HAND
    float shape = palm(at);
    float firm = smoothstep(0.0, 1.0, palm_pads(at));
#else
    // What only rests on the skin or hovers is faint, what works is solid.
    float shape = patch_kind == 4 ? thumb_print(at) : fingertips(at);
    float behind = patch_kind == 4 ? hand_behind_thumb(at) : palm(at + from_fingertips);
    float firm = clamp(-shape / 9.0, 0.0, 1.0);
    float shown_share = 1.0 - extent.w;  // where the hand itself is shown, its print would look out from beneath it
    result = over(result, halo_tone, inside(behind - 2.2, pixel_mm) * 0.60 * shown_share);
    result = over(result, tone * 0.55, inside(behind - 0.2, pixel_mm) * 0.75 * shown_share);
    result = over(result, mix(tone, halo_tone, 0.62), inside(behind + 1.5, pixel_mm) * 0.85 * shown_share);
    result.a *= 0.80;
#endif
    result = over(result, halo_tone, inside(shape - 2.6, pixel_mm) * 0.92);
    result = over(result, tone * 0.55, inside(shape - 0.3, pixel_mm));
    vec3 flesh = mix(mix(tone, halo_tone, 0.55), tone, clamp(firm * 0.62 + pressure * 0.60, 0.0, 1.0));
    result = over(result, flesh, inside(shape + 1.7, pixel_mm));
#ifdef FLAT_HAND
    result.a *= mix(1.0, 0.62, inside(shape + 3.0, pixel_mm));  // the stroke under the palm shines through
#endif
    result.a *= colour_and_opacity.a;
    show(result);
}
