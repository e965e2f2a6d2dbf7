#include "app/encoder.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string>
#include <utility>
#include <vector>

#include "core/fill.h"
#include "core/translate.h"

namespace dorsum::app {
namespace {

std::vector<std::string> ffmpeg_arguments(const std::filesystem::path& path, const glm::ivec2 size_px,
                                          const int frame_per_s) {
    const std::string size = std::to_string(size_px.x) + "x" + std::to_string(size_px.y);
    return {"ffmpeg", "-hide_banner", "-loglevel", "error", "-nostdin", "-y",
            // What comes in: plain pictures through the pipe.
            "-f", "rawvideo", "-pixel_format", "rgb24", "-video_size", size, "-framerate", std::to_string(frame_per_s),
            "-i", "pipe:0",
            // H.264 in 4:2:0 needs even sides; the colours are those of HD television.
            "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2,scale=out_color_matrix=bt709:out_range=tv", "-colorspace", "bt709",
            "-color_primaries", "bt709", "-color_trc", "bt709", "-c:v", "libx264", "-preset", "veryfast", "-crf", "19",
            "-pix_fmt", "yuv420p", "-threads", "2", "-movflags", "+faststart",
            // No versions, dates or random ids: the same frames give the same file.
            "-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1", "-f", "mp4",
            "file:" + path.string()};
}

void close_if_open(int& descriptor) {
    if (descriptor >= 0) {
        ::close(std::exchange(descriptor, -1));
    }
}

}  // namespace

Result<Encoder> Encoder::start(const std::filesystem::path& path, const glm::ivec2 size_px, const int frame_per_s) {
    std::array<int, 2> frames{};
    std::array<int, 2> complaints{};
    if (::pipe2(frames.data(), O_CLOEXEC) != 0) {
        return failure("ffmpeg", tr("cannot be started: no pipe"), tr("Close some programs and try again"));
    }
    if (::pipe2(complaints.data(), O_CLOEXEC) != 0) {
        ::close(frames[0]);
        ::close(frames[1]);
        return failure("ffmpeg", tr("cannot be started: no pipe"), tr("Close some programs and try again"));
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, frames[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, complaints[1], STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // A process group of its own: Ctrl-C is ours to answer, by removing the unfinished file.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    std::vector<std::string> arguments = ffmpeg_arguments(path, size_px, frame_per_s);
    std::vector<char*> pointers;
    pointers.reserve(arguments.size() + 1);
    for (std::string& argument : arguments) {
        pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    pid_t process = -1;
    const int problem = ::posix_spawnp(&process, "ffmpeg", &actions, &attributes, pointers.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    ::close(frames[0]);
    ::close(complaints[1]);
    if (problem != 0) {
        ::close(frames[1]);
        ::close(complaints[0]);
        return failure("ffmpeg", tr("the program that encodes videos was not found"), tr("Install the package ffmpeg"));
    }
    return Encoder(process, frames[1], complaints[0]);
}

Encoder::Encoder(const pid_t process, const int frames, const int complaints)
    : process_(process), complaints_(complaints), frames_(std::make_unique<FrameFeed>(frames)) {}

Encoder::Encoder(Encoder&& other) noexcept
    : process_(std::exchange(other.process_, -1)),
      complaints_(std::exchange(other.complaints_, -1)),
      frames_(std::move(other.frames_)) {}

Encoder& Encoder::operator=(Encoder&& other) noexcept {
    std::swap(process_, other.process_);
    std::swap(complaints_, other.complaints_);
    std::swap(frames_, other.frames_);
    return *this;
}

Encoder::~Encoder() {
    // Ended first: the feed then waits for nobody.
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    frames_.reset();
    close_if_open(complaints_);
}

Result<void> Encoder::add(render::Picture frame) {
    if (!frames_->add(std::move(frame))) {
        static_cast<void>(frames_->close());
        return failed(complaints());
    }
    return {};
}

Result<void> Encoder::finish() {
    static_cast<void>(frames_->close());  // what went wrong is told by how ffmpeg ends
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    // ffmpeg may end with 0 although the end of the file did not fit on the disk; it is told to speak of
    // nothing but errors.
    const std::string said = complaints();
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || !said.empty()) {
        return failed(said);
    }
    return {};
}

std::string Encoder::complaints() {
    std::string text;
    std::array<char, 4096> buffer{};
    ssize_t got = 0;
    while ((got = ::read(complaints_, buffer.data(), buffer.size())) > 0) {
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return text;
}

tl::unexpected<Error> Encoder::failed(const std::string& complaints) {
    // The first line says why; later ones are what follows from it.
    return failure("ffmpeg",
                   with_detail(tr("the video could not be encoded"), complaints.substr(0, complaints.find('\n'))),
                   tr("Check that there is space left on the disk, or choose another place for the video"));
}

}  // namespace dorsum::app
