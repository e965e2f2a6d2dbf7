#pragma once

#include <string>
#include <vector>

#include "app/practice_history.h"
#include "scene/apply.h"
#include "ui/panels.h"

namespace dorsum::app {

/// Keeps what a learner has practised in the window, in `practice.csv` of the person's data folder. Nothing of it goes
/// anywhere else. For the window's thread.
class ViewerPractice {
public:
    ViewerPractice();

    /// To be called after each command: a stroke that was judged since is kept.
    void follow(const scene::State& state, const scene::Subject& subject);
    void fulfil(ui::PracticeRequest request);
    void add_to(ui::Notices& notices, const scene::State& state, const scene::Subject& subject) const;
    [[nodiscard]] std::vector<std::string> take_problems() { return history_.take_problems(); }

private:
    PracticeHistory history_;
    int judged_before_ = 0;
};

}  // namespace dorsum::app
