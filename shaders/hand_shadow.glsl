// The shadow of the giver's hands on the skin: a narrow one of the lamp, a broad and faint one of the room, which says
// how near a hand is.
#include "pressure.glsl"

uniform highp sampler2D hand_shadow_map;
uniform sampler2D hands_near;  // 1 where a hand is over the map or a little beside, on a coarse grid

// Whether a hand is between the lamp and a place on the map, 0 to 1; what is far off throws no shadow, as the lamp is
// broad.
float hidden_by_hands(vec3 on_map) {
    float hand = texture(hand_shadow_map, on_map.xy).r;
    float nearer_m = (on_map.z - hand) * hand_shadow_depth.x;
    return hand == 1.0 ? 0.0 : clamp(nearer_m * 1000.0, 0.0, 1.0) * clamp(1.0 - nearer_m / 0.065, 0.0, 1.0);
}

// Shares of the lamp's and of the room's light that reach a place of the skin.
vec2 light_past_hands(vec3 at, vec3 n) {
    vec3 on_map = (hand_shadow * vec4(at, 1.0)).xyz;
    vec2 from_middle = abs(on_map.xy - 0.5);
    bool far = counts.z == 0 || max(from_middle.x, from_middle.y) > 0.5 || texture(hands_near, on_map.xy).r < 0.5;
    vec2 reaching = vec2(1.0);
    // A processor that draws many pixels at once leaves a loop early, but takes both sides of a condition.
    for (int near = far ? 0 : 1; near > 0; --near) {
        mat3 to_map = mat3(hand_shadow);
        vec3 across = normalize(cross(n, vec3(0.0, 1.0, 0.1)));
        vec3 along = to_map * cross(n, across);
        across = to_map * across;
        vec3 out_of_skin = to_map * n;
        const float narrow = 0.0062;
        const float broad = 0.0120;
        vec3 low = on_map + out_of_skin * 0.0015;
        vec3 high = on_map + out_of_skin * 0.0060;
        float lamp = hidden_by_hands(low);
        float room = 0.0;
        for (int i = 0; i < 4; ++i) {
            lamp += hidden_by_hands(low + (across + along) * narrow) + hidden_by_hands(low + across * (0.7 * narrow));
            room += hidden_by_hands(high + across * broad);
            vec3 turned = -across;  // a quarter on
            across = along;
            along = turned;
        }
        reaching = 1.0 - vec2(lamp / 9.0, room / 4.0);
    }
    return reaching;
}
