#include "scene/oil.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <optional>
#include <utility>

namespace dorsum::scene {

namespace {

/// A hand with oil on the back at one instant.
struct Touch {
    glm::vec2 centre{0.0F};
    float radius_m = 0.0F;
    float time_s = 0.0F;
};

float radius_m(const lesson::Contact contact) {
    switch (contact) {
        case lesson::Contact::palm:
            return 0.062F;
        case lesson::Contact::forearm:
            return 0.070F;
        case lesson::Contact::knuckles:
        case lesson::Contact::fingertips:
            return 0.042F;
        case lesson::Contact::thumb:
            break;
    }
    return 0.024F;
}

/// Every touch of a working pass in the first round of each step: later rounds go the same ways.
std::vector<Touch> touches_of(const lesson::Choreography& choreography) {
    constexpr double spacing_s = 0.15;  // 15 mm at the fastest that is comfortable
    std::vector<Touch> touches;
    double start_s = 0.0;
    for (std::size_t step = 0; step < choreography.steps.size(); ++step) {
        const lesson::StepOnBody& on_body = choreography.steps[step];
        const double round_s = on_body.strokes.empty() ? 0.0 : std::min(on_body.round_s, on_body.duration_s);
        for (int i = 0; i * spacing_s < round_s; ++i) {
            const lesson::Moment moment = lesson::evaluate(choreography, static_cast<int>(step), i * spacing_s);
            for (const auto& hand : {moment.left, moment.right}) {
                if (hand && hand->pass == lesson::Pass::working && !hand->travelling && hand->lift_m <= 0.0F) {
                    touches.push_back({glm::vec2{hand->point.position}, radius_m(hand->contact),
                                       static_cast<float>(start_s + i * spacing_s)});
                }
            }
        }
        start_s += on_body.duration_s;
    }
    return touches;
}

void spread(OilMap::Cells& map, const Touch& touch) {
    const glm::vec2 from_corner = touch.centre - map.low;
    const glm::ivec2 first{glm::floor((from_corner - touch.radius_m) / OilMap::cell_m)};
    const glm::ivec2 last{glm::ceil((from_corner + touch.radius_m) / OilMap::cell_m)};
    for (int y = std::max(first.y, 0); y <= std::min(last.y, map.height - 1); ++y) {
        for (int x = std::max(first.x, 0); x <= std::min(last.x, map.width - 1); ++x) {
            const glm::vec2 centre{(static_cast<float>(x) + 0.5F) * OilMap::cell_m,
                                   (static_cast<float>(y) + 0.5F) * OilMap::cell_m};
            const float share =
                1.0F - glm::smoothstep(0.55F, 1.0F, glm::distance(centre, from_corner) / touch.radius_m);
            if (share > 0.0F) {
                OilMap::Cell& cell = map.cells[static_cast<std::size_t>(y) * static_cast<std::size_t>(map.width) +
                                               static_cast<std::size_t>(x)];
                cell.first_s = std::min(cell.first_s, touch.time_s);
                cell.share = std::max(cell.share, share);
            }
        }
    }
}

}  // namespace

glm::vec2 OilMap::Cells::size_m() const {
    return glm::vec2{static_cast<float>(width), static_cast<float>(height)} * cell_m;
}

OilMap::OilMap(std::shared_ptr<const lesson::Choreography> choreography) : choreography_{std::move(choreography)} {}

const OilMap::Cells& OilMap::cells() const {
    std::call_once(once_, [this] { find(); });
    return cells_;
}

double OilMap::start_s(const int step) const {
    double start = 0.0;
    for (int before = 0; choreography_ && before < step && before < static_cast<int>(choreography_->steps.size());
         ++before) {
        start += choreography_->steps[static_cast<std::size_t>(before)].duration_s;
    }
    return start;
}

void OilMap::find() const {
    const std::vector<Touch> touches = choreography_ ? touches_of(*choreography_) : std::vector<Touch>{};
    if (touches.empty()) {
        return;
    }
    glm::vec2 low{touches.front().centre};
    glm::vec2 high{low};
    for (const Touch& touch : touches) {
        low = glm::min(low, touch.centre - touch.radius_m);
        high = glm::max(high, touch.centre + touch.radius_m);
    }
    constexpr int most_cells = 600;  // three metres: more than any back
    low -= cell_m;
    cells_.low = low;
    cells_.width = std::min(static_cast<int>((high.x - low.x) / cell_m) + 2, most_cells);
    cells_.height = std::min(static_cast<int>((high.y - low.y) / cell_m) + 2, most_cells);
    cells_.cells.resize(static_cast<std::size_t>(cells_.width) * static_cast<std::size_t>(cells_.height));
    for (const Touch& touch : touches) {
        spread(cells_, touch);
    }
}

std::vector<unsigned char> wetness(const OilShown& oil) {
    if (!oil.map) {
        return {};
    }
    constexpr float rising_s = 1.5F;
    const std::vector<OilMap::Cell>& cells = oil.map->cells().cells;
    std::vector<unsigned char> wet(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const float risen = std::clamp((static_cast<float>(oil.now_s) - cells[i].first_s) / rising_s, 0.0F, 1.0F);
        wet[i] = static_cast<unsigned char>(std::lround(255.0F * cells[i].share * risen));
    }
    return wet;
}

}  // namespace dorsum::scene
