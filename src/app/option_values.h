#pragma once

#include <array>
#include <bitset>
#include <glm/vec2.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "mesh/mesh.h"
#include "scene/state.h"

namespace dorsum::app {

// How the values of command line options read. Each returns empty for what it cannot read.

/// "1280x720"; each side from 16 to 16384.
[[nodiscard]] std::optional<glm::ivec2> parse_size(std::string_view text);
/// "all", "none", "1,2,7".
[[nodiscard]] std::optional<std::bitset<scene::zone_count + 1>> parse_zones(std::string_view text);
/// "skin,towel,zones"; "all", "none", and "muscles" for those of every depth, too.
[[nodiscard]] std::optional<scene::Layers> parse_layers(std::string_view text);
/// The same with layers of the body only: "skeleton,organs".
[[nodiscard]] std::optional<scene::Layers> parse_body_layers(std::string_view text);
/// "skin=0.3,superficial=0": layers that fade, each with its opacity from 0 to 1; "muscles" for those of every depth.
[[nodiscard]] std::optional<std::array<float, scene::fading_layer_count>> parse_opacities(std::string_view text);
/// "sagittal=0", "axial=-40.5", and with ",other" the other half is taken away; millimetres.
[[nodiscard]] std::optional<scene::Cut> parse_cut(std::string_view text);
/// A number from 0 to 1.
[[nodiscard]] std::optional<float> parse_share(std::string_view text);
/// "low", "balanced", "high": what a picture that is drawn once can be asked for.
[[nodiscard]] std::optional<scene::QualityChoice> parse_fixed_quality(std::string_view text);
/// A number of a step, from 1.
[[nodiscard]] std::optional<int> parse_step(std::string_view text);
/// A finite number, 0 or more.
[[nodiscard]] std::optional<double> parse_seconds(std::string_view text);
/// A number from 4 to 20.
[[nodiscard]] std::optional<double> parse_breath_rate(std::string_view text);
/// "all" gives {1, 0}; "2" gives {2, 2}; "1-3" gives {1, 3}.
[[nodiscard]] std::optional<std::pair<int, int>> parse_steps(std::string_view text);
/// "fr" of "fr" and "fr_CA.UTF-8": a code of two or three letters.
[[nodiscard]] std::optional<std::string> parse_language(std::string_view text);
/// What names no language, but that of the environment.
inline constexpr std::string_view system_language = "system";
/// "mm", "cm", "m", "inch", or a number of metres above 0.
[[nodiscard]] std::optional<float> parse_unit(std::string_view text);

}  // namespace dorsum::app
