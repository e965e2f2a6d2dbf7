// How much of the light surfaces throw back. Nothing here gives more than it gets: tests/render holds them to it.

// Light of a lamp on what lets it in and out again a little farther on, as a share of what falls on a surface that
// faces the lamp. `facing` is the cosine towards it, `wrapping` is 1 / (1 + how far light comes around, 0 to 1). Over
// all directions its mean is that of Lambert's cosine, so that as much leaves as enters.
vec3 wrapped(vec3 facing, vec3 wrapping) {
    vec3 soft = max((facing - 1.0) * wrapping + 1.0, 0.0);
    return soft * (0.5 + 0.75 * soft) * wrapping;
}

// Share that the surface of skin or oil reflects: C. Schlick (1994), 2.8 % face on (index of refraction 1.4).
float fresnel(float facing) {
    float away = 1.0 - clamp(facing, 0.0, 1.0);
    float squared = away * away;
    return 0.028 + 0.972 * squared * squared * away;
}

// Highlights of a lamp on skin as a share of its light: J. Blinn's lobes with the norm (power + 8) / 8 of A. Hoffman,
// N. Hoffman and T. Akenine-Moeller (2008). Skin has a broad one and a narrow one; oil fills the furrows and has one
// that is narrower yet. `rough` is the normal with pores and furrows, `smooth_normal` that without.
float skin_gleam(vec3 rough, vec3 smooth_normal, vec3 to_light, vec3 to_eye, float wet) {
    vec3 halfway = normalize(to_light + to_eye);
    float reflected = fresnel(dot(halfway, to_eye));
    float near = max(dot(rough, halfway), 0.0);
    float near_8 = near * near;
    near_8 *= near_8;
    near_8 *= near_8;
    float near_16 = near_8 * near_8;
    float near_32 = near_16 * near_16;
    float gleam = 0.59 * 2.0 * near_8 + 0.36 * 5.0 * near_32;
    float film = max(dot(normalize(mix(rough, smooth_normal, 0.7)), halfway), 0.0);
    film *= film;
    film *= film;
    film *= film;
    film *= film;
    film *= film;   // to the 32nd
    float film_64 = film * film;
    gleam = mix(gleam, 0.35 * gleam + 0.62 * (0.55 * 5.0 * film + 0.45 * 9.0 * film_64), wet);
    return reflected * gleam * max(dot(rough, to_light), 0.0);
}
