#pragma once

#include <cstring>
#include <nlohmann/json.hpp>
#include <vector>

#include "mesh/glb_layout.h"

namespace dorsum::mesh::glb {

/// The numbers of a GLB file that is being written, and what its JSON says of where they lie.
class Accessors {
public:
    /// Puts numbers at the end; `target` is target_array_buffer, target_element_array_buffer, or 0 for animations.
    /// Returns the number of the view.
    template <typename T>
    std::size_t view(const std::vector<T>& items, const int target) {
        const std::size_t length = items.size() * sizeof(T);
        nlohmann::json view{{"buffer", 0}, {"byteOffset", bytes_.size()}, {"byteLength", length}};
        if (target != 0) {
            view["target"] = target;
        }
        views_.push_back(std::move(view));
        const std::size_t start = bytes_.size();
        bytes_.resize(start + (length + 3) / 4 * 4);
        if (length > 0) {
            std::memcpy(bytes_.data() + start, items.data(), length);
        }
        return views_.size() - 1;
    }

    /// Returns the number of the accessor; `more` holds further keys ("min", "max", "normalized").
    std::size_t accessor(const std::size_t view, const std::size_t count, const char* type,
                         const int component = component_float, const nlohmann::json& more = {}) {
        nlohmann::json accessor{{"bufferView", view}, {"componentType", component}, {"count", count}, {"type", type}};
        accessor.update(more.is_object() ? more : nlohmann::json::object());
        accessors_.push_back(std::move(accessor));
        return accessors_.size() - 1;
    }

    [[nodiscard]] const nlohmann::json& accessors() const { return accessors_; }
    [[nodiscard]] const nlohmann::json& views() const { return views_; }
    [[nodiscard]] const std::vector<std::byte>& bytes() const { return bytes_; }

private:
    nlohmann::json accessors_ = nlohmann::json::array();
    nlohmann::json views_ = nlohmann::json::array();
    std::vector<std::byte> bytes_;
};

}  // namespace dorsum::mesh::glb
