// The least that shows a shaded triangle.
#include "frame.glsl"

layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal_and_curvature;

out vec3 normal;

void main() {
    normal = normal_and_curvature.xyz;
    gl_Position = view_projection * vec4(position, 1.0);
}
