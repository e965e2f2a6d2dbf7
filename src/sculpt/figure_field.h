#pragma once

#include <glm/vec3.hpp>
#include <vector>

#include "sculpt/back_relief.h"
#include "sculpt/figures.h"
#include "sculpt/head.h"
#include "sculpt/shapes.h"
#include "sculpt/trunk.h"

namespace dorsum::sculpt {

/// The lying man as one signed distance in millimetres, negative inside, symmetric in x.
/// Reading it is thread safe.
class FigureField {
public:
    explicit FigureField(const Figures& figures);
    /// With legs, as the towel feels him.
    [[nodiscard]] float whole(glm::vec3 point) const;
    /// Cut through the thighs, as he is shown.
    [[nodiscard]] float shown(glm::vec3 point) const;

private:
    [[nodiscard]] float trunk(glm::vec3 point) const;
    Trunk trunk_;
    BackRelief relief_;
    Head head_;
    std::vector<BellyShape> bellies_;
    float table_top_z_;
    float skin_end_y_;
};

}  // namespace dorsum::sculpt
