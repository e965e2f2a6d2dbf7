#include "scene/state.h"

#include <array>

namespace dorsum::scene {

namespace {
// In the order of Layer.
constexpr std::array<const char*, layer_count> layer_names{"skin",  "towel", "table",  "strokes",
                                                           "hands", "zones", "labels", "landmarks"};
}  // namespace

std::optional<Layer> parse_layer(const std::string_view name) {
    for (std::size_t i = 0; i < layer_names.size(); ++i) {
        if (name == layer_names[i]) {
            return static_cast<Layer>(i);
        }
    }
    return std::nullopt;
}

const char* name_of(const Layer layer) {
    return layer_names.at(static_cast<std::size_t>(layer));
}

}  // namespace dorsum::scene
