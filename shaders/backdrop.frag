// The room behind: dim, a little lighter where the lamp stands, darker to the edges.
#include "frame.glsl"
#include "tone.glsl"

in vec2 across_picture;
out vec4 colour;

void main() {
    vec2 from_lamp = (across_picture - vec2(0.42, 0.62)) * vec2(picture.x * picture.w, 1.0);
    float fall_off = 1.0 / (1.0 + 1.9 * dot(from_lamp, from_lamp));
    vec3 tone = mix(vec3(0.080, 0.090, 0.102), vec3(0.262, 0.272, 0.278), fall_off);
    colour = vec4(tone + dither(gl_FragCoord.xy), 1.0);
}
