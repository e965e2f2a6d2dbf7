#include "mesh/gltf_data.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <string_view>
#include <type_traits>

#include "core/files.h"
#include "core/translate.h"
#include "mesh/file_of_uri.h"
#include "mesh/glb_layout.h"
#include "mesh/gltf_meshopt.h"
#include "mesh/import_errors.h"

namespace dorsum::mesh {
namespace {

using Json = nlohmann::json;
using Bytes = std::span<const std::byte>;

std::size_t number(const Json& object, const char* key, const std::size_t otherwise) {
    const auto found = object.find(key);
    return found == object.end() ? otherwise : std::size_t{found->get_ref<const Json::number_unsigned_t&>()};
}

/// What base64 stands for (RFC 4648, section 4), up to the first letter that is none of it.
std::vector<std::byte> from_base64(const std::string_view text) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<std::uint8_t, 256> values{};
    values.fill(64);
    for (std::size_t i = 0; i < letters.size(); ++i) {
        values.at(static_cast<unsigned char>(letters[i])) = static_cast<std::uint8_t>(i);
    }
    std::vector<std::byte> bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    int held = 0;
    for (const char letter : text) {
        const std::uint8_t value = values.at(static_cast<unsigned char>(letter));
        if (value == 64) {
            break;
        }
        bits = bits << 6U | value;
        held += 6;
        if (held >= 8) {
            held -= 8;
            bytes.push_back(static_cast<std::byte>(bits >> static_cast<unsigned int>(held)));
        }
    }
    return bytes;
}

/// Where the elements of an accessor, or of the changed ones of a sparse one, lie.
struct Elements {
    Bytes bytes;
    std::size_t stride = 0;
    std::size_t count = 0;
    int component = 0;
    bool normalised = false;
    std::size_t components = 1;
};

std::size_t component_bytes(const int component) {
    switch (component) {
        case glb::component_byte:
        case glb::component_unsigned_byte:
            return 1;
        case glb::component_short:
        case glb::component_unsigned_short:
            return 2;
        default:
            return 4;
    }
}

bool are_all_there(const Elements& elements) {
    const std::size_t each = component_bytes(elements.component) * elements.components;
    return elements.count == 0 ||
           (elements.bytes.size() >= each && (elements.bytes.size() - each) / elements.stride >= elements.count - 1);
}

bool is_whole(const Json& type_of) {
    const int component = type_of.at("componentType").get<int>();
    return component == glb::component_unsigned_byte || component == glb::component_unsigned_short ||
           component == glb::component_unsigned_int;
}

template <typename Component>
float as_float(const Component value, const bool normalised) {
    const auto number = static_cast<float>(value);
    if constexpr (std::is_integral_v<Component>) {
        // The glTF 2.0 specification, section 3.6.2.2.
        return normalised ? std::max(number / static_cast<float>(std::numeric_limits<Component>::max()), -1.0F)
                          : number;
    }
    return number;
}

/// Calls `visit` with each element's number and its components.
template <typename Component, std::size_t count, typename Visit>
void over_elements(const Elements& elements, const Visit& visit) {
    for (std::size_t i = 0; i < elements.count; ++i) {
        std::array<Component, count> values;
        std::memcpy(values.data(), elements.bytes.data() + i * elements.stride, sizeof(values));
        visit(i, values);
    }
}

/// As over_elements, for whichever type of component it is.
template <std::size_t count, typename Visit>
void over_any(const Elements& elements, const Visit& visit) {
    switch (elements.component) {
        case glb::component_byte:
            return over_elements<std::int8_t, count>(elements, visit);
        case glb::component_unsigned_byte:
            return over_elements<std::uint8_t, count>(elements, visit);
        case glb::component_short:
            return over_elements<std::int16_t, count>(elements, visit);
        case glb::component_unsigned_short:
            return over_elements<std::uint16_t, count>(elements, visit);
        case glb::component_unsigned_int:
            return over_elements<std::uint32_t, count>(elements, visit);
        default:
            return over_elements<float, count>(elements, visit);
    }
}

/// The elements that `where` (an accessor or a part of a sparse one) names.
Result<Elements> elements_of(GltfData& data, const Json& document, const Json& where, const Json& type_of,
                             const std::size_t count, const std::size_t components) {
    Elements elements;
    elements.component = type_of.at("componentType").get<int>();
    elements.normalised = type_of.value("normalized", false);
    elements.components = components;
    elements.count = count;
    const std::size_t index = number(where, "bufferView", 0);
    auto bytes = data.view(index);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const std::size_t start = number(where, "byteOffset", 0);
    elements.bytes = bytes->subspan(std::min(start, bytes->size()));
    const std::size_t each = component_bytes(elements.component) * components;
    elements.stride = std::max<std::size_t>(number(document.at("bufferViews").at(index), "byteStride", each), 1);
    return are_all_there(elements) ? Result<Elements>(elements)
                                   : data.broken_because(tr("it announces more vertices or faces than it holds"));
}

/// Reads an accessor, its sparse changes applied. `store` puts the components of an element in the place of a value.
template <typename Value, std::size_t components, typename Store>
Result<std::vector<Value>> read(GltfData& data, const Json& document, const std::size_t index, const Store& store) {
    const Json& accessor = document.at("accessors").at(index);
    std::vector<Value> values(number(accessor, "count", 0), Value{});
    if (accessor.contains("bufferView")) {
        const auto all = elements_of(data, document, accessor, accessor, values.size(), components);
        if (!all) {
            return tl::unexpected(all.error());
        }
        over_any<components>(
            *all, [&](const std::size_t i, const auto& numbers) { values[i] = store(numbers, all->normalised); });
    }
    if (!accessor.contains("sparse")) {
        return values;
    }
    const Json& sparse = accessor.at("sparse");
    const std::size_t count = number(sparse, "count", 0);
    if (!is_whole(sparse.at("indices"))) {
        return data.broken_because(tr("its sparse data lead to something that is not there"));
    }
    const auto where = elements_of(data, document, sparse.at("indices"), sparse.at("indices"), count, 1);
    const auto what = elements_of(data, document, sparse.at("values"), accessor, count, components);
    if (!where || !what) {
        return tl::unexpected(where ? what.error() : where.error());
    }
    std::vector<std::size_t> changed(count);
    over_any<1>(*where,
                [&](const std::size_t i, const auto& numbers) { changed[i] = static_cast<std::size_t>(numbers[0]); });
    over_any<components>(*what, [&](const std::size_t i, const auto& numbers) {
        if (changed[i] < values.size()) {
            values[changed[i]] = store(numbers, what->normalised);
        }
    });
    return values;
}

}  // namespace

