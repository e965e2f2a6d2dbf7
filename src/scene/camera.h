#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <string_view>

#include "mesh/mesh.h"

namespace dorsum::scene {

/// The canonical views, named after the side of the subject that is seen. `back` looks straight
/// down on the prone receiver, head at the top of the picture. `left` and `right` look as a giver
/// who stands beside the table does, `top` as one who stands at the head end and looks along the
/// spine, `three_quarter` from the foot end; in these the table lies level in the picture.
enum class View { back, left, right, top, three_quarter };

[[nodiscard]] std::optional<View> parse_view(std::string_view name);  ///< "back", "three-quarter" ...
[[nodiscard]] const char* name_of(View view);                         ///< as parse_view reads it

/// A camera that looks at a target from a distance. A value; body frame, metres, degrees.
struct Camera {
    glm::vec3 target{0.0F};
    float distance_m = 1.6F;          ///< from target to eye, > 0
    float azimuth_deg = 0.0F;         ///< 0 looks along -z at the back; positive moves the eye to the subject's right
    float elevation_deg = 0.0F;       ///< positive moves the eye towards the head; from -89 to 89
    float field_of_view_deg = 26.0F;  ///< vertical
    float roll_deg = 0.0F;            ///< 0 holds the head up in the picture; positive turns the picture clockwise
    bool mirrored = false;            ///< left and right of the picture change places, after all else
    friend bool operator==(const Camera&, const Camera&) = default;
};

[[nodiscard]] glm::vec3 eye(const Camera& camera);
[[nodiscard]] glm::mat4 view_matrix(const Camera& camera);
/// `aspect` is width over height.
[[nodiscard]] glm::mat4 projection_matrix(const Camera& camera, float aspect);

/// The shares of a picture's breadth and height, 0 to 0.4, that words and gauges cover at its edges.
struct Covered {
    float sides = 0.0F;  ///< on the left and on the right each
    float foot = 0.0F;
};

/// The camera of a canonical view that frames `subject` (body frame) in what is left of a picture of this
/// aspect.
[[nodiscard]] Camera frame(View view, const mesh::Bounds& subject, float aspect, Covered covered = {});
/// The same from where `turned` looks, through its field of view.
[[nodiscard]] Camera frame(Camera turned, const mesh::Bounds& subject, float aspect, Covered covered = {});
/// The camera with the roll at which the table lies level in the picture.
[[nodiscard]] Camera with_level_table(Camera camera);

/// Pixel deltas to camera changes, as users of 3D viewers expect: dragging the full height of the
/// window turns by 180 degrees; the point under the cursor follows a pan.
[[nodiscard]] Camera orbit(Camera camera, glm::vec2 drag_px, float window_height_px);
[[nodiscard]] Camera pan(Camera camera, glm::vec2 drag_px, float window_height_px);
/// `steps` of the wheel: positive moves nearer.
[[nodiscard]] Camera zoom(Camera camera, float steps);

/// Between two cameras, `share` from 0 to 1, the short way round, smooth at both ends.
[[nodiscard]] Camera between(const Camera& from, const Camera& to, float share);

struct Ray {
    glm::vec3 origin{0.0F};
    glm::vec3 direction{0.0F};  ///< unit length
};
/// The ray through a pixel; (0, 0) is the top left corner of a picture of `size_px`.
[[nodiscard]] Ray ray_through(const Camera& camera, glm::vec2 pixel, glm::vec2 size_px);
/// Where a point lands in the picture; empty when it is behind the eye.
[[nodiscard]] std::optional<glm::vec2> project(const Camera& camera, glm::vec3 point, glm::vec2 size_px);

}  // namespace dorsum::scene
