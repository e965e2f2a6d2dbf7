#pragma once

#include <memory>
#include <string>

#include "core/error.h"

namespace dorsum::render {

/// Which of the two dialects that the renderer speaks.
enum class ContextApi { opengl_33_core, opengl_es_3 };

/// An OpenGL context without a window or display server (EGL surfaceless), current on this thread
/// while it lives.
class OffscreenContext {
public:
    /// Fails with a remedy when there is no EGL driver or it has no OpenGL 3.3 (or ES 3.0).
    [[nodiscard]] static Result<OffscreenContext> create(ContextApi api = ContextApi::opengl_33_core);
    /// The best that the driver has: OpenGL 3.3, else, which is logged, OpenGL ES 3.0.
    [[nodiscard]] static Result<OffscreenContext> create_best();
    OffscreenContext(OffscreenContext&&) noexcept;
    OffscreenContext& operator=(OffscreenContext&&) noexcept;
    OffscreenContext(const OffscreenContext&) = delete;
    OffscreenContext& operator=(const OffscreenContext&) = delete;
    ~OffscreenContext();

    [[nodiscard]] std::string renderer_name() const;  ///< "llvmpipe (LLVM 15.0.6, 256 bits)"

private:
    struct Implementation;
    explicit OffscreenContext(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace dorsum::render
