// A clear shell: the skin under x-rays, what stands around an isolated structure. Its parts are all of one tone, so
// that only how much light they hold back must be known, not in which order: M. McGuire, L. Bavoil (2013) weight
// colours where they differ. What is written is optical depth, which adds up, for each slice that of the shells
// before it.
#include "frame.glsl"

uniform highp sampler2DArray slice_depths;
uniform int slice_count;
uniform float steps;
uniform vec3 clear;  // opacity of a wall seen face on, of the glow towards its edge, of the line at its edge

in vec3 place;
in vec3 normal;
layout(location = 0) out vec4 before_0_1_2;
layout(location = 1) out vec4 before_3_4_5;
layout(location = 2) out vec4 before_6;

const float largest_depth = 5.0;  // shaders/see_through.frag has the same

float before(int slice, float depth) {
    if (slice >= slice_count) {
        return 0.0;
    }
    return gl_FragCoord.z < texelFetch(slice_depths, ivec3(gl_FragCoord.xy, slice), 0).r ? depth : 0.0;
}

void main() {
    float facing = dot(normalize(normal), normalize(eye_and_rise.xyz - place)) * (gl_FrontFacing ? 1.0 : -1.0);
    // At its very edge the smooth normal looks a little away already; far away, the surface is inside out.
    facing = facing < -0.35 ? -facing : max(facing, 0.0);
    // An edge is where the surface turns away; a plane that is seen at a flat angle is none.
    float turning = fwidth(facing);
    float round_share = smoothstep(0.0008, 0.0040, turning);
    float edge = 1.0 - facing;
    float glow = edge * edge * edge * mix(0.25, 1.0, round_share);
    // The line is at least a pixel and a half wide, however fast the surface turns away.
    float line = (1.0 - smoothstep(0.10, 0.26 + turning, facing)) * round_share;
    float opacity = clamp(clear.x + clear.y * glow + clear.z * line, 0.0, 0.97);
    // In whole steps of what is written into: then the sum is the same in whatever order.
    float depth = floor(-log(1.0 - opacity) / largest_depth * steps + 0.5) / steps;
    before_0_1_2 = vec4(before(0, depth), before(1, depth), before(2, depth), 0.0);
    before_3_4_5 = vec4(before(3, depth), before(4, depth), before(5, depth), 0.0);
    before_6 = vec4(before(6, depth), 0.0, 0.0, 0.0);
}
