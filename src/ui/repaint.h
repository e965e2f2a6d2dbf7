#pragma once

#include <imgui.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dorsum::ui {

/// Whole pixels of a window from the top left; right and bottom lie just outside.
struct PixelArea {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    [[nodiscard]] bool empty() const { return left >= right || top >= bottom; }
    friend bool operator==(const PixelArea&, const PixelArea&) = default;
};

/// The part that both have in common; perhaps empty.
[[nodiscard]] PixelArea common_part(const PixelArea& one, const PixelArea& other);

/// What is left of an area where another is taken out of it: at most four areas, none empty, without a pixel in common.
[[nodiscard]] std::vector<PixelArea> without(const PixelArea& whole, const PixelArea& taken);

/// Remembers what Dear ImGui has drawn, to tell where the next drawing looks otherwise. Painting only there what has
/// changed is what makes panels cheap on software rendering. Not thread safe.
class RepaintMemory {
public:
    /// Areas that together hold every pixel in which `drawn`, or what is painted below it in one of `beneath`, differs
    /// from what was given last: at most 4, none within another, none touching the same pixel. All of the window at
    /// first, after forget(), and when its size has changed.
    /// @param beneath not empty areas of what the window shows under the panels that have changed
    [[nodiscard]] std::vector<PixelArea> take_changes(const ImDrawData& drawn, std::span<const PixelArea> beneath);

    /// What the window shows is not known any more: other fonts, another framebuffer.
    void forget() { known_ = false; }

private:
    /// One list of drawing as it was, without what Dear ImGui needs to build it.
    struct Kept {
        std::string name;  ///< of the window that drew it
        std::vector<ImDrawVert> vertices;
        std::vector<ImDrawIdx> indices;
        std::vector<ImDrawCmd> commands;
        ImVec4 place;  ///< left, top, right, bottom of all of it, in Dear ImGui's units
    };
    static Kept keep(const ImDrawList& list);
    static void add_differences(const Kept& before, const Kept& now, std::vector<ImVec4>& places);
    void add_all_differences(const std::vector<Kept>& now, std::vector<ImVec4>& places) const;

    std::vector<Kept> lists_;
    ImVec2 size_{0.0F, 0.0F};
    ImVec2 pixel_scale_{1.0F, 1.0F};
    bool known_ = false;
};

/// Leaves of a drawing only what lies within these areas, which have no pixel in common: clipped to them, and without
/// the triangles that reach into none. What it draws there looks as before.
void keep_only(ImDrawData& drawn, std::span<const PixelArea> areas);

}  // namespace dorsum::ui
