#include "ui/repaint.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <optional>

namespace dorsum::ui {

namespace {

const ImVec4 nowhere{1.0e9F, 1.0e9F, -1.0e9F, -1.0e9F};
constexpr std::size_t most_areas = 4;

void take_in(ImVec4& place, const ImVec2 point) {
    place.x = std::min(place.x, point.x);
    place.y = std::min(place.y, point.y);
    place.z = std::max(place.z, point.x);
    place.w = std::max(place.w, point.y);
}

/// How many elements are the same at the beginning and, of those left, at the end.
struct SameEnds {
    std::size_t first = 0;
    std::size_t last = 0;
};

template <typename Element, typename Same>
SameEnds same_ends(const std::vector<Element>& one, const std::vector<Element>& other, const Same& same) {
    const std::size_t shorter = std::min(one.size(), other.size());
    SameEnds ends;
    while (ends.first < shorter && same(one[ends.first], other[ends.first])) {
        ++ends.first;
    }
    while (ends.last < shorter - ends.first &&
           same(one[one.size() - 1 - ends.last], other[other.size() - 1 - ends.last])) {
        ++ends.last;
    }
    return ends;
}

bool same_vertex(const ImDrawVert& one, const ImDrawVert& other) {
    return std::memcmp(&one, &other, sizeof(ImDrawVert)) == 0;
}

bool same_clip(const ImVec4& one, const ImVec4& other) {
    return one.x == other.x && one.y == other.y && one.z == other.z && one.w == other.w;
}

/// Whether both clip and colour in the same order, whatever the numbers of triangles; with at most one such number
/// other, triangles can be compared one by one.
bool comparable(const std::vector<ImDrawCmd>& one, const std::vector<ImDrawCmd>& other) {
    int other_counts = 0;
    const bool same = std::ranges::equal(one, other, [&other_counts](const ImDrawCmd& a, const ImDrawCmd& b) {
        other_counts += a.ElemCount == b.ElemCount ? 0 : 1;
        return same_clip(a.ClipRect, b.ClipRect) && a.GetTexID() == b.GetTexID() && a.UserCallback == nullptr &&
               b.UserCallback == nullptr && a.VtxOffset == 0 && b.VtxOffset == 0;
    });
    return same && other_counts <= 1;
}

/// The place of all triangles that are drawn otherwise: those that have a changed vertex, and those between the
/// first and the last changed index.
ImVec4 changed_place(const std::vector<ImDrawVert>& vertices, const std::vector<ImDrawIdx>& indices,
                     const SameEnds& vertex_ends, const SameEnds& index_ends) {
    ImVec4 place = nowhere;
    const std::size_t last_vertex = vertices.size() - vertex_ends.last;
    const std::size_t last_index = indices.size() - index_ends.last;
    for (std::size_t corner = 0; corner + 2 < indices.size(); corner += 3) {
        bool changed = corner + 3 > index_ends.first && corner < last_index;
        for (std::size_t i = corner; i < corner + 3; ++i) {
            changed = changed || (indices[i] >= vertex_ends.first && indices[i] < last_vertex);
        }
        for (std::size_t i = corner; changed && i < corner + 3; ++i) {
            take_in(place, vertices[indices[i]].pos);
        }
    }
    return place;
}

PixelArea joined(const PixelArea& one, const PixelArea& other) {
    return {std::min(one.left, other.left), std::min(one.top, other.top), std::max(one.right, other.right),
            std::max(one.bottom, other.bottom)};
}

std::int64_t pixel_count(const PixelArea& area) {
    return std::int64_t{area.right - area.left} * (area.bottom - area.top);
}

/// What joining two would paint more than both; nothing where they have pixels in common, as then they must be joined.
std::int64_t cost_of_joining(const PixelArea& one, const PixelArea& other) {
    if (!common_part(one, other).empty()) {
        return 0;
    }
    return std::max<std::int64_t>(0, pixel_count(joined(one, other)) - pixel_count(one) - pixel_count(other));
}

/// Joins areas until there are few and none has a pixel in common with another.
void join_areas(std::vector<PixelArea>& areas) {
    while (areas.size() > 1) {
        std::size_t best_one = 0;
        std::size_t best_other = 1;
        std::int64_t least = cost_of_joining(areas[0], areas[1]);
        for (std::size_t one = 0; one < areas.size(); ++one) {
            for (std::size_t other = one + 1; other < areas.size(); ++other) {
                const std::int64_t cost = cost_of_joining(areas[one], areas[other]);
                if (cost < least) {
                    least = cost;
                    best_one = one;
                    best_other = other;
                }
            }
        }
        if (least > 0 && areas.size() <= most_areas) {
            return;
        }
        areas[best_one] = joined(areas[best_one], areas[best_other]);
        areas.erase(areas.begin() + static_cast<std::ptrdiff_t>(best_other));
    }
}

}  // namespace

PixelArea common_part(const PixelArea& one, const PixelArea& other) {
    return {std::max(one.left, other.left), std::max(one.top, other.top), std::min(one.right, other.right),
            std::min(one.bottom, other.bottom)};
}

std::vector<PixelArea> without(const PixelArea& whole, const PixelArea& taken) {
    const PixelArea out = common_part(whole, taken);
    if (out.empty()) {
        return {whole};
    }
    std::vector<PixelArea> rest{{whole.left, whole.top, whole.right, out.top},
                                {whole.left, out.bottom, whole.right, whole.bottom},
                                {whole.left, out.top, out.left, out.bottom},
                                {out.right, out.top, whole.right, out.bottom}};
    std::erase_if(rest, [](const PixelArea& area) { return area.empty(); });
    return rest;
}

RepaintMemory::Kept RepaintMemory::keep(const ImDrawList& list) {
    Kept kept;
    kept.name = list._OwnerName == nullptr ? "" : list._OwnerName;
    kept.vertices.assign(list.VtxBuffer.begin(), list.VtxBuffer.end());
    kept.indices.assign(list.IdxBuffer.begin(), list.IdxBuffer.end());
    kept.commands.assign(list.CmdBuffer.begin(), list.CmdBuffer.end());
    kept.place = nowhere;
    for (const ImDrawVert& vertex : kept.vertices) {
        take_in(kept.place, vertex.pos);
    }
    return kept;
}

void RepaintMemory::add_differences(const Kept& before, const Kept& now, std::vector<ImVec4>& places) {
    if (!comparable(before.commands, now.commands)) {
        places.insert(places.end(), {before.place, now.place});
        return;
    }
    const SameEnds vertices = same_ends(before.vertices, now.vertices, same_vertex);
    // Behind what has changed the same vertices have other numbers.
    const std::size_t first_behind = before.vertices.size() - vertices.last;
    const auto longer_by = static_cast<std::ptrdiff_t>(now.vertices.size() - before.vertices.size());
    const auto same_index = [&](const ImDrawIdx was, const ImDrawIdx is) {
        const std::ptrdiff_t moved = was >= first_behind ? longer_by : 0;
        return static_cast<std::ptrdiff_t>(was) + moved == static_cast<std::ptrdiff_t>(is);
    };
    const SameEnds indices = same_ends(before.indices, now.indices, same_index);
    places.push_back(changed_place(before.vertices, before.indices, vertices, indices));
    places.push_back(changed_place(now.vertices, now.indices, vertices, indices));
}

/// Lists are compared by the name of the window that drew them. What lies over what is the same only if those that
/// both have stand in the same order; where they do not, all of them count as changed.
void RepaintMemory::add_all_differences(const std::vector<Kept>& now, std::vector<ImVec4>& places) const {
    std::vector<bool> met(lists_.size(), false);
    std::size_t last_met = 0;
    bool same_order = true;
    for (const Kept& list : now) {
        const auto before = std::ranges::find(lists_, list.name, &Kept::name);
        if (before == lists_.end()) {
            places.push_back(list.place);
            continue;
        }
        const auto index = static_cast<std::size_t>(before - lists_.begin());
        same_order = same_order && index >= last_met && !met[index];
        last_met = index;
        met[index] = true;
        add_differences(*before, list, places);
    }
    for (std::size_t index = 0; index < lists_.size(); ++index) {
        if (!met[index] || !same_order) {
            places.push_back(lists_[index].place);
        }
    }
    if (!same_order) {
        std::ranges::transform(now, std::back_inserter(places), &Kept::place);
    }
}

std::vector<PixelArea> RepaintMemory::take_changes(const ImDrawData& drawn, const std::span<const PixelArea> beneath) {
    std::vector<Kept> now;
    for (int i = 0; i < drawn.CmdListsCount; ++i) {
        now.push_back(keep(*drawn.CmdLists[i]));
    }
    const ImVec2 size = drawn.DisplaySize;
    const ImVec2 scale = drawn.FramebufferScale;
    const PixelArea window{0, 0, static_cast<int>(std::ceil(size.x * scale.x)),
                           static_cast<int>(std::ceil(size.y * scale.y))};
    const bool all =
        !known_ || size.x != size_.x || size.y != size_.y || scale.x != pixel_scale_.x || scale.y != pixel_scale_.y;
    std::vector<PixelArea> areas;
    if (all) {
        areas.push_back(window);
    } else {
        std::vector<ImVec4> places;
        add_all_differences(now, places);
        areas.assign(beneath.begin(), beneath.end());
        for (const ImVec4& place : places) {
            if (place.x > place.z || place.y > place.w) {
                continue;
            }
            const PixelArea area{static_cast<int>(std::floor((place.x - drawn.DisplayPos.x) * scale.x)),
                                 static_cast<int>(std::floor((place.y - drawn.DisplayPos.y) * scale.y)),
                                 static_cast<int>(std::ceil((place.z - drawn.DisplayPos.x) * scale.x)) + 1,
                                 static_cast<int>(std::ceil((place.w - drawn.DisplayPos.y) * scale.y)) + 1};
            areas.push_back(common_part(area, window));
        }
        std::erase_if(areas, [](const PixelArea& area) { return area.empty(); });
        join_areas(areas);
    }
    lists_ = std::move(now);
    size_ = size;
    pixel_scale_ = scale;
    known_ = true;
    return areas;
}

namespace {

/// Appends those triangles of a command that reach into a place, in their order.
void add_triangles_within(const ImDrawList& list, const ImDrawCmd& command, const ImVec4& place,
                          ImVector<ImDrawIdx>& indices) {
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* corners = list.IdxBuffer.Data + command.IdxOffset;
    for (unsigned int i = 0; i + 2 < command.ElemCount; i += 3) {
        ImVec4 reached = nowhere;
        for (unsigned int corner = i; corner < i + 3; ++corner) {
            take_in(reached, vertices[corners[corner]].pos);
        }
        if (reached.x < place.z && place.x < reached.z && reached.y < place.w && place.y < reached.w) {
            for (unsigned int corner = i; corner < i + 3; ++corner) {
                indices.push_back(corners[corner]);
            }
        }
    }
}

}  // namespace

void keep_only(ImDrawData& drawn, const std::span<const PixelArea> areas) {
    const ImVec2 scale = drawn.FramebufferScale;
    for (int i = 0; i < drawn.CmdListsCount; ++i) {
        ImDrawList& list = *drawn.CmdLists[i];
        ImVector<ImDrawCmd> kept;
        ImVector<ImDrawIdx> indices;
        for (const ImDrawCmd& command : list.CmdBuffer) {
            for (const PixelArea& area : areas) {
                ImDrawCmd part = command;
                part.ClipRect = {
                    std::max(command.ClipRect.x, drawn.DisplayPos.x + static_cast<float>(area.left) / scale.x),
                    std::max(command.ClipRect.y, drawn.DisplayPos.y + static_cast<float>(area.top) / scale.y),
                    std::min(command.ClipRect.z, drawn.DisplayPos.x + static_cast<float>(area.right) / scale.x),
                    std::min(command.ClipRect.w, drawn.DisplayPos.y + static_cast<float>(area.bottom) / scale.y)};
                if (part.ClipRect.x >= part.ClipRect.z || part.ClipRect.y >= part.ClipRect.w) {
                    continue;
                }
                part.IdxOffset = static_cast<unsigned int>(indices.Size);
                add_triangles_within(list, command, part.ClipRect, indices);
                part.ElemCount = static_cast<unsigned int>(indices.Size) - part.IdxOffset;
                if (part.ElemCount > 0 || part.UserCallback != nullptr) {
                    kept.push_back(part);
                }
            }
        }
        list.CmdBuffer.swap(kept);
        list.IdxBuffer.swap(indices);
        if (list.CmdBuffer.empty()) {  // so that nothing of it is sent to be drawn
            list.VtxBuffer.resize(0);
        }
    }
}

}  // namespace dorsum::ui
