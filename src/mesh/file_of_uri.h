#pragma once

#include <string>

namespace dorsum::mesh {

/// The file that a path out of a glTF file means: the path as it stands if there is such a file,
/// else with `%20` and its like read as the characters they stand for (RFC 3986, section 2.1).
[[nodiscard]] std::string file_of_uri(const std::string& path);

}  // namespace dorsum::mesh
