#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dorsum::scene {

/// How much work goes into a picture; each tier shows all that is taught.
enum class Quality : std::uint8_t {
    low,       ///< the 3D picture at a lower resolution, scaled up
    balanced,  ///< full resolution, edges smoothed afterwards
    high,      ///< full resolution, several samples at every edge
};

/// What a person asks for; `automatic` leaves it to how fast the machine draws.
enum class QualityChoice : std::uint8_t { automatic, low, balanced, high };
inline constexpr std::array quality_choices{QualityChoice::automatic, QualityChoice::low, QualityChoice::balanced,
                                            QualityChoice::high};

[[nodiscard]] std::optional<QualityChoice> parse_quality(std::string_view name);
[[nodiscard]] const char* name_of(QualityChoice choice);  ///< as parse_quality reads it
[[nodiscard]] const char* name_of(Quality quality);       ///< the same names

/// A tier, and how fine the 3D picture is drawn in it.
struct PictureQuality {
    Quality tier = Quality::high;
    float resolution = 1.0F;  ///< share of the picture's width and height, above 0 to 1; below 1 only in `low`
    friend bool operator==(const PictureQuality&, const PictureQuality&) = default;
};

/// What draws a tier that somebody chose.
[[nodiscard]] PictureQuality quality_of(Quality tier);

/// What is drawn for a choice; `settled` is what an automatic one has come to.
[[nodiscard]] PictureQuality quality_for(QualityChoice choice, const PictureQuality& settled);

/// The choice after this one, from the last to the first.
[[nodiscard]] QualityChoice next_choice(QualityChoice choice);

}  // namespace dorsum::scene
