#include "scene/state.h"

#include <algorithm>
#include <array>

namespace dorsum::scene {

namespace {
// In the order of Layer.
constexpr std::array<const char*, layer_count> layer_names{
    "skin",      "towel",       "table",        "strokes", "hands",    "zones",  "labels",
    "landmarks", "superficial", "intermediate", "deep",    "skeleton", "organs", "safety"};
// In the order of Depth.
constexpr std::array depth_layers{Layer::skin, Layer::superficial, Layer::intermediate, Layer::deep, Layer::skeleton};
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

Layer layer_of(const body::Role role) {
    switch (role) {
        case body::Role::skin:
            break;
        case body::Role::towel:
            return Layer::towel;
        case body::Role::table:
            return Layer::table;
        case body::Role::superficial_muscle:
            return Layer::superficial;
        case body::Role::intermediate_muscle:
            return Layer::intermediate;
        case body::Role::deep_muscle:
            return Layer::deep;
        case body::Role::skeleton:
            return Layer::skeleton;
        case body::Role::organ:
            return Layer::organs;
    }
    return Layer::skin;
}

bool is_of_body(const Layer layer) {
    return layer == Layer::organs || std::ranges::find(depth_layers, layer) != depth_layers.end();
}

std::optional<Depth> parse_depth(const std::string_view name) {
    for (std::size_t i = 0; i < depth_layers.size(); ++i) {
        if (name == name_of(depth_layers.at(i))) {
            return static_cast<Depth>(i);
        }
    }
    return std::nullopt;
}

const char* name_of(const Depth depth) {
    return name_of(depth_layers.at(static_cast<std::size_t>(depth)));
}

std::optional<HandPeel> parse_hand_peel(const std::string_view name) {
    for (const HandPeel peel : {HandPeel::none, HandPeel::skin, HandPeel::superficial}) {
        if (name == name_of(peel)) {
            return peel;
        }
    }
    return std::nullopt;
}

const char* name_of(const HandPeel peel) {
    switch (peel) {
        case HandPeel::none:
            return "none";
        case HandPeel::skin:
            return "skin";
        case HandPeel::superficial:
            break;
    }
    return "superficial";
}

Depth depth_of(const Layers& layers) {
    for (std::size_t i = 0; i < depth_layers.size(); ++i) {
        if (shows(layers, depth_layers.at(i))) {
            return static_cast<Depth>(i);
        }
    }
    return Depth::skeleton;
}

Layers laid_open(Layers layers, const Depth depth) {
    for (std::size_t i = 0; i < depth_layers.size(); ++i) {
        const auto outermost = static_cast<std::size_t>(depth);
        const bool shown = depth == Depth::skin ? i == 0 : i >= outermost;
        layers.set(static_cast<std::size_t>(depth_layers.at(i)), shown);
    }
    return layers;
}

bool shows_part(const Layers& layers, const body::Role role) {
    if (role != body::Role::towel) {
        return shows(layers, layer_of(role));
    }
    const auto laid_bare = [&layers](const Layer layer) { return shows(layers, layer); };
    const bool peeled = !shows(layers, Layer::skin) &&
                        (std::any_of(depth_layers.begin(), depth_layers.end(), laid_bare) || laid_bare(Layer::organs));
    return shows(layers, Layer::towel) && !peeled;
}

}  // namespace dorsum::scene
