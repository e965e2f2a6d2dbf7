// What lies farther in where a layer is opened and nothing is modelled: seen on the inner side of the far skin, so
// that nobody looks into an empty shell.
#include "frame.glsl"
#include "light.glsl"
#include "tone.glsl"
#include "cut.glsl"

in vec3 place;
in vec3 normal;
in vec4 shade;
out vec4 colour;

void main() {
#ifdef CUT
    leave_what_is_cut_away(place);
#endif
    colour = vec4(shown(flesh), 1.0);
}
