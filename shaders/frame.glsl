// What all passes of one picture share; laid out as FrameBlock in src/render/renderer.cpp.
layout(std140) uniform Frame {
    mat4 view_projection;
    vec4 eye_and_rise;  // xyz: the eye, body frame, metres; w: how far the chest has risen, 0 to 1
    vec4 picture;       // width and height in pixels; 1/width, 1/height
    vec4 shade_area;    // corner of the contact shade in x and y, metres; 1/extent in x and y
};
