#include "body/body.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

#include "body/body_assembly.h"
#include "body/landmark_file.h"
#include "body/model_placement.h"
#include "body/part_roles.h"
#include "body/prepared_model.h"
#include "body/surroundings.h"
#include "core/fill.h"
#include "core/translate.h"
#include "mesh/coarser_levels.h"

namespace dorsum::body {
namespace {

/// Empty when something in the model can stand for a back.
std::optional<Error> why_no_back(const mesh::Model& model, const std::vector<const mesh::TriangleMesh*>& skin) {
    const auto no_back = [&](const char* cause, const char* remedy) {
        return Error{model.file, with_detail(tr("no back found"), cause), remedy};
    };
    if (model.triangle_count() == 0) {
        return no_back(tr("the model holds no triangles"), tr("Choose a model with a surface"));
    }
    mesh::Bounds around{glm::vec3(1.0e30F), glm::vec3(-1.0e30F)};
    std::size_t triangles = 0;
    bool finite = true;
    for (const mesh::TriangleMesh* part : skin) {
        triangles += part->triangle_count();
        finite = finite && std::all_of(part->positions.begin(), part->positions.end(), [](const glm::vec3 position) {
                     return std::isfinite(position.x + position.y + position.z);
                 });
        const mesh::Bounds box = mesh::bounds(*part);
        around = {glm::min(around.low, box.low), glm::max(around.high, box.high)};
    }
    if (triangles == 0) {
        return no_back(tr("no part of the model is skin"), tr("Call the part that is the body \"skin\""));
    }
    const glm::vec3 size = around.size();
    const float longest = std::max({size.x, size.y, size.z});
    const float shortest = std::min({size.x, size.y, size.z});
    if (!finite || !(longest > 1.0e-12F) || longest > 1.0e12F) {
        return no_back(tr("the model has no usable size"), tr("Check the coordinates in the file"));
    }
    if (shortest < 1.0e-4F * longest) {
        return no_back(tr("the model is flat"), tr("Choose a model of a body in three dimensions"));
    }
    return std::nullopt;
}

Placement find_placement(const mesh::Model& model, const std::vector<const mesh::TriangleMesh*>& skin,
                         const AxisOverrides& overrides) {
    const auto path = landmark_file_beside(model.file);
    if (!path) {
        return place_by_shape(skin, model.hints, overrides);
    }
    const auto file = read_landmark_file(*path);
    if (file) {
        if (auto placement = place_by_landmarks(*file, skin, model.hints, overrides)) {
            return *std::move(placement);
        }
    }
    Placement placement = place_by_shape(skin, model.hints, overrides);
    if (!file) {
        placement.warnings.insert(placement.warnings.begin(),
                                  to_string(file.error()) + " " + tr("The file is left aside."));
    } else if (!adapt_to_landmarks(placement, *file, model.hints, overrides)) {
        placement.warnings.insert(
            placement.warnings.begin(),
            path->string() + ": " +
                tr("The levels that it names do not follow one another from head to hips; it is left aside."));
    }
    return placement;
}

}  // namespace

glm::vec3 Body::to_model(const glm::vec3 body_position) const {
    return glm::vec3(glm::inverse(body_from_model) * glm::vec4(body_position, 1.0F));
}

glm::vec3 Body::direction_to_model(const glm::vec3 body_direction) const {
    return glm::normalize(glm::transpose(glm::mat3(body_from_model)) * body_direction);
}

namespace {

bool on_one_line(const mesh::Axis a, const mesh::Axis b) {
    return std::abs(glm::dot(mesh::direction(a), mesh::direction(b))) > 0.5F;
}

/// A unit or axes that leave nothing of the shape of a person.
std::optional<Error> why_unusable(const Placement& placement, const mesh::Bounds& model_bounds,
                                  const std::string& file) {
    constexpr float shortest_m = 0.1F;  // of the longest side of any part of a body
    constexpr float longest_m = 20.0F;
    constexpr float least_scale = 0.2F;  // a newborn is 0.3 times as tall as the reference adult
    constexpr float most_scale = 3.0F;
    const glm::vec3 size = model_bounds.size() * placement.unit_m;
    const float longest = std::max({size.x, size.y, size.z});
    const bool fits = longest >= shortest_m && longest <= longest_m && placement.scale >= least_scale &&
                      placement.scale <= most_scale;
    if (fits) {
        return std::nullopt;
    }
    return Error{file, tr("in this unit the model is no person, far too small or too large"),
                 tr("Give its unit with --unit, and mend the landmarks file where there is one")};
}

}  // namespace

Result<PreparedModel> prepare_model(mesh::Model model, const AxisOverrides& overrides) {
    auto catalogue = catalogue_of(model.file);
    if (!catalogue) {
        return tl::unexpected(catalogue.error());
    }
    const bool had_triangles = model.triangle_count() > 0;
    leave_out_unknown(model, catalogue->get());
    if (had_triangles && model.triangle_count() == 0) {
        return failure(model.file,
                       with_detail(tr("no back found"),
                                   tr("the catalogue beside the model names none of its parts") +
                                       ((*catalogue)->body.empty() ? "" : " (body = \"" + (*catalogue)->body + "\")")),
                       tr("Put the model's own catalogue beside it, or none"));
    }
    if (!*catalogue) {
        std::vector<bool> is_skin;
        for (const mesh::ModelPart& part : model.parts) {
            is_skin.push_back(role_of(part.name, nullptr) == Role::skin);
        }
        take_out_surroundings(model, is_skin);
    }
    std::vector<const mesh::TriangleMesh*> skin;
    for (const mesh::ModelPart& part : model.parts) {
        if (role_of(part.name, catalogue->get()) == Role::skin && !part.mesh.indices.empty()) {
            skin.push_back(&part.mesh);
        }
    }
    if (auto reason = why_no_back(model, skin)) {
        return tl::unexpected(*std::move(reason));
    }
    if (overrides.up && overrides.facing && on_one_line(*overrides.up, *overrides.facing)) {
        return failure(model.file, tr("the head and the chest cannot point along the same axis"),
                       tr("Give --up and --facing two different axes"));
    }
    std::vector<mesh::TriangleMesh> coarser;
    coarser.reserve(skin.size());
    for (const mesh::TriangleMesh*& part : skin) {
        part = mesh::level_or_itself(*part, mesh::triangles_of_shape, coarser);
    }
    Placement placement = find_placement(model, skin, overrides);
    if (!placement.why_no_person.empty()) {
        return failure(
            model.file, with_detail(tr("no back found"), placement.why_no_person),
            tr("If it is a back all the same, say where C7 and L5 lie in a landmarks file beside the model"));
    }
    if (auto reason = why_unusable(placement, mesh::bounds(model), model.file)) {
        return tl::unexpected(*std::move(reason));
    }
    return PreparedModel{std::move(model), std::move(placement), *std::move(catalogue)};
}

std::shared_ptr<const Body> body_of(PreparedModel prepared) {
    mesh::Model& model = prepared.model;
    const Placement& placement = prepared.placement;
    auto body = std::make_shared<Body>();
    body->file = model.file;
    body->model_bounds = mesh::bounds(model);
    body->triangle_count = model.triangle_count();
    body->catalogue = prepared.catalogue;
    body->warnings = std::move(model.warnings);
    body->warnings.insert(body->warnings.end(), placement.warnings.begin(), placement.warnings.end());
    for (mesh::ModelPart& part : model.parts) {
        bring_into_frame(part.mesh, placement.body_from_model);
        const Role role = role_of(part.name, prepared.catalogue.get());
        const CatalogueEntry* entry = prepared.catalogue ? prepared.catalogue->find(part.name) : nullptr;
        body->parts.push_back({std::move(part.name), role, std::move(part.mesh), entry});
    }
    take_measures(*body, placement);
    return body;
}

Result<std::shared_ptr<const Body>> make_body(mesh::Model model, const AxisOverrides& overrides) {
    return prepare_model(std::move(model), overrides).map(body_of);
}

const Landmark* find_landmark(const Body& body, const std::string_view id) {
    const auto found = std::find_if(body.landmarks.begin(), body.landmarks.end(),
                                    [id](const Landmark& landmark) { return landmark.id == id; });
    return found != body.landmarks.end() ? &*found : nullptr;
}

std::optional<std::size_t> find_part(const Body& body, const std::string_view name) {
    if (name.empty()) {
        return std::nullopt;
    }
    const auto found =
        std::find_if(body.parts.begin(), body.parts.end(), [name](const Part& part) { return part.name == name; });
    return found == body.parts.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - body.parts.begin()));
}

}  // namespace dorsum::body
