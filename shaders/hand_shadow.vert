// The giver's hands as the lamp sees them: depth alone.
uniform mat4 from_body;

layout(location = 0) in vec4 place_and_reach;  // w: how far the shadow reaches beyond, towards the elbow

out float reach_mm;

void main() {
    reach_mm = place_and_reach.w;
    gl_Position = from_body * vec4(place_and_reach.xyz, 1.0);
}
