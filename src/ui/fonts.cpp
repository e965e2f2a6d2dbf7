#include "ui/fonts.h"

#include <fontconfig/fontconfig.h>

#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <memory>

#include "ui/theme.h"

namespace dorsum::ui {

namespace {

struct Releaser {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
template <typename T>
using Owned = std::unique_ptr<T, Releaser>;

const FcChar8* as_fontconfig(const char* text) {
    return reinterpret_cast<const FcChar8*>(text);
}

/// ImGui stops the program on a file that is no font; so look first.
bool looks_like_font(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::array<char, 4> magic{};
    if (!file.read(magic.data(), magic.size())) {
        return false;
    }
    constexpr std::array<const char*, 3> known{"OTTO", "true", "ttcf"};
    const std::array<char, 4> truetype{0, 1, 0, 0};
    bool found = magic == truetype;
    for (const char* name : known) {
        found = found || std::memcmp(magic.data(), name, magic.size()) == 0;
    }
    return found;
}

/// Latin with its European extensions, Greek, Cyrillic, and the signs of running text: with the narrow space that
/// French has before some.
const ImWchar* glyph_ranges() {
    static constexpr std::array<ImWchar, 11> ranges{0x0020, 0x017f, 0x0370, 0x045f, 0x2010, 0x2027,
                                                    0x202f, 0x203a, 0x2190, 0x2193, 0};
    return ranges.data();
}

void add_font(const std::string& file, const TextSize size, const float scale) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig configuration;
    configuration.SizePixels = std::round(pixels_of(size) * scale);
    configuration.OversampleH = 1;  // glyphs stand on whole pixels
    configuration.OversampleV = 1;
    configuration.PixelSnapH = true;
    if (file.empty()) {
        atlas.AddFontDefault(&configuration);
    } else {
        atlas.AddFontFromFileTTF(file.c_str(), configuration.SizePixels, &configuration, glyph_ranges());
    }
}

}  // namespace

std::string find_font_file(const char* family, const bool semibold) {
    const Owned<FcPattern> wanted(FcPatternCreate());
    if (!wanted) {
        return {};
    }
    FcPatternAddString(wanted.get(), FC_FAMILY, as_fontconfig(family));
    FcPatternAddString(wanted.get(), FC_FAMILY, as_fontconfig("sans-serif"));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, semibold ? FC_WEIGHT_DEMIBOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
    FcPatternAddBool(wanted.get(), FC_VARIABLE, FcFalse);
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const Owned<FcPattern> found(FcFontMatch(nullptr, wanted.get(), &result));
    FcChar8* file = nullptr;
    if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch) {
        return {};
    }
    std::string path = reinterpret_cast<const char*>(file);
    return looks_like_font(path) ? path : std::string{};
}

void load_fonts(const float scale) {
    ImGui::GetIO().Fonts->Clear();
    const std::string regular = find_font_file("Inter", false);
    const std::string semibold = find_font_file("Inter", true);
    add_font(regular, TextSize::body, scale);
    add_font(regular, TextSize::small, scale);
    add_font(semibold, TextSize::heading, scale);
    add_font(semibold, TextSize::caption, scale);
}

}  // namespace dorsum::ui
