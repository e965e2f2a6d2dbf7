#include <epoxy/gl.h>

#include <array>
#include <map>
#include <memory>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "render/embedded_shaders.h"
#include "render/offscreen_context.h"
#include "render/picture_target.h"
#include "render/program.h"
#include "render/renderer.h"
#include "replaced.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::render;
using dorsum::test::Replaced;

namespace {

constexpr glm::vec2 size_px{320.0F, 240.0F};

/// Watches which programs are linked, and which of them draw a pixel that is seen, while it lives. One at a time.
class Watch {
public:
    Watch() { current_ = this; }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    ~Watch() { current_ = nullptr; }

    [[nodiscard]] std::map<GLuint, std::string> linked() const { return linked_; }  ///< with the source of its shaders
    [[nodiscard]] bool has_drawn(const GLuint program) const { return drawn_.contains(program); }

private:
    static std::string source_of(const GLuint program) {
        std::array<GLuint, 2> shaders{};
        GLsizei count = 0;
        glGetAttachedShaders(program, 2, &count, shaders.data());
        std::string all;
        for (const GLuint shader : shaders) {
            GLint length = 0;
            glGetShaderiv(shader, GL_SHADER_SOURCE_LENGTH, &length);
            std::string text(static_cast<std::size_t>(length), '\0');
            glGetShaderSource(shader, length, nullptr, text.data());
            all += text.c_str();
        }
        return all;
    }
    static void link(const GLuint program) {
        current_->link_.original()(program);
        current_->linked_[program] = source_of(program);
    }
    /// Draws, and asks whether a pixel passed all tests.
    template <typename Draw>
    void draw(Draw&& draw) {
        GLint program = 0;
        glGetIntegerv(GL_CURRENT_PROGRAM, &program);
        GLuint query = 0;
        glGenQueries(1, &query);
        glBeginQuery(GL_ANY_SAMPLES_PASSED, query);
        draw();
        glEndQuery(GL_ANY_SAMPLES_PASSED);
        GLuint passed = 0;
        glGetQueryObjectuiv(query, GL_QUERY_RESULT, &passed);
        glDeleteQueries(1, &query);
        if (passed != 0) {
            drawn_.insert(static_cast<GLuint>(program));
        }
    }
    static void draw_elements(const GLenum mode, const GLsizei count, const GLenum type, const void* first) {
        current_->draw([&] { current_->elements_.original()(mode, count, type, first); });
    }
    static void draw_arrays(const GLenum mode, const GLint first, const GLsizei count) {
        current_->draw([&] { current_->arrays_.original()(mode, first, count); });
    }

    static inline Watch* current_ = nullptr;  // a function of OpenGL's knows of no object
    std::map<GLuint, std::string> linked_;
    std::set<GLuint> drawn_;
    Replaced<decltype(epoxy_glLinkProgram)> link_{epoxy_glLinkProgram, link};
    Replaced<decltype(epoxy_glDrawElements)> elements_{epoxy_glDrawElements, draw_elements};
    Replaced<decltype(epoxy_glDrawArrays)> arrays_{epoxy_glDrawArrays, draw_arrays};
};

/// With a towel over the pelvis, and hands.
scene::Subject make_subject() {
    scene::Subject subject = test::make_layered_subject();
    auto body = std::make_shared<body::Body>(*subject.body);
    body::Part towel;
    towel.name = "towel";
    towel.role = body::Role::towel;
    for (const glm::vec2 corner : {glm::vec2{-1.0F, -1.0F}, {1.0F, -1.0F}, {1.0F, 1.0F}, {-1.0F, 1.0F}}) {
        towel.mesh.positions.emplace_back(0.1F * corner.x, -0.2F + 0.05F * corner.y, 0.15F);
    }
    towel.mesh.indices = {0, 1, 2, 0, 2, 3};
    towel.mesh.normals.assign(4, {0.0F, 0.0F, 1.0F});
    body->parts.push_back(std::move(towel));
    subject.body = body;
    subject.hands = test::make_board_hands(0.02F);
    return subject;
}

struct Studio {
    PictureTarget target = *PictureTarget::create(320, 240);
    scene::Subject subject = make_subject();
    Renderer renderer = *Renderer::create();

