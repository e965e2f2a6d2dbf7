#include "ui/icons.h"

#include <cmath>

namespace dorsum::ui {

namespace {

/// Coordinates from -1 to 1 inside the icon's square.
struct Pen {
    ImDrawList& list;
    ImVec2 centre;
    float half;
    ImU32 colour;
    float thickness;

    [[nodiscard]] ImVec2 at(const float x, const float y) const { return {centre.x + x * half, centre.y + y * half}; }
    void triangle(const ImVec2 a, const ImVec2 b, const ImVec2 c) const {
        list.AddTriangleFilled(at(a.x, a.y), at(b.x, b.y), at(c.x, c.y), colour);
    }
    void bar(const float x0, const float y0, const float x1, const float y1) const {
        list.AddRectFilled(at(x0, y0), at(x1, y1), colour, half * 0.12F);
    }
    void line(const float x0, const float y0, const float x1, const float y1) const {
        list.AddLine(at(x0, y0), at(x1, y1), colour, thickness);
    }
};

void draw_loop(const Pen& pen) {
    constexpr float start = -0.9F;
    constexpr float end = 4.2F;
    pen.list.PathArcTo(pen.centre, pen.half * 0.72F, start, end, 24);
    pen.list.PathStroke(pen.colour, 0, pen.thickness);
    const float x = 0.72F * std::cos(start);
    const float y = 0.72F * std::sin(start);
    pen.triangle({x - 0.42F, y - 0.18F}, {x + 0.22F, y - 0.42F}, {x + 0.14F, y + 0.34F});
}

void draw_eye(const Pen& pen, const bool open) {
    constexpr float radius = 1.15F;
    const ImVec2 below = pen.at(0.0F, 0.62F);
    const ImVec2 above = pen.at(0.0F, -0.62F);
    pen.list.PathArcTo(below, pen.half * radius, -2.55F, -0.59F, 20);
    pen.list.PathArcTo(above, pen.half * radius, 0.59F, 2.55F, 20);
    pen.list.PathStroke(pen.colour, ImDrawFlags_Closed, pen.thickness);
    if (open) {
        pen.list.AddCircleFilled(pen.centre, pen.half * 0.3F, pen.colour, 20);
    } else {
        pen.line(-0.75F, 0.75F, 0.75F, -0.75F);
    }
}

void draw_caution(const Pen& pen) {
    pen.list.PathLineTo(pen.at(0.0F, -0.82F));
    pen.list.PathLineTo(pen.at(0.92F, 0.74F));
    pen.list.PathLineTo(pen.at(-0.92F, 0.74F));
    pen.list.PathStroke(pen.colour, ImDrawFlags_Closed, pen.thickness);
    pen.line(0.0F, -0.28F, 0.0F, 0.24F);
    pen.list.AddCircleFilled(pen.at(0.0F, 0.5F), pen.thickness * 0.62F, pen.colour, 12);
}

void draw_help(const Pen& pen) {
    pen.list.AddCircle(pen.centre, pen.half * 0.9F, pen.colour, 32, pen.thickness);
    pen.list.PathArcTo(pen.at(0.0F, -0.2F), pen.half * 0.3F, -3.0F, 1.3F, 16);
    pen.list.PathLineTo(pen.at(0.0F, 0.28F));
    pen.list.PathStroke(pen.colour, 0, pen.thickness);
    pen.list.AddCircleFilled(pen.at(0.0F, 0.54F), pen.thickness * 0.62F, pen.colour, 12);
}

void draw_folder(const Pen& pen) {
    pen.list.PathLineTo(pen.at(-0.85F, 0.65F));
    pen.list.PathLineTo(pen.at(-0.85F, -0.6F));
    pen.list.PathLineTo(pen.at(-0.2F, -0.6F));
    pen.list.PathLineTo(pen.at(0.0F, -0.35F));
    pen.list.PathLineTo(pen.at(0.85F, -0.35F));
    pen.list.PathLineTo(pen.at(0.85F, 0.65F));
    pen.list.PathStroke(pen.colour, ImDrawFlags_Closed, pen.thickness);
}

/// An outline without ground.
void draw_ghost(const Pen& pen) {
    constexpr float pi = 3.14159265F;
    pen.list.PathArcTo(pen.at(0.0F, -0.1F), pen.half * 0.62F, -pi, 0.0F, 20);
    for (const ImVec2 at : {ImVec2{0.62F, 0.8F}, {0.31F, 0.52F}, {0.0F, 0.8F}, {-0.31F, 0.52F}, {-0.62F, 0.8F}}) {
        pen.list.PathLineTo(pen.at(at.x, at.y));
    }
    pen.list.PathStroke(pen.colour, ImDrawFlags_Closed, pen.thickness);
    for (const float x : {-0.24F, 0.24F}) {
        pen.list.AddCircleFilled(pen.at(x, -0.12F), pen.thickness * 0.7F, pen.colour, 12);
    }
}

void draw_search(const Pen& pen) {
    pen.list.AddCircle(pen.at(-0.18F, -0.18F), pen.half * 0.55F, pen.colour, 24, pen.thickness);
    pen.line(0.22F, 0.22F, 0.78F, 0.78F);
}

void draw_panels_icon(const Pen& pen) {
    pen.list.AddRect(pen.at(-0.9F, -0.7F), pen.at(0.9F, 0.7F), pen.colour, pen.half * 0.2F, 0, pen.thickness);
    pen.line(-0.3F, -0.7F, -0.3F, 0.7F);
}

/// A pencil from the lower left to the upper right.
void draw_pencil(const Pen& pen) {
    pen.list.PathLineTo(pen.at(-0.8F, 0.8F));
    pen.list.PathLineTo(pen.at(-0.68F, 0.26F));
    pen.list.PathLineTo(pen.at(0.38F, -0.8F));
    pen.list.PathLineTo(pen.at(0.8F, -0.38F));
    pen.list.PathLineTo(pen.at(-0.26F, 0.68F));
    pen.list.PathStroke(pen.colour, ImDrawFlags_Closed, pen.thickness);
    pen.line(0.1F, -0.52F, 0.52F, -0.1F);
}

void draw_eraser(const Pen& pen) {
    pen.list.PathLineTo(pen.at(-0.85F, 0.25F));
    pen.list.PathLineTo(pen.at(0.15F, -0.75F));
    pen.list.PathLineTo(pen.at(0.8F, -0.1F));
    pen.list.PathLineTo(pen.at(-0.2F, 0.8F));
    pen.list.PathLineTo(pen.at(-0.4F, 0.7F));
    pen.list.PathStroke(pen.colour, ImDrawFlags_Closed, pen.thickness);
    pen.line(-0.42F, -0.18F, 0.24F, 0.48F);
    pen.line(-0.2F, 0.8F, 0.85F, 0.8F);
}

void draw_bin(const Pen& pen) {
    pen.line(-0.75F, -0.5F, 0.75F, -0.5F);
    pen.line(-0.28F, -0.8F, 0.28F, -0.8F);
    pen.list.PathLineTo(pen.at(-0.55F, -0.5F));
    pen.list.PathLineTo(pen.at(-0.45F, 0.8F));
    pen.list.PathLineTo(pen.at(0.45F, 0.8F));
    pen.list.PathLineTo(pen.at(0.55F, -0.5F));
    pen.list.PathStroke(pen.colour, 0, pen.thickness);
}

/// An arrow that turns back; for redo its mirror image.
void draw_turning(const Pen& pen, const float to_left) {
    for (int i = 0; i <= 12; ++i) {
        const float angle = -1.5708F + 3.1416F * static_cast<float>(i) / 12.0F;
        pen.list.PathLineTo(pen.at(to_left * (0.25F + 0.5F * std::cos(angle)), 0.15F + 0.5F * std::sin(angle)));
    }
    pen.list.PathLineTo(pen.at(to_left * -0.3F, 0.65F));
    pen.list.PathStroke(pen.colour, 0, pen.thickness);
    pen.line(to_left * 0.25F, -0.35F, to_left * -0.6F, -0.35F);
    pen.triangle({to_left * -0.3F, -0.8F}, {to_left * -0.95F, -0.35F}, {to_left * -0.3F, 0.1F});
}

void draw_chevron(const Pen& pen, const bool down) {
    const auto at = [&](const float along, const float across) {
        return down ? pen.at(across, along) : pen.at(along, across);
    };
    pen.list.PathLineTo(at(-0.3F, -0.6F));
    pen.list.PathLineTo(at(0.35F, 0.0F));
    pen.list.PathLineTo(at(-0.3F, 0.6F));
    pen.list.PathStroke(pen.colour, 0, pen.thickness);
}

/// Two arrowheads towards a side.
void draw_fold(const Pen& pen, const float side) {
    for (const float from : {-0.55F, 0.15F}) {
        pen.list.PathLineTo(pen.at(side * from, -0.55F));
        pen.list.PathLineTo(pen.at(side * (from + 0.5F), 0.0F));
        pen.list.PathLineTo(pen.at(side * from, 0.55F));
        pen.list.PathStroke(pen.colour, 0, pen.thickness);
    }
}

}  // namespace

void draw_icon(ImDrawList& list, const Icon icon, const ImVec2 centre, const float size, const Colour colour) {
    const Pen pen{list, centre, size * 0.5F, to_packed(colour), std::fmax(size * 0.09F, 1.2F)};
    switch (icon) {
        case Icon::play:
            return pen.triangle({-0.55F, -0.8F}, {0.85F, 0.0F}, {-0.55F, 0.8F});
        case Icon::pause:
            pen.bar(-0.62F, -0.75F, -0.16F, 0.75F);
            return pen.bar(0.16F, -0.75F, 0.62F, 0.75F);
        case Icon::previous:
            pen.bar(-0.8F, -0.7F, -0.54F, 0.7F);
            return pen.triangle({0.75F, -0.7F}, {0.75F, 0.7F}, {-0.45F, 0.0F});
        case Icon::next:
            pen.bar(0.54F, -0.7F, 0.8F, 0.7F);
            return pen.triangle({-0.75F, -0.7F}, {0.45F, 0.0F}, {-0.75F, 0.7F});
        case Icon::frame_back:
            pen.line(0.55F, -0.55F, 0.55F, 0.55F);
            pen.line(0.2F, -0.55F, -0.4F, 0.0F);
            return pen.line(0.2F, 0.55F, -0.4F, 0.0F);
        case Icon::frame_forward:
            pen.line(-0.55F, -0.55F, -0.55F, 0.55F);
            pen.line(-0.2F, -0.55F, 0.4F, 0.0F);
            return pen.line(-0.2F, 0.55F, 0.4F, 0.0F);
        case Icon::loop:
            return draw_loop(pen);
        case Icon::more:
            for (const float x : {-0.65F, 0.0F, 0.65F}) {
                list.AddCircleFilled(pen.at(x, 0.0F), size * 0.09F, pen.colour, 16);
            }
            return;
        case Icon::eye:
            return draw_eye(pen, true);
        case Icon::eye_closed:
            return draw_eye(pen, false);
        case Icon::close:
            pen.line(-0.6F, -0.6F, 0.6F, 0.6F);
            return pen.line(-0.6F, 0.6F, 0.6F, -0.6F);
        case Icon::help:
            return draw_help(pen);
        case Icon::caution:
            return draw_caution(pen);
        case Icon::panels:
            return draw_panels_icon(pen);
        case Icon::folder:
            return draw_folder(pen);
        case Icon::chevron_down:
            return draw_chevron(pen, true);
        case Icon::chevron_right:
            return draw_chevron(pen, false);
        case Icon::fold_left:
            return draw_fold(pen, -1.0F);
        case Icon::fold_right:
            return draw_fold(pen, 1.0F);
        case Icon::pencil:
            return draw_pencil(pen);
        case Icon::eraser:
            return draw_eraser(pen);
        case Icon::bin:
            return draw_bin(pen);
        case Icon::undo:
            return draw_turning(pen, 1.0F);
        case Icon::redo:
            return draw_turning(pen, -1.0F);
        case Icon::ghost:
            return draw_ghost(pen);
        case Icon::branch_closed:
            return pen.triangle({-0.25F, -0.5F}, {0.45F, 0.0F}, {-0.25F, 0.5F});
        case Icon::branch_open:
            return pen.triangle({-0.5F, -0.25F}, {0.5F, -0.25F}, {0.0F, 0.45F});
        case Icon::search:
            return draw_search(pen);
    }
}

}  // namespace dorsum::ui
