#pragma once

namespace dorsum::body::breathing {

// The figures of the breathing formula, in metres of the body frame. shaders/breathing.glsl has the
// same constants under the same names; a test reads them there and compares.
// Lift and widening follow the "bucket handle" movement of the lower ribs: the girth of the chest
// grows by 5 to 7 cm in a full breath and by 1 to 2 cm in a quiet one (textbook consensus); what is
// shown lies between, so that it can be seen.
inline constexpr float lift_m = 0.0125F;          ///< of the back, away from the table
inline constexpr float widening_m = 0.0055F;      ///< of each side at the lower ribs, at side_start_m
inline constexpr float thorax_bottom_m = -0.17F;  ///< L5: nothing moves below
inline constexpr float thorax_low_m = -0.01F;     ///< T11: full lift from here
inline constexpr float thorax_high_m = 0.06F;     ///< T9: to here
inline constexpr float thorax_top_m = 0.3F;       ///< C7: nothing moves above
inline constexpr float ribs_bottom_m = -0.13F;    ///< L3
inline constexpr float ribs_low_m = -0.01F;       ///< T11
inline constexpr float ribs_high_m = 0.05F;       ///< T9
inline constexpr float ribs_top_m = 0.17F;        ///< T5
inline constexpr float side_start_m = 0.13F;      ///< |x| where the fading towards the arms starts
inline constexpr float side_end_m = 0.19F;        ///< |x| beyond which lie the arms
inline constexpr float front_m = -0.16F;          ///< z of the front, which rests on the table
inline constexpr float back_m = 0.04F;            ///< z from which the back lifts in full

}  // namespace dorsum::body::breathing
