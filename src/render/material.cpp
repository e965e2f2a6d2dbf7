#include "render/material.h"

#include <array>
#include <string_view>

namespace dorsum::render {

namespace {

struct NamedLook {
    std::string_view word;  ///< of the part's name
    glm::vec3 tone;
    glm::vec3 dark_tone;
    float gloss;
};

// Linear light. Colours as in fresh anatomical preparations, a little muted.
constexpr std::array organ_looks{
    NamedLook{"lung", {0.340F, 0.220F, 0.208F}, {0.215F, 0.155F, 0.158F}, 0.35F},
    NamedLook{"heart", {0.155F, 0.022F, 0.020F}, {0.26F, 0.10F, 0.045F}, 0.60F},
    NamedLook{"liver", {0.120F, 0.030F, 0.021F}, {0.080F, 0.021F, 0.016F}, 0.70F},
    NamedLook{"stomach", {0.44F, 0.235F, 0.195F}, {0.34F, 0.150F, 0.125F}, 0.55F},
    NamedLook{"spleen", {0.100F, 0.031F, 0.042F}, {0.066F, 0.022F, 0.031F}, 0.60F},
    NamedLook{"kidney", {0.128F, 0.043F, 0.032F}, {0.086F, 0.028F, 0.022F}, 0.55F},
};
constexpr NamedLook other_organ{"", {0.46F, 0.20F, 0.16F}, {0.33F, 0.13F, 0.11F}, 0.50F};

constexpr NamedLook bone{"", {0.520F, 0.412F, 0.268F}, {0.235F, 0.150F, 0.078F}, 0.18F};
constexpr NamedLook cartilage{"", {0.440F, 0.490F, 0.490F}, {0.240F, 0.285F, 0.300F}, 0.50F};
constexpr NamedLook muscle{"", {0.168F, 0.0310F, 0.0240F}, {0.060F, 0.0098F, 0.0085F}, 0.45F};
/// Deeper muscles are darker, as seen in the shade of those over them: borders between layers then show.
constexpr float intermediate_muscle_shade = 0.74F;
constexpr float deep_muscle_shade = 0.68F;

constexpr std::array cartilage_words{"cartilage", "intervertebral_disc"};
constexpr std::array fascia_words{"fascia"};

template <typename Words>
bool has_any(const std::string& name, const Words& words) {
    for (const char* word : words) {
        if (name.find(word) != std::string::npos) {
            return true;
        }
    }
    return false;
}

Material with_look(const Surface surface, const NamedLook& look, const float tendon = 0.0F) {
    return {surface, look.tone, look.dark_tone, look.gloss, tendon};
}

Material muscle_material(const body::Part& part, const float shade) {
    const NamedLook look{"", shade * muscle.tone, shade * muscle.dark_tone, muscle.gloss};
    return with_look(Surface::muscle, look, has_any(part.name, fascia_words) ? 1.0F : 0.0F);
}

const NamedLook& look_of_organ(const std::string& name) {
    for (const NamedLook& look : organ_looks) {
        if (name.find(look.word) != std::string::npos) {
            return look;
        }
    }
    return other_organ;
}

}  // namespace

Material material_of(const body::Part& part) {
    switch (part.role) {
        case body::Role::skin:
            break;
        case body::Role::towel:
            return {.surface = Surface::towel};
        case body::Role::table:
            return {.surface = Surface::table};
        case body::Role::superficial_muscle:
            return muscle_material(part, 1.0F);
        case body::Role::intermediate_muscle:
            return muscle_material(part, intermediate_muscle_shade);
        case body::Role::deep_muscle:
            return muscle_material(part, deep_muscle_shade);
        case body::Role::skeleton:
            return with_look(Surface::bone, has_any(part.name, cartilage_words) ? cartilage : bone);
        case body::Role::organ:
            return with_look(Surface::organ, look_of_organ(part.name));
    }
    return {.surface = Surface::skin};
}

Material hand_material(const scene::SkinTone receiver) {
    const scene::SkinLook look = scene::look_of(scene::giver_on(receiver));
    return {.surface = Surface::hand,
            .tone = look.albedo,
            .dark_tone = look.albedo * glm::vec3{0.56F, 0.47F, 0.45F},
            .gloss = 0.26F * look.gloss};
}

}  // namespace dorsum::render
