#include "scene/wake.h"

#include <algorithm>
#include <optional>

namespace dorsum::scene {

namespace {

using lesson::Hand;
using lesson::HandNow;

void follow(std::vector<Wake>& wakes, const Hand hand, const std::vector<lesson::Moment>& moments,
            const double spacing_s) {
    Wake* newest = nullptr;
    float age_s = 0.0F;
    for (const lesson::Moment& moment : moments) {
        const std::optional<HandNow>& now = hand == Hand::left ? moment.left : moment.right;
        if (now && !now->travelling) {
            if (newest == nullptr || newest->stroke_index != now->stroke_index) {
                // Between two looks the hand went to the end of the one stroke and began the other.
                if (newest != nullptr) {
                    newest->passages.push_back({0.0F, age_s});
                }
                const bool is_first = newest == nullptr;
                newest = &wakes.emplace_back(Wake{hand, now->stroke_index, {}});
                if (!is_first) {
                    newest->passages.push_back({1.0F, age_s});
                }
            }
            newest->passages.push_back({now->progress, age_s});
        }
        age_s += static_cast<float>(spacing_s);
    }
}

}  // namespace

std::vector<Wake> wakes_at(const lesson::Choreography& choreography, const int step, const double time_s) {
    constexpr int looks = 20;
    constexpr double spacing_s = wake_s / looks;
    std::vector<lesson::Moment> moments;
    for (int i = 0; i <= looks && time_s - i * spacing_s >= 0.0; ++i) {
        moments.push_back(lesson::evaluate(choreography, step, time_s - i * spacing_s));
    }
    std::vector<Wake> wakes;
    wakes.reserve(2 * moments.size() + 2);
    follow(wakes, Hand::left, moments, spacing_s);
    follow(wakes, Hand::right, moments, spacing_s);
    return wakes;
}

float strength_at(const Wake& wake, const float progress) {
    float strength = 0.0F;
    for (std::size_t i = 1; i < wake.passages.size(); ++i) {
        const Wake::Passage& newer = wake.passages[i - 1];
        const Wake::Passage& older = wake.passages[i];
        const float way = newer.progress - older.progress;
        if (way == 0.0F || progress < std::min(newer.progress, older.progress) ||
            progress > std::max(newer.progress, older.progress)) {
            continue;
        }
        const float age_s = older.age_s + (newer.age_s - older.age_s) * (progress - older.progress) / way;
        strength = std::max(strength, 1.0F - age_s / static_cast<float>(wake_s));
    }
    return std::clamp(strength, 0.0F, 1.0F);
}

}  // namespace dorsum::scene
