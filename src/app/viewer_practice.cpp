#include "app/viewer_practice.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <filesystem>

#include "core/log.h"
#include "core/user_folders.h"

namespace dorsum::app {
namespace {

namespace fs = std::filesystem;

fs::path history_file() {
    const fs::path folder = user_data_folder();
    return folder.empty() ? fs::path{} : folder / "practice.csv";
}

std::string local_time() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    std::array<char, 32> text{};
    if (localtime_r(&now, &parts) == nullptr) {
        return {};
    }
    std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &parts);
    return text.data();
}

std::string name_of(const lesson::Lesson& lesson) {
    return fs::path(lesson.file).stem().string();
}

}  // namespace

ViewerPractice::ViewerPractice() : history_(history_file()) {}

void ViewerPractice::follow(const scene::State& state, const scene::Subject& subject) {
    const scene::Practice& practice = state.practice;
    if (practice.times_judged == judged_before_) {
        return;
    }
    judged_before_ = practice.times_judged;
    if (!practice.judgement || !subject.lesson) {
        return;
    }
    history_.add({local_time(), name_of(*subject.lesson), practice.step + 1, practice.stroke + 1, practice.hand,
                  practice.judgement->score, static_cast<double>(practice.judgement->mean_distance_mm),
                  static_cast<double>(practice.judgement->speed_cm_s)});
    log::debug("practised, score " + std::to_string(practice.judgement->score));
}

void ViewerPractice::fulfil(const ui::PracticeRequest request) {
    if (request == ui::PracticeRequest::erase_history) {
        history_.erase();
    } else {
        history_.put_back();
    }
}

void ViewerPractice::add_to(ui::Notices& notices, const scene::State& state, const scene::Subject& subject) const {
    constexpr std::size_t most_shown = 20;
    notices.practice.kept = static_cast<int>(history_.entries().size());
    notices.practice.can_put_back = history_.can_put_back();
    if (!subject.lesson) {
        return;
    }
    const std::string lesson = name_of(*subject.lesson);
    std::vector<int>& scores = notices.practice.scores;
    for (auto entry = history_.entries().rbegin(); entry != history_.entries().rend() && scores.size() < most_shown;
         ++entry) {
        if (entry->step == state.step + 1 && entry->lesson == lesson) {
            scores.push_back(entry->score);
        }
    }
    std::ranges::reverse(scores);
}

}  // namespace dorsum::app