    void draw(const scene::State& state, const std::vector<std::size_t>& glowing = {}) {
        scene::Scene scene = scene::compose(state, subject, size_px);
        if (!glowing.empty()) {
            scene.glowing_parts = glowing;
            scene.glow = {1.0F, 0.6F, 0.3F};
        }
        renderer.draw(scene, target.framebuffer());
    }
    [[nodiscard]] scene::State shown(const std::vector<scene::Command>& commands) const {
        scene::State state = scene::initial_state(subject, size_px.x / size_px.y);
        for (const scene::Command& command : commands) {
            state = scene::apply(state, command, subject, size_px);
        }
        return state;
    }
};

/// Something of each kind that can lie on the skin.
scene::PatchSet one_of_each_kind(const glm::vec3 middle) {
    scene::PatchSet patches;
    for (std::uint32_t kind = 0; kind <= static_cast<std::uint32_t>(scene::PatchKind::skin_line); ++kind) {
        const auto first = static_cast<std::uint32_t>(patches.vertices.size());
        const bool is_caution = kind == static_cast<std::uint32_t>(scene::PatchKind::caution);
        const bool is_ribbon = kind <= static_cast<std::uint32_t>(scene::PatchKind::return_ribbon) ||
                               kind == static_cast<std::uint32_t>(scene::PatchKind::skin_line);
        for (const glm::vec2 corner : {glm::vec2{-1.0F, -1.0F}, {1.0F, -1.0F}, {1.0F, 1.0F}, {-1.0F, 1.0F}}) {
            scene::PatchVertex vertex{};
            vertex.position = middle + glm::vec3{0.02F * corner, 0.02F};
            vertex.normal = {0.0F, 0.0F, 1.0F};
            vertex.along = is_ribbon ? 0.02F + 0.02F * corner.x : is_caution ? 0.02F * corner.x : corner.x;
            vertex.across = is_caution ? 0.02F * corner.y : corner.y;
            vertex.emphasis = 1.0F;
            vertex.half_width_m = 0.02F;
            vertex.length_m = 0.04F;
            vertex.done_m = is_caution ? -0.01F : 0.02F;
            vertex.colour = {0.8F, 0.3F, 0.1F, 1.0F};
            vertex.kind = kind;
            patches.vertices.push_back(vertex);
        }
        patches.indices.insert(patches.indices.end(), {first, first + 1, first + 2, first, first + 2, first + 3});
    }
    return patches;
}

/// Every way to see a body, in every quality.
void draw_everything(Studio& studio) {
    using scene::Layer;
    const std::vector<scene::Command> stroke{scene::GoToStep{1}, scene::Seek{test::mid_stroke_s()},
                                             scene::ShowAllZones{true}};
    const scene::Command cut = scene::SetCut{scene::Cut{scene::Section::axial, 50.0F, false}};
    const std::vector<std::vector<scene::Command>> layers{
        {},
        {scene::SetDepth{scene::Depth::superficial}, scene::ShowLayer{Layer::organs, true}},
        {scene::SetDepth{scene::Depth::skeleton}, scene::ShowLayer{Layer::organs, true}},
        {scene::SetHandPeel{scene::HandPeel::skin}},
        {scene::SetHandPeel{scene::HandPeel::superficial}}};
    const std::vector<std::vector<scene::Command>> looks{{},
                                                         {cut},
                                                         {scene::SetOpacity{Layer::skin, 0.5F}},
                                                         {scene::SetXRay{true}},
                                                         {cut, scene::SetXRay{true}},
                                                         {scene::IsolateStructure{"inner_right"}}};
    for (const scene::QualityChoice quality :
         {scene::QualityChoice::low, scene::QualityChoice::balanced, scene::QualityChoice::high}) {
        for (const auto& layer : layers) {
            for (const auto& look : looks) {
                std::vector<scene::Command> commands = stroke;
                commands.insert(commands.end(), layer.begin(), layer.end());
                commands.insert(commands.end(), look.begin(), look.end());
                commands.emplace_back(scene::ChooseQuality{quality});
                studio.draw(studio.shown(commands));
                CHECK(glGetError() == GL_NO_ERROR);
            }
        }
    }
    // As many slices as there can be, one layer after the other.
    std::vector<scene::Command> faded = stroke;
    for (const Layer layer : scene::fading_layers()) {
        faded.emplace_back(scene::ShowLayer{layer, true});
    }
    for (const Layer layer : scene::fading_layers()) {
        faded.emplace_back(scene::SetOpacity{layer, 0.5F});
        studio.draw(studio.shown(faded));
    }
    studio.draw(studio.shown(stroke), {*body::find_part(*studio.subject.body, "kidney_right")});
    // What lies on the skin, plain and behind a veil.
    for (const float opacity : {1.0F, 0.5F}) {
        scene::Scene scene =
            scene::compose(studio.shown({scene::SetOpacity{Layer::skin, opacity}}), studio.subject, size_px);
        const auto on_skin = studio.subject.body->skin->first_hit({0.0F, 0.0F, 1.0F}, {0.0F, 0.0F, -1.0F});
        REQUIRE(on_skin);
        scene.patches = one_of_each_kind(on_skin->position);
        studio.renderer.draw(scene, studio.target.framebuffer());
    }
    studio.renderer.draw_bare(scene::compose(studio.shown({}), studio.subject, size_px), studio.target.framebuffer());
    CHECK(glGetError() == GL_NO_ERROR);
}

/// What a shader's file says after the last file that it includes.
std::string own_text(const std::string& text) {
    const std::size_t last = text.rfind("#include");
    return last == std::string::npos ? text : text.substr(text.find('\n', last) + 1);
}

/// All definitions that shaders ask for.
std::set<std::string> definitions_asked_for() {
    std::set<std::string> names;
    const std::regex asked{R"((?:#ifdef |#ifndef |defined\()(\w+))"};
    for (const EmbeddedShader& shader : embedded_shaders()) {
        const std::string text{shader.text};
        for (std::sregex_iterator each{text.begin(), text.end(), asked}; each != std::sregex_iterator{}; ++each) {
            names.insert((*each)[1]);
        }
    }
    return names;
}

std::string files_in(const std::string& source) {
    std::string found;
    for (const EmbeddedShader& shader : embedded_shaders()) {
        const bool is_whole = !shader.name.ends_with(".glsl");
        found += is_whole && source.find(own_text(std::string{shader.text})) != std::string::npos
                     ? std::string{shader.name} + " "
                     : "";
    }
    return found;
}

std::string definitions_in(const std::string& source) {
    std::string found;
    const std::regex definition{R"(#define \w+)"};
    for (std::sregex_iterator each{source.begin(), source.end(), definition}; each != std::sregex_iterator{}; ++each) {
        found += each->str() + " ";
    }
    return found;
}

}  // namespace

TEST_CASE("Every variant of every shader compiles and draws, in OpenGL 3.3 core and in OpenGL ES 3.0") {
    const ContextApi api = GENERATE(ContextApi::opengl_33_core, ContextApi::opengl_es_3);
    const auto context = OffscreenContext::create(api);
    if (!context && api == ContextApi::opengl_es_3) {
        WARN("this driver has no OpenGL ES 3.0");
        return;
    }
    REQUIRE(context);
    {
        Studio once;  // libepoxy looks its functions up when they are first called
        once.draw(once.shown({}));
    }
    const Watch watch;
    Studio studio;
    draw_everything(studio);

    std::string all;
    for (const auto& [program, source] : watch.linked()) {
        INFO(files_in(source) << definitions_in(source));
        CHECK(watch.has_drawn(program));
        all += source;
    }
    CHECK(watch.linked().size() > 40);
    for (const EmbeddedShader& shader : embedded_shaders()) {
        CAPTURE(shader.name);
        CHECK(all.find(own_text(std::string{shader.text})) != std::string::npos);
    }
    for (const std::string& name : definitions_asked_for()) {
        CAPTURE(name);
        CHECK(all.find("#define " + name + "\n") != std::string::npos);
    }
}
