#include "sculpt/command_compare.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "body/find_axes.h"
#include "core/translate.h"
#include "core/units.h"
#include "mesh/import.h"
#include "sculpt/compare.h"

namespace dorsum::sculpt {
namespace {

mesh::TriangleMesh whole(const mesh::Model& model) {
    std::vector<const mesh::TriangleMesh*> meshes;
    for (const mesh::ModelPart& part : model.parts) {
        meshes.push_back(&part.mesh);
    }
    return mesh::joined(meshes);
}

}  // namespace

Result<std::string> compare_report(const CompareOptions& options) {
    auto ours = mesh::import_model(options.body);
    if (!ours) {
        return tl::unexpected(ours.error());
    }
    auto theirs = mesh::import_model(options.model);
    if (!theirs) {
        return tl::unexpected(theirs.error());
    }
    const auto skin = std::ranges::find(ours->parts, "skin", &mesh::ModelPart::name);
    if (skin == ours->parts.end()) {
        return failure(options.body.string(), tr("holds no part called skin"),
                       tr("Give a body that dorsum-sculpt has made"));
    }
    mesh::TriangleMesh other = whole(*theirs);
    const auto placed = body::make_body(*std::move(theirs), options.axes);
    if (!placed) {
        return tl::unexpected(placed.error());
    }
    const body::Body& body = **placed;
    for (glm::vec3& at : other.positions) {
        at = options.shift_mm ? body::body_rotation(body.up, body.facing) * at * body.unit_m +
                                    *options.shift_mm * metres_from_mm(1.0F)
                              : glm::vec3(body.body_from_model * glm::vec4(at, 1.0F));
    }
    const ComparedRegion region;
    const mesh::SpatialIndex skin_index(skin->mesh);
    std::string text;
    if (!options.shift_mm) {
        const glm::vec3 shift = fitted_shift(skin_index, other, region);
        for (glm::vec3& at : other.positions) {
            at += shift;
        }
        std::array<char, 60> numbers{};
        std::snprintf(numbers.data(), numbers.size(), ": y %+.1f mm, z %+.1f mm\n",
                      static_cast<double>(mm_from_metres(shift.y)), static_cast<double>(mm_from_metres(shift.z)));
        text = std::string(tr("Moved to fit best")) + numbers.data();
    }
    return text + comparison_text(compare_skin(skin_index, mesh::SpatialIndex(other), region));
}

}  // namespace dorsum::sculpt
