// Puts slices together, pixel by pixel, the nearest before the farther ones, and the clear shells between them. SLICES
// says how many there are, so that nothing is looked up by a number that is not known before.
uniform highp sampler2DArray slices;  // premultiplied
uniform highp sampler2DArray slice_depths;
uniform float slice_opacities[7];
uniform sampler2D shells[3];  // optical depth before slices 0 to 2, 3 to 5, 6; of the whole a fifth
uniform int has_shells;

out vec4 colour;

const float largest_depth = 5.0;
const vec3 shell_tone = vec3(0.76, 0.90, 0.98);

vec4 tones[SLICES];
float depths[SLICES];
float clearness[SLICES];  // of all shells before a slice

void put_in_order(int a, int b) {
    if (depths[b] < depths[a]) {
        vec4 tone = tones[a];
        float depth = depths[a];
        float clear = clearness[a];
        tones[a] = tones[b];
        depths[a] = depths[b];
        clearness[a] = clearness[b];
        tones[b] = tone;
        depths[b] = depth;
        clearness[b] = clear;
    }
}

void main() {
    ivec2 pixel = ivec2(gl_FragCoord.xy);
    float before[9];
    for (int i = 0; i < 9; ++i) {
        before[i] = 0.0;
    }
    if (has_shells != 0) {
        vec3 first = texelFetch(shells[0], pixel, 0).rgb;
        before[0] = first.r;
        before[1] = first.g;
        before[2] = first.b;
#if SLICES > 3
        vec3 second = texelFetch(shells[1], pixel, 0).rgb;
        before[3] = second.r;
        before[4] = second.g;
        before[5] = second.b;
#endif
#if SLICES > 6
        before[6] = texelFetch(shells[2], pixel, 0).r;
#endif
    }
    float opaque_depth = texelFetch(slice_depths, ivec3(pixel, 0), 0).r;
    for (int i = 0; i < SLICES; ++i) {
        tones[i] = texelFetch(slices, ivec3(pixel, i), 0) * slice_opacities[i];
        depths[i] = i == 0 ? opaque_depth : texelFetch(slice_depths, ivec3(pixel, i), 0).r;
        clearness[i] = exp(-largest_depth * before[i]);
    }
    for (int end = SLICES - 1; end > 0; --end) {
        for (int i = 0; i < end; ++i) {
            put_in_order(i, i + 1);
        }
    }
    vec3 sum = vec3(0.0);
    float left = 1.0;  // of the light, after the slices so far
    float clear_so_far = 1.0;
    for (int i = 0; i < SLICES; ++i) {
        // An empty slice lies at the farthest, where all light is spent.
        sum += left * ((clear_so_far - clearness[i]) * shell_tone + clearness[i] * tones[i].rgb);
        left *= 1.0 - tones[i].a;
        clear_so_far = clearness[i];
    }
    colour = vec4(sum, 1.0);
    gl_FragDepth = opaque_depth;
}
