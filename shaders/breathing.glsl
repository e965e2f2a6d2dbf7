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

// A smooth step and how steep it is.
vec2 step_and_slope(float low, float high, float at) {
    float share = clamp((at - low) / (high - low), 0.0, 1.0);
    return vec2(share * share * (3.0 - 2.0 * share), 6.0 * share * (1.0 - share) / (high - low));
}

// The normal of the risen surface: that at rest, by the cofactors of the derivative of where places go.
vec3 risen_normal(vec3 at, vec3 rest_normal, float rise) {
    float filled = clamp(rise, 0.0, 1.0);
    vec2 aside = step_and_slope(side_start_m, side_end_m, abs(at.x));
    float trunk = filled * (1.0 - aside.x);
    float trunk_slope = -filled * aside.y * sign(at.x);
    vec2 into = step_and_slope(thorax_bottom_m, thorax_low_m, at.y);
    vec2 out_of = step_and_slope(thorax_high_m, thorax_top_m, at.y);
    float thorax = into.x * (1.0 - out_of.x);
    float thorax_slope = into.y * (1.0 - out_of.x) - into.x * out_of.y;
    into = step_and_slope(ribs_bottom_m, ribs_low_m, at.y);
    out_of = step_and_slope(ribs_high_m, ribs_top_m, at.y);
    float ribs = into.x * (1.0 - out_of.x);
    float ribs_slope = into.y * (1.0 - out_of.x) - into.x * out_of.y;
    vec2 back = step_and_slope(front_m, back_m, at.z);
    float widening = widening_m / side_start_m;
    float x_by_x = 1.0 + widening * ribs * (trunk + trunk_slope * at.x);
    float x_by_y = widening * ribs_slope * trunk * at.x;
    float z_by_x = lift_m * trunk_slope * thorax * back.x;
    float z_by_y = lift_m * trunk * thorax_slope * back.x;
    float z_by_z = 1.0 + lift_m * trunk * thorax * back.y;
    return normalize(vec3(z_by_z * rest_normal.x - z_by_x * rest_normal.z,
                          z_by_z * (x_by_x * rest_normal.y - x_by_y * rest_normal.x) +
                              (x_by_y * z_by_x - x_by_x * z_by_y) * rest_normal.z,
                          x_by_x * rest_normal.z));
}
