#pragma once

#include <memory>
#include <vector>

#include "body/body.h"
#include "body/landmark_file.h"
#include "core/error.h"

namespace dorsum::body {

/// From this confidence on a landmark counts as set by a person, not found.
inline constexpr float set_by_hand = 0.995F;

/// The same body with some landmarks where a person has set them: exactly the body that make_body() makes of its model
/// once landmark_file_of() the result lies beside it.
/// The levels among them give the heights; a level that nobody has set (confidence below set_by_hand) goes along with
/// those set around it, and T12 also says where the midline is. What was set before stays.
/// Takes as long as charting the skin, and where the body moves in its frame, as indexing it: up to a second.
/// @param by_hand  positions as in a landmark file: in the model's coordinates, in metres
/// @return fails where the levels would not follow one another from head to hips
[[nodiscard]] Result<std::shared_ptr<const Body>> with_landmarks(const Body& body,
                                                                 const std::vector<GivenLandmark>& by_hand);

/// The same body with the landmarks that its shape tells, whatever was given with the model. Its axes and unit stay.
/// Fails where nothing of a person is seen in its shape.
[[nodiscard]] Result<std::shared_ptr<const Body>> as_found(const Body& body);

/// Whether somebody has set landmarks of this body, in the program or in a file beside the model.
[[nodiscard]] bool has_landmarks_by_hand(const Body& body);

/// What to save beside the model so that the body is read back as it is: all its landmarks; those that were found have
/// a confidence below set_by_hand.
[[nodiscard]] LandmarkFile landmark_file_of(const Body& body);

}  // namespace dorsum::body
