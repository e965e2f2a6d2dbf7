#include "mesh_checks.h"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>
#include <map>
#include <tuple>
#include <utility>

namespace dorsum::test {

std::size_t bad_edges(const mesh::TriangleMesh& mesh, const std::vector<std::uint32_t>& indices) {
    using Key = std::tuple<float, float, float>;
    std::map<Key, std::uint32_t> numbers;
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> uses;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        std::array<std::uint32_t, 3> corners{};
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const glm::vec3 at = mesh.positions[indices[i + corner]];
            const Key key{at.x + 0.0F, at.y + 0.0F, at.z + 0.0F};
            corners[corner] = numbers.emplace(key, static_cast<std::uint32_t>(numbers.size())).first->second;
        }
        for (std::size_t corner = 0; corner < 3; ++corner) {
            ++uses[{corners[corner], corners[(corner + 1) % 3]}];
        }
    }
    return static_cast<std::size_t>(std::ranges::count_if(uses, [&](const auto& use) {
        const auto reverse = uses.find({use.first.second, use.first.first});
        return use.second != 1 || reverse == uses.end() || reverse->second != 1;
    }));
}

double volume(const mesh::TriangleMesh& mesh) {
    double sum = 0.0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.positions[mesh.indices[i]];
        const glm::vec3 b = mesh.positions[mesh.indices[i + 1]];
        const glm::vec3 c = mesh.positions[mesh.indices[i + 2]];
        sum += static_cast<double>(glm::dot(a, glm::cross(b, c))) / 6.0;
    }
    return sum;
}

glm::vec3 middle_of_surface(const mesh::TriangleMesh& mesh) {
    glm::vec3 sum(0.0F);
    float area = 0.0F;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.positions[mesh.indices[i]];
        const glm::vec3 b = mesh.positions[mesh.indices[i + 1]];
        const glm::vec3 c = mesh.positions[mesh.indices[i + 2]];
        const float weight = glm::length(glm::cross(b - a, c - a));
        sum += weight * (a + b + c) / 3.0F;
        area += weight;
    }
    return sum / area;
}

}  // namespace dorsum::test
