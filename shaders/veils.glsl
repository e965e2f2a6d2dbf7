#ifdef VEILED
// Layers that have faded, each drawn into a slice of its own. Slice 0 is what has not.
uniform highp sampler2DArray slice_depths;
uniform float slice_opacities[7];
uniform int slice_count;

// How much of this fragment is seen through the veils before it.
float seen_through_veils() {
    float share = 1.0;
    for (int i = 1; i < slice_count; ++i) {
        float before = texelFetch(slice_depths, ivec3(gl_FragCoord.xy, i), 0).r;
        share *= before < gl_FragCoord.z ? 1.0 - slice_opacities[i] : 1.0;
    }
    return share;
}
#endif
