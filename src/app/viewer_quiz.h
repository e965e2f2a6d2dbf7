#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/kept_file.h"
#include "quiz/history.h"
#include "scene/command.h"
#include "scene/state.h"
#include "ui/panels.h"

namespace dorsum::app {

/// What a quiz needs from outside: today's date, chance, and the files in which answers are kept: one CSV file a
/// learner in `quiz/` of the person's data folder, and what was chosen the last time in the state folder. For the
/// window's thread.
class ViewerQuiz {
public:
    /// Reads what was chosen. Either folder may be empty: then nothing is kept there.
    /// @param seed  of every quiz; empty = another one each time
    ViewerQuiz(const std::filesystem::path& data_folder, const std::filesystem::path& state_folder,
               std::optional<std::uint32_t> seed);

    [[nodiscard]] const scene::QuizSetup& setup() const { return setup_; }

    /// A start without a day gets seed, day and what the learner remembers; all else stays as it is. A broken history
    /// is set aside, and said.
    [[nodiscard]] scene::Command completed(scene::Command asked, const scene::State& state);
    /// Writes down what was answered since; to be called after every command.
    void follow(const scene::State& state);
    void fulfil(ui::QuizRequest request);
    void add_to(ui::Notices& notices) const { notices.quiz = notice_; }

    /// To be told to the person; each once.
    [[nodiscard]] std::vector<std::string> take_problems();

private:
    void look_at(const std::string& learner);
    void count();
    void keep(const scene::QuizSetup& setup);
    void export_results();
    std::filesystem::path folder_;
    KeptFile kept_;
    std::optional<std::uint32_t> seed_;
    scene::QuizSetup setup_;
    std::string learner_;
    quiz::History history_;  ///< of that learner
    struct Erased {
        std::filesystem::path file;
        std::string text;
    };
    std::optional<Erased> erased_;
    ui::QuizNotice notice_;
    std::size_t written_ = 0;  ///< answers of the quiz under way
    std::string asked_last_;   ///< id, for the log
    std::vector<std::string> problems_;
};

}  // namespace dorsum::app
