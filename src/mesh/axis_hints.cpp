#include "mesh/axis_hints.h"

#include <assimp/metadata.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <system_error>

namespace dorsum::mesh {
namespace {

std::optional<float> usable_unit(const double metres) {
    // From an ångström to a light year is room for every honest file.
    const bool usable = std::isfinite(metres) && metres > 1.0e-10 && metres < 1.0e16;
    return usable ? std::optional(static_cast<float>(metres)) : std::nullopt;
}

std::optional<Axis> signed_axis(const std::int32_t axis, const std::int32_t sign) {
    constexpr std::array positive = {Axis::plus_x, Axis::plus_y, Axis::plus_z};
    constexpr std::array negative = {Axis::minus_x, Axis::minus_y, Axis::minus_z};
    if (axis < 0 || axis > 2) {
        return std::nullopt;
    }
    return (sign < 0 ? negative : positive)[static_cast<std::size_t>(axis)];
}

/// The number under a key, whichever number type this release of Assimp stores it as.
std::optional<double> metadata_number(const aiMetadata& metadata, const char* key) {
    if (std::int32_t whole = 0; metadata.Get(key, whole)) {
        return whole;
    }
    if (float number = 0.0F; metadata.Get(key, number)) {
        return number;
    }
    if (double number = 0.0; metadata.Get(key, number)) {
        return number;
    }
    return std::nullopt;
}

std::optional<Axis> metadata_axis(const aiMetadata& metadata, const char* axis_key, const char* sign_key) {
    const auto axis = metadata_number(metadata, axis_key);
    const auto sign = metadata_number(metadata, sign_key);
    if (!axis || !sign) {
        return std::nullopt;
    }
    return signed_axis(static_cast<std::int32_t>(*axis), static_cast<std::int32_t>(*sign));
}

AxisHints fbx_hints(const aiScene& scene) {
    AxisHints hints;
    if (scene.mMetaData != nullptr) {
        hints.up = metadata_axis(*scene.mMetaData, "UpAxis", "UpAxisSign");
        hints.front = metadata_axis(*scene.mMetaData, "FrontAxis", "FrontAxisSign");
        if (const auto centimetres = metadata_number(*scene.mMetaData, "UnitScaleFactor")) {
            hints.unit_m = usable_unit(*centimetres * 0.01);
        }
    }
    return hints;
}

/// The text between two marks; empty where there is none.
std::string_view between(const std::string_view text, const std::string_view before, const std::string_view after) {
    const std::size_t start = text.find(before);
    if (start == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = text.substr(start + before.size());
    const std::size_t end = rest.find(after);
    return end == std::string_view::npos ? std::string_view{} : rest.substr(0, end);
}

/// The axes of Collada 1.4.1, chapter 5, <up_axis>: its "in" axis points at the viewer, whom a person looks at.
AxisHints dae_hints(const std::string_view text) {
    const std::string_view asset = between(text, "<asset", "</asset>");
    const std::string_view up = between(asset, "<up_axis>", "</up_axis>");
    AxisHints hints;
    if (up.find("Z_UP") != std::string_view::npos) {
        hints.up = Axis::plus_z;
        hints.front = Axis::minus_y;
    } else if (up.find("Y_UP") != std::string_view::npos) {
        hints.up = Axis::plus_y;
        hints.front = Axis::plus_z;
    } else if (up.find("X_UP") != std::string_view::npos) {
        hints.up = Axis::plus_x;
        hints.front = Axis::plus_z;
    }
    const std::string_view unit = between(asset, "<unit", ">");
    std::string_view metres = between(unit, "meter=\"", "\"");
    metres = metres.empty() ? between(unit, "meter='", "'") : metres;
    double value = 0.0;
    if (std::from_chars(metres.data(), metres.data() + metres.size(), value).ec == std::errc{}) {
        hints.unit_m = usable_unit(value);
    }
    return hints;
}

}  // namespace

AxisHints gltf_hints() {
    return {1.0F, Axis::plus_y, Axis::plus_z};
}

AxisHints axis_hints(const aiScene& scene, const ModelFormat format, const std::string_view dae_text) {
    switch (format) {
        case ModelFormat::fbx:
            return fbx_hints(scene);
        case ModelFormat::dae:
            return dae_hints(dae_text);
        case ModelFormat::gltf:
        case ModelFormat::glb:
            return gltf_hints();
        case ModelFormat::obj:
        case ModelFormat::stl:
        case ModelFormat::ply:
            return {};
    }
    return {};  // unreachable
}

}  // namespace dorsum::mesh
