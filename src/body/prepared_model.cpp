#include "body/prepared_model.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <glm/gtc/type_ptr.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "body/part_roles.h"
#include "mesh/model_stream.h"

namespace dorsum::body {
namespace {

using Json = nlohmann::json;

// Floats go through Json as they are: it keeps every double, and so every float.
Json json_of(const Placement& placement) {
    Json given = Json::array();
    for (const GivenLandmark& landmark : placement.given) {
        const glm::vec3 at = landmark.position_m;
        given.push_back({{"id", landmark.id}, {"at", {at.x, at.y, at.z}}, {"confidence", landmark.confidence}});
    }
    const float* matrix = glm::value_ptr(placement.body_from_model);
    return {{"up", static_cast<int>(placement.up)},
            {"facing", static_cast<int>(placement.facing)},
            {"unit_m", placement.unit_m},
            {"scale", placement.scale},
            {"matrix", std::vector<float>(matrix, matrix + 16)},
            {"heights", placement.heights},
            {"confidence", placement.confidence},
            {"given", given},
            {"warnings", placement.warnings}};
}

mesh::Axis axis_from(const Json& number) {
    return static_cast<mesh::Axis>(std::clamp(number.get<int>(), 0, static_cast<int>(mesh::Axis::minus_z)));
}

/// Throws Json::exception where something is not as json_of writes it.
Placement placement_from(const Json& json) {
    Placement placement;
    placement.up = axis_from(json.at("up"));
    placement.facing = axis_from(json.at("facing"));
    placement.unit_m = json.at("unit_m").get<float>();
    placement.scale = json.at("scale").get<float>();
    const auto matrix = json.at("matrix").get<std::array<float, 16>>();
    placement.body_from_model = glm::make_mat4(matrix.data());
    placement.heights = json.at("heights").get<decltype(placement.heights)>();
    placement.confidence = json.at("confidence").get<float>();
    for (const Json& landmark : json.at("given")) {
        const auto at = landmark.at("at").get<std::array<float, 3>>();
        placement.given.push_back(
            {landmark.at("id").get<std::string>(), {at[0], at[1], at[2]}, landmark.at("confidence").get<float>()});
    }
    placement.warnings = json.at("warnings").get<std::vector<std::string>>();
    return placement;
}

}  // namespace

bool write_bytes(const PreparedModel& prepared, const ByteSink& sink) {
    const std::string placement = json_of(prepared.placement).dump();
    const std::uint64_t length = placement.size();
    return sink(std::as_bytes(std::span(&length, 1))) && sink(std::as_bytes(std::span(placement))) &&
           mesh::write_bytes(prepared.model, sink);
}

std::optional<PreparedModel> prepared_from_bytes(const std::span<const std::byte> bytes,
                                                 const std::string& model_file) try {
    std::uint64_t length = 0;
    if (bytes.size() < sizeof(length)) {
        return std::nullopt;
    }
    std::memcpy(&length, bytes.data(), sizeof(length));
    const auto rest = bytes.subspan(sizeof(length));
    if (length > rest.size()) {
        return std::nullopt;
    }
    const auto* text = reinterpret_cast<const char*>(rest.data());
    PreparedModel prepared;
    prepared.placement = placement_from(Json::parse(std::string_view(text, length)));
    auto model = mesh::from_bytes(rest.subspan(length));
    if (!model) {
        return std::nullopt;
    }
    prepared.model = *std::move(model);
    prepared.model.file = model_file;
    auto catalogue = catalogue_of(model_file);
    if (!catalogue) {
        return std::nullopt;
    }
    prepared.catalogue = *std::move(catalogue);
    return prepared;
} catch (const Json::exception&) {
    return std::nullopt;
}

}  // namespace dorsum::body
