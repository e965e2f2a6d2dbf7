// An organ that shines through the skin: brightest where it is thickest, and soft towards its outline, as light is
// that has come through flesh.
#include "frame.glsl"
#include "tone.glsl"

uniform vec3 glow;  // linear

in vec3 place;
in vec3 normal;
out vec4 colour;

void main() {
    float facing = max(dot(normalize(normal), normalize(eye_and_rise.xyz - place)), 0.0);
    float thick = smoothstep(0.08, 0.95, facing);
    // Flesh lets red through the farthest: the outline, where the light has come a long way, is warmer and dimmer.
    vec3 light = mix(glow * vec3(0.75, 0.38, 0.34), glow * 0.95 + vec3(0.10, 0.07, 0.05), thick * thick);
    colour = vec4(shown(light), 0.60 * thick);
}
