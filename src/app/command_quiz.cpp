#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "app/commands.h"
#include "core/log.h"
#include "core/translate.h"
#include "core/user_folders.h"
#include "lesson/message.h"
#include "quiz/history.h"

namespace dorsum::app {

void add_quiz(CLI::App& program, QuizCommand& quiz) {
    CLI::App& command = *program.add_subcommand(
        "quiz",
        tr("print the results of the quizzes taken on this machine as CSV: learner, date, question, answer, right"));
    command.add_option("--results", quiz.learner, tr("of this learner only; by default of all"))->type_name("LEARNER");
}

int run_quiz(const QuizCommand& command) {
    const auto folder = user_data_folder();
    quiz::History all = folder.empty() ? quiz::History{} : quiz::read_all_histories(folder / "quiz");
    if (command.learner) {
        std::erase_if(all.answers, [&](const quiz::Answer& answer) { return answer.learner != *command.learner; });
        if (all.answers.empty()) {
            log::error(
                to_string(Error{*command.learner, tr("no answers of this learner are kept on this machine"),
                                tr("Write the name as it was written for the quiz; dorsum quiz prints them all")}));
            return 1;
        }
    }
    if (all.unreadable_lines > 0) {
        log::warning(
            lesson::fill(tr("{0} lines cannot be read, and are left out"), {std::to_string(all.unreadable_lines)}));
    }
    std::cout << quiz::csv_of(all.answers);
    return 0;
}

}  // namespace dorsum::app
