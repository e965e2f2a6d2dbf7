#include "app/window.h"

// GLFW brings no OpenGL header of its own here: libepoxy does.
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <glm/common.hpp>
#include <utility>

#include "app/printed_key.h"
#include "app/window_fonts.h"
#include "core/translate.h"
#include "ui/theme.h"

namespace dorsum::app {

namespace {

constexpr int smallest_width = 320;
constexpr int smallest_height = 240;

/// GLFW as a value: it runs while one of these lives.
class Library {
public:
    Library() : running_(glfwInit() == GLFW_TRUE) {}
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library() {
        if (running_) {
            glfwTerminate();
        }
    }
    [[nodiscard]] bool running() const { return running_; }

private:
    bool running_;
};

std::string last_complaint() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text == nullptr ? std::string{} : std::string(" (") + text + ")";
}

tl::unexpected<Error> no_display() {
    return failure(
        {}, tr("no display to open a window on was found") + last_complaint(),
        tr("Start it from a desktop, or make pictures without one: dorsum render --help, dorsum video --help"));
}

tl::unexpected<Error> no_opengl() {
    return failure({}, tr("this display has no OpenGL 3.3") + last_complaint(),
                   tr("Update the graphics driver, or draw in software: LIBGL_ALWAYS_SOFTWARE=1 dorsum"));
}

/// Whether somebody could take hold of a window there: its upper edge lies on a screen.
bool is_within_reach(const WindowPlace& place) {
    constexpr int enough_px = 80;
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    return std::any_of(monitors, monitors + count, [&place](GLFWmonitor* monitor) {
        int x = 0;
        int y = 0;
        int width = 0;
        int height = 0;
        glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
        const bool beside = place.position.x > x + width - enough_px || place.position.x + place.size.x < x + enough_px;
        return !beside && place.position.y >= y && place.position.y <= y + height - enough_px;
    });
}

/// No larger than the largest screen.
glm::ivec2 fitted(const glm::ivec2 size) {
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    glm::ivec2 largest(0);
    for (int each = 0; each < count; ++each) {
        glm::ivec2 area(0);
        glfwGetMonitorWorkarea(monitors[each], nullptr, nullptr, &area.x, &area.y);
        largest = glm::max(largest, area);
    }
    return count == 0 ? size : glm::min(size, largest);
}

}  // namespace

struct Window::Implementation {
    Library library;
    GLFWwindow* window = nullptr;
    std::string title;
    bool drawing_ready = false;  ///< Dear ImGui draws into the window
    float scale = 0.0F;          ///< that fonts were made for
    scene::Theme theme = scene::Theme::dark;
    std::vector<Input> inputs;

    Implementation() = default;
    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;
    ~Implementation() {
        if (drawing_ready) {
            disconnect_drawing();
        }
        if (ImGui::GetCurrentContext() != nullptr) {
            ImGui::DestroyContext();
        }
        if (window != nullptr) {
            glfwDestroyWindow(window);
        }
    }

    static Implementation& of(GLFWwindow* handle) {
        return *static_cast<Implementation*>(glfwGetWindowUserPointer(handle));
    }

    [[nodiscard]] float ratio() const {
        int width = 0;
        int pixels = 0;
        glfwGetWindowSize(window, &width, nullptr);
        glfwGetFramebufferSize(window, &pixels, nullptr);
        return width > 0 && pixels > 0 ? static_cast<float>(pixels) / static_cast<float>(width) : 1.0F;
    }

    [[nodiscard]] glm::vec2 mouse() const {
        double x = 0.0;
        double y = 0.0;
        glfwGetCursorPos(window, &x, &y);
        return glm::vec2(static_cast<float>(x), static_cast<float>(y)) * ratio();
    }

    std::optional<glm::vec2> mouse_then;  ///< at the last event; empty before the first

    std::vector<Input> take_inputs() { return std::exchange(inputs, {}); }

    void install_callbacks();
    void create_window(const std::string& named, glm::ivec2 size, const std::optional<WindowPlace>& place);
    void connect_drawing();
    void disconnect_drawing();
    void start_drawing();
    void fit_fonts(const ui::WindowLook& look);
};

