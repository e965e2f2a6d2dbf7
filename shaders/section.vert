// A piece of the plane of the cut that covers the body; the same corners for all that is drawn on it, so that all has
// the same depth.
#include "frame.glsl"

uniform vec3 corner;
uniform vec3 side;
uniform vec3 other_side;
out vec3 place;

void main() {
    vec2 share = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
    place = corner + side * share.x + other_side * share.y;
    gl_Position = view_projection * vec4(place, 1.0);
}
