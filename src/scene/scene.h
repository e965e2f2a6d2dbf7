#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "body/body.h"
#include "lesson/choreography.h"
#include "scene/apply.h"
#include "scene/camera.h"
#include "scene/hand_models.h"
#include "scene/oil.h"
#include "scene/openings.h"
#include "scene/quality.h"
#include "scene/state.h"

namespace dorsum::scene {

/// How a patch on the skin is drawn (shaders/ribbon.frag, disc.frag, hand_print.frag, caution.frag).
enum class PatchKind : std::uint8_t {
    working_ribbon,  ///< solid, with arrowheads
    return_ribbon,   ///< dashed, with open arrowheads
    zone_disc,       ///< soft disc in a ring
    palm_mark,       ///< print of a palm with fingers
    thumb_mark,      ///< print of a thumb
    fingertips_mark,
    landmark_dot,
    caution,    ///< hatched: where hands take care
    skin_line,  ///< one colour, with round ends: notes, measured ways
};

/// A vertex of something that lies on the skin. `along` and `across` run over the patch:
/// a ribbon's `along` is metres from its start, its `across` -1 to 1 over its width; on discs and
/// marks both run from -1 to 1; on cautions both are metres over the unrolled back.
struct PatchVertex {
    glm::vec3 position{0.0F};  ///< body frame, on the skin at rest
    glm::vec3 normal{0.0F};
    float along = 0.0F;
    float across = 0.0F;
    glm::vec4 colour{1.0F};      ///< linear, with opacity
    float emphasis = 0.0F;       ///< 0 to 1: hovered, selected, or the stroke under way; of a mark its pressure;
                                 ///< of a caution 1 where nothing may press
    float half_width_m = 0.01F;  ///< where `across` is 1 (of a ribbon the arrowheads' half width and halo)
    float length_m = 0.0F;       ///< of a ribbon its whole length; of a mark half its length, where `along` is 1
    float done_m = 0.0F;         ///< of a ribbon how far along it the hand has been; of a zone 1 where it is only
                          ///< to be touched lightly; of a mark 1 where the hand itself is shown over it; of a caution
                          ///< how far beyond its edge, negative within
    float flow_m = 0.0F;     ///< of a ribbon how far its arrowheads have flowed along
    float glow = 0.0F;       ///< 0 to 1: of a ribbon how lately the hand was here; of a zone its pulse
    std::uint32_t kind = 0;  ///< a PatchKind
};

struct PatchSet {
    std::vector<PatchVertex> vertices;
    std::vector<std::uint32_t> indices;
};

/// What an overlay needs to write over the picture; positions in pixels from the top left.
enum class LabelKind { zone, landmark, hand, safety, distance };
struct Label {
    LabelKind kind = LabelKind::zone;
    int zone_number = 0;  ///< of a zone label
    std::string text;
    glm::vec2 position_px{0.0F};
    float emphasis = 0.0F;
    std::string detail{};  ///< of a landmark that was found: how sure that is
};

/// Everything one picture shows, as plain values; what draws it keeps nothing of it.
struct Scene {
    std::shared_ptr<const body::Body> body;
    std::vector<bool> part_shown;  ///< as long as body->parts
    std::optional<std::size_t> hovered_part;
    std::optional<std::size_t> selected_part;
    std::optional<std::size_t> selected_twin;  ///< on the other side, where both are chosen
    Camera camera;
    glm::vec2 size_px{1280.0F, 720.0F};
    PictureQuality quality;
    float chest_rise = 0.0F;           ///< 0 to 1, for body::breathing_displacement
    std::vector<Opening> openings;     ///< around the hands, at most two; none where the layers stay closed
    HandPeel opened = HandPeel::none;  ///< as far as these go
    std::vector<Veil> veils;       ///< layers that have faded, at most fading_layer_count; their parts are shown, too
    std::vector<bool> part_ghost;  ///< of those shown: clear shells; empty, or as long as body->parts
    std::vector<glm::vec3> part_shift;  ///< how far parts are moved, metres; empty, or as long as body->parts
    std::vector<bool> part_isolated;    ///< these stand alone, the others are ghosts; empty, or as long as parts
    std::optional<Cut> cut;
    std::optional<glm::vec3> plain_ground;  ///< in place of the room: one colour, as screens show it
    PatchSet patches;                       ///< drawn in this order over the skin
    std::shared_ptr<const HandModels> hand_models;
    std::vector<HandShown> hands;  ///< none without models
    SkinTone skin_tone = SkinTone::light;
    OilShown oil;
    std::vector<std::size_t> glowing_parts;  ///< organs that shine through the skin: those of the chosen zone
    glm::vec3 glow{0.0F};                    ///< in what tone: the zone's, linear
    std::vector<SkinFlush> flushes;          ///< where they have just been
    std::vector<Label> labels;
    lesson::Moment moment;
};

/// State to Scene: pure, a few milliseconds at most. Label positions hide behind nothing: a label
/// whose target is on the far side or covered is left out.
[[nodiscard]] Scene compose(const State& state, const Subject& subject, glm::vec2 size_px);

}  // namespace dorsum::scene