// Dear ImGui chains the callbacks that are there before its own.
void Window::Implementation::install_callbacks() {
    glfwSetWindowUserPointer(window, this);
    // Where the mouse was then, not where it is by now: a line that is drawn needs each place on its way.
    glfwSetCursorPosCallback(window, [](GLFWwindow* handle, const double x, const double y) {
        Implementation& self = of(handle);
        self.mouse_then = glm::vec2(static_cast<float>(x), static_cast<float>(y)) * self.ratio();
        self.inputs.emplace_back(MouseMoved{*self.mouse_then, glfwGetTime()});
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* handle, const int button, const int action, const int modifiers) {
        Implementation& self = of(handle);
        self.inputs.emplace_back(MouseButton{button, action == GLFW_PRESS, modifiers,
                                             self.mouse_then.value_or(self.mouse()), glfwGetTime()});
    });
    glfwSetScrollCallback(window, [](GLFWwindow* handle, double, const double steps) {
        of(handle).inputs.emplace_back(MouseWheel{static_cast<float>(steps)});
    });
    glfwSetKeyCallback(
        window, [](GLFWwindow* handle, const int key, const int scancode, const int action, const int modifiers) {
            constexpr int without_locks = GLFW_MOD_SHIFT | GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER;
            if (action == GLFW_RELEASE) {
                of(handle).inputs.emplace_back(Stirred{});
            } else {
                of(handle).inputs.emplace_back(KeyPressed{key_as_printed(key, scancode), modifiers & without_locks});
            }
        });
    glfwSetDropCallback(window, [](GLFWwindow* handle, const int count, const char** paths) {
        of(handle).inputs.emplace_back(FilesDropped{{paths, paths + count}});
    });
    glfwSetCharCallback(window, [](GLFWwindow* handle, unsigned int) { of(handle).inputs.emplace_back(Stirred{}); });
    glfwSetFramebufferSizeCallback(window,
                                   [](GLFWwindow* handle, int, int) { of(handle).inputs.emplace_back(Stirred{}); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* handle) { of(handle).inputs.emplace_back(Stirred{}); });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* handle, int) { of(handle).inputs.emplace_back(Stirred{}); });
    glfwSetWindowIconifyCallback(window, [](GLFWwindow* handle, int) { of(handle).inputs.emplace_back(Stirred{}); });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* handle, int) { of(handle).inputs.emplace_back(Stirred{}); });
    glfwSetWindowContentScaleCallback(
        window, [](GLFWwindow* handle, float, float) { of(handle).inputs.emplace_back(Stirred{}); });
}

void Window::Implementation::start_drawing() {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().LogFilename = nullptr;
    connect_drawing();
}

/// Lets the Dear ImGui that is there draw into the window that is there.
void Window::Implementation::connect_drawing() {
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    install_callbacks();
    ImGui_ImplGlfw_InitForOpenGL(window, true);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    drawing_ready = true;
}

void Window::Implementation::disconnect_drawing() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    drawing_ready = false;
}

void Window::Implementation::fit_fonts(const ui::WindowLook& look) {
    float screen_scale = 1.0F;
    glfwGetWindowContentScale(window, &screen_scale, nullptr);
    int width = 0;
    int height = 0;
    glfwGetWindowSize(window, &width, &height);
    const float wanted =
        ui::scale_of(look, screen_scale / ratio(), static_cast<float>(width), static_cast<float>(height));
    if (wanted != scale || look.theme != theme) {
        const bool drawn_before = scale > 0.0F;
        scale = wanted;
        theme = look.theme;
        ui::apply_theme(scale, theme);
        renew_fonts(drawn_before);
    }
}

int frames_for(const std::vector<Input>& inputs) {
    constexpr std::ptrdiff_t most = 60;
    const auto waiting = std::count_if(inputs.begin(), inputs.end(), [](const Input& input) {
        return !std::holds_alternative<MouseMoved>(input) && !std::holds_alternative<MouseWheel>(input);
    });
    return static_cast<int>(std::min(waiting, most));
}

