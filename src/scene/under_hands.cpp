#include "scene/under_hands.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <map>
#include <utility>

#include "body/place.h"
#include "core/translate.h"
#include "core/units.h"
#include "lesson/limits.h"
#include "scene/marks.h"

namespace dorsum::scene {

namespace {

constexpr float reach_m = 0.070F;       // below that no hand on the back is felt
constexpr float lift_m = 0.020F;        // the skin may curve away beside the middle of the hand
constexpr float least_share = 0.17F;    // less is a graze
constexpr float of_half_width = 0.75F;  // within the edge of the hand

const body::Roles& anatomy() {
    static const body::Roles roles = body::roles_of({body::Role::superficial_muscle, body::Role::intermediate_muscle,
                                                     body::Role::deep_muscle, body::Role::skeleton, body::Role::organ});
    return roles;
}

/// Where a contact touches, from its point: x away from the thumb, y along the fingers, metres.
std::vector<glm::vec2> touching(const lesson::Contact contact) {
    const float half_m = of_half_width * metres_from_mm(lesson::half_width_mm(contact));
    const float slant_m = 0.7F * half_m;
    switch (contact) {
        case lesson::Contact::thumb:  // its pulp, longer than broad
            return {{0.0F, 0.0F}, {0.0F, 0.010F}, {0.0F, -0.012F}, {half_m, 0.0F}, {-half_m, 0.0F}};
        case lesson::Contact::fingertips:  // the four pulps, as shaders/hand_print.frag has them
            return {{0.0F, 0.0F}, {0.021F, 0.017F}, {0.042F, 0.009F}, {0.063F, -0.013F}};
        case lesson::Contact::palm:
        case lesson::Contact::knuckles:
        case lesson::Contact::forearm:
            break;
    }
    return {{0.0F, 0.0F},       {half_m, 0.0F},      {-half_m, 0.0F},     {0.0F, half_m},      {0.0F, -half_m},
            {slant_m, slant_m}, {-slant_m, slant_m}, {slant_m, -slant_m}, {-slant_m, -slant_m}};
}

struct Met {
    float depth_sum_m = 0.0F;
    int places = 0;
};

}  // namespace

std::vector<StructureUnder> structures_under(const body::Body& body, const lesson::HandNow& hand) {
    std::vector<StructureUnder> found;
    if (!body.skin) {
        return found;
    }
    const glm::vec3 normal = hand.point.normal;
    const glm::vec3 fingers = finger_direction(hand);
    const glm::vec3 aside = glm::cross(fingers, normal) * (hand.hand == lesson::Hand::right ? 1.0F : -1.0F);
    std::map<std::size_t, Met> met;
    int places = 0;
    for (const glm::vec2 from_middle : touching(hand.contact)) {
        const glm::vec3 above = hand.point.position + aside * from_middle.x + fingers * from_middle.y + normal * lift_m;
        const auto skin = body.skin->first_hit(above, -normal, 2.0F * lift_m);
        if (!skin) {
            continue;  // over the side of the body
        }
        ++places;
        for (const body::PartEntered& entered :
             body.structures->entered_along(body, anatomy(), skin->position, -normal, reach_m)) {
            met[entered.part].depth_sum_m += entered.distance;
            ++met[entered.part].places;
        }
    }
    for (const auto& [part, sum] : met) {
        const float share = static_cast<float>(sum.places) / static_cast<float>(places);
        if (share >= least_share) {
            found.push_back({part, 1000.0F * sum.depth_sum_m / static_cast<float>(sum.places), share});
        }
    }
    std::ranges::stable_sort(found, {}, &StructureUnder::depth_mm);
    return found;
}

std::optional<lesson::HandNow> hand_on(const body::Body& to, const body::Body& from, const lesson::HandNow& hand) {
    const auto place = body::place_at(from, hand.point.position);
    const auto point = place ? body::skin_point(to, *place) : std::nullopt;
    if (!point) {
        return std::nullopt;
    }
    lesson::HandNow there = hand;
    there.point = *point;
    return there;
}

UnderHands::UnderHands(std::shared_ptr<const body::Body> body, LoadBody load_bundled)
    : body_(std::move(body)), load_bundled_(std::move(load_bundled)) {
    has_muscles_ =
        body_ && std::ranges::any_of(body_->parts, [](const body::Part& part) { return body::is_muscle(part.role); });
}

void UnderHands::prepare() const {
    std::call_once(prepared_, [this] {
        asked_ = has_muscles_ || !load_bundled_ ? body_ : load_bundled_();
        if (asked_) {
            asked_->structures->prepare(*asked_, anatomy());
        }
        ready_ = true;
    });
}

std::vector<StructureUnder> UnderHands::under(const lesson::HandNow& hand) const {
    const body::Body* const body = asked();
    if (body == nullptr) {
        return {};
    }
    if (body == body_.get()) {
        return structures_under(*body, hand);
    }
    const auto there = hand_on(*body, *body_, hand);
    return there ? structures_under(*body, *there) : std::vector<StructureUnder>{};
}

std::vector<std::size_t> UnderHands::parts_near(const glm::vec3 point, const float reach) const {
    std::vector<std::size_t> near;
    if (!body_) {
        return near;
    }
    std::call_once(bounded_, [this] {
        for (const body::Part& part : body_->parts) {
            bounds_.push_back(mesh::bounds(part.mesh));
        }
    });
    for (std::size_t i = 0; i < bounds_.size(); ++i) {
        const body::Role role = body_->parts[i].role;
        const glm::vec3 nearest = glm::clamp(point, bounds_[i].low, bounds_[i].high);
        if ((body::is_muscle(role) || role == body::Role::skeleton) && glm::distance(point, nearest) <= reach) {
            near.push_back(i);
        }
    }
    return near;
}

std::vector<std::string> names_under(const body::Body& asked, const std::vector<StructureUnder>& under,
                                     const bool bones) {
    std::vector<const body::CatalogueEntry*> named;
    for (const StructureUnder& each : under) {
        const body::Part& part = asked.parts[each.part];
        if (part.entry == nullptr || body::is_muscle(part.role) == bones) {
            continue;
        }
        const std::string name = body::name_with_group(*part.entry, !bones);
        if (std::ranges::none_of(named,
                                 [&](const auto* other) { return body::name_with_group(*other, !bones) == name; })) {
            named.push_back(part.entry);
        }
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < named.size(); ++i) {
        const bool group_follows = i + 1 < named.size() && named[i + 1]->group == named[i]->group;
        names.push_back(group_follows ? body::plain_name(*named[i], !bones) : body::name_with_group(*named[i], !bones));
    }
    return names;
}

}  // namespace dorsum::scene
