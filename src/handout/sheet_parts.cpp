#include "handout/sheet_parts.h"

#include <cairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <memory>
#include <optional>

#include "core/translate.h"

namespace dorsum::handout {

namespace {

constexpr double disc_radius_pt = 6.2;
constexpr double core_pt = 2.2;
constexpr double return_pt = 1.3;
constexpr double halo_pt = 1.5;  // on either side
constexpr float head_pt = 9.0F;

struct Releaser {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

void set_grey(cairo_t* canvas, const double grey) {
    cairo_set_source_rgb(canvas, grey, grey, grey);
}

std::vector<glm::vec2> on_page(const std::vector<glm::vec2>& pixels, const GreyPicture& picture, const Box& box) {
    std::vector<glm::vec2> points;
    const auto scale = static_cast<float>(box.width / picture.width);
    for (const glm::vec2 pixel : pixels) {
        points.push_back(glm::vec2(box.left, box.top) + pixel * scale);
    }
    return points;
}

void trace(cairo_t* canvas, const std::vector<glm::vec2>& points) {
    cairo_new_path(canvas);
    for (const glm::vec2 point : points) {
        cairo_line_to(canvas, static_cast<double>(point.x), static_cast<double>(point.y));
    }
}

/// The tip lies at `at`; filled, or of a light return open.
void draw_head(cairo_t* canvas, const glm::vec2 at, const glm::vec2 towards, const bool open) {
    const glm::vec2 aside(-towards.y, towards.x);
    const std::array corners{at - towards * head_pt + aside * (head_pt * 0.5F), at,
                             at - towards * head_pt - aside * (head_pt * 0.5F)};
    const auto path = [&] {
        trace(canvas, {corners.begin(), corners.end()});
        if (!open) {
            cairo_close_path(canvas);
        }
    };
    path();
    set_grey(canvas, 1.0);
    cairo_set_line_width(canvas, open ? return_pt + 2.0 * halo_pt : 2.0 * halo_pt);
    cairo_stroke(canvas);
    path();
    set_grey(canvas, 0.0);
    cairo_set_line_width(canvas, return_pt);
    open ? cairo_stroke(canvas) : cairo_fill(canvas);
}

void draw_line(cairo_t* canvas, const std::vector<glm::vec2>& points, const bool dashed) {
    const double width = dashed ? return_pt : core_pt;
    trace(canvas, points);
    set_grey(canvas, 1.0);
    cairo_set_line_width(canvas, width + 2.0 * halo_pt);
    cairo_stroke_preserve(canvas);
    set_grey(canvas, 0.0);
    cairo_set_line_width(canvas, width);
    constexpr std::array dashes{4.0, 3.0};
    cairo_set_dash(canvas, dashes.data(), dashed ? 2 : 0, 0.0);
    cairo_stroke(canvas);
    cairo_set_dash(canvas, nullptr, 0, 0.0);
}

/// The direction in which a line arrives at its end, from far enough back that a bend does not mislead it.
glm::vec2 arrival(const std::vector<glm::vec2>& points) {
    const glm::vec2 tip = points.back();
    for (std::size_t i = points.size() - 1; i > 0; --i) {
        if (const float way = glm::distance(points[i - 1], tip); way > head_pt * 0.8F) {
            return (tip - points[i - 1]) / way;
        }
    }
    const glm::vec2 whole = tip - points.front();
    return glm::length(whole) > 0.0F ? glm::normalize(whole) : glm::vec2(0.0F, 1.0F);
}

/// The line up to where the arrowhead begins.
std::vector<glm::vec2> without_tip(std::vector<glm::vec2> points) {
    const glm::vec2 tip = points.back();
    while (points.size() > 2 && glm::distance(points.back(), tip) < head_pt * 0.7F) {
        points.pop_back();
    }
    return points;
}

/// Where along its stroke a number covers none that stands already. First a third along the way: where a stroke begins
/// another may end.
std::optional<glm::vec2> place_of_number(const std::vector<glm::vec2>& points, const std::vector<glm::vec2>& taken) {
    constexpr std::array shares{0.33, 0.5, 0.2, 0.67, 0.0};
    for (const double share : shares) {
        const glm::vec2 at = points[static_cast<std::size_t>(share * static_cast<double>(points.size() - 1))];
        const auto covers = [at](const glm::vec2 other) {
            return glm::distance(at, other) < 2.0F * static_cast<float>(disc_radius_pt) + 1.0F;
        };
        if (std::ranges::none_of(taken, covers)) {
            return at;
        }
    }
    return std::nullopt;
}

void draw_arrow(cairo_t* canvas, const std::vector<glm::vec2>& points, const bool returning) {
    draw_line(canvas, returning ? points : without_tip(points), returning);
    draw_head(canvas, points.back(), arrival(points), returning);
}

}  // namespace

Box fitted(const GreyPicture& picture, const Box& within) {
    const double scale = std::min(within.width / picture.width, within.height / picture.height);
    return {within.left, within.top, scale * picture.width, scale * picture.height};
}

void draw_picture(const Pages& pages, const GreyPicture& picture, const Box& box) {
    cairo_t* canvas = pages.canvas();
    const std::unique_ptr<cairo_surface_t, Releaser> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height));
    unsigned char* bytes = cairo_image_surface_get_data(surface.get());
    if (bytes == nullptr) {
        return;  // no memory: the canvas is in error then, too, and finish() says so
    }
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto width = static_cast<std::size_t>(picture.width);
    cairo_surface_flush(surface.get());
    for (std::size_t row = 0; row < static_cast<std::size_t>(picture.height); ++row) {
        for (std::size_t column = 0; column < width; ++column) {
            std::fill_n(bytes + row * stride + column * 4, 4, picture.grey[row * width + column]);
        }
    }
    cairo_surface_mark_dirty(surface.get());
    cairo_save(canvas);
    cairo_translate(canvas, box.left, box.top);
    cairo_scale(canvas, box.width / picture.width, box.height / picture.height);
    cairo_set_source_surface(canvas, surface.get(), 0.0, 0.0);
    cairo_paint(canvas);
    cairo_restore(canvas);
    set_grey(canvas, 0.7);
    cairo_set_line_width(canvas, 0.5);
    cairo_rectangle(canvas, box.left, box.top, box.width, box.height);
    cairo_stroke(canvas);
}

