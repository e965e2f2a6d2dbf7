#include "mesh/normal_groups.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <limits>
#include <numeric>

namespace dorsum::mesh {
namespace {

constexpr std::size_t compared_one_by_one = 48;
constexpr float cos_alike = 0.985F;  // 10 degrees
constexpr float never_alike = 2.0F;  // no cosine is above it

}  // namespace

std::span<const std::uint32_t> NormalGroups::group(const std::span<const glm::vec3> normals) {
    choose_seeds(normals);
    join_seeds();
    constexpr std::uint32_t unnumbered = std::numeric_limits<std::uint32_t>::max();
    numbers_.assign(seeds_.size(), unnumbered);
    count_ = 0;
    for (std::uint32_t& group : group_of_) {
        std::uint32_t& number = numbers_[root_of(group)];
        number = number == unnumbered ? count_++ : number;
        group = number;
    }
    return group_of_;
}

void NormalGroups::choose_seeds(const std::span<const glm::vec3> normals) {
    const float cos_same = normals.size() <= compared_one_by_one ? never_alike : cos_alike;
    seeds_.clear();
    group_of_.clear();
    for (const glm::vec3& normal : normals) {
        const auto same = std::ranges::find_if(
            seeds_, [&](const glm::vec3& seed) { return seed == normal || glm::dot(seed, normal) > cos_same; });
        group_of_.push_back(static_cast<std::uint32_t>(same - seeds_.begin()));
        if (same == seeds_.end()) {
            seeds_.push_back(normal);
        }
    }
}

void NormalGroups::join_seeds() {
    parents_.resize(seeds_.size());
    std::iota(parents_.begin(), parents_.end(), 0U);
    for (std::uint32_t i = 0; i < seeds_.size(); ++i) {
        for (std::uint32_t j = 0; j < i; ++j) {
            if (glm::dot(seeds_[i], seeds_[j]) > cos_crease) {
                parents_[root_of(i)] = root_of(j);
            }
        }
    }
}

std::uint32_t NormalGroups::root_of(std::uint32_t seed) const {
    while (parents_[seed] != seed) {
        seed = parents_[seed];
    }
    return seed;
}

}  // namespace dorsum::mesh
