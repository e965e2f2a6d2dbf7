#pragma once

#include "body/body.h"

namespace dorsum::body {

// What must be true of the places of every body, made or imported. Each checks through Catch2.

/// From C7 to L5 and 140 mm to both sides there is a point, at the height of its level, and the
/// nearest skin is less than 0.5 mm away.
void check_on_skin(const Body& body);
/// Places 1 mm apart, sideways or along the spine, are less than `most_mm` apart on the skin (of a body of 1.75 m), and
/// their normals turn little. Where the shoulders fall off steeply, one millimetre down the spine is up to three of
/// skin.
void check_continuous(const Body& body, float most_mm = 3.0F);
/// Sideways the way along the skin grows, and so does x over the back itself; down the spine y falls.
void check_monotone(const Body& body);
/// The way along the skin from the midline, walked in small steps on the skin itself, is the
/// lateral distance within 3 %.
void check_arc_lengths(const Body& body);

}  // namespace dorsum::body
