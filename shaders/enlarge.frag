// Brings a picture that was drawn at a lower resolution to that of the screen. Between two pixels the tone goes over
// faster than in a straight line, so that edges stay crisp; one look a pixel, as this is for machines that are slow.
uniform sampler2D drawn;
in vec2 across_picture;
out vec4 colour;

void main() {
    vec2 size = vec2(textureSize(drawn, 0));
    vec2 at = across_picture * size - 0.5;
    vec2 between = fract(at);
    between = mix(between, between * between * (3.0 - 2.0 * between), 0.6);
    colour = vec4(texture(drawn, (floor(at) + 0.5 + between) / size).rgb, 1.0);
}
