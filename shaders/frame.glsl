// What all passes of one picture share; laid out as FrameBlock in src/render/frame_block.cpp.
layout(std140) uniform Frame {
    mat4 view_projection;
    vec4 eye_and_rise;  // xyz: the eye, body frame, metres; w: how far the chest has risen, 0 to 1
    vec4 picture;       // width and height in pixels; 1/width, 1/height
    vec4 opening[2];       // around each hand: centre on the skin at rest; w: radius in metres, 0 without one
    vec4 opening_axis[2];  // xyz: out of the skin
    vec4 shade_area;    // corner of the contact shade in x and y, metres; 1/extent in x and y
    vec4 cut_plane;     // normal; what lies farther along it than w, metres, is taken away
};
