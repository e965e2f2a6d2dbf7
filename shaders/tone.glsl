// Linear light to what a screen shows.

// Filmic curve: the rational fit to the ACES reference by K. Narkowicz (2015), darkest and brightest tones
// rolled off smoothly.
vec3 filmic(vec3 light) {
    return clamp(light * (2.51 * light + 0.03) / (light * (2.43 * light + 0.59) + 0.14), 0.0, 1.0);
}

// The curve of IEC 61966-2-1 from two square roots: a least squares fit, within 2/255 over the whole range.
vec3 screen_from_linear(vec3 light) {
    vec3 root = sqrt(light);
    return clamp(1.35797 * root - 0.08962 * sqrt(root) - 0.26834 * light - 0.00766, 0.0, 1.0);
}

vec3 shown(vec3 light) {
    return screen_from_linear(filmic(light));
}

// Breaks up the steps between neighbouring tones: gradient noise of J. Jimenez (2014), half a step either way.
float dither(vec2 pixel) {
    return (fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715)))) - 0.5) / 255.0;
}
