#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "core/error.h"

namespace dorsum::sculpt {

/// What makes one body differ from another. Breadths and depths are those that a tape or caliper
/// finds on the skin of the standing person (definitions: Gordon et al. 2014, NATICK/TR-15/007),
/// millimetres. The defaults are the reference man.
struct BodyParameters {
    std::string name = "reference";  ///< of its files; small letters, digits and underscores
    std::string title;               ///< for people: "Adult man, 1.75 m"
    float stature_mm = 1750.0F;
    float biacromial_breadth_mm = 353.0F;  ///< between the acromia, bone to bone
    float bicristal_breadth_mm = 274.0F;   ///< between the iliac crests, bone to bone
    float chest_breadth_mm = 305.0F;
    float chest_depth_mm = 252.0F;
    float waist_breadth_mm = 300.0F;
    float waist_depth_mm = 215.0F;
    float hip_breadth_mm = 350.0F;
    float buttock_depth_mm = 255.0F;
    float neck_breadth_mm = 126.0F;
    float limb_girth = 1.0F;        ///< factor on the thickness of arms and thighs
    float muscle_thickness = 1.0F;  ///< factor on every muscle
    float fat_thickness = 1.0F;     ///< factor on the layer between muscle and skin; 1 is an average adult man
    float bust_mm = 0.0F;           ///< breast tissue that shows beside a lying chest
    float hair_knot_mm = 0.0F;      ///< radius of the knot of long hair tied up behind; 0 is short hair
    float kyphosis_deg = 35.0F;     ///< T1 to T12
    float lordosis_deg = 42.0F;     ///< L1 to S1, lying
};

/// One parameter: its key in the file, its range and what it is.
struct ParameterEntry {
    const char* key;
    float BodyParameters::*value;
    float least;
    float most;
    const char* description;
};
[[nodiscard]] std::span<const ParameterEntry> parameter_entries();

/// Reads a parameter file. Keys that are missing keep the reference man's value; `name` and `title` must be
/// there. Fails in one line that names file, line, key, value and range at a value out of range, an unknown key
/// or a value of the wrong kind.
[[nodiscard]] Result<BodyParameters> read_body_parameters(const std::filesystem::path& path);

}  // namespace dorsum::sculpt
