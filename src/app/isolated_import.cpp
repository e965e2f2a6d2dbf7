#include "app/isolated_import.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/import_channel.h"
#include "core/fill.h"
#include "core/translate.h"
#include "mesh/model_stream.h"

namespace dorsum::app {

namespace {

/// A child process that is gone, and waited for, when this value is.
class Child {
public:
    explicit Child(const pid_t process) : process_(process) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (process_ > 0) {
            kill(process_, SIGKILL);
            wait_for_end();
        }
    }

    /// Its status as waitpid tells it.
    int wait_for_end() {
        int status = 0;
        while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        process_ = -1;
        return status;
    }

private:
    pid_t process_;
};

/// Both ends of the conversation, as the parent opens them.
struct Channel {
    OwnedFile progress_read;
    OwnedFile progress_write;
    OwnedFile result;
};

std::optional<Channel> open_channel() {
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        return std::nullopt;
    }
    Channel channel{OwnedFile(ends[0]), OwnedFile(ends[1]), OwnedFile(memfd_create("model", MFD_CLOEXEC))};
    if (!channel.result.is_open()) {
        return std::nullopt;
    }
    return channel;
}

/// Set in the worker's environment. A program that takes no subcommand import-worker would else start itself, and that
/// again, for ever.
constexpr const char* worker_mark = "DORSUM_IMPORT_WORKER";

/// Starts `<program> import-worker <path>` with the two files where the worker looks for them.
/// Empty when the system refuses.
std::optional<pid_t> start_worker(const Channel& channel, const std::filesystem::path& path,
                                  const std::filesystem::path& program) {
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0) {
        return std::nullopt;
    }
    posix_spawn_file_actions_adddup2(&actions, channel.progress_write.get(), progress_file);
    posix_spawn_file_actions_adddup2(&actions, channel.result.get(), result_file);
    std::string command = program.string();
    std::string subcommand = "import-worker";
    std::string speak = "--language=" + language();  // what it says is shown here
    std::string separator = "--";
    std::string file = path.string();
    const std::array<char*, 6> arguments{command.data(),   subcommand.data(), speak.data(),
                                         separator.data(), file.data(),       nullptr};
    std::string mark = std::string(worker_mark) + "=1";
    std::vector<char*> environment;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        environment.push_back(*variable);
    }
    environment.push_back(mark.data());
    environment.push_back(nullptr);
    pid_t process = -1;
    const int failed = posix_spawn(&process, command.c_str(), &actions, nullptr, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? std::optional(process) : std::nullopt;
}

/// The last word of the worker, or why there is none.
enum class Ending { model, error, silence, cancelled };

Ending listen(const int progress, const mesh::ImportProgress& report) {
    constexpr int patience_ms = 100;
    float share = 0.0F;
    while (true) {
        pollfd waiting{progress, POLLIN, 0};
        const int ready = poll(&waiting, 1, patience_ms);
        std::array<unsigned char, 256> messages{};
        if (ready > 0) {
            const ssize_t count = read(progress, messages.data(), messages.size());
            if (count == 0 || (count < 0 && errno != EINTR)) {
                return Ending::silence;
            }
            for (ssize_t index = 0; index < count; ++index) {
                const unsigned char message = messages.at(static_cast<std::size_t>(index));
                if (message == model_follows || message == error_follows) {
                    return message == model_follows ? Ending::model : Ending::error;
                }
                share = static_cast<float>(message) / 100.0F;
            }
        }
        if (report && !report(share)) {
            return Ending::cancelled;
        }
    }
}

/// The content of a file in memory, for as long as this value lives.
class Mapping {
public:
    explicit Mapping(const int descriptor) {
        struct stat facts {};
        if (fstat(descriptor, &facts) == 0 && facts.st_size > 0) {
            size_ = static_cast<std::size_t>(facts.st_size);
            address_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
        }
    }
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    ~Mapping() {
        if (address_ != MAP_FAILED) {
            munmap(address_, size_);
        }
    }
    [[nodiscard]] std::span<const std::byte> bytes() const {
        return address_ == MAP_FAILED ? std::span<const std::byte>{}
                                      : std::span(static_cast<const std::byte*>(address_), size_);
    }

private:
    void* address_ = MAP_FAILED;
    std::size_t size_ = 0;
};

/// What it means that the worker ended without a word.
Error explain(const std::filesystem::path& path, const int status) {
    Error error;
    error.file = path.string();
    error.cause = tr("the file made the reader fail");
    error.remedy = tr("Open it in the program that made it and export it anew, as GLB if possible");
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        error.cause = signal == SIGXCPU ? tr("reading it took more than five minutes of computing")
                                        : fill(tr("{0} (signal {1})"), {error.cause, std::to_string(signal)});
    }
    return error;
}

}  // namespace

Result<mesh::Model> import_isolated(const std::filesystem::path& path, const mesh::ImportProgress& progress,
                                    const std::filesystem::path& program) {
    if (std::getenv(worker_mark) != nullptr) {
        return failure(path.string(), tr("a process that reads models starts no other"),
                       tr("Start the program dorsum itself"));
    }
    std::optional<Channel> channel = open_channel();
    const auto process = channel ? start_worker(*channel, path, program) : std::nullopt;
    if (!process) {
        return failure(path.string(), tr("the system does not start the process that reads models"),
                       tr("Close other programs and try again"));
    }
    Child worker(*process);
    channel->progress_write.close();
    const Ending ending = listen(channel->progress_read.get(), progress);
    if (ending == Ending::cancelled) {
        return failure(path.string(), tr("loading was cancelled"), tr("Open it again to load it"));
    }
    const int status = worker.wait_for_end();
    if (ending == Ending::silence) {
        return tl::unexpected(explain(path, status));
    }
    const Mapping mapping(channel->result.get());
    if (ending == Ending::error) {
        return tl::unexpected(error_from_bytes(mapping.bytes()));
    }
    return mesh::from_bytes(mapping.bytes());
}

}  // namespace dorsum::app
