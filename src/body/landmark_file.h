#pragma once

#include <filesystem>
#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "mesh/mesh.h"

namespace dorsum::body {

struct GivenLandmark {
    std::string id;              ///< as in body.h
    glm::vec3 position_m{0.0F};  ///< in the model's coordinates times its unit
    float confidence = 1.0F;     ///< 0 to 1
    friend bool operator==(const GivenLandmark&, const GivenLandmark&) = default;
};

/// What stands in a landmark file (TOML): `format = 1`, where wished `unit_m`, `up` and `facing`
/// ("+y", "-z" ...), and any number of tables
///     [[landmark]]
///     id = "C7"
///     position_m = [0.0, 0.3017, 0.0763]
///     confidence = 1.0
/// `origin_m`, three numbers like a position, says where the origin of the body frame lies; without it the landmarks
/// do.
struct LandmarkFile {
    std::optional<float> unit_m;
    std::optional<mesh::Axis> up;
    std::optional<mesh::Axis> facing;
    std::optional<glm::vec3> origin_m;     ///< in the model's coordinates times its unit
    std::vector<GivenLandmark> landmarks;  ///< no id twice
};

/// The landmark file beside a model: `back.landmarks.toml` or `back.glb.landmarks.toml` for
/// `back.glb`; empty when there is none.
[[nodiscard]] std::optional<std::filesystem::path> landmark_file_beside(const std::filesystem::path& model);

/// Where the landmarks of a model are to be saved: the file that is there already, else `back.landmarks.toml`.
[[nodiscard]] std::filesystem::path landmark_path(const std::filesystem::path& model);

/// Fails with line and column at the first thing that is not as above.
[[nodiscard]] Result<LandmarkFile> read_landmark_file(const std::filesystem::path& path);
[[nodiscard]] Result<LandmarkFile> parse_landmark_file(std::string_view text, const std::string& file);

/// The text that read_landmark_file() reads back as the same content, to a hundredth of a millimetre.
[[nodiscard]] std::string landmark_file_text(const LandmarkFile& content);

/// Writes beside, then renames; an older file is replaced whole or not at all.
[[nodiscard]] Result<void> write_landmark_file(const std::filesystem::path& path, const LandmarkFile& content);

/// "+x", "-y", "z"; empty for anything else.
[[nodiscard]] std::optional<mesh::Axis> parse_axis(std::string_view text);

}  // namespace dorsum::body
