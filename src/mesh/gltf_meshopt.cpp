#include "mesh/gltf_meshopt.h"

#include <meshoptimizer.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

namespace dorsum::mesh {
namespace {

using Json = nlohmann::json;

/// A vertex of a whole block may take two bits for every sixteen of its bytes, a triangle takes a byte.
constexpr std::uint64_t most_bytes_of_one = 128;

std::uint64_t number(const Json& object, const char* key) {
    return object.at(key).get_ref<const Json::number_unsigned_t&>();
}

std::string text(const Json& object, const char* key, const char* otherwise) {
    return object.contains(key) ? object.at(key).get<std::string>() : otherwise;
}

bool does_filter_fit(const std::string& filter, const std::uint64_t stride) {
    if (filter == "OCTAHEDRAL") {
        return stride == 4 || stride == 8;
    }
    return filter == "QUATERNION" ? stride == 8 : filter == "EXPONENTIAL" || filter == "NONE";
}

void undo_filter(const std::string& filter, std::vector<std::byte>& data, const std::size_t count,
                 const std::size_t stride) {
    if (filter == "OCTAHEDRAL") {
        meshopt_decodeFilterOct(data.data(), count, stride);
    } else if (filter == "QUATERNION") {
        meshopt_decodeFilterQuat(data.data(), count, stride);
    } else if (filter == "EXPONENTIAL") {
        meshopt_decodeFilterExp(data.data(), count, stride);
    }
}

}  // namespace

const Json* meshopt_of(const Json& buffer_view) {
    const auto extensions = buffer_view.find("extensions");
    if (extensions == buffer_view.end() || !extensions->contains(meshopt_extension)) {
        return nullptr;
    }
    return &extensions->at(meshopt_extension);
}

bool is_meshopt_sound(const Json& compression) {
    const std::uint64_t stride = number(compression, "byteStride");
    const std::uint64_t count = number(compression, "count");
    const std::uint64_t compressed = number(compression, "byteLength");
    const std::string mode = text(compression, "mode", "");
    const std::string filter = text(compression, "filter", "NONE");
    constexpr std::uint64_t most = std::uint64_t{1} << 32U;
    if (count > most || stride > 256 || compressed > most || count * stride > compressed * most_bytes_of_one) {
        return false;
    }
    if (mode == "ATTRIBUTES") {
        return stride > 0 && stride % 4 == 0 && does_filter_fit(filter, stride);
    }
    const bool are_indices = mode == "TRIANGLES" || mode == "INDICES";
    return are_indices && (stride == 2 || stride == 4) && (mode != "TRIANGLES" || count % 3 == 0) && filter == "NONE";
}

std::optional<std::vector<std::byte>> decode_meshopt(const Json& compression,
                                                     const std::span<const std::byte> compressed) {
    const std::size_t stride = number(compression, "byteStride");
    const std::size_t count = number(compression, "count");
    const std::string mode = text(compression, "mode", "");
    std::vector<std::byte> data(count * stride);
    const auto* bytes = reinterpret_cast<const unsigned char*>(compressed.data());
    int failed = 0;
    if (mode == "ATTRIBUTES") {
        failed = meshopt_decodeVertexBuffer(data.data(), count, stride, bytes, compressed.size());
    } else if (mode == "TRIANGLES") {
        failed = meshopt_decodeIndexBuffer(data.data(), count, stride, bytes, compressed.size());
    } else {
        failed = meshopt_decodeIndexSequence(data.data(), count, stride, bytes, compressed.size());
    }
    if (failed != 0) {
        return std::nullopt;
    }
    undo_filter(text(compression, "filter", "NONE"), data, count, stride);
    return data;
}

}  // namespace dorsum::mesh
