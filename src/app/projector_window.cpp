#include "app/projector_window.h"

#define GLFW_INCLUDE_NONE
#include <epoxy/gl.h>

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <span>
#include <utility>

#include "app/printed_key.h"
#include "app/window_fonts.h"
#include "core/translate.h"

namespace dorsum::app {

namespace {

constexpr int usual_width = 1280;
constexpr int usual_height = 720;

std::span<GLFWmonitor*> monitors() {
    int count = 0;
    GLFWmonitor** all = glfwGetMonitors(&count);
    return {all, static_cast<std::size_t>(count)};
}

/// One that does not show the middle of this window; null where there is none.
GLFWmonitor* screen_without(GLFWwindow* window) {
    glm::ivec2 low{0};
    glm::ivec2 size{0};
    glfwGetWindowPos(window, &low.x, &low.y);
    glfwGetWindowSize(window, &size.x, &size.y);
    const glm::ivec2 middle = low + size / 2;
    for (GLFWmonitor* monitor : monitors()) {
        glm::ivec2 corner{0};
        glfwGetMonitorPos(monitor, &corner.x, &corner.y);
        const GLFWvidmode* mode = glfwGetVideoMode(monitor);
        const bool shows = mode != nullptr && middle.x >= corner.x && middle.x < corner.x + mode->width &&
                           middle.y >= corner.y && middle.y < corner.y + mode->height;
        if (mode != nullptr && !shows) {
            return monitor;
        }
    }
    return nullptr;
}

/// A context that is to share with another one must be of its kind.
void ask_for_context_like(GLFWwindow* window) {
    glfwDefaultWindowHints();
    for (const int hint : {GLFW_CLIENT_API, GLFW_CONTEXT_VERSION_MAJOR, GLFW_CONTEXT_VERSION_MINOR, GLFW_OPENGL_PROFILE,
                           GLFW_OPENGL_FORWARD_COMPAT, GLFW_CONTEXT_CREATION_API, GLFW_CONTEXT_ROBUSTNESS}) {
        glfwWindowHint(hint, glfwGetWindowAttrib(window, hint));
    }
}

}  // namespace

bool has_second_screen() {
    return monitors().size() > 1;
}

struct ProjectorWindow::Implementation {
    GLFWwindow* main = nullptr;
    GLFWwindow* window = nullptr;
    GLFWmonitor* screen = nullptr;  ///< that it fills; null = none
    ImGuiContext* main_interface = nullptr;
    ImGuiContext* interface = nullptr;
    GLuint framebuffer = 0;  ///< to read shared pictures from; of this window's context
    float scale = 0.0F;
    scene::Theme theme = scene::Theme::dark;
    std::vector<Input> inputs;

    Implementation() = default;
    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;
    ~Implementation() {
        if (interface != nullptr) {
            enter();
            ImGui_ImplOpenGL3_Shutdown();
            ImGui::DestroyContext(interface);
            glDeleteFramebuffers(1, &framebuffer);
            leave();
        }
        if (window != nullptr) {
            glfwDestroyWindow(window);
        }
    }

    void enter() const {
        glfwMakeContextCurrent(window);
        ImGui::SetCurrentContext(interface);
    }
    void leave() const {
        glfwMakeContextCurrent(main);
        ImGui::SetCurrentContext(main_interface);
    }

    static Implementation& of(GLFWwindow* handle) {
        return *static_cast<Implementation*>(glfwGetWindowUserPointer(handle));
    }

