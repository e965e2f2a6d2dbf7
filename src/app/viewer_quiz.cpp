#include "app/viewer_quiz.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <random>
#include <span>
#include <utility>

#include "core/files.h"
#include "core/log.h"
#include "core/translate.h"
#include "core/user_folders.h"

namespace dorsum::app {

namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

constexpr const char* key_learner = "learner";
constexpr const char* key_length = "questions";
constexpr const char* key_topics = "topics";

/// Of this place, days since 1970-01-01.
int today() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    std::array<char, 16> text{};
    if (localtime_r(&now, &parts) == nullptr || std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts) == 0) {
        return 1;
    }
    return std::max(quiz::day_of(text.data()), 1);
}

std::vector<KeptField> fields() {
    return {{key_learner, tr("Whose answers are kept."), std::string()},
            {key_length, tr("How many questions a quiz asks."), static_cast<double>(quiz::session_length),
             static_cast<double>(scene::shortest_quiz), static_cast<double>(scene::longest_quiz)},
            {key_topics, tr("What it asks about: zones, structures, breath, safety."), Texts{}}};
}

}  // namespace

ViewerQuiz::ViewerQuiz(const fs::path& data_folder, const fs::path& state_folder,
                       const std::optional<std::uint32_t> seed)
    : folder_(data_folder.empty() ? fs::path{} : data_folder / "quiz"),
      kept_(state_folder.empty() ? fs::path{} : state_folder / "quiz.toml",
            tr("What was chosen for the last quiz. It may be deleted."), fields()),
      seed_(seed) {
    KeptFile::Content content = kept_.read();
    problems_ = std::move(content.problems);
    setup_.learner = kept<std::string>(content.values, key_learner).value_or(std::string());
    const auto length = kept<double>(content.values, key_length);
    setup_.length = length ? static_cast<int>(std::lround(*length)) : setup_.length;
    if (const auto topics = kept<Texts>(content.values, key_topics)) {
        for (int i = 0; i < quiz::topic_count; ++i) {
            const bool chosen = std::ranges::find(*topics, quiz::name_of(static_cast<quiz::Topic>(i))) != topics->end();
            setup_.topics.set(static_cast<std::size_t>(i), chosen);
        }
    }
    look_at(setup_.learner);
}

void ViewerQuiz::keep(const scene::QuizSetup& setup) {
    setup_ = setup;
    const auto outcome = kept_.change([&setup](KeptValues& values) {
        Texts topics;
        for (int i = 0; i < quiz::topic_count; ++i) {
            if (setup.topics.test(static_cast<std::size_t>(i))) {
                topics.emplace_back(quiz::name_of(static_cast<quiz::Topic>(i)));
            }
        }
        values[key_learner] = setup.learner;
        values[key_length] = static_cast<double>(setup.length);
        values[key_topics] = std::move(topics);
    });
    if (!outcome) {
        problems_.push_back(to_string(outcome.error()));
    }
}

/// What is known of a learner, without touching the file.
void ViewerQuiz::look_at(const std::string& learner) {
    learner_ = learner;
    history_ = {};
    if (!folder_.empty()) {
        if (auto history = quiz::read_history(quiz::history_file(folder_, learner))) {
            history_ = *std::move(history);
        }
    }
    notice_.said.clear();
    count();
}

void ViewerQuiz::count() {
    const int day = today();
    notice_.answers_kept = static_cast<int>(
        std::ranges::count(history_.answers, learner_, [](const quiz::Answer& answer) { return answer.learner; }));
    const auto memories = quiz::memories_of(history_, learner_);
    notice_.due = static_cast<int>(
        std::ranges::count_if(memories, [day](const auto& memory) { return memory.second.due_day <= day; }));
    notice_.can_put_back = erased_.has_value();
}

