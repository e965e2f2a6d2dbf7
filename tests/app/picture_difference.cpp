#include "picture_difference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <glm/glm.hpp>
#include <limits>
#include <vector>

#include "app/png_file.h"
#include "core/files.h"

namespace dorsum::test {
namespace {

using Pixels = std::vector<glm::vec3>;

float linear_from_srgb(const float value) {
    return value <= 0.04045F ? value / 12.92F : std::pow((value + 0.055F) / 1.055F, 2.4F);
}

Pixels linear_pixels(const render::Picture& picture) {
    std::array<float, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i] = linear_from_srgb(static_cast<float>(i) / 255.0F);
    }
    Pixels pixels(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        pixels[i] = {table[picture.rgb[3 * i]], table[picture.rgb[3 * i + 1]], table[picture.rgb[3 * i + 2]]};
    }
    return pixels;
}

/// A Gaussian of 1.5 pixels along rows (step_x = 1) or columns (step_x = 0); borders repeat.
Pixels blurred(const Pixels& pixels, const int width, const int height, const int step_x) {
    constexpr std::array weights{0.0366F, 0.1113F, 0.2166F, 0.2710F, 0.2166F, 0.1113F, 0.0366F};
    Pixels result(pixels.size());
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            glm::vec3 sum(0.0F);
            for (int k = -3; k <= 3; ++k) {
                const int from_x = std::clamp(x + k * step_x, 0, width - 1);
                const int from_y = std::clamp(y + k * (1 - step_x), 0, height - 1);
                sum += weights.at(static_cast<std::size_t>(k + 3)) *
                       pixels[static_cast<std::size_t>(from_y * width + from_x)];
            }
            result[static_cast<std::size_t>(y * width + x)] = sum;
        }
    }
    return result;
}

/// CIE L*a*b* 1976 for the D65 white of sRGB (IEC 61966-2-1).
glm::vec3 lab_from_linear(const glm::vec3 rgb) {
    const float x = (0.4124F * rgb.r + 0.3576F * rgb.g + 0.1805F * rgb.b) / 0.9505F;
    const float y = 0.2126F * rgb.r + 0.7152F * rgb.g + 0.0722F * rgb.b;
    const float z = (0.0193F * rgb.r + 0.1192F * rgb.g + 0.9505F * rgb.b) / 1.0890F;
    const auto f = [](const float t) { return t > 0.008856F ? std::cbrt(t) : 7.787F * t + 16.0F / 116.0F; };
    return {116.0F * f(y) - 16.0F, 500.0F * (f(x) - f(y)), 200.0F * (f(y) - f(z))};
}

Pixels as_seen(const render::Picture& picture) {
    Pixels pixels = linear_pixels(picture);
    pixels = blurred(pixels, picture.width, picture.height, 1);
    pixels = blurred(pixels, picture.width, picture.height, 0);
    std::transform(pixels.begin(), pixels.end(), pixels.begin(), lab_from_linear);
    return pixels;
}

bool save(const render::Picture& picture, const std::filesystem::path& path) {
    const auto png = app::to_png(picture);
    return png && write_file(path, *png);
}

}  // namespace

PictureDifference difference(const render::Picture& actual, const render::Picture& expected) {
    PictureDifference result;
    if (actual.width != expected.width || actual.height != expected.height || actual.rgb.empty()) {
        result.mean = result.worst_percent = std::numeric_limits<double>::infinity();
        return result;
    }
    const Pixels one = as_seen(actual);
    const Pixels other = as_seen(expected);
    std::vector<float> distances(one.size());
    result.map = {actual.width, actual.height, std::vector<std::uint8_t>(actual.rgb.size())};
    double sum = 0.0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        distances[i] = glm::distance(one[i], other[i]);
        sum += distances[i];
        std::fill_n(result.map.rgb.begin() + static_cast<std::ptrdiff_t>(3 * i), 3,
                    static_cast<std::uint8_t>(std::min(255.0F, distances[i] * 255.0F / 20.0F)));
    }
    result.mean = sum / static_cast<double>(one.size());
    const auto high = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() * 99 / 100);
    std::nth_element(distances.begin(), high, distances.end());
    result.worst_percent = *high;
    return result;
}

bool looks_as_stored(const render::Picture& actual, const std::string& name, std::string& report) {
    const std::filesystem::path stored = std::filesystem::path(DORSUM_TEST_DATA) / "pictures" / (name + ".png");
    if (std::getenv("DORSUM_STORE_PICTURES") != nullptr) {
        std::filesystem::create_directories(stored.parent_path());
        report = stored.string() + ": could not be stored";
        return save(actual, stored);
    }
    const std::filesystem::path folder = DORSUM_PICTURES;
    std::filesystem::create_directories(folder);
    static_cast<void>(save(actual, folder / (name + "-actual.png")));
    const auto bytes = read_file(stored);
    if (!bytes) {
        report = to_string(bytes.error());
        return false;
    }
    const auto expected = app::from_png(*bytes, stored.string());
    if (!expected) {
        report = to_string(expected.error());
        return false;
    }
    const PictureDifference found = difference(actual, *expected);
    static_cast<void>(save(*expected, folder / (name + "-expected.png")));
    if (!found.map.rgb.empty()) {
        static_cast<void>(save(found.map, folder / (name + "-difference.png")));
    }
    report = name + ": mean " + std::to_string(found.mean) + ", 99th percentile " +
             std::to_string(found.worst_percent) + "; pictures in " + folder.string();
    return found.mean <= mean_tolerance && found.worst_percent <= worst_percent_tolerance;
}

}  // namespace dorsum::test
