#include "scene/worked_structures.h"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>
#include <map>
#include <utility>

#include "core/units.h"
#include "lesson/limits.h"
#include "lesson/stroke_samples.h"
#include "scene/skin_walk.h"

namespace dorsum::scene {

namespace {

constexpr float reach_m = 0.045F;  // as deep as hands on the back reach
constexpr float lift_m = 0.010F;   // rays start above the skin, which may curve away beside the hand's middle
constexpr int least_samples = 4;   // fewer are a graze
constexpr int every_sample = 2;    // they lie closer than a hand is broad

/// Where the hand touches: its middle, and of a palm four places around it.
std::vector<glm::vec3> places_of(const lesson::Contact contact, const body::SkinPoint& point) {
    std::vector<glm::vec3> places{point.position};
    if (contact != lesson::Contact::thumb && contact != lesson::Contact::fingertips) {
        const float beside_m = 0.6F * metres_from_mm(lesson::half_width_mm(contact));
        const glm::vec3 along = tangent({0.0F, 1.0F, 0.0F}, point.normal);
        const glm::vec3 across = glm::cross(along, point.normal);
        for (const glm::vec3 direction : {along, -along, across, -across}) {
            places.push_back(point.position + direction * beside_m);
        }
    }
    return places;
}

}  // namespace

WorkedStructures::WorkedStructures(std::shared_ptr<const body::Body> body,
                                   std::shared_ptr<const lesson::Choreography> choreography)
    : body_(std::move(body)), choreography_(std::move(choreography)) {}

void WorkedStructures::find() const {
    if (!body_ || !choreography_) {
        return;
    }
    const body::Roles muscles =
        body::roles_of({body::Role::superficial_muscle, body::Role::intermediate_muscle, body::Role::deep_muscle});
    const bool any =
        std::ranges::any_of(body_->parts, [](const body::Part& part) { return body::is_muscle(part.role); });
    for (const lesson::StepOnBody& step : choreography_->steps) {
        std::map<std::size_t, int> samples_of_part;
        for (const lesson::Stroke& stroke : step.strokes) {
            if (!any || stroke.pass != lesson::Pass::working || stroke.path.size() < 2) {
                continue;
            }
            const auto samples = lesson::stroke_samples(stroke);
            for (std::size_t i = 0; i < samples.size(); i += every_sample) {
                const body::SkinPoint& point = samples.at(i).point;
                for (const glm::vec3 place : places_of(stroke.contact, point)) {
                    for (const std::size_t part : body_->structures->parts_along(
                             *body_, muscles, place + point.normal * lift_m, -point.normal, reach_m + lift_m)) {
                        ++samples_of_part[part];
                    }
                }
            }
        }
        std::vector<std::size_t>& parts = parts_of_step_.emplace_back();
        for (const auto& [part, samples] : samples_of_part) {
            if (samples >= least_samples) {
                parts.push_back(part);
            }
        }
    }
}

const std::vector<std::size_t>& WorkedStructures::parts_worked_by(const std::size_t step) const {
    static const std::vector<std::size_t> none;
    std::call_once(once_, [this] { find(); });
    return step < parts_of_step_.size() ? parts_of_step_[step] : none;
}

std::vector<int> WorkedStructures::steps_that_work(const std::size_t part) const {
    std::call_once(once_, [this] { find(); });
    std::vector<int> steps;
    for (std::size_t step = 0; step < parts_of_step_.size(); ++step) {
        if (std::ranges::binary_search(parts_of_step_[step], part)) {
            steps.push_back(static_cast<int>(step));
        }
    }
    return steps;
}

}  // namespace dorsum::scene
