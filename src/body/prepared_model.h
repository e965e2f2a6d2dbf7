#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "body/body.h"
#include "body/model_placement.h"
#include "core/disk_cache.h"
#include "core/error.h"
#include "mesh/mesh.h"

namespace dorsum::body {

/// A model in which a back was found, and where: all of make_body that looks at every triangle.
struct PreparedModel {
    mesh::Model model;  ///< surroundings are parts of their own, parts without a place in the catalogue are gone
    Placement placement;
    std::shared_ptr<const Catalogue> catalogue;  ///< empty for a model without one
};

/// The first half of make_body, with all its errors.
[[nodiscard]] Result<PreparedModel> prepare_model(mesh::Model model, const AxisOverrides& overrides = {});

/// The second half, which cannot fail.
[[nodiscard]] std::shared_ptr<const Body> body_of(PreparedModel prepared);

/// Writes a prepared model, to be read back by the same build of the program. False as soon as the sink takes no more.
[[nodiscard]] bool write_bytes(const PreparedModel& prepared, const ByteSink& sink);

/// The way back for a model that lies in `model_file` now, with the catalogue beside it. Empty where the bytes are
/// damaged or the catalogue cannot be read.
[[nodiscard]] std::optional<PreparedModel> prepared_from_bytes(std::span<const std::byte> bytes,
                                                               const std::string& model_file);

}  // namespace dorsum::body
