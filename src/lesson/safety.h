#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "body/body.h"
#include "body/place.h"
#include "core/error.h"
#include "lesson/choreography.h"
#include "lesson/lesson.h"

namespace dorsum::lesson {

/// A part of the back where hands take care, as assets/lessons/safety.toml has it, with its source there.
struct SafetyRegion {
    std::string name;   ///< stays the same in every language: "kidneys"
    std::string title;  ///< for people
    std::string reason;
    std::string remedy;
    std::string source;
    std::vector<body::Place> outline;  ///< of the right half, mirrored on the left; two places make a line
    float clearance_mm = 0.0F;         ///< that the edge of a hand keeps from it, 0 to 50; does not scale with the body
    int most_pressure = 0;             ///< that is allowed within, 0 to 5
    bool percussion = false;           ///< whether blows are
};

struct SafetyReading {
    std::vector<SafetyRegion> regions;  ///< empty when there is any problem
    std::vector<Error> problems;        ///< in the order of the file
};

[[nodiscard]] SafetyReading read_safety_regions(const std::filesystem::path& path);
/// The same from memory; `file` is only named in messages.
[[nodiscard]] SafetyReading parse_safety_regions(std::string_view text, const std::string& file);

/// A stroke that breaks a region's rule.
struct SafetyFinding {
    std::size_t step = 0;    ///< of the lesson, from 0
    int stroke = 0;          ///< of the step, from 0
    std::string region;      ///< name
    double time_s = 0.0;     ///< into the step, where it is worst
    float excess_mm = 0.0F;  ///< how far the hand's edge is beyond the clearance there
    Error error;             ///< the same in words, at the stroke's line
};

/// Every stroke that breaks a rule, once a region, in the order of the lesson. The contact's width and the
/// circle of its kind count as part of the hand; widths do not scale with the body, `scale_to_reference`
/// (as in body::Body) does the places. Distances are those of the unrolled back. Pure.
[[nodiscard]] std::vector<SafetyFinding> check_safety(const Lesson& lesson, const Choreography& choreography,
                                                      const std::vector<SafetyRegion>& regions,
                                                      float scale_to_reference);

/// How far a place lies from the edge of what a region forbids, in millimetres of the body: negative within its
/// outline and clearance. The distance that check_safety goes by, without the hand's width.
[[nodiscard]] float distance_to_region_mm(const SafetyRegion& region, body::Place place, float scale_to_reference);

/// A region laid on a body, to be drawn: closed outlines of points about 10 mm apart. Places that the body
/// has no skin for are left out.
struct SafetyRegionOnBody {
    std::string name;
    std::vector<body::SkinPoint> right;
    std::vector<body::SkinPoint> left;
};
[[nodiscard]] std::vector<SafetyRegionOnBody> lay_regions_on_body(const std::vector<SafetyRegion>& regions,
                                                                  const body::Body& body);

}  // namespace dorsum::lesson
