#include "quiz/session.h"

#include <algorithm>
#include <random>
#include <utility>

namespace dorsum::quiz {

namespace {

/// In which order questions are asked: smaller first.
struct Urgency {
    int group = 0;  ///< 0 due, 1 never asked, 2 not due yet
    int when = 0;   ///< the day it is due; of what was never asked, its turn among its kind
    std::uint32_t chance = 0;
    auto operator<=>(const Urgency&) const = default;
};

}  // namespace

Session::Session(std::vector<Question> questions, const std::map<std::string, Memory>& memories, const int day,
                 const std::uint32_t seed, const std::size_t length) {
    std::mt19937 chance(seed);
    std::vector<std::pair<Urgency, std::size_t>> order;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const auto known = memories.find(questions[i].id);
        const bool is_new = known == memories.end();
        const int due_day = is_new ? 0 : known->second.due_day;
        order.push_back({{is_new ? 1 : due_day <= day ? 0 : 2, due_day, static_cast<std::uint32_t>(chance())}, i});
    }
    std::ranges::sort(order);
    // New questions of one kind take turns with those of the others.
    std::map<Kind, int> turns;
    for (auto& [urgency, index] : order) {
        if (urgency.group == 1) {
            urgency.when = turns[questions[index].kind]++;
        }
    }
    std::ranges::sort(order);
    order.resize(std::min(order.size(), length));
    for (const auto& [urgency, index] : order) {
        queue_.push_back({asked_.size(), 0, false});
        asked_.push_back(std::move(questions[index]));
    }
}

const Question* Session::current() const {
    return queue_.empty() ? nullptr : &asked_[queue_.front().question];
}

bool Session::is_return() const {
    return !queue_.empty() && queue_.front().returns > 0;
}

void Session::skip() {
    if (queue_.empty()) {
        return;
    }
    Turn turn = queue_.front();
    queue_.erase(queue_.begin());
    if (turn.skipped) {
        left_out_ += turn.returns == 0 ? 1 : 0;
    } else {
        turn.skipped = true;
        queue_.push_back(turn);
    }
}

void Session::answer(const bool right) {
    if (queue_.empty()) {
        return;
    }
    Turn turn = queue_.front();
    queue_.erase(queue_.begin());
    if (turn.returns == 0) {
        ++answered_;
        right_at_once_ += right ? 1 : 0;
    }
    if (!right && turn.returns < most_returns) {
        ++turn.returns;
        // A few questions later, so that it must be remembered.
        constexpr std::size_t later = 3;
        queue_.insert(queue_.begin() + static_cast<std::ptrdiff_t>(std::min(later, queue_.size())), turn);
    }
}

}  // namespace dorsum::quiz
