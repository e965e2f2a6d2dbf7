#pragma once

#include <filesystem>

#include "core/error.h"
#include "mesh/import.h"
#include "mesh/mesh.h"

namespace dorsum::app {

/// Reads a model as mesh::import_model does, but in a process of its own with limited memory and
/// computing time: a file that brings the reading library down, or makes it run for ever, is an
/// error here and nothing more. Blocks until the model is there; `progress` is called on the
/// calling thread at least ten times a second, and returning false from it ends the other process
/// at once. Thread safe. Leaves no process and no open file behind. Fails in a process that was started to read a
/// model.
/// @param program  what to start as `<program> import-worker <path>`: this program itself
[[nodiscard]] Result<mesh::Model> import_isolated(const std::filesystem::path& path,
                                                  const mesh::ImportProgress& progress = {},
                                                  const std::filesystem::path& program = "/proc/self/exe");

/// The other process's side: reads the model and hands it over through the files that
/// import_isolated has opened for it. Returns the exit code, 2 when it was not started that way.
[[nodiscard]] int run_import_worker(const std::filesystem::path& path);

}  // namespace dorsum::app