    void install_callbacks();
    void start_drawing();
    void fit_fonts(const ui::WindowLook& look);
    void put_up(const render::PictureTarget* picture, glm::ivec2 size) const;
    [[nodiscard]] glm::ivec2 size() const {
        glm::ivec2 points{0};
        glfwGetWindowSize(window, &points.x, &points.y);
        return points;
    }
};

void ProjectorWindow::Implementation::install_callbacks() {
    glfwSetWindowUserPointer(window, this);
    glfwSetKeyCallback(
        window, [](GLFWwindow* handle, const int key, const int scancode, const int action, const int modifiers) {
            constexpr int without_locks = GLFW_MOD_SHIFT | GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER;
            if (action != GLFW_RELEASE) {
                of(handle).inputs.emplace_back(KeyPressed{key_as_printed(key, scancode), modifiers & without_locks});
            }
        });
    glfwSetWindowCloseCallback(window, [](GLFWwindow* handle) { of(handle).inputs.emplace_back(Stirred{}); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* handle) { of(handle).inputs.emplace_back(Stirred{}); });
    glfwSetFramebufferSizeCallback(window,
                                   [](GLFWwindow* handle, int, int) { of(handle).inputs.emplace_back(Stirred{}); });
}

void ProjectorWindow::Implementation::start_drawing() {
    main_interface = ImGui::GetCurrentContext();
    interface = ImGui::CreateContext();
    enter();
    // The main window waits for its screen; waiting for both would halve the frames.
    glfwSwapInterval(0);
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().LogFilename = nullptr;
    const bool embedded = glfwGetWindowAttrib(window, GLFW_CLIENT_API) == GLFW_OPENGL_ES_API;
    ImGui_ImplOpenGL3_Init(embedded ? "#version 300 es" : "#version 330 core");
    glGenFramebuffers(1, &framebuffer);
    install_callbacks();
    leave();
}

void ProjectorWindow::Implementation::fit_fonts(const ui::WindowLook& look) {
    const glm::ivec2 points = size();
    const float wanted = ui::scale_of(look, 1.0F, static_cast<float>(points.x), static_cast<float>(points.y));
    if (wanted != scale || look.theme != theme) {
        const bool drawn_before = scale > 0.0F;
        scale = wanted;
        theme = look.theme;
        ui::apply_theme(scale, theme);
        renew_fonts(drawn_before);
    }
}

void ProjectorWindow::Implementation::put_up(const render::PictureTarget* picture, const glm::ivec2 pixels) const {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, pixels.x, pixels.y);
    glDisable(GL_SCISSOR_TEST);
    const ui::Colour ground = ui::palette::ground;
    glClearColor(ground.red, ground.green, ground.blue, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    if (picture == nullptr) {
        return;
    }
    const glm::ivec2 drawn = picture->size();
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
    glFramebufferRenderbuffer(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, picture->colour());
    glBlitFramebuffer(0, 0, drawn.x, drawn.y, 0, pixels.y - drawn.y, drawn.x, pixels.y, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

Result<ProjectorWindow> ProjectorWindow::open(const std::string& title) {
    auto implementation = std::make_unique<Implementation>();
    implementation->main = glfwGetCurrentContext();
    implementation->screen = screen_without(implementation->main);
    ask_for_context_like(implementation->main);
    glfwWindowHint(GLFW_FOCUSED, GLFW_FALSE);
    glfwWindowHint(GLFW_FOCUS_ON_SHOW, GLFW_FALSE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);  // the teacher works in the other window
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "dorsum");
    glm::ivec2 size{usual_width, usual_height};
    if (const GLFWvidmode* mode =
            implementation->screen == nullptr ? nullptr : glfwGetVideoMode(implementation->screen)) {
        size = {mode->width, mode->height};
        glfwWindowHint(GLFW_REFRESH_RATE, mode->refreshRate);
    }
    implementation->window =
        glfwCreateWindow(size.x, size.y, title.c_str(), implementation->screen, implementation->main);
    if (implementation->window == nullptr) {
        return failure({}, tr("a second window could not be opened"),
                       tr("Present in this one: F5 hides the panels, Esc shows them again"));
    }
    implementation->start_drawing();
    return ProjectorWindow(std::move(implementation));
}

ProjectorWindow::ProjectorWindow(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}
ProjectorWindow::ProjectorWindow(ProjectorWindow&&) noexcept = default;
ProjectorWindow& ProjectorWindow::operator=(ProjectorWindow&&) noexcept = default;
ProjectorWindow::~ProjectorWindow() = default;

std::vector<Input> ProjectorWindow::take_inputs() {
    return std::exchange(implementation_->inputs, {});
}

glm::ivec2 ProjectorWindow::framebuffer_size() const {
    glm::ivec2 size{0};
    glfwGetFramebufferSize(implementation_->window, &size.x, &size.y);
    const bool minimised = glfwGetWindowAttrib(implementation_->window, GLFW_ICONIFIED) == GLFW_TRUE;
    return minimised ? glm::ivec2{0} : size;
}

float ProjectorWindow::pixel_ratio() const {
    const int points = implementation_->size().x;
    const int pixels = framebuffer_size().x;
    return points > 0 && pixels > 0 ? static_cast<float>(pixels) / static_cast<float>(points) : 1.0F;
}

void ProjectorWindow::set_title(const std::string& title) {
    glfwSetWindowTitle(implementation_->window, title.c_str());
}

bool ProjectorWindow::should_close() const {
    return glfwWindowShouldClose(implementation_->window) == GLFW_TRUE;
}

bool ProjectorWindow::is_unplugged() const {
    return implementation_->screen != nullptr &&
           std::ranges::find(monitors(), implementation_->screen) == monitors().end();
}

void ProjectorWindow::show(const ui::WindowLook& look, const std::function<const render::PictureTarget*()>& draw) {
    const glm::ivec2 pixels = framebuffer_size();
    if (pixels.x <= 0 || pixels.y <= 0) {
        return;
    }
    const Implementation& own = *implementation_;
    const float ratio = pixel_ratio();
    own.enter();
    implementation_->fit_fonts(look);
    ImGuiIO& io = ImGui::GetIO();
    const glm::ivec2 points = own.size();
    io.DisplaySize = ImVec2(static_cast<float>(points.x), static_cast<float>(points.y));
    io.DisplayFramebufferScale = ImVec2(ratio, ratio);
    io.DeltaTime = 1.0F / 60.0F;  // nothing moves by itself here, but ImGui wants time to pass
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();

    glfwMakeContextCurrent(own.main);
    const render::PictureTarget* picture = draw();
    const GLsync drawn = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    glFlush();

    glfwMakeContextCurrent(own.window);
    glWaitSync(drawn, 0, GL_TIMEOUT_IGNORED);
    glDeleteSync(drawn);
    own.put_up(picture, pixels);
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(own.window);
    own.leave();
}

}  // namespace dorsum::app
