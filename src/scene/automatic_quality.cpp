#include "scene/automatic_quality.h"

#include <algorithm>
#include <array>

namespace dorsum::scene {

namespace {

// From the best down. Below, words and lines of the interface stay sharp; only the 3D picture becomes coarser.
constexpr std::array rungs{PictureQuality{Quality::high, 1.0F}, PictureQuality{Quality::balanced, 1.0F},
                           PictureQuality{Quality::low, 0.85F}, PictureQuality{Quality::low, 0.7F},
                           PictureQuality{Quality::low, 0.55F}, PictureQuality{Quality::low, 0.42F}};

constexpr std::size_t first_with_graphics_card = 1;
constexpr std::size_t first_without = 3;

constexpr double slow_ms = frame_goal_ms + 1.0;  // screens that show 30 a second do so to within a millisecond
constexpr double easy_ms = 0.6 * frame_goal_ms;
constexpr double asleep_ms = 1000.0;
constexpr std::size_t frames_remembered = 90;
constexpr std::size_t newest_frames = 4;
constexpr std::ptrdiff_t slow_of_newest_to_go_down = 3;
constexpr std::ptrdiff_t slow_of_all_to_go_down = 8;
constexpr std::ptrdiff_t uneasy_to_stay = 5;
constexpr long first_wait_frames = 1800;
constexpr int frames_of_a_change = 2;

}  // namespace

AutomaticQuality::AutomaticQuality(const bool on_graphics_card)
    : on_graphics_card_(on_graphics_card), rung_(on_graphics_card ? first_with_graphics_card : first_without) {}

PictureQuality AutomaticQuality::quality() const {
    return rungs.at(rung_);
}

void AutomaticQuality::start_again() {
    *this = AutomaticQuality{on_graphics_card_};
}

void AutomaticQuality::change_to(const std::size_t rung) {
    rung_ = rung;
    recent_ms_.clear();
    to_pass_over_ = frames_of_a_change;
}

bool AutomaticQuality::is_too_slow() const {
    const auto slow_of = [this](const std::size_t frames) {
        const auto newest = static_cast<std::ptrdiff_t>(std::min(recent_ms_.size(), frames));
        return std::count_if(recent_ms_.end() - newest, recent_ms_.end(), [](const double ms) { return ms > slow_ms; });
    };
    return slow_of(newest_frames) >= slow_of_newest_to_go_down || slow_of(frames_remembered) >= slow_of_all_to_go_down;
}

bool AutomaticQuality::may_go_up() const {
    const bool failed_lately = rung_ == slow_rung_ + 1 && frames_until_retry_ > 0;
    if (rung_ == 0 || failed_lately || recent_ms_.size() < frames_remembered) {
        return false;
    }
    return std::ranges::count_if(recent_ms_, [](const double ms) { return ms > easy_ms; }) < uneasy_to_stay;
}

void AutomaticQuality::add_frame(const double frame_ms) {
    if (!(frame_ms >= 0.0) || frame_ms > asleep_ms) {
        return;
    }
    frames_until_retry_ = std::max(frames_until_retry_ - 1, 0L);
    if (to_pass_over_ > 0) {
        --to_pass_over_;
        return;
    }
    recent_ms_.push_back(frame_ms);
    if (recent_ms_.size() > frames_remembered) {
        recent_ms_.erase(recent_ms_.begin());
    }
    if (is_too_slow() && rung_ + 1 < rungs.size()) {
        const bool same_again = slow_rung_ == rung_ && wait_of_last_failure_ > 0;
        wait_of_last_failure_ = same_again ? 2 * wait_of_last_failure_ : first_wait_frames;
        frames_until_retry_ = wait_of_last_failure_;
        slow_rung_ = rung_;
        change_to(rung_ + 1);
    } else if (may_go_up()) {
        change_to(rung_ - 1);
    }
}

}  // namespace dorsum::scene
