#include "app/progress_bar.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>

#include "core/fill.h"
#include "core/translate.h"

namespace dorsum::app {

ProgressBar::ProgressBar(const int total) : total_(std::max(total, 1)), on_terminal_(::isatty(STDERR_FILENO) == 1) {}

void ProgressBar::show(const int done) {
    const int percent = static_cast<int>(100LL * done / total_);
    if (percent == shown_percent_ || (!on_terminal_ && percent / 10 == shown_percent_ / 10 && shown_percent_ >= 0)) {
        return;
    }
    shown_percent_ = percent;
    const double elapsed_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
    const int left_s = done > 0 ? static_cast<int>(std::lround(elapsed_s * (total_ - done) / done)) : 0;
    constexpr int width = 32;
    const int filled = percent * width / 100;
    const std::string bar =
        std::string(static_cast<std::size_t>(filled), '#') + std::string(static_cast<std::size_t>(width - filled), '.');
    std::array<char, 32> left{};
    std::snprintf(left.data(), left.size(), "%d:%02d", left_s / 60, left_s % 60);
    // TRANSLATORS: {0} is how long it will still take, 1:05.
    const std::string words = fill(tr("{0} left"), {left.data()});
    std::fprintf(stderr, "%s[%s] %3d %%  %s%s", on_terminal_ ? "\r" : "", bar.c_str(), percent, words.c_str(),
                 on_terminal_ ? "   " : "\n");
    std::fflush(stderr);
}

void ProgressBar::end() {
    if (on_terminal_) {
        std::fputc('\n', stderr);
    }
}

}  // namespace dorsum::app
