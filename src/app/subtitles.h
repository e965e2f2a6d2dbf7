#pragma once

#include <string>
#include <vector>

namespace dorsum::app {

/// What is said while a part of a video plays.
struct Subtitle {
    double start_s = 0.0;
    double end_s = 0.0;
    std::string text;  ///< lines end with \n; empty lines are left out
};

/// A WebVTT file (W3C, WebVTT: The Web Video Text Tracks Format, 2019), as players read it beside a video.
[[nodiscard]] std::string to_webvtt(const std::vector<Subtitle>& subtitles);

}  // namespace dorsum::app
