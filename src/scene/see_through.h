#pragma once

#include <array>
#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dorsum::body {
struct Body;
}

namespace dorsum::scene {

enum class Layer;
struct Scene;
struct State;
struct Subject;

/// The planes of anatomy: between left and right, between head and feet, between back and front.
enum class Section : std::uint8_t { sagittal, axial, coronal };
[[nodiscard]] std::optional<Section> parse_section(std::string_view name);
[[nodiscard]] const char* name_of(Section section);  ///< as parse_section reads it

/// Where the body is cut: what lies to the right of the plane, towards the head, or out of the back is taken away.
struct Cut {
    Section section = Section::sagittal;
    float offset_mm = 0.0F;   ///< of the plane along its normal, from the body frame's origin
    bool other_side = false;  ///< the other half is taken away instead
    friend bool operator==(const Cut&, const Cut&) = default;
};
inline constexpr float largest_cut_offset_mm = 1000.0F;

/// The plane as {normal, offset in metres}: a place p is taken away where dot(normal, p) > offset.
[[nodiscard]] glm::vec4 plane_of(const Cut& cut);
[[nodiscard]] bool is_cut_away(const std::optional<Cut>& cut, glm::vec3 place);
/// The offsets between which a plane meets the body, with a little to spare, millimetres.
[[nodiscard]] std::array<float, 2> offsets_through(const body::Body& body, Section section);

inline constexpr int fading_layer_count = 6;
/// The layers that fade, the outermost first: skin (and the towel on it), superficial, intermediate and deep muscles,
/// skeleton, organs.
[[nodiscard]] const std::array<Layer, fading_layer_count>& fading_layers();

/// How a person looks into the body, beside laying it open.
struct SeeThrough {
    std::array<float, fading_layer_count> opacity = opaque();  ///< as fading_layers(); 0 (gone) to 1
    bool x_ray = false;                                        ///< the skin is a clear shell with a bright rim
    std::optional<Cut> cut;
    float explosion = 0.0F;          ///< 0 to 1: how far the muscles are taken apart
    std::set<std::string> isolated;  ///< names of parts that stand alone among ghosts; empty = none do
    friend bool operator==(const SeeThrough&, const SeeThrough&) = default;

    /// Of a layer that does not fade, 1.
    [[nodiscard]] float opacity_of(Layer layer) const;
    void set_opacity(Layer layer, float value);

private:
    [[nodiscard]] static constexpr std::array<float, fading_layer_count> opaque() {
        std::array<float, fading_layer_count> all{};
        all.fill(1.0F);
        return all;
    }
};

/// The state with its layers as they are seen: what has faded wholly is hidden, and what shines through a skin that
/// covers all else, or is cut with it, is shown.
[[nodiscard]] State as_seen(State state);

/// Parts that are drawn as one picture, which is laid over what is behind it.
struct Veil {
    float opacity = 1.0F;      ///< more than 0, less than 1
    std::vector<bool> within;  ///< as long as the body's parts: those of this veil that are shown
};

/// Puts into a scene, whose body and shown parts are known, what the state as it is seen asks for.
void see_through(Scene& scene, const State& seen, const Subject& subject);

// For the keys: the outermost layer that is seen, and the innermost that has faded.
[[nodiscard]] Layer layer_to_fade(const State& state);
[[nodiscard]] Layer layer_to_restore(const State& state);

// What the commands do. Values out of range are brought into it.
struct SetOpacity;
struct SetXRay;
struct SetCut;
struct SetExplosion;
struct IsolateStructure;
struct ResetSeeThrough;
void apply_see_through(State& state, const SetOpacity& command, const Subject& subject);
void apply_see_through(State& state, const SetXRay& command, const Subject& subject);
void apply_see_through(State& state, const SetCut& command, const Subject& subject);
/// Moves the cut with the mouse; looked at face on, upwards is farther along the normal.
void drag_cut(State& state, glm::vec2 drag_px, float window_height_px);
void apply_see_through(State& state, const SetExplosion& command, const Subject& subject);
void apply_see_through(State& state, const IsolateStructure& command, const Subject& subject);
void apply_see_through(State& state, const ResetSeeThrough& command, const Subject& subject);

}  // namespace dorsum::scene
