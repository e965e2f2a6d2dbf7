// The shadow of the giver's hands on the skin: a narrow one of the lamp, a broad and faint one of the room, which says
// how near a hand is.
#include "pressure.glsl"

uniform highp sampler2DShadow hand_shadow_map;

float lit_past_hands(vec3 at) {
    vec3 on_map = (hand_shadow * vec4(at, 1.0)).xyz;
    return texture(hand_shadow_map, vec3(on_map.xy, min(on_map.z, 1.0)));
}

// Shares of the lamp's and of the room's light that reach a place of the skin.
vec2 light_past_hands(vec3 at, vec3 n) {
    vec3 on_map = (hand_shadow * vec4(at, 1.0)).xyz;
    vec2 from_middle = abs(on_map.xy - 0.5);
    if (counts.z == 0 || max(from_middle.x, from_middle.y) > 0.5) {
        return vec2(1.0);
    }
    vec3 across = normalize(cross(n, vec3(0.0, 1.0, 0.1)));
    vec3 along = cross(n, across);
    const float narrow = 0.0062;
    const float broad = 0.0120;
    vec3 low = at + n * 0.0015;
    vec3 high = at + n * 0.0060;
    vec3 up_right = (across + along) * narrow;
    vec3 up_left = (across - along) * narrow;
    vec3 right = across * (0.7 * narrow);
    vec3 up = along * (0.7 * narrow);
    float lamp = lit_past_hands(low) + lit_past_hands(low + up_right) + lit_past_hands(low - up_right) +
                 lit_past_hands(low + up_left) + lit_past_hands(low - up_left) + lit_past_hands(low + right) +
                 lit_past_hands(low - right) + lit_past_hands(low + up) + lit_past_hands(low - up);
    float room = lit_past_hands(high + across * broad) + lit_past_hands(high - across * broad) +
                 lit_past_hands(high + along * broad) + lit_past_hands(high - along * broad);
    return vec2(lamp / 9.0, room / 4.0);
}
