// What remains of a cut part, to be counted in the stencil: nothing is drawn.
#include "frame.glsl"
#include "cut.glsl"

in vec3 place;
out vec4 colour;

void main() {
    leave_what_is_cut_away(place);
    colour = vec4(0.0);
}
