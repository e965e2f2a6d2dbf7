#include "render/offscreen_context.h"

#include <dlfcn.h>
#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <array>
#include <string_view>
#include <utility>

#include "core/log.h"
#include "core/translate.h"

namespace dorsum::render {

struct OffscreenContext::Implementation {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    Implementation() = default;
    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;
    ~Implementation() {
        if (context != EGL_NO_CONTEXT) {
            eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
            eglDestroyContext(display, context);
        }
        // Displays are shared within a process and others may use this one: it is not terminated.
    }
};

namespace {

tl::unexpected<Error> no_driver(std::string cause) {
    return failure({}, std::move(cause),
                   tr("Install or update the graphics driver; on Debian, `apt install libegl1 libgl1-mesa-dri` brings "
                      "one that needs no graphics card"));
}

bool has_extension(const char* list, const std::string_view wanted) {
    std::string_view rest = list == nullptr ? "" : list;
    while (!rest.empty()) {
        const std::size_t end = rest.find(' ');
        if (rest.substr(0, end) == wanted) {
            return true;
        }
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    return false;
}

bool is_there(const EGLDisplay display) {
    return display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE;
}

/// Surfaceless where there is such a platform, else a graphics card by itself, else the default.
EGLDisplay open_display() {
    const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    // The name without EXT belongs to EGL 1.5, which libepoxy cannot look up before a display is open.
    if (has_extension(extensions, "EGL_EXT_platform_base")) {
        if (has_extension(extensions, "EGL_MESA_platform_surfaceless")) {
            const EGLDisplay display =
                eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
            if (is_there(display)) {
                return display;
            }
        }
        if (has_extension(extensions, "EGL_EXT_platform_device") &&
            has_extension(extensions, "EGL_EXT_device_enumeration")) {
            std::array<EGLDeviceEXT, 16> devices{};
            EGLint count = 0;
            eglQueryDevicesEXT(static_cast<EGLint>(devices.size()), devices.data(), &count);
            for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
                const EGLDisplay display = eglGetPlatformDisplayEXT(EGL_PLATFORM_DEVICE_EXT, devices[i], nullptr);
                if (is_there(display)) {
                    return display;
                }
            }
        }
    }
    const EGLDisplay display = eglGetDisplay(EGL_DEFAULT_DISPLAY);
    return is_there(display) ? display : EGL_NO_DISPLAY;
}

EGLContext open_context(const EGLDisplay display, const ContextApi api) {
    const bool desktop = api == ContextApi::opengl_33_core;
    if (eglBindAPI(desktop ? EGL_OPENGL_API : EGL_OPENGL_ES_API) != EGL_TRUE) {
        return EGL_NO_CONTEXT;
    }
    EGLConfig config = EGL_NO_CONFIG_KHR;
    if (!has_extension(eglQueryString(display, EGL_EXTENSIONS), "EGL_KHR_no_config_context")) {
        const std::array<EGLint, 5> wanted{EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE,
                                           desktop ? EGL_OPENGL_BIT : EGL_OPENGL_ES3_BIT, EGL_NONE};
        EGLint count = 0;
        if (eglChooseConfig(display, wanted.data(), &config, 1, &count) != EGL_TRUE || count == 0) {
            return EGL_NO_CONTEXT;
        }
    }
    const std::array<EGLint, 7> core{
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    const std::array<EGLint, 5> embedded{EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 0, EGL_NONE};
    return eglCreateContext(display, config, EGL_NO_CONTEXT, desktop ? core.data() : embedded.data());
}

/// libepoxy ends the program when it cannot open libEGL, so it is asked for first.
bool egl_is_installed() {
    void* library = dlopen("libEGL.so.1", RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) {
        return false;
    }
    dlclose(library);
    return true;
}

}  // namespace

Result<OffscreenContext> OffscreenContext::create(const ContextApi api) {
    if (!egl_is_installed()) {
        return no_driver(tr("EGL, which drawing without a window needs, is not installed"));
    }
    auto implementation = std::make_unique<Implementation>();
    implementation->display = open_display();
    if (implementation->display == EGL_NO_DISPLAY) {
        return no_driver(tr("no graphics driver was found that can draw without a window"));
    }
    implementation->context = open_context(implementation->display, api);
    if (implementation->context == EGL_NO_CONTEXT ||
        eglMakeCurrent(implementation->display, EGL_NO_SURFACE, EGL_NO_SURFACE, implementation->context) != EGL_TRUE ||
        epoxy_gl_version() < (api == ContextApi::opengl_33_core ? 33 : 30)) {
        return no_driver(tr("the graphics driver offers no OpenGL 3.3"));
    }
    return OffscreenContext{std::move(implementation)};
}

Result<OffscreenContext> OffscreenContext::create_best() {
    auto best = create(ContextApi::opengl_33_core);
    if (best) {
        return best;
    }
    auto embedded = create(ContextApi::opengl_es_3);
    if (!embedded) {
        return best;  // whose error says more
    }
    log::warning(std::string{best.error().cause} + ": " + tr("pictures are drawn with OpenGL ES"));
    return embedded;
}

OffscreenContext::OffscreenContext(std::unique_ptr<Implementation> implementation)
    : implementation_{std::move(implementation)} {}
OffscreenContext::OffscreenContext(OffscreenContext&&) noexcept = default;
OffscreenContext& OffscreenContext::operator=(OffscreenContext&&) noexcept = default;
OffscreenContext::~OffscreenContext() = default;

std::string OffscreenContext::renderer_name() const {
    const GLubyte* name = glGetString(GL_RENDERER);
    std::string text;
    for (; name != nullptr && *name != 0; ++name) {
        text += static_cast<char>(*name);
    }
    return text;
}

}  // namespace dorsum::render