/// Leaves `window` null where the display has no OpenGL 3.3.
void Window::Implementation::create_window(const std::string& named, const glm::ivec2 size,
                                           const std::optional<WindowPlace>& place) {
    title = named;
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    // A driver that loses what it draws with says so, where it can.
    glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, GLFW_LOSE_CONTEXT_ON_RESET);
    // What it was is told in the screen's own units; a size in words is for an ordinary screen.
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, place ? GLFW_FALSE : GLFW_TRUE);
    glfwWindowHint(GLFW_MAXIMIZED, place && place->maximised ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    // By these names desktops find the menu entry and the icon that belong to the window.
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "dorsum");
#ifdef GLFW_WAYLAND_APP_ID
    glfwWindowHintString(GLFW_WAYLAND_APP_ID, "org.dorsum.Dorsum");
#endif
    const glm::ivec2 wanted = glm::max(place ? fitted(place->size) : size, glm::ivec2(smallest_width, smallest_height));
    window = glfwCreateWindow(wanted.x, wanted.y, title.c_str(), nullptr, nullptr);
    if (window == nullptr) {
        return;
    }
    glfwSetWindowSizeLimits(window, smallest_width, smallest_height, GLFW_DONT_CARE, GLFW_DONT_CARE);
    if (place && !place->maximised && is_within_reach(*place)) {
        glfwSetWindowPos(window, place->position.x, place->position.y);
    }
    glfwShowWindow(window);
}

Result<Window> Window::open(const std::string& title, const glm::ivec2 size, const std::optional<WindowPlace>& place) {
    auto implementation = std::make_unique<Implementation>();
    if (!implementation->library.running()) {
        return no_display();
    }
    implementation->create_window(title, size, place);
    if (implementation->window == nullptr) {
        return no_opengl();
    }
    implementation->start_drawing();
    return Window(std::move(implementation));
}

Result<void> Window::renew() {
    Implementation& self = *implementation_;
    const WindowPlace now = place().value_or(WindowPlace{});
    self.disconnect_drawing();
    glfwDestroyWindow(std::exchange(self.window, nullptr));
    self.create_window(self.title, now.size, now);
    if (self.window == nullptr) {
        return no_opengl();
    }
    self.connect_drawing();
    self.scale = 0.0F;
    return {};
}

Window::Window(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

std::vector<Input> Window::poll() {
    glfwPollEvents();
    return implementation_->take_inputs();
}

std::vector<Input> Window::wait() {
    glfwWaitEvents();
    return implementation_->take_inputs();
}

std::vector<Input> Window::wait_at_most(const double seconds) {
    glfwWaitEventsTimeout(seconds);
    return implementation_->take_inputs();
}

void Window::wake() {
    glfwPostEmptyEvent();
}

glm::ivec2 Window::framebuffer_size() const {
    glm::ivec2 size{0};
    glfwGetFramebufferSize(implementation_->window, &size.x, &size.y);
    const bool minimised = glfwGetWindowAttrib(implementation_->window, GLFW_ICONIFIED) == GLFW_TRUE;
    return minimised ? glm::ivec2{0} : size;
}

float Window::pixel_ratio() const {
    return implementation_->ratio();
}

glm::vec2 Window::mouse_px() const {
    return implementation_->mouse();
}

double Window::now_s() {
    return glfwGetTime();
}

void Window::begin_frame(const ui::WindowLook& look) {
    implementation_->fit_fonts(look);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
}

void Window::end_frame(const std::function<void(ImDrawData&)>& paint) {
    ImGui::Render();
    paint(*ImGui::GetDrawData());
    glfwSwapBuffers(implementation_->window);
}

void Window::set_title(const std::string& title) {
    implementation_->title = title;
    glfwSetWindowTitle(implementation_->window, title.c_str());
}

std::optional<WindowPlace> Window::place() const {
    if (implementation_->window == nullptr ||
        glfwGetWindowAttrib(implementation_->window, GLFW_ICONIFIED) == GLFW_TRUE) {
        return std::nullopt;
    }
    WindowPlace place;
    glfwGetWindowPos(implementation_->window, &place.position.x, &place.position.y);
    glfwGetWindowSize(implementation_->window, &place.size.x, &place.size.y);
    place.maximised = glfwGetWindowAttrib(implementation_->window, GLFW_MAXIMIZED) == GLFW_TRUE;
    return place;
}

bool Window::should_close() const {
    return glfwWindowShouldClose(implementation_->window) == GLFW_TRUE;
}

void Window::stay_open() {
    glfwSetWindowShouldClose(implementation_->window, GLFW_FALSE);
}

}  // namespace dorsum::app
