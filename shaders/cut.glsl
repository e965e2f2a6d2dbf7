// What a cut through the body leaves. Needs frame.glsl.
float beyond_cut(vec3 at) {
    return dot(cut_plane.xyz, at) - cut_plane.w;
}

void leave_what_is_cut_away(vec3 at) {
    if (beyond_cut(at) > 0.0) {
        discard;
    }
}
