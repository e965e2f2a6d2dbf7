// One triangle over the whole picture, at the farthest depth; needs no vertex data.
out vec2 across_picture;  // 0 to 1, y up

void main() {
    across_picture = vec2(float((gl_VertexID << 1) & 2), float(gl_VertexID & 2));
    gl_Position = vec4(across_picture * 2.0 - 1.0, 1.0, 1.0);
}
