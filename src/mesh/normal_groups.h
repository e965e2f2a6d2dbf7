#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace dorsum::mesh {

/// Sorts the normals of the corners at one place into those that share a smooth normal: those less
/// than 60 degrees apart, directly or by way of others between them. Keeps its memory from one
/// call to the next.
class NormalGroups {
public:
    static constexpr float cos_crease = 0.5F;  ///< 60 degrees

    /// For each unit normal the number of its group, valid until the next call; groups are numbered
    /// in the order of their first member. Of very many normals, those nearly alike are put together
    /// first, so that the time stays proportional to their number.
    std::span<const std::uint32_t> group(std::span<const glm::vec3> normals);
    [[nodiscard]] std::uint32_t count() const { return count_; }

private:
    void choose_seeds(std::span<const glm::vec3> normals);
    void join_seeds();
    [[nodiscard]] std::uint32_t root_of(std::uint32_t seed) const;

    std::vector<glm::vec3> seeds_;
    std::vector<std::uint32_t> group_of_;  ///< per normal; its seed meanwhile
    std::vector<std::uint32_t> parents_;   ///< per seed, another seed of its group or itself
    std::vector<std::uint32_t> numbers_;   ///< per seed that is its own parent, the group's number
    std::uint32_t count_ = 0;
};

}  // namespace dorsum::mesh