scene::Command ViewerQuiz::completed(scene::Command asked, const scene::State& state) {
    auto* start = std::get_if<scene::StartQuiz>(&asked);
    if (start == nullptr || start->day != 0) {
        return asked;
    }
    const std::string& learner = state.quiz.setup.learner;
    look_at(learner);
    if (!folder_.empty()) {
        const fs::path file = quiz::history_file(folder_, learner);
        const auto opened = quiz::open_history(file);
        if (!opened) {
            problems_.push_back(to_string(opened.error()));
        } else if (opened->set_aside) {
            const std::string what =
                std::string(tr("is broken, it was set aside as")) + " " + opened->set_aside->string();
            problems_.push_back(to_string(
                Error{file.string(), what, tr("What can be read of it still counts; nothing else was changed")}));
        }
    }
    start->day = today();
    start->seed = seed_.value_or(std::random_device{}());
    start->memories = quiz::memories_of(history_, learner);
    written_ = 0;
    asked_last_.clear();
    keep(state.quiz.setup);
    return asked;
}

void ViewerQuiz::follow(const scene::State& state) {
    if (state.quiz.setup.learner != learner_) {
        look_at(state.quiz.setup.learner);
    }
    if (!state.quiz.run) {
        return;
    }
    const scene::QuizRun& run = *state.quiz.run;
    for (; written_ < run.answers.size(); ++written_) {
        const scene::QuizAnswer& given = run.answers[written_];
        log::debug("answered " + given.question + (given.right ? " right" : " wrong"));
        if (given.is_return || folder_.empty()) {
            continue;  // a repetition is practice; the first answer is the result
        }
        const quiz::Answer answer{learner_, quiz::date_of(run.day), given.question, given.given, given.right};
        if (const auto kept = quiz::append_answer(quiz::history_file(folder_, learner_), answer); !kept) {
            problems_.push_back(to_string(kept.error()));
        }
        history_.answers.push_back(answer);
        count();
    }
    const quiz::Question* question = scene::question_open(state.quiz);
    const std::string now = question != nullptr ? question->id : std::string();
    if (now != std::exchange(asked_last_, now) && question != nullptr) {
        log::debug("asks " + now + ": " +
                   (question->choices.empty() ? "in the picture" : std::to_string(question->right_choice + 1)));
    }
}

void ViewerQuiz::export_results() {
    std::vector<quiz::Answer> answers;
    std::ranges::copy_if(history_.answers, std::back_inserter(answers),
                         [this](const quiz::Answer& answer) { return answer.learner == learner_; });
    const std::string name =
        "dorsum quiz " + (learner_.empty() ? std::string() : learner_ + " ") + quiz::date_of(today());
    const fs::path file = quiz::history_file(user_documents_folder(), name);
    const std::string text = quiz::csv_of(answers);
    const auto written = write_file(file, std::as_bytes(std::span(text)));
    if (!written) {
        problems_.push_back(to_string(written.error()));
        return;
    }
    notice_.said = std::string(tr("Results written")) + ": " + file.string();
    log::debug("exported " + file.string());
}

void ViewerQuiz::fulfil(const ui::QuizRequest request) {
    const fs::path file = folder_.empty() ? fs::path{} : quiz::history_file(folder_, learner_);
    switch (request) {
        case ui::QuizRequest::export_results:
            export_results();
            return;
        case ui::QuizRequest::erase_history:
            if (auto taken = quiz::take_history(file)) {
                erased_ = Erased{file, *std::move(taken)};
                look_at(learner_);
                notice_.said = tr("The history is erased.");
                log::debug("erased a history");
            } else {
                problems_.push_back(to_string(taken.error()));
            }
            return;
        case ui::QuizRequest::put_back_history:
            if (!erased_) {
                return;
            }
            if (const auto put = quiz::put_back_history(erased_->file, erased_->text); !put) {
                problems_.push_back(to_string(put.error()));
                return;
            }
            erased_.reset();
            look_at(learner_);
            notice_.said = tr("The history is back.");
            log::debug("put a history back");
            return;
    }
}

std::vector<std::string> ViewerQuiz::take_problems() {
    return std::exchange(problems_, {});
}

}  // namespace dorsum::app
