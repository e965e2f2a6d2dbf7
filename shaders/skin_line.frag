// Notes and measured ways: one colour, with round ends. The rim is a line of its own, below the core.
#include "patch.glsl"

const float soft_edge_m = 0.0006;  // as in scene/skin_line.cpp

void main() {
    float along = on_patch.x;
    float sideways = abs(on_patch.y) * extent.y;
    float pixel_m = max(fwidth(along), fwidth(on_patch.y * extent.y)) + 1.0e-5;
    float beyond = max(max(-along, along - extent.z), 0.0);
    float shape = length(vec2(beyond, sideways)) - (extent.y - soft_edge_m);
    show(vec4(colour_and_opacity.rgb, colour_and_opacity.a * inside(shape, pixel_m)));
}
