#include "sculpt/muscle/fascicles.h"

#include <cmath>
#include <cstdint>

namespace dorsum::sculpt {
namespace {

/// -1 to 1 out of a place in the lattice (finalizer of MurmurHash3, public domain).
float hashed(const std::int32_t i, const std::int32_t j, const unsigned seed) {
    std::uint32_t h =
        static_cast<std::uint32_t>(i) * 0x9E3779B1U ^ static_cast<std::uint32_t>(j) * 0x85EBCA77U ^ seed * 0xC2B2AE3DU;
    h ^= h >> 16U;
    h *= 0x85EBCA6BU;
    h ^= h >> 13U;
    h *= 0xC2B2AE35U;
    h ^= h >> 16U;
    return static_cast<float>(h) / 2147483648.0F - 1.0F;
}

float eased(const float u) {
    return u * u * u * (u * (u * 6.0F - 15.0F) + 10.0F);
}

/// Gradient noise whose slopes run across only: its zero lines follow the fibres.
float grooves(const float u, const float v, const unsigned seed) {
    const float u_floor = std::floor(u);
    const float v_floor = std::floor(v);
    const auto i = static_cast<std::int32_t>(u_floor);
    const auto j = static_cast<std::int32_t>(v_floor);
    const float du = u - u_floor;
    const float dv = v - v_floor;
    const auto side = [&](const std::int32_t row) {
        const float low = hashed(i, row, seed);
        const float high = hashed(i + 1, row, seed);
        return low + (high - low) * eased(du);
    };
    const float low = side(j);
    return low + (side(j + 1) - low) * eased(dv);
}

}  // namespace

float bundle_relief(const float across_mm, const float along_mm, const float bundle_mm, const unsigned seed) {
    constexpr float length_of_bundles = 9.0F;
    const float u = across_mm / bundle_mm;
    const float v = along_mm / (bundle_mm * length_of_bundles);
    // Waves of the phase make the bundles unequally broad and let them merge.
    const float phase = u + 0.55F * grooves(u * 0.45F, v, seed) + 0.35F * grooves(u * 0.2F, v * 2.0F, seed + 1U);
    const float broad = std::abs(std::sin(3.14159265F * phase));
    const float fine = std::abs(grooves(u * 3.1F, v * 1.7F, seed + 2U));
    const float depth = 0.6F + 0.4F * grooves(u * 0.5F, v * 1.3F, seed + 3U);
    const float groove = 1.0F - std::pow(broad, 0.7F);
    const float swell = grooves(u * 0.3F, v * 0.8F, seed + 4U);
    return -(groove * depth + 0.25F * (0.5F - fine) + 0.3F * (1.0F - swell));
}

float fascicle_noise(const float at_mm, const float cell_mm, const unsigned seed) {
    return grooves(at_mm / cell_mm, 0.5F, seed);
}

}  // namespace dorsum::sculpt
