// Which structure the plane of the cut passes through here, and in what tone it is to be shown.
#include "tone.glsl"

uniform vec4 tone_and_mark;  // linear; number of the structure: its kind in steps of a quarter, see section.frag
in vec3 place;
out vec4 colour;

void main() {
    colour = vec4(screen_from_linear(tone_and_mark.rgb), tone_and_mark.a);
}
