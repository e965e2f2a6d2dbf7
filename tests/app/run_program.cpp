#include "run_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "temporary_folder.h"

namespace dorsum::test {
namespace {

std::string text_of(const std::filesystem::path& path) {
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

ProgramResult run_program(std::vector<std::string> arguments, const std::vector<std::string>& environment) {
    const TemporaryFolder folder;
    const std::string output = (folder / "stdout").string();
    const std::string complaints = (folder / "stderr").string();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, complaints.c_str(), O_WRONLY | O_CREAT, 0600);

    std::vector<std::string> variables(environment);
    for (char** variable = environ; *variable != nullptr; ++variable) {
        variables.emplace_back(*variable);
    }
    const auto pointers = [](std::vector<std::string>& texts) {
        std::vector<char*> list;
        for (std::string& text : texts) {
            list.push_back(text.data());
        }
        list.push_back(nullptr);
        return list;
    };
    ProgramResult result;
    pid_t process = -1;
    if (::posix_spawnp(&process, arguments.front().c_str(), &actions, nullptr, pointers(arguments).data(),
                       pointers(variables).data()) == 0) {
        int status = 0;
        ::waitpid(process, &status, 0);
        result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }
    posix_spawn_file_actions_destroy(&actions);
    result.standard_output = text_of(output);
    result.standard_error = text_of(complaints);
    return result;
}

ProgramResult run_dorsum(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
    std::vector<std::string> command{DORSUM_PROGRAM};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run_program(std::move(command), environment);
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace dorsum::test
