#include "scene/quality.h"

#include <algorithm>

namespace dorsum::scene {

namespace {

constexpr float low_resolution = 0.7F;  // about half of the pixels

constexpr std::array names{"automatic", "low", "balanced", "high"};  // in the order of QualityChoice

}  // namespace

std::optional<QualityChoice> parse_quality(const std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return quality_choices.at(static_cast<std::size_t>(found - names.begin()));
}

const char* name_of(const QualityChoice choice) {
    return names.at(static_cast<std::size_t>(choice));
}

const char* name_of(const Quality quality) {
    return names.at(static_cast<std::size_t>(quality) + 1);
}

PictureQuality quality_of(const Quality tier) {
    return {tier, tier == Quality::low ? low_resolution : 1.0F};
}

PictureQuality quality_for(const QualityChoice choice, const PictureQuality& settled) {
    switch (choice) {
        case QualityChoice::automatic:
            break;
        case QualityChoice::low:
            return quality_of(Quality::low);
        case QualityChoice::balanced:
            return quality_of(Quality::balanced);
        case QualityChoice::high:
            return quality_of(Quality::high);
    }
    return settled;
}

QualityChoice next_choice(const QualityChoice choice) {
    return quality_choices.at((static_cast<std::size_t>(choice) + 1) % quality_choices.size());
}

}  // namespace dorsum::scene
