#pragma once

#include <string>
#include <vector>

#include "handout/arrows.h"
#include "handout/grey_picture.h"
#include "handout/pages.h"

namespace dorsum::handout {

/// Where something lies on the page, in points.
struct Box {
    double left = 0.0;
    double top = 0.0;
    double width = 0.0;
    double height = 0.0;
};

/// The largest box of the picture's proportions within this one, at its top left.
[[nodiscard]] Box fitted(const GreyPicture& picture, const Box& within);

/// Draws the picture over the whole of the box, with a thin frame.
void draw_picture(const Pages& pages, const GreyPicture& picture, const Box& box);

/// Draws arrows over a picture that lies in this box: black with a white edge; the working pass solid, the light
/// return dashed; the left hand's number on white, the right hand's on black. A number that would cover another is left
/// out.
void draw_arrows(Pages& pages, const std::vector<Arrow>& arrows, const GreyPicture& picture, const Box& box);

/// The disc in which a number stands.
enum class Disc {
    white,   ///< black on white
    black,   ///< white on black
    dashed,  ///< black on white in a broken ring
};
void draw_number(Pages& pages, double x, double y, const std::string& number, Disc disc);

/// What the arrows mean, in one line of this width; returns its height.
double draw_arrow_legend(Pages& pages, double left, double top, double width);

}  // namespace dorsum::handout
