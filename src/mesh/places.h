#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <glm/vec3.hpp>
#include <limits>
#include <utility>
#include <vector>

namespace dorsum::mesh {

/// Numbers the different places of a mesh in the order of their first use, by open addressing. Needs about 20 bytes for
/// each place.
class Places {
public:
    /// `expected` is how many there may be; more are possible.
    explicit Places(const std::size_t expected) : slots_(std::bit_ceil(expected + expected / 2 + 2), none) {
        found_.reserve(expected);
    }

    std::uint32_t place_of(const glm::vec3& position) {
        if (found_.size() + found_.size() / 4 >= slots_.size()) {
            grow();
        }
        std::size_t slot = hash(position) & (slots_.size() - 1);
        while (slots_[slot] != none && found_[slots_[slot]] != position) {
            slot = (slot + 1) & (slots_.size() - 1);
        }
        if (slots_[slot] == none) {
            slots_[slot] = static_cast<std::uint32_t>(found_.size());
            found_.push_back(position);
        }
        return slots_[slot];
    }
    [[nodiscard]] std::vector<glm::vec3> take() { return std::move(found_); }

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    static std::size_t hash(const glm::vec3& position) {
        std::uint64_t mixed = 0;
        for (int axis = 0; axis < 3; ++axis) {
            // Adding zero turns -0 into 0: the two are the same place.
            mixed = (mixed ^ std::bit_cast<std::uint32_t>(position[axis] + 0.0F)) * 0x9E3779B97F4A7C15U;
            mixed ^= mixed >> 29U;
        }
        return mixed;
    }
    void grow() {
        slots_.assign(2 * slots_.size(), none);
        for (std::uint32_t i = 0; i < found_.size(); ++i) {
            std::size_t slot = hash(found_[i]) & (slots_.size() - 1);
            while (slots_[slot] != none) {
                slot = (slot + 1) & (slots_.size() - 1);
            }
            slots_[slot] = i;
        }
    }
    std::vector<std::uint32_t> slots_;
    std::vector<glm::vec3> found_;
};

}  // namespace dorsum::mesh
