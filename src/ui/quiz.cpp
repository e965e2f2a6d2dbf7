#include <algorithm>
#include <array>
#include <string>

#include "core/translate.h"
#include "lesson/message.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/quiz_caption.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr std::array lengths{5, 10, 20};

struct TopicWords {
    quiz::Topic topic;
    const char* name;  ///< marked for translation, as `hint`
    const char* hint;
};
constexpr std::array<TopicWords, quiz::topic_count> topics{{
    {quiz::Topic::zones, marked("Zones"), marked("Where the twelve zones lie, and which organ tradition gives them")},
    {quiz::Topic::structures, marked("Structures"), marked("To name the muscles of the back, and to point to them")},
    {quiz::Topic::breath, marked("Breath and direction"),
     marked("Which way the hands glide, when they press, and with what")},
    {quiz::Topic::safety, marked("Safety"), marked("Where not to press, and who must not be massaged")},
}};

void draw_learner(const PanelContext& context) {
    PanelMemory& memory = context.memory;
    const scene::QuizSetup& setup = context.state.quiz.setup;
    paragraph(tr("Name"), TextSize::small, palette::text_muted);
    if (!memory.quiz_learner_active) {
        memory.quiz_learner.fill('\0');
        setup.learner.copy(memory.quiz_learner.data(), memory.quiz_learner.size() - 1);
    }
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    const bool edited = ImGui::InputTextWithHint("##learner", tr("may be left empty"), memory.quiz_learner.data(),
                                                 memory.quiz_learner.size());
    memory.quiz_learner_active = ImGui::IsItemActive();
    tooltip(tr("Whose answers these are. They stay on this machine."));
    if (edited && setup.learner != memory.quiz_learner.data()) {
        scene::QuizSetup changed = setup;
        changed.learner = memory.quiz_learner.data();
        context.ask(scene::SetUpQuiz{changed});
    }
}

void draw_length(const PanelContext& context) {
    const scene::QuizSetup& setup = context.state.quiz.setup;
    paragraph(tr("Number of questions"), TextSize::small, palette::text_muted);
    std::array<std::string, lengths.size()> names;
    std::ranges::transform(lengths, names.begin(), [](const int length) { return std::to_string(length); });
    const auto now = std::ranges::find(lengths, setup.length);
    ImGui::BeginGroup();
    const auto chosen = segmented("length", names, now == lengths.end() ? -1 : static_cast<int>(now - lengths.begin()));
    ImGui::EndGroup();
    tooltip(tr("How many questions the quiz asks; what is wrong is asked again before the end"));
    if (chosen) {
        scene::QuizSetup changed = setup;
        changed.length = lengths.at(static_cast<std::size_t>(*chosen));
        context.ask(scene::SetUpQuiz{changed});
    }
}

void draw_topics(const PanelContext& context) {
    const scene::QuizSetup& setup = context.state.quiz.setup;
    paragraph(tr("About"), TextSize::small, palette::text_muted);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0F, 3.0F * current_scale()});
    for (const TopicWords& words : topics) {
        const auto index = static_cast<std::size_t>(words.topic);
        const bool on = setup.topics.test(index);
        if (switch_row(words.name, tr(words.name), on)) {
            scene::QuizSetup changed = setup;
            changed.topics.flip(index);
            context.ask(scene::SetUpQuiz{changed});
        }
        tooltip(tr(words.hint));
    }
    ImGui::PopStyleVar();
}

/// What is kept of this learner, and what can be done with it.
void draw_history(const PanelContext& context) {
    const QuizNotice& notice = context.notices.quiz;
    const float scale = current_scale();
    const float width = ImGui::GetContentRegionAvail().x;
    const WithFont font(TextSize::small);
    const ButtonLook look{.size = {width, 30.0F * scale}};
    if (notice.answers_kept > 0) {
        paragraph(lesson::fill(tr("{0} answers kept on this machine, {1} to be asked again by today."),
                               {std::to_string(notice.answers_kept), std::to_string(notice.due)}),
                  TextSize::small, palette::text_muted);
        if (text_button("export results", tr("Export results as CSV"), look)) {
            context.requests.quiz = QuizRequest::export_results;
        }
        tooltip(tr("Writes every answer of this learner into a file among your documents, for a spreadsheet"));
        if (!context.state.quiz.run) {
            if (text_button("erase history", tr("Erase history"), look)) {
                context.requests.quiz = QuizRequest::erase_history;
            }
            tooltip(tr("Forgets every answer of this learner; can be undone until the program ends"));
        }
    }
    if (notice.can_put_back) {
        if (text_button("put back", tr("Undo: put the erased history back"), look)) {
            context.requests.quiz = QuizRequest::put_back_history;
        }
        tooltip(tr("Every erased answer is there again"));
    }
    if (!notice.said.empty()) {
        paragraph(notice.said, TextSize::small, palette::accent);
    }
}

