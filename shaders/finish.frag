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
    colour = vec4(here, 1.0);
    if (brightest - darkest > max(0.035, brightest * 0.11)) {
        vec2 along = vec2(south_west + south_east - north_west - north_east,
                          north_west + south_west - north_east - south_east);
        float shorter = min(abs(along.x), abs(along.y)) + 0.02;
        along = clamp(along / shorter, -6.0, 6.0) * picture.zw;
        vec2 at = gl_FragCoord.xy * picture.zw;
        vec3 near = 0.5 * (texture(drawn, at - along / 6.0).rgb + texture(drawn, at + along / 6.0).rgb);
        vec3 far = 0.5 * near + 0.25 * (texture(drawn, at - along * 0.5).rgb + texture(drawn, at + along * 0.5).rgb);
        float of_far = brightness(far);
        colour.rgb = of_far < darkest || of_far > brightest ? near : far;
    }
}
