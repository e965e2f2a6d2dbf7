#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/disk_cache.h"
#include "core/error.h"
#include "mesh/mesh.h"

namespace dorsum::mesh {

/// A model as one run of bytes, to hand it from one process to another of the same build.
[[nodiscard]] std::vector<std::byte> to_bytes(const Model& model);

/// The same bytes piece by piece, without a copy of the model; false as soon as the sink takes no more.
[[nodiscard]] bool write_bytes(const Model& model, const ByteSink& sink);

/// The way back. Every count is checked against what is there, so that a truncated or damaged run
/// is an error and never an overflow.
[[nodiscard]] Result<Model> from_bytes(std::span<const std::byte> bytes);

}  // namespace dorsum::mesh
