#pragma once

#include <sys/types.h>

#include <filesystem>
#include <glm/vec2.hpp>
#include <memory>

#include "app/frame_feed.h"
#include "core/error.h"
#include "render/picture_target.h"

namespace dorsum::app {

/// Encodes frames into an MP4 file (H.264) with the ffmpeg program, fed through a pipe. The file is
/// written to `path` as it goes: give it a PendingFile's path. Destroyed before `finish`, it ends
/// ffmpeg. The same frames give the same bytes. Encoding runs beside the caller, a few frames behind.
class Encoder {
public:
    /// Fails with a remedy when there is no ffmpeg.
    [[nodiscard]] static Result<Encoder> start(const std::filesystem::path& path, glm::ivec2 size_px, int frame_per_s);
    Encoder(Encoder&& other) noexcept;
    Encoder& operator=(Encoder&& other) noexcept;
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
    ~Encoder();

    /// Fails with what ffmpeg said when it takes no more frames (a full disk, say), perhaps a few frames later.
    [[nodiscard]] Result<void> add(render::Picture frame);
    /// Waits until the file is whole.
    [[nodiscard]] Result<void> finish();

private:
    Encoder(pid_t process, int frames, int complaints);
    /// All that ffmpeg says until it ends.
    [[nodiscard]] std::string complaints();
    [[nodiscard]] static tl::unexpected<Error> failed(const std::string& complaints);
    pid_t process_ = -1;
    int complaints_ = -1;                ///< read end of its standard error
    std::unique_ptr<FrameFeed> frames_;  ///< into its standard input
};

}  // namespace dorsum::app
