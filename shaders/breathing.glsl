// How the trunk moves when the lungs fill: the same formula and the same constants as
// src/body/breathing_shape.cpp and src/body/breathing_figures.h, held together by a test.
const float lift_m = 0.0125;
const float widening_m = 0.0055;
const float thorax_bottom_m = -0.17;
const float thorax_low_m = -0.01;
const float thorax_high_m = 0.06;
const float thorax_top_m = 0.3;
const float ribs_bottom_m = -0.13;
const float ribs_low_m = -0.01;
const float ribs_high_m = 0.05;
const float ribs_top_m = 0.17;
const float side_start_m = 0.13;
const float side_end_m = 0.19;
const float front_m = -0.16;
const float back_m = 0.04;

// position: body frame, metres; rise: 0 (end of exhalation) to 1 (end of inhalation).
vec3 breathing_displacement(vec3 position, float rise) {
    float filled = clamp(rise, 0.0, 1.0);
    float trunk = 1.0 - smoothstep(side_start_m, side_end_m, abs(position.x));
    float thorax = smoothstep(thorax_bottom_m, thorax_low_m, position.y) *
                   (1.0 - smoothstep(thorax_high_m, thorax_top_m, position.y));
    float lower_ribs = smoothstep(ribs_bottom_m, ribs_low_m, position.y) *
                       (1.0 - smoothstep(ribs_high_m, ribs_top_m, position.y));
    float back = smoothstep(front_m, back_m, position.z);
    return filled * trunk * vec3(widening_m * lower_ribs * position.x / side_start_m, 0.0, lift_m * thorax * back);
}
