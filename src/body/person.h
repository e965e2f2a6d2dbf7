#pragma once

#include <string>

#include "body/outline.h"

namespace dorsum::body {

/// What in an outline speaks for a person; each counts as one sign.
struct PersonSigns {
    bool head = false;      ///< a head over a narrower neck
    bool legs = false;      ///< the lower end parts
    bool arms = false;      ///< gaps between arms and trunk
    bool waist = false;     ///< narrower between chest and hips
    bool hollow = false;    ///< the small of the back lies deeper than chest and buttocks
    bool mirrored = false;  ///< left and right are alike; without this there is no person

    [[nodiscard]] int outline_count() const { return int{head} + int{legs} + int{arms} + int{waist}; }
};

[[nodiscard]] PersonSigns person_signs(const Silhouette& silhouette, const Outline& outline);

/// Empty for what can be a person's back; else a translated sentence on what was missing.
[[nodiscard]] std::string why_no_person(const PersonSigns& signs);

}  // namespace dorsum::body
