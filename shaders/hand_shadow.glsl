// The shadow of the giver's hands on the skin: a narrow one of the lamp, a broad and faint one of the room, which says
// how near a hand is.
#include "pressure.glsl"

uniform highp sampler2D hand_shadow_map;

// Whether a hand is between the lamp and a place of the map, 0 to 1; what is far off throws no shadow, as the lamp is
// broad.
float hidden_by_hands(vec3 on_map) {
    float hand = texture(hand_shadow_map, on_map.xy).r;
    float nearer_m = (on_map.z - hand) * hand_shadow_depth.x;
    return hand == 1.0 ? 0.0 : clamp(nearer_m * 1000.0, 0.0, 1.0) * clamp(1.0 - nearer_m / 0.065, 0.0, 1.0);
}

// Shares of the lamp's and of the room's light that reach a place of the skin.
vec2 light_past_hands(vec3 at, vec3 n) {
    vec3 here = (hand_shadow * vec4(at, 1.0)).xyz;
    vec2 from_middle = abs(here.xy - 0.5);
    if (counts.z == 0 || max(from_middle.x, from_middle.y) > 0.5) {
        return vec2(1.0);
    }
    const float narrow = 0.0062;
    const float broad = 0.0120;
    // The map is straight: steps over the skin are steps over it.
    mat3 onto_map = mat3(hand_shadow);
    vec3 across_skin = normalize(cross(n, vec3(0.0, 1.0, 0.1)));
    vec3 across = onto_map * across_skin;
    vec3 along = onto_map * cross(n, across_skin);
    vec3 out_of_skin = onto_map * n;
    vec3 low = here + out_of_skin * 0.0015;
    vec3 high = here + out_of_skin * 0.0060;
    vec3 up_right = (across + along) * narrow;
    vec3 up_left = (across - along) * narrow;
    vec3 right = across * (0.7 * narrow);
    vec3 up = along * (0.7 * narrow);
    float lamp = hidden_by_hands(low) + hidden_by_hands(low + up_right) + hidden_by_hands(low - up_right) +
                 hidden_by_hands(low + up_left) + hidden_by_hands(low - up_left) + hidden_by_hands(low + right) +
                 hidden_by_hands(low - right) + hidden_by_hands(low + up) + hidden_by_hands(low - up);
    float room = hidden_by_hands(high + across * broad) + hidden_by_hands(high - across * broad) +
                 hidden_by_hands(high + along * broad) + hidden_by_hands(high - along * broad);
    return 1.0 - vec2(lamp / 9.0, room / 4.0);
}