void draw_setup(const PanelContext& context) {
    const float scale = current_scale();
    const float button = 42.0F * scale;
    const float room = ImGui::GetContentRegionAvail().y - button - 10.0F * scale;
    ImGui::BeginChild("quiz setup", {0.0F, std::max(room, 60.0F * scale)});
    paragraph(tr("A few questions now and then help to remember. What is wrong comes back soon, what is known after "
                 "days and weeks."),
              TextSize::small, palette::text_muted);
    draw_learner(context);
    draw_length(context);
    draw_topics(context);
    ImGui::Dummy({0.0F, 2.0F * scale});
    draw_history(context);
    ImGui::EndChild();
    if (context.state.quiz.nothing_to_ask) {
        paragraph(tr("About this, lesson and body have nothing to ask. Choose something else."), TextSize::small,
                  palette::warning);
    }
    if (text_button("start quiz", tr("Start"), {.size = {ImGui::GetContentRegionAvail().x, button}, .primary = true})) {
        context.ask(scene::StartQuiz{});
    }
    tooltip(tr("Asks the first question"),
            context.state.quiz.setting_up ? keys_for(context.state, scene::StartQuiz{}) : std::string());
}

void draw_wrong(const scene::QuizRun& run, const std::vector<scene::QuizAnswer>& wrong) {
    const float scale = current_scale();
    if (wrong.empty()) {
        paragraph(run.answers.empty() ? tr("Nothing was answered.") : tr("Nothing was wrong."));
        return;
    }
    paragraph(tr("Look at these again"), TextSize::small, palette::text_muted);
    for (const scene::QuizAnswer& answer : wrong) {
        paragraph(answer.asked);
        paragraph(lesson::fill(tr("You: {0}"), {answer.given}), TextSize::small, palette::text_muted);
        paragraph(lesson::fill(tr("Right: {0}"), {answer.right_answer}), TextSize::small, palette::accent);
        paragraph(lesson::fill(tr("It comes again {0}."), {due_in_words(answer.due_day - run.day)}), TextSize::small,
                  palette::text_muted);
        ImGui::Dummy({0.0F, 4.0F * scale});
    }
}

void draw_result(const PanelContext& context, const scene::QuizRun& run) {
    const float scale = current_scale();
    const float button = 38.0F * scale;
    const auto wrong = scene::first_wrong(run);
    const int rows = wrong.empty() ? 1 : 2;
    const float foot = static_cast<float>(rows) * (button + ImGui::GetStyle().ItemSpacing.y) + 4.0F * scale;
    const float room = ImGui::GetContentRegionAvail().y - foot;
    ImGui::BeginChild("result", {0.0F, std::max(room, 60.0F * scale)});
    paragraph(lesson::fill(tr("{0} of {1} right"),
                           {std::to_string(run.session.right_at_once()), std::to_string(run.session.length())}),
              TextSize::caption);
    const std::size_t missing = run.session.length() - run.session.answered();
    if (missing > 0) {
        paragraph(lesson::fill(tr("{0} not answered"), {std::to_string(missing)}), TextSize::small,
                  palette::text_muted);
    }
    draw_history(context);
    draw_wrong(run, wrong);
    ImGui::EndChild();
    const float width = ImGui::GetContentRegionAvail().x;
    if (!wrong.empty()) {
        scene::StartQuiz again;
        std::ranges::transform(wrong, std::back_inserter(again.only), &scene::QuizAnswer::question);
        if (text_button("again", tr("Again the wrong ones"), {.size = {width, button}, .primary = true})) {
            context.ask(again);
        }
        tooltip(tr("Asks once more what was wrong"), keys_for(context.state, again));
    }
    const float gap = 6.0F * scale;
    const ImVec2 half{(width - gap) * 0.5F, button};
    if (text_button("new quiz", tr("New quiz"), {.size = half, .primary = wrong.empty()})) {
        context.ask(scene::StartQuiz{});
    }
    tooltip(tr("Other questions, chosen as before"));
    ImGui::SameLine(0.0F, gap);
    if (text_button("close quiz", tr("Close"), {.size = half, .quiet = true})) {
        context.ask(scene::EndQuiz{});
    }
    tooltip(tr("Back to what is chosen before a quiz"), keys_for(context.state, scene::EndQuiz{}));
}

}  // namespace

void draw_quiz(const PanelContext& context) {
    const scene::Quiz& quiz = context.state.quiz;
    if (const quiz::Question* question = scene::question_shown(quiz)) {
        draw_question(context, *quiz.run, *question);
    } else if (quiz.run) {
        draw_result(context, *quiz.run);
    } else {
        draw_setup(context);
    }
}

}  // namespace dorsum::ui
