#include "body_properties.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "body/place.h"
#include "catch.h"

namespace dorsum::body {
namespace {

/// The level at a height.
Level level_at(const Body& body, const float y) {
    float upper = 4.0F;
    float lower = 28.0F;
    for (int i = 0; i < 40; ++i) {
        const float middle = 0.5F * (upper + lower);
        (height_of(body, {middle}) > y ? upper : lower) = middle;
    }
    return {upper};
}

}  // namespace

void check_on_skin(const Body& body) {
    for (float level = 7.0F; level <= 24.0F; level += 0.25F) {
        for (float lateral_mm = -140.0F; lateral_mm <= 140.0F; lateral_mm += 5.0F) {
            INFO(to_string(Level{level}) << " " << lateral_mm);
            const auto point = skin_point(body, {{level}, lateral_mm});
            REQUIRE(point.has_value());
            CHECK(point->position.y == Approx(height_of(body, {level})).margin(0.001));
            const auto nearest = body.skin->nearest(point->position);
            REQUIRE(nearest.has_value());
            CHECK(nearest->distance < 0.0005F);
        }
    }
}

void check_continuous(const Body& body, const float most_mm) {
    const float limit = 0.001F * most_mm * body.scale_to_reference;
    const float high = height_of(body, {7.0F});
    const float low = height_of(body, {24.0F});
    float worst = 0.0F;
    float worst_turn = 1.0F;
    Place where;
    const auto compare = [&](const Place a, const Place b) {
        const auto p = skin_point(body, a);
        const auto q = skin_point(body, b);
        REQUIRE(p.has_value());
        REQUIRE(q.has_value());
        if (const float distance = glm::distance(p->position, q->position); distance > worst) {
            worst = distance;
            where = a;
        }
        worst_turn = std::min(worst_turn, glm::dot(p->normal, q->normal));
    };
    for (float y = low; y <= high; y += 0.004F) {
        for (float lateral_mm = -140.0F; lateral_mm < 140.0F; lateral_mm += 1.0F) {
            compare({level_at(body, y), lateral_mm}, {level_at(body, y), lateral_mm + 1.0F});
        }
    }
    for (float lateral_mm = -140.0F; lateral_mm <= 140.0F; lateral_mm += 10.0F) {
        for (float y = low; y < high; y += 0.001F * body.scale_to_reference) {
            compare({level_at(body, y), lateral_mm},
                    {level_at(body, std::min(high, y + 0.001F * body.scale_to_reference)), lateral_mm});
        }
    }
    INFO("largest step at " << to_string(where.level) << " " << where.lateral_mm << " mm");
    CHECK(worst < limit);
    CHECK(worst_turn > std::cos(0.2F));
}

void check_monotone(const Body& body) {
    for (float level = 7.0F; level <= 24.0F; level += 0.5F) {
        for (const float side : {-1.0F, 1.0F}) {
            float last = -1.0F;
            for (float lateral_mm = 1.0F; lateral_mm <= 130.0F; lateral_mm += 1.0F) {
                const auto point = skin_point(body, {{level}, side * lateral_mm});
                REQUIRE(point.has_value());
                INFO(to_string(Level{level}) << " " << side * lateral_mm);
                CHECK(side * point->position.x > last);
                last = side * point->position.x;
            }
        }
    }
    for (float lateral_mm = -120.0F; lateral_mm <= 120.0F; lateral_mm += 40.0F) {
        float last = 10.0F;
        for (float level = 4.5F; level <= 27.5F; level += 0.05F) {
            if (const auto point = skin_point(body, {{level}, lateral_mm})) {
                CHECK(point->position.y < last);
                last = point->position.y;
            }
        }
    }
}

void check_arc_lengths(const Body& body) {
    for (float level = 8.0F; level <= 24.0F; level += 0.5F) {
        for (const float side : {-1.0F, 1.0F}) {
            auto last = skin_point(body, {{level}, 0.0F});
            REQUIRE(last.has_value());
            float walked_m = 0.0F;
            for (int step = 1; step <= 560; ++step) {
                const float lateral_mm = static_cast<float>(step) * 0.25F;
                const auto next = skin_point(body, {{level}, side * lateral_mm});
                REQUIRE(next.has_value());
                walked_m += glm::distance(last->position, next->position);
                last = next;
                if (step % 120 == 0) {
                    INFO(to_string(Level{level}) << " " << side * lateral_mm);
                    CHECK(walked_m == Approx(0.001F * lateral_mm * body.scale_to_reference).epsilon(0.03));
                }
            }
        }
    }
}

}  // namespace dorsum::body
