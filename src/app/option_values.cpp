#include "app/option_values.h"

#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "core/translate.h"
#include "lesson/breath.h"
#include "lesson/translation.h"

namespace dorsum::app {
namespace {

constexpr int smallest_side_px = 16;
constexpr int largest_side_px = 16384;

template <typename Number>
std::optional<Number> parse_number(const std::string_view text) {
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::vector<std::string_view> split(std::string_view text, const char separator) {
    std::vector<std::string_view> pieces;
    while (true) {
        const std::size_t at = text.find(separator);
        pieces.push_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return pieces;
        }
        text.remove_prefix(at + 1);
    }
}

}  // namespace

std::optional<double> parse_seconds(const std::string_view text) {
    const auto seconds = parse_number<double>(text);
    return seconds && std::isfinite(*seconds) && *seconds >= 0.0 ? seconds : std::nullopt;
}

std::optional<double> parse_breath_rate(const std::string_view text) {
    const auto rate = parse_number<double>(text);
    const bool fits = rate && *rate >= lesson::breath_per_min_lowest && *rate <= lesson::breath_per_min_highest;
    return fits ? rate : std::nullopt;
}

std::optional<glm::ivec2> parse_size(const std::string_view text) {
    const auto sides = split(text, 'x');
    if (sides.size() != 2) {
        return std::nullopt;
    }
    const auto width = parse_number<int>(sides[0]);
    const auto height = parse_number<int>(sides[1]);
    const auto fits = [](const std::optional<int> side) {
        return side && *side >= smallest_side_px && *side <= largest_side_px;
    };
    if (!fits(width) || !fits(height)) {
        return std::nullopt;
    }
    return glm::ivec2(*width, *height);
}

std::optional<std::bitset<scene::zone_count + 1>> parse_zones(const std::string_view text) {
    std::bitset<scene::zone_count + 1> zones;
    if (text == "none") {
        return zones;
    }
    if (text == "all") {
        zones.set();
        zones.reset(0);
        return zones;
    }
    for (const std::string_view piece : split(text, ',')) {
        const auto number = parse_number<int>(piece);
        if (!number || *number < 1 || *number > scene::zone_count) {
            return std::nullopt;
        }
        zones.set(static_cast<std::size_t>(*number));
    }
    return zones;
}

std::optional<scene::Layers> parse_layers(const std::string_view text) {
    scene::Layers layers;
    if (text == "none") {
        return layers;
    }
    if (text == "all") {
        return layers.set();
    }
    for (const std::string_view piece : split(text, ',')) {
        if (piece == "muscles") {
            for (const auto layer : {scene::Layer::superficial, scene::Layer::intermediate, scene::Layer::deep}) {
                layers.set(static_cast<std::size_t>(layer));
            }
            continue;
        }
        const auto layer = scene::parse_layer(piece);
        if (!layer) {
            return std::nullopt;
        }
        layers.set(static_cast<std::size_t>(*layer));
    }
    return layers;
}

std::optional<scene::Layers> parse_body_layers(const std::string_view text) {
    const auto layers = parse_layers(text);
    for (int layer = 0; layers && layer < scene::layer_count; ++layer) {
        const auto each = static_cast<scene::Layer>(layer);
        if (scene::shows(*layers, each) && !scene::is_of_body(each)) {
            return std::nullopt;
        }
    }
    return layers && layers->any() ? layers : std::nullopt;
}

std::optional<float> parse_share(const std::string_view text) {
    const auto share = parse_number<float>(text);
    return share && *share >= 0.0F && *share <= 1.0F ? share : std::nullopt;
}

std::optional<std::array<float, scene::fading_layer_count>> parse_opacities(const std::string_view text) {
    scene::SeeThrough through;
    for (const std::string_view piece : split(text, ',')) {
        const auto sides = split(piece, '=');
        const auto layers = parse_body_layers(sides.front());
        const auto opacity = parse_share(sides.back());
        if (sides.size() != 2 || !layers || !opacity) {
            return std::nullopt;
        }
        for (const scene::Layer layer : scene::fading_layers()) {
            if (scene::shows(*layers, layer)) {
                through.set_opacity(layer, *opacity);
            }
        }
    }
    return through.opacity;
}

std::optional<scene::Cut> parse_cut(const std::string_view text) {
    const auto pieces = split(text, ',');
    const auto sides = split(pieces.front(), '=');
    const auto section = scene::parse_section(sides.front());
    const auto offset_mm = parse_number<float>(sides.back());
    const bool fits = sides.size() == 2 && section && offset_mm && std::isfinite(*offset_mm) &&
                      std::abs(*offset_mm) <= scene::largest_cut_offset_mm;
    if (!fits || pieces.size() > 2 || (pieces.size() == 2 && pieces[1] != "other")) {
        return std::nullopt;
    }
    return scene::Cut{*section, *offset_mm, pieces.size() == 2};
}

std::optional<scene::QualityChoice> parse_fixed_quality(const std::string_view text) {
    const auto choice = scene::parse_quality(text);
    return choice == scene::QualityChoice::automatic ? std::nullopt : choice;
}

std::optional<int> parse_step(const std::string_view text) {
    const auto number = parse_number<int>(text);
    return number && *number >= 1 ? number : std::nullopt;
}

std::optional<std::pair<int, int>> parse_steps(const std::string_view text) {
    if (text == "all") {
        return std::pair{1, 0};
    }
    const auto ends = split(text, '-');
    const auto first = parse_number<int>(ends.front());
    const auto last = parse_number<int>(ends.back());
    if (ends.size() > 2 || !first || !last || *first < 1 || *last < *first) {
        return std::nullopt;
    }
    return std::pair{*first, *last};
}

std::optional<std::string> parse_language(const std::string_view text) {
    if (text == system_language) {
        return std::string();
    }
    std::string code = code_of_locale(text);
    return code.empty() ? std::nullopt : std::optional(std::move(code));
}

std::optional<float> parse_unit(const std::string_view text) {
    if (text == "mm") {
        return 0.001F;
    }
    if (text == "cm") {
        return 0.01F;
    }
    if (text == "m") {
        return 1.0F;
    }
    if (text == "inch") {
        return 0.0254F;
    }
    const auto metres = parse_number<float>(text);
    if (!metres || !std::isfinite(*metres) || *metres <= 0.0F) {
        return std::nullopt;
    }
    return metres;
}

}  // namespace dorsum::app
