#include "app/speaker.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <utility>

#include "core/translate.h"

namespace dorsum::app {

namespace {

constexpr const char* program = "espeak-ng";

tl::unexpected<Error> not_installed() {
    return failure(program, tr("the program that speaks was not found"), tr("Install the package espeak-ng"));
}

tl::unexpected<Error> not_started() {
    return failure(program, tr("could not be started"), tr("Close some programs and try again"));
}

/// A file in memory that holds the text, to be read from its beginning; -1 where there is no memory for it. Unlike a
/// pipe it takes any length at once, and does not care whether anybody reads it.
int as_file(const std::string& text) {
    const int file = ::memfd_create("speech", MFD_CLOEXEC);
    std::string_view left = text;
    while (file >= 0 && !left.empty()) {
        const ssize_t written = ::write(file, left.data(), left.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            ::close(file);
            return -1;
        }
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    if (file >= 0) {
        ::lseek(file, 0, SEEK_SET);
    }
    return file;
}

/// The program in a process group of its own, reading `input`; says nothing on our terminal.
int spawn(pid_t& process, const int input, std::string language) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    std::array<std::string, 4> arguments{program, "-v", std::move(language), "--stdin"};
    std::array<char*, 5> pointers{arguments[0].data(), arguments[1].data(), arguments[2].data(), arguments[3].data(),
                                  nullptr};
    const int problem = ::posix_spawnp(&process, program, &actions, &attributes, pointers.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return problem;
}

}  // namespace

Result<void> find_voice() {
    const char* const path = std::getenv("PATH");
    std::string_view folders = path != nullptr ? path : "";
    while (!folders.empty()) {
        const std::size_t length = std::min(folders.find(':'), folders.size());
        const auto file = std::filesystem::path(folders.substr(0, length)) / program;
        if (::access(file.c_str(), X_OK) == 0) {
            return {};
        }
        folders.remove_prefix(std::min(length + 1, folders.size()));
    }
    return not_installed();
}

Speaker::~Speaker() {
    stop();
}

Result<void> Speaker::say(const std::string& text, const std::string& language) {
    stop();
    const int input = as_file(text);
    if (input < 0) {
        return not_started();
    }
    const int problem = spawn(process_, input, language);
    ::close(input);
    if (problem != 0) {
        process_ = -1;
        return problem == ENOENT ? not_installed() : not_started();
    }
    return {};
}

bool Speaker::is_speaking() {
    if (process_ > 0 && ::waitpid(process_, nullptr, WNOHANG) != 0) {
        process_ = -1;
    }
    return process_ > 0;
}

void Speaker::stop() {
    if (process_ > 0) {
        ::kill(-process_, SIGKILL);
        while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
        }
        process_ = -1;
    }
}

}  // namespace dorsum::app
