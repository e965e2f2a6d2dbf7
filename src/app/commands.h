#pragma once

#include "app/options.h"

namespace CLI {
class App;
}

namespace dorsum::app {

// One function per subcommand, each in a file of its own name (command_render.cpp ...). Results go
// to standard output, messages to standard error. Each returns the exit code: 0 done, 1 it failed,
// 2 wrong use.

[[nodiscard]] int run_render(const RenderCommand& command);
[[nodiscard]] int run_video(const VideoCommand& command);
[[nodiscard]] int run_export(const ExportCommand& command);
[[nodiscard]] int run_handout(const HandoutCommand& command);
[[nodiscard]] int run_info(const InfoCommand& command);
[[nodiscard]] int run_check(const CheckCommand& command);
[[nodiscard]] int run_bench(const BenchCommand& command);
[[nodiscard]] int run_quiz(const QuizCommand& command);
/// Describes that command to the command line.
void add_quiz(CLI::App& program, QuizCommand& quiz);

}  // namespace dorsum::app
