#pragma once

#include <chrono>

namespace dorsum::app {

/// A line on standard error that says how far a long work has come and how long it will still
/// take. Drawn in place on a terminal, as one line every tenth elsewhere.
class ProgressBar {
public:
    explicit ProgressBar(int total);
    /// `done` of `total` pieces are finished.
    void show(int done);
    /// Ends the line.
    void end();

private:
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
    int total_;
    int shown_percent_ = -1;
    bool on_terminal_;
};

}  // namespace dorsum::app
