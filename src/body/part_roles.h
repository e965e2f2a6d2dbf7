#pragma once

#include <memory>
#include <string>

#include "body/catalogue.h"
#include "mesh/mesh.h"

namespace dorsum::body {

/// The catalogue beside a model, none where there is no such file.
[[nodiscard]] Result<std::shared_ptr<const Catalogue>> catalogue_of(const std::string& model_file);

/// What a part is: as the catalogue says, else by its name. `catalogue` may be null.
[[nodiscard]] Role role_of(const std::string& part_name, const Catalogue* catalogue);

/// Takes those parts out of a model that its catalogue does not know and that are no skin, towel or
/// table by their names, and adds a warning: as skin, a nameless bone would be massaged. Warns, too, of a
/// catalogue that says it belongs to a model of another name.
void leave_out_unknown(mesh::Model& model, const Catalogue* catalogue);

}  // namespace dorsum::body
