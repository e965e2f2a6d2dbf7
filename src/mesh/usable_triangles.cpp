#include "mesh/usable_triangles.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dorsum::mesh {

LeftOut leave_out_unusable(TriangleMesh& mesh) {
    LeftOut left_out;
    std::size_t kept = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::array corners{mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]};
        const auto is_there = [&](const std::uint32_t corner) { return corner < mesh.positions.size(); };
        const auto is_number = [&](const std::uint32_t corner) { return is_usable(mesh.positions[corner]); };
        if (!std::ranges::all_of(corners, is_there)) {
            ++left_out.bad_index_faces;
        } else if (!std::ranges::all_of(corners, is_number)) {
            ++left_out.bad_positions;
        } else {
            std::ranges::copy(corners, mesh.indices.begin() + static_cast<std::ptrdiff_t>(kept));
            kept += 3;
        }
    }
    mesh.indices.resize(kept);
    return left_out;
}

}  // namespace dorsum::mesh