GltfData::GltfData(const std::filesystem::path& path, const ModelFormat format, const Json& document,
                   const Bytes binary_chunk)
    : path_(path), format_(format), document_(document), binary_chunk_(binary_chunk) {}

tl::unexpected<Error> GltfData::broken_because(const std::string& why) const {
    return broken(path_, format_, why);
}

Result<Bytes> GltfData::buffer(const std::size_t index) {
    const Json& description = document_.at("buffers").at(index);
    if (!description.contains("uri")) {
        return index == 0 && !binary_chunk_.empty() ? Result<Bytes>(binary_chunk_)
                                                    : broken_because(tr("its data are missing or cut short"));
    }
    if (const auto known = buffers_.find(index); known != buffers_.end()) {
        return Bytes(known->second);
    }
    const std::string uri = description.at("uri").get<std::string>();
    std::vector<std::byte> bytes;
    if (uri.starts_with("data:")) {
        const std::size_t comma = uri.find(',');
        bytes = from_base64(std::string_view(uri).substr(comma == std::string::npos ? uri.size() : comma + 1));
    } else {
        auto beside = read_file(file_of_uri((path_.parent_path() / uri).string()));
        if (!beside) {
            return tl::unexpected(beside.error());
        }
        bytes = *std::move(beside);
    }
    return Bytes(buffers_[index] = std::move(bytes));
}

Result<Bytes> GltfData::view(const std::size_t index) {
    const Json& description = document_.at("bufferViews").at(index);
    if (const Json* compression = meshopt_of(description)) {
        return decompressed(index, *compression);
    }
    const auto whole = buffer(number(description, "buffer", 0));
    if (!whole) {
        return whole;
    }
    const std::size_t start = number(description, "byteOffset", 0);
    const std::size_t length = number(description, "byteLength", 0);
    if (start > whole->size() || length > whole->size() - start) {
        return broken_because(tr("its data are missing or cut short"));
    }
    return whole->subspan(start, length);
}

Result<Bytes> GltfData::decompressed(const std::size_t index, const Json& compression) {
    if (const auto known = views_.find(index); known != views_.end()) {
        return Bytes(known->second);
    }
    const auto whole = buffer(number(compression, "buffer", 0));
    if (!whole) {
        return whole;
    }
    const std::size_t start = number(compression, "byteOffset", 0);
    const std::size_t length = number(compression, "byteLength", 0);
    if (start > whole->size() || length > whole->size() - start) {
        return broken_because(tr("its data are missing or cut short"));
    }
    auto bytes = decode_meshopt(compression, whole->subspan(start, length));
    if (!bytes) {
        return broken_because(tr("its compressed data (EXT_meshopt_compression) are damaged"));
    }
    return Bytes(views_[index] = *std::move(bytes));
}

Result<std::vector<glm::vec3>> GltfData::vectors(const std::size_t accessor) {
    return read<glm::vec3, 3>(*this, document_, accessor, [](const auto& numbers, const bool normalised) {
        return glm::vec3(as_float(numbers[0], normalised), as_float(numbers[1], normalised),
                         as_float(numbers[2], normalised));
    });
}

Result<std::vector<std::uint32_t>> GltfData::indices(const std::size_t accessor) {
    if (!is_whole(document_.at("accessors").at(accessor))) {
        return broken_because(tr("its corners are not whole numbers"));
    }
    return read<std::uint32_t, 1>(*this, document_, accessor, [](const auto& numbers, const bool /*normalised*/) {
        return static_cast<std::uint32_t>(numbers[0]);
    });
}

}  // namespace dorsum::mesh
