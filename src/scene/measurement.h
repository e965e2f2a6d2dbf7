#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <string>
#include <vector>

namespace dorsum::body {
struct Body;
}

namespace dorsum::scene {

struct PatchSet;
struct State;
struct Subject;

/// From one point of the skin to the next.
struct SkinWay {
    float length_m = 0.0F;    ///< the shortest over the skin, of the body at rest; 0 where none leads there
    float straight_m = 0.0F;  ///< through the air and the body
    glm::vec3 middle{0.0F};   ///< on the way, half-way
    glm::vec3 middle_normal{0.0F};
    std::shared_ptr<const PatchSet> patch;  ///< to be laid over the skin; empty where no way leads there
};

/// Distances over the skin. The points and ways stay when measuring ends, but are shown only meanwhile.
struct Measurement {
    bool on = false;
    std::vector<glm::vec3> points;                     ///< on the skin at rest, body frame
    std::vector<std::shared_ptr<const SkinWay>> ways;  ///< from each point to the next: one fewer
    friend bool operator==(const Measurement&, const Measurement&) = default;
};
inline constexpr std::size_t most_measure_points = 50;

/// Over all ways that lead somewhere.
[[nodiscard]] float length_m(const Measurement& measurement);

/// Lays the points on the skin of this body, leaves out those that lie beside it, and finds the ways anew.
[[nodiscard]] Measurement laid_on(Measurement measurement, const Subject& subject);

/// "84 mm", from 10 cm on "18.4 cm".
[[nodiscard]] std::string distance_text(float distance_m);

/// The ways, and a dot at each point, while measuring is on.
void add_measurement(PatchSet& patches, const State& state, const body::Body& body);

}  // namespace dorsum::scene
