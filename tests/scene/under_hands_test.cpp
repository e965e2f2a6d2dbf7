#include "scene/under_hands.h"

#include <glm/geometric.hpp>

#include "catch.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

/// A hand that touches the trunk below a place.
lesson::HandNow hand_at(const body::Body& body, const float x, const float y,
                        const lesson::Contact contact = lesson::Contact::palm,
                        const lesson::Hand which = lesson::Hand::right) {
    const auto hit = body.skin->first_hit({x, y, 1.0F}, {0.0F, 0.0F, -1.0F});
    REQUIRE(hit);
    lesson::HandNow hand;
    hand.hand = which;
    hand.contact = contact;
    hand.point = {hit->position, hit->smooth_normal};
    hand.forward = {0.0F, 1.0F, 0.0F};
    return hand;
}

std::vector<std::string> ids(const body::Body& body, const std::vector<StructureUnder>& found) {
    std::vector<std::string> names;
    for (const StructureUnder& each : found) {
        names.push_back(body.parts[each.part].name);
    }
    return names;
}

const std::vector<std::string> all_layers{"outer_right", "middle_right", "inner_right", "rib_right", "kidney_right"};

}  // namespace

TEST_CASE("Under a hand lie muscles, bones and organs in order of depth, from the skin inwards") {
    const Subject subject = test::make_layered_subject();
    const auto found = structures_under(*subject.body, hand_at(*subject.body, 0.08F, 0.05F));
    const std::vector<std::string> names = ids(*subject.body, found);
    // The organ begins 80 mm below the skin or less: it may be out of reach, what lies above it is not.
    REQUIRE(names.size() >= 3);
    CHECK(std::vector(names.begin(), names.begin() + 3) == std::vector(all_layers.begin(), all_layers.begin() + 3));
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found[i].share > 0.0F);
        CHECK(found[i].share <= 1.0F);
        CHECK((i == 0 || found[i].depth_mm >= found[i - 1].depth_mm));
    }
}

TEST_CASE("The depth is that from the skin to the first surface of the structure") {
    const Subject subject = test::make_layered_subject();
    const lesson::HandNow thumb = hand_at(*subject.body, 0.08F, 0.05F, lesson::Contact::thumb);
    const auto found = structures_under(*subject.body, thumb);
    REQUIRE_FALSE(found.empty());
    // The muscle's upper side is at z = 94 mm in its middle.
    const auto hit = subject.body->structures->first_hit(
        *subject.body, body::roles_of({body::Role::superficial_muscle}), thumb.point.position, -thumb.point.normal);
    REQUIRE(hit);
    CHECK(found.front().depth_mm == Approx(1000.0F * hit->distance).margin(1.0));
}

TEST_CASE("Beside the muscles nothing lies under the hand, and on the left none of the right side") {
    const Subject subject = test::make_layered_subject();
    CHECK(structures_under(*subject.body, hand_at(*subject.body, -0.08F, 0.05F)).empty());
    CHECK(structures_under(*subject.body, hand_at(*subject.body, 0.08F, -0.25F)).empty());
}

TEST_CASE("The same question has the same answer, and is answered only when all is ready") {
    const Subject subject = test::make_layered_subject();
    const lesson::HandNow hand = hand_at(*subject.body, 0.08F, 0.05F);
    CHECK_FALSE(subject.under->ready());
    CHECK(subject.under->under(hand).empty());
    subject.under->prepare();
    REQUIRE(subject.under->asked() == subject.body.get());
    CHECK_FALSE(subject.under->as_on_bundled());
    const auto first = ids(*subject.body, subject.under->under(hand));
    CHECK_FALSE(first.empty());
    CHECK(first == ids(*subject.body, subject.under->under(hand)));
}

TEST_CASE("Of a model with a skin only, it is said what lies at the same place of the bundled body") {
    const Subject bare = test::make_test_subject();
    const Subject layered = test::make_layered_subject();
    int loads = 0;
    const UnderHands under(bare.body, [&] {
        ++loads;
        return layered.body;
    });
    CHECK(under.as_on_bundled());
    CHECK(loads == 0);
    under.prepare();
    under.prepare();
    CHECK(loads == 1);
    CHECK(under.asked() == layered.body.get());
}

TEST_CASE("Where there are no muscles anywhere, nothing lies under the hands") {
    const Subject bare = test::make_test_subject();
    bare.under->prepare();
    CHECK(bare.under->under(hand_at(*bare.body, 0.08F, 0.05F)).empty());
}

TEST_CASE("A muscle is named once, whatever parts of it lie under the hand; bones are named apart") {
    auto catalogue = std::make_shared<body::Catalogue>();
    catalogue->entries.resize(3);
    catalogue->entries[0].name = "Trapezius, transverse part";
    catalogue->entries[1].name = "Trapezius, ascending part";
    catalogue->entries[2].name = "Fifth rib";
    body::Body body;
    body.parts.push_back({"a", body::Role::superficial_muscle, {}, &catalogue->entries[0]});
    body.parts.push_back({"b", body::Role::superficial_muscle, {}, &catalogue->entries[1]});
    body.parts.push_back({"c", body::Role::skeleton, {}, &catalogue->entries[2]});
    const std::vector<StructureUnder> found{{1, 5.0F, 1.0F}, {0, 6.0F, 1.0F}, {2, 20.0F, 1.0F}};
    CHECK(names_under(body, found, false) == std::vector<std::string>{"Trapezius"});
    CHECK(names_under(body, found, true) == std::vector<std::string>{"Fifth rib"});
}

TEST_CASE("Muscles of one group say so once, where they lie side by side") {
    auto catalogue = std::make_shared<body::Catalogue>();
    catalogue->entries.resize(3);
    catalogue->entries[0].name = "Longissimus";
    catalogue->entries[1].name = "Iliocostalis";
    catalogue->entries[2].name = "Multifidus";
    catalogue->entries[0].group = catalogue->entries[1].group = "erector spinae";
    body::Body body;
    for (const body::CatalogueEntry& entry : catalogue->entries) {
        body.parts.push_back({entry.name, body::Role::deep_muscle, {}, &entry});
    }
    const auto named = [&body](const std::vector<std::size_t>& parts) {
        std::vector<StructureUnder> found;
        for (const std::size_t part : parts) {
            found.push_back({part, 5.0F, 1.0F});
        }
        return names_under(body, found, false);
    };
    using Names = std::vector<std::string>;
    CHECK(named({0, 1, 2}) == Names{"Longissimus", "Iliocostalis (erector spinae)", "Multifidus"});
    CHECK(named({0, 2, 1}) == Names{"Longissimus (erector spinae)", "Multifidus", "Iliocostalis (erector spinae)"});
}
