#pragma once

#include "app/options.h"
#include "body/prepared_model.h"
#include "core/error.h"
#include "mesh/import.h"

namespace dorsum::app {

/// The model that the options name, ready to become a body. A file of a person's own is looked up in the cache of
/// prepared models first, by all that its preparation depends on: what is in it and in the files beside it, its name,
/// the axes and unit asked for, and this very build of the program. What is not there is read in a process of its own
/// (isolated_import.h), prepared, and stored. A cache that cannot be written is said once in the log and does no harm.
/// Thread safe.
[[nodiscard]] Result<body::PreparedModel> read_prepared(const SubjectOptions& options,
                                                        const mesh::ImportProgress& progress = {});

}  // namespace dorsum::app
