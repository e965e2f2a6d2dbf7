// Smooths the stair steps at edges: where a pixel's neighbours differ much in brightness, the picture is
// averaged along the edge. The idea is T. Lottes' fast approximate anti-aliasing (2009).
#include "frame.glsl"

uniform sampler2D drawn;
in vec2 across_picture;
out vec4 colour;

float brightness(vec3 tone) {
    return dot(tone, vec3(0.30, 0.59, 0.11));
}

void main() {
    ivec2 pixel = ivec2(gl_FragCoord.xy);
    ivec2 last = ivec2(picture.xy) - 1;
    vec3 here = texelFetch(drawn, pixel, 0).rgb;
    float north_west = brightness(texelFetch(drawn, clamp(pixel + ivec2(-1, 1), ivec2(0), last), 0).rgb);
    float north_east = brightness(texelFetch(drawn, clamp(pixel + ivec2(1, 1), ivec2(0), last), 0).rgb);
    float south_west = brightness(texelFetch(drawn, clamp(pixel + ivec2(-1, -1), ivec2(0), last), 0).rgb);
    float south_east = brightness(texelFetch(drawn, clamp(pixel + ivec2(1, -1), ivec2(0), last), 0).rgb);
    float middle = brightness(here);
    float darkest = min(middle, min(min(north_west, north_east), min(south_west, south_east)));
    float brightest = max(middle, max(max(north_west, north_east), max(south_west, south_east)));
    bool edge = brightest - darkest > max(0.0625, brightest * 0.125);
    vec2 along = vec2(south_west + south_east - north_west - north_east,
                      north_west + south_west - north_east - south_east);
    float shorter = min(abs(along.x), abs(along.y)) + 0.02;
    along = clamp(along / shorter, -6.0, 6.0) * picture.zw;
    vec2 at = gl_FragCoord.xy * picture.zw;
    // Two looks near by, two farther along the edge. A processor that draws many pixels at once leaves a loop early, but
    // takes both sides of a condition.
    int count = edge ? 4 : 0;
    vec3 near = vec3(0.0);
    vec3 far = vec3(0.0);
    vec2 look = along / 6.0;
    for (int i = 0; i < count; ++i) {
        vec3 there = texture(drawn, at + look).rgb;
        near += i < 2 ? 0.5 * there : vec3(0.0);
        far += 0.25 * there;
        look = i == 1 ? along * 0.5 : -look;
    }
    float of_far = brightness(far);
    vec3 smoothed = of_far < darkest || of_far > brightest ? near : far;
    colour = vec4(edge ? smoothed : here, 1.0);
}
