// Puts slices together, pixel by pixel, the nearest before the farther ones, and the clear shells between them.
uniform highp sampler2DArray slices;  // premultiplied
uniform highp sampler2DArray slice_depths;
uniform float slice_opacities[7];
uniform int slice_count;
uniform sampler2D shells[3];  // optical depth before slices 0 to 2, 3 to 5, 6; of the whole a fifth
uniform int has_shells;

out vec4 colour;

const float largest_depth = 5.0;
const vec3 shell_tone = vec3(0.76, 0.90, 0.98);

void main() {
    ivec2 pixel = ivec2(gl_FragCoord.xy);
    vec4 tones[7];
    float depths[7];
    float clearness[7];  // of all shells before a slice
    float own[7] = float[7](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    if (has_shells != 0) {
        vec3 first = texelFetch(shells[0], pixel, 0).rgb;
        vec3 second = texelFetch(shells[1], pixel, 0).rgb;
        own = float[7](first.r, first.g, first.b, second.r, second.g, second.b, texelFetch(shells[2], pixel, 0).r);
    }
    // Sorted in as they come: there are few, and seldom more than two that are not empty.
    int sorted = 0;
    float opaque_depth = texelFetch(slice_depths, ivec3(pixel, 0), 0).r;
    for (int i = 0; i < slice_count; ++i) {
        vec4 tone = texelFetch(slices, ivec3(pixel, i), 0) * slice_opacities[i];
        float depth = i == 0 ? opaque_depth : texelFetch(slice_depths, ivec3(pixel, i), 0).r;
        if (tone.a <= 0.0 || (i > 0 && depth > opaque_depth)) {
            continue;
        }
        int at = sorted;
        for (; at > 0 && depths[at - 1] > depth; --at) {
            tones[at] = tones[at - 1];
            depths[at] = depths[at - 1];
            clearness[at] = clearness[at - 1];
        }
        tones[at] = tone;
        depths[at] = depth;
        clearness[at] = exp(-largest_depth * own[i]);
        ++sorted;
    }
    vec3 sum = vec3(0.0);
    float left = 1.0;  // of the light, after the slices so far
    float clear_so_far = 1.0;
    for (int i = 0; i < sorted; ++i) {
        sum += left * (clear_so_far - clearness[i]) * shell_tone;
        sum += left * clearness[i] * tones[i].rgb;
        left *= 1.0 - tones[i].a;
        clear_so_far = clearness[i];
    }
    colour = vec4(sum, 1.0);
    gl_FragDepth = opaque_depth;
}
