#include "app/subtitles.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <sstream>

namespace dorsum::app {

namespace {

std::string timestamp(const double seconds) {
    const long long milliseconds = std::llround(seconds * 1000.0);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%02lld:%02lld:%02lld.%03lld", milliseconds / 3'600'000,
                  milliseconds / 60'000 % 60, milliseconds / 1000 % 60, milliseconds % 1000);
    return text.data();
}

/// The signs that begin tags and entities, written as entities; so no cue can hold an arrow either.
std::string escaped(const std::string& text) {
    std::string result;
    for (const char sign : text) {
        switch (sign) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            default:
                result += sign;
        }
    }
    return result;
}

}  // namespace

std::string to_webvtt(const std::vector<Subtitle>& subtitles) {
    std::string file = "WEBVTT\n";
    for (const Subtitle& subtitle : subtitles) {
        std::istringstream lines(subtitle.text);
        std::string words;
        for (std::string line; std::getline(lines, line);) {
            words += line.empty() ? "" : escaped(line) + "\n";  // an empty line would end the cue
        }
        if (!words.empty() && subtitle.end_s > subtitle.start_s) {
            file += "\n" + timestamp(subtitle.start_s) + " --> " + timestamp(subtitle.end_s) + "\n" + words;
        }
    }
    return file;
}

}  // namespace dorsum::app
