in vec3 normal;
out vec4 colour;

void main() {
    float light = max(dot(normalize(normal), vec3(-0.60796, 0.50990, 0.60796)), 0.0);
    colour = vec4(vec3(0.15 + 0.7 * light), 1.0);
}
