#pragma once

#include <cstddef>
#include <glm/vec2.hpp>
#include <limits>
#include <memory>
#include <mutex>
#include <vector>

#include "lesson/choreography.h"

namespace dorsum::scene {

/// Where the hands spread oil over the back, and when they first do: a map over x and y of the body frame, as the
/// back faces +z. Times run from the start of the lesson. Worked out when it is first asked for, once (some
/// milliseconds). Thread safe.
class OilMap {
public:
    struct Cell {
        float first_s = std::numeric_limits<float>::infinity();  ///< when oil first comes here
        float share = 0.0F;                                      ///< how much of it, 0 to 1: less at the edge of a hand
    };
    struct Cells {
        glm::vec2 low{0.0F};  ///< corner of the map, metres
        int width = 0;
        int height = 0;
        std::vector<Cell> cells;  ///< row by row, from low y
        [[nodiscard]] glm::vec2 size_m() const;
    };
    static constexpr float cell_m = 0.005F;

    /// `choreography` may be empty; then there is no oil.
    explicit OilMap(std::shared_ptr<const lesson::Choreography> choreography);

    [[nodiscard]] const Cells& cells() const;
    /// When a step begins, seconds from the start of the lesson; 0 for one that is not there.
    [[nodiscard]] double start_s(int step) const;

private:
    void find() const;
    std::shared_ptr<const lesson::Choreography> choreography_;
    mutable std::once_flag once_;
    mutable Cells cells_;
};

/// Oil on the skin in one picture.
struct OilShown {
    std::shared_ptr<const OilMap> map;  ///< empty: none
    double now_s = 0.0;                 ///< from the start of the lesson
};

/// How wet each cell is now, 0 to 255: oil comes up within a second and a half of the hand's passing, and stays.
[[nodiscard]] std::vector<unsigned char> wetness(const OilShown& oil);

}  // namespace dorsum::scene