void draw_number(Pages& pages, const double x, const double y, const std::string& number, const Disc disc) {
    const bool on_black = disc == Disc::black;
    cairo_t* canvas = pages.canvas();
    cairo_new_path(canvas);
    cairo_arc(canvas, x, y, disc_radius_pt, 0.0, 6.2832);
    set_grey(canvas, on_black ? 0.0 : 1.0);
    cairo_fill_preserve(canvas);
    set_grey(canvas, on_black ? 1.0 : 0.0);
    cairo_set_line_width(canvas, disc == Disc::dashed ? 1.6 : 1.0);
    constexpr std::array dashes{2.4, 1.6};
    cairo_set_dash(canvas, dashes.data(), disc == Disc::dashed ? 2 : 0, 0.0);
    cairo_stroke(canvas);
    cairo_set_dash(canvas, nullptr, 0, 0.0);
    const TextStyle style{8.0, true, on_black ? 1.0 : 0.0, true};
    const double height = pages.height_of(2.0 * disc_radius_pt, number, style);
    pages.text(x - disc_radius_pt, y - height / 2.0, 2.0 * disc_radius_pt, number, style);
}

void draw_arrows(Pages& pages, const std::vector<Arrow>& arrows, const GreyPicture& picture, const Box& box) {
    cairo_t* canvas = pages.canvas();
    cairo_set_line_cap(canvas, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(canvas, CAIRO_LINE_JOIN_ROUND);
    // The returns below the working passes, the numbers over all.
    for (const lesson::Pass pass : {lesson::Pass::light_return, lesson::Pass::working}) {
        for (const Arrow& arrow : arrows) {
            if (arrow.pass == pass && !arrow.holds && arrow.points.size() > 1) {
                draw_arrow(canvas, on_page(arrow.points, picture, box), pass == lesson::Pass::light_return);
            }
        }
    }
    std::vector<glm::vec2> taken;
    for (const lesson::Pass pass : {lesson::Pass::working, lesson::Pass::light_return}) {
        for (const Arrow& arrow : arrows) {
            const auto at = arrow.pass == pass ? place_of_number(on_page(arrow.points, picture, box), taken)
                                               : std::optional<glm::vec2>{};
            if (at) {
                taken.push_back(*at);
                draw_number(pages, static_cast<double>(at->x), static_cast<double>(at->y), std::to_string(arrow.number),
                            arrow.hand == lesson::Hand::right ? Disc::black : Disc::white);
            }
        }
    }
}

double draw_arrow_legend(Pages& pages, const double left, const double top, const double width) {
    const TextStyle style{8.5, false, 0.25};
    constexpr float sample_pt = 34.0F;
    const std::array<const char*, 4> words{tr("working pass"), tr("light return"), tr("left hand"), tr("right hand")};
    const double column = width / static_cast<double>(words.size());
    double height = 0.0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const double x = left + column * static_cast<double>(i);
        const double y = top + 6.0;
        const bool is_line = i < 2;
        if (is_line) {
            const glm::vec2 from(x, y);
            std::vector<glm::vec2> points;
            for (float way = 0.0F; way <= sample_pt; way += 1.0F) {
                points.push_back(from + glm::vec2(way, 0.0F));
            }
            draw_arrow(pages.canvas(), points, i == 1);
        } else {
            draw_number(pages, x + disc_radius_pt, y, "1", i == 3 ? Disc::black : Disc::white);
        }
        const double indent = is_line ? static_cast<double>(sample_pt) + 6.0 : 2.0 * disc_radius_pt + 6.0;
        height = std::max(height, pages.text(x + indent, top, column - indent, words.at(i), style));
    }
    return std::max(height, 14.0);
}

}  // namespace dorsum::handout
