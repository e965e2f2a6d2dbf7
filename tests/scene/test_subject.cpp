#include "scene/test_subject.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

namespace dorsum::test {

namespace {

constexpr glm::vec3 half_axes{0.20F, 0.45F, 0.11F};
constexpr double stroke_s = 4.0;
constexpr std::size_t path_points = 65;

mesh::TriangleMesh make_ellipsoid(const glm::vec3 radii) {
    constexpr int rings = 60;
    constexpr int sectors = 80;
    constexpr float pi = 3.14159265F;
    mesh::TriangleMesh trunk;
    for (int ring = 0; ring <= rings; ++ring) {
        const float polar = pi * static_cast<float>(ring) / rings;
        for (int sector = 0; sector <= sectors; ++sector) {
            const float around = 2.0F * pi * static_cast<float>(sector) / sectors;
            const glm::vec3 unit{std::sin(polar) * std::cos(around), std::cos(polar),
                                 -std::sin(polar) * std::sin(around)};
            trunk.positions.push_back(unit * radii);
            trunk.normals.push_back(glm::normalize(unit / radii));
        }
    }
    for (std::uint32_t ring = 0; ring < rings; ++ring) {
        for (std::uint32_t sector = 0; sector < sectors; ++sector) {
            const std::uint32_t corner = ring * (sectors + 1) + sector;
            for (const std::uint32_t index :
                 {corner, corner + sectors + 1, corner + 1, corner + 1, corner + sectors + 1, corner + sectors + 2}) {
                trunk.indices.push_back(index);
            }
        }
    }
    return trunk;
}

mesh::TriangleMesh make_table() {
    mesh::TriangleMesh table;
    table.positions = {{-0.4F, -0.8F, -0.1F}, {0.4F, -0.8F, -0.1F}, {0.4F, 0.8F, -0.1F}, {-0.4F, 0.8F, -0.1F}};
    table.indices = {0, 1, 2, 0, 2, 3};
    return table;
}

std::shared_ptr<body::Body> make_body() {
    auto body = std::make_shared<body::Body>();
    body->parts.push_back({"skin", body::Role::skin, make_ellipsoid(half_axes)});
    body->parts.push_back({"table", body::Role::table, make_table()});
    body->skin = std::make_shared<const mesh::SpatialIndex>(body->parts.front().mesh);
    for (float level = body::highest_level.number; level <= body::lowest_level.number; level += 1.0F) {
        body->spine.emplace_back(level, 0.40F - 0.0325F * (level - body::highest_level.number));
    }
    body->reach_right_m = half_axes.x;
    body->landmarks.push_back({"T12", "T12", {0.0F, 0.0F, half_axes.z}, 1.0F});
    return body;
}

body::SkinPoint on_back(const body::Body& body, const float x, const float y) {
    const auto hit = body.skin->first_hit({x, y, 1.0F}, {0.0F, 0.0F, -1.0F});
    return hit ? body::SkinPoint{hit->position, hit->smooth_normal} : body::SkinPoint{};
}

lesson::Stroke make_stroke(const body::Body& body, const int index, const lesson::Hand hand, const glm::vec2 from,
                           const glm::vec2 to) {
    lesson::Stroke stroke;
    stroke.index = index;
    stroke.hand = hand;
    stroke.pressure = 3;
    stroke.duration_s = stroke_s;
    for (std::size_t i = 0; i < path_points; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(path_points - 1);
        const glm::vec2 at = from + (to - from) * share;
        stroke.path.push_back(on_back(body, hand == lesson::Hand::right ? at.x : -at.x, at.y));
        if (i > 0) {
            stroke.length_m += glm::distance(stroke.path[i].position, stroke.path[i - 1].position);
        }
    }
    return stroke;
}

lesson::StepOnBody make_step(const body::Body& body, const lesson::Contact contact, const glm::vec2 from,
                             const glm::vec2 to) {
    lesson::StepOnBody step;  // its strokes are in the order of time
    for (const int index : {0, 1}) {
        for (const lesson::Hand hand : {lesson::Hand::left, lesson::Hand::right}) {
            lesson::Stroke stroke =
                index == 0 ? make_stroke(body, index, hand, from, to) : make_stroke(body, index, hand, to, from);
            stroke.contact = contact;
            stroke.pass = index == 0 ? lesson::Pass::working : lesson::Pass::light_return;
            stroke.start_s = stroke_s * index;
            step.strokes.push_back(std::move(stroke));
        }
    }
    step.round_s = 2.0 * stroke_s;
    step.duration_s = 2.0 * step.round_s;
    return step;
}

}  // namespace

namespace {

void add_layers(body::Body& body) {
    struct Layer {
        const char* id;
        body::Role role;
        glm::vec3 centre;
        glm::vec3 half_axes;
    };
    constexpr glm::vec3 flat{0.03F, 0.11F, 0.006F};
    const std::vector<Layer> layers{
        {"outer_right", body::Role::superficial_muscle, {0.08F, 0.05F, 0.088F}, flat},
        {"middle_right", body::Role::intermediate_muscle, {0.08F, 0.05F, 0.072F}, {0.03F, 0.08F, 0.006F}},
        {"inner_right", body::Role::deep_muscle, {0.08F, 0.05F, 0.056F}, flat},
        {"rib_right", body::Role::skeleton, {0.08F, 0.05F, 0.036F}, {0.03F, 0.01F, 0.005F}},
        {"kidney_right", body::Role::organ, {0.08F, 0.05F, 0.0F}, {0.03F, 0.05F, 0.02F}},
    };
    auto catalogue = std::make_shared<body::Catalogue>();
    for (const Layer& layer : layers) {
        body::CatalogueEntry entry;
        entry.id = layer.id;
        entry.name = std::string("The ") + layer.id;
        entry.latin = std::string("Pars ") + layer.id;
        entry.side = body::Side::right;
        entry.layer = layer.role;
        catalogue->entries.push_back(std::move(entry));
    }
    body.catalogue = catalogue;
    for (const Layer& layer : layers) {
        mesh::TriangleMesh mesh = make_ellipsoid(layer.half_axes);
        for (glm::vec3& position : mesh.positions) {
            position += layer.centre;
        }
        mesh.fibres.assign(mesh.positions.size(), {0.0F, 1.0F, 0.0F, 0.0F});
        body.parts.push_back({layer.id, layer.role, std::move(mesh), body.catalogue->find(layer.id)});
    }
}

scene::Subject make_subject_on(std::shared_ptr<const body::Body> body) {
    scene::Subject subject;
    subject.body = std::move(body);
    auto choreography = std::make_shared<lesson::Choreography>();
    choreography->steps.emplace_back();
    choreography->steps.back().round_s = choreography->steps.back().duration_s = 6.0;
    choreography->steps.push_back(make_step(*subject.body, lesson::Contact::palm, {0.04F, 0.25F}, {0.10F, -0.15F}));
    choreography->steps.push_back(make_step(*subject.body, lesson::Contact::thumb, {0.02F, -0.2F}, {0.02F, 0.2F}));
    for (int number = 1; number <= scene::zone_count; ++number) {
        const float side = number % 2 == 0 ? 0.06F : -0.06F;
        choreography->zones.push_back(
            {number, on_back(*subject.body, side, 0.3F - 0.05F * static_cast<float>(number)), 0.014F});
    }
    subject.choreography = std::move(choreography);
    subject.worked = std::make_shared<const scene::WorkedStructures>(subject.body, subject.choreography);
    subject.oil = std::make_shared<const scene::OilMap>(subject.choreography);
    subject.under = std::make_shared<const scene::UnderHands>(subject.body);
    subject.explosion = std::make_shared<const scene::Explosion>(subject.body);
    subject.ways = std::make_shared<const scene::SkinWays>(subject.body);
    return subject;
}

}  // namespace

scene::Subject make_test_subject() {
    return make_subject_on(make_body());
}

scene::Subject make_layered_subject() {
    auto body = make_body();
    add_layers(*body);
    return make_subject_on(std::move(body));
}

std::shared_ptr<const scene::HandModels> make_board_hands(const float above_m) {
    mesh::TriangleMesh board;
    board.positions = {
        {-0.04F, -0.08F, above_m}, {0.04F, -0.08F, above_m}, {0.04F, 0.08F, above_m}, {-0.04F, 0.08F, above_m}};
    board.normals.assign(4, {0.0F, 0.0F, 1.0F});
    board.indices = {0, 1, 2, 0, 2, 3};
    mesh::Model model;
    for (const char* name : {"hand_flat_palm", "hand_thumbs", "hand_fingertips", "hand_knuckles", "hand_forearm"}) {
        model.parts.push_back({name, board});
    }
    return std::make_shared<const scene::HandModels>(*scene::hand_models_from(std::move(model)));
}

double mid_stroke_s() {
    return 0.5 * stroke_s;
}

}  // namespace dorsum::test
