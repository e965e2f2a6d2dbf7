#include "scene/see_through.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <glm/geometric.hpp>
#include <optional>
#include <random>
#include <utility>

#include "catch.h"
#include "render/offscreen_context.h"
#include "render/picture_target.h"
#include "render/renderer.h"
#include "render/required.h"
#include "render/table_shade.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::render;

namespace {

constexpr int width = 480;
constexpr int height = 360;
constexpr glm::vec2 size_px{width, height};

using test::required;

struct Studio {
    OffscreenContext context;
    Renderer renderer = required(Renderer::create());
    PictureTarget target = required(PictureTarget::create(width, height));
    scene::Subject subject = test::make_layered_subject();
    scene::State state = scene::initial_state(subject, size_px.x / size_px.y);

    explicit Studio(OffscreenContext opened = required(OffscreenContext::create())) : context(std::move(opened)) {
        state.camera.distance_m *= 0.6F;
    }
    void operator()(const scene::Command& command) { state = scene::apply(state, command, subject, size_px); }
    [[nodiscard]] scene::Scene scene() const { return scene::compose(state, subject, size_px); }
    [[nodiscard]] Picture draw() {
        renderer.draw(scene(), target.framebuffer());
        return target.read();
    }
    [[nodiscard]] glm::ivec2 pixel_of(const glm::vec3 place) const {
        return glm::ivec2(scene::project(state.camera, place, size_px).value());
    }
};

glm::vec3 pixel(const Picture& picture, const glm::ivec2 at) {
    const std::size_t i = (static_cast<std::size_t>(at.y) * width + static_cast<std::size_t>(at.x)) * 3;
    return {picture.rgb[i], picture.rgb[i + 1], picture.rgb[i + 2]};
}

/// How many bytes differ by more than a step or two that nobody sees.
int count_different(const Picture& a, const Picture& b) {
    int count = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i) {
        count += std::abs(a.rgb[i] - b.rgb[i]) > 4 ? 1 : 0;
    }
    return count;
}

double mean_difference(const Picture& a, const Picture& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i) {
        sum += std::abs(a.rgb[i] - b.rgb[i]);
    }
    return sum / static_cast<double>(a.rgb.size());
}

void show_strokes_and_zones(Studio& studio) {
    studio(scene::GoToStep{1});
    studio(scene::Seek{test::mid_stroke_s()});
    studio(scene::ShowAllZones{true});
}

constexpr std::array muscles_and_bones{scene::Layer::superficial, scene::Layer::intermediate, scene::Layer::deep,
                                       scene::Layer::skeleton};

}  // namespace

TEST_CASE("A layer that has faded wholly leaves no trace: the picture is the one without it, to the byte") {
    Studio studio;
    show_strokes_and_zones(studio);
    for (const scene::Layer shown : muscles_and_bones) {
        studio(scene::ShowLayer{shown, true});
    }
    for (const scene::Layer layer : {scene::Layer::skin, scene::Layer::superficial, scene::Layer::deep}) {
        studio(scene::SetOpacity{layer, 0.5F});
        static_cast<void>(studio.draw());  // what it was before is forgotten, too
        studio(scene::SetOpacity{layer, 0.0F});
        const Picture faded = studio.draw();
        studio(scene::ResetSeeThrough{});
        studio(scene::ShowLayer{layer, false});
        CHECK((faded.rgb == studio.draw().rgb));
        studio(scene::ShowLayer{layer, true});
    }
}

TEST_CASE("Nothing pops: just before it is opaque or gone a layer looks as when it is") {
    for (const scene::Layer layer : {scene::Layer::skin, scene::Layer::superficial, scene::Layer::skeleton}) {
        Studio studio;
        show_strokes_and_zones(studio);
        for (const scene::Layer shown : muscles_and_bones) {
            studio(scene::ShowLayer{shown, true});
        }
        const auto at = [&](const float opacity) {
            studio(scene::SetOpacity{layer, opacity});
            return studio.draw();
        };
        constexpr int few_bytes = 60;  // edges are smoothed from some contrast on
        CHECK(count_different(at(1.0F), at(0.997F)) <= few_bytes);
        CHECK(count_different(at(0.0F), at(0.003F)) <= few_bytes);
        CHECK(mean_difference(at(0.5F), at(0.51F)) < 1.5);
    }
}

TEST_CASE("Layers are mixed in the order in which they lie, in exact shares") {
    Studio studio;
    const scene::State before = studio.state;
    const auto alone = [&](const scene::Layer layer) {
        studio.state.layers.reset();
        studio(scene::ShowLayer{layer, true});
        Picture picture = studio.draw();
        studio.state = before;
        return picture;
    };
    const Picture skin = alone(scene::Layer::skin);
    const Picture outer = alone(scene::Layer::superficial);
    const Picture middle = alone(scene::Layer::intermediate);
    for (const scene::Layer shown : muscles_and_bones) {
        studio(scene::ShowLayer{shown, true});
    }
    studio(scene::ShowLayer{scene::Layer::strokes, false});
    studio(scene::SetOpacity{scene::Layer::skin, 0.3F});
    studio(scene::SetOpacity{scene::Layer::superficial, 0.6F});
    const Picture mixed = studio.draw();
    const glm::ivec2 at = studio.pixel_of({0.08F, 0.05F, 0.09F});
    const glm::vec3 expected = 0.3F * pixel(skin, at) + 0.7F * (0.6F * pixel(outer, at) + 0.4F * pixel(middle, at));
    CHECK(glm::distance(pixel(mixed, at), expected) < 3.0F);
    REQUIRE(glm::distance(pixel(outer, at), pixel(middle, at)) > 10.0F);
}

TEST_CASE("A picture seen through is never brighter than the brightest of what it is made of") {
    std::mt19937 random{7};
    std::uniform_real_distribution<float> share{0.0F, 1.0F};
    constexpr glm::vec3 shell_tone{0.76F * 255.0F, 0.90F * 255.0F, 0.98F * 255.0F};
    for (int i = 0; i < 6; ++i) {
        Studio studio;
        std::vector<Picture> parts;
        for (const scene::Layer layer : scene::fading_layers()) {
            studio.state.layers.reset();
            studio(scene::ShowLayer{layer, true});
            studio(scene::ShowLayer{scene::Layer::table, true});
            parts.push_back(studio.draw());
        }
        for (const scene::Layer layer : scene::fading_layers()) {
            studio(scene::ShowLayer{layer, true});
            studio(scene::SetOpacity{layer, share(random)});
        }
        studio(scene::SetXRay{i % 2 == 1});
        studio(scene::ShowLayer{scene::Layer::strokes, false});
        const Picture mixed = studio.draw();
        int beyond = 0;
        for (std::size_t k = 0; k < mixed.rgb.size(); ++k) {
            float brightest = i % 2 == 1 ? shell_tone[static_cast<int>(k % 3)] : 0.0F;
            for (const Picture& part : parts) {
                brightest = std::max(brightest, static_cast<float>(part.rgb[k]));
            }
            beyond += static_cast<float>(mixed.rgb[k]) > brightest + 4.0F ? 1 : 0;  // smoothed edges aside
        }
        CHECK(beyond < width * height * 3 / 500);
    }
}

TEST_CASE("Clear shells look the same in whatever order their parts come") {
    Studio studio;
    studio(scene::SetDepth{scene::Depth::superficial});
    studio(scene::SetXRay{true});
    studio(scene::IsolateStructure{"inner_right"});
    studio(scene::ShowLayer{scene::Layer::organs, true});
    const Picture before = studio.draw();
    std::mt19937 random{11};
    for (int i = 0; i < 4; ++i) {
        auto body = std::make_shared<body::Body>(*studio.subject.body);
        std::shuffle(body->parts.begin(), body->parts.end(), random);
        studio.subject.body = body;
        studio.subject.explosion = std::make_shared<const scene::Explosion>(body);
        CHECK((studio.draw().rgb == before.rgb));
    }
}

TEST_CASE("Under x-rays the outline of the skin is a bright rim, and the bone within is as clear as without it") {
    Studio studio;
    studio(scene::SetXRay{true});
    const Picture shell = studio.draw();
    studio(scene::SetOpacity{scene::Layer::skin, 0.0F});
    const Picture without = studio.draw();
    // Along a row through the trunk: the brightest change is at its outline, and little changes in the middle.
    const int row = studio.pixel_of({0.0F, 0.2F, 0.0F}).y;
    int brightest_at = 0;
    float most = 0.0F;
    for (int x = 0; x < width / 2; ++x) {
        const float change = pixel(shell, {x, row}).g - pixel(without, {x, row}).g;
        if (change > most) {
            most = change;
            brightest_at = x;
        }
    }
    CHECK(most > 90.0F);
    const float middle = pixel(shell, {width / 2, row}).g - pixel(without, {width / 2, row}).g;
    CHECK(middle > 3.0F);
    CHECK(middle < 30.0F);
    CHECK(std::abs(pixel(shell, {brightest_at - 12, row}).g - pixel(without, {brightest_at - 12, row}).g) < 8.0F);
    const glm::ivec2 bone = studio.pixel_of({0.08F, 0.05F, 0.041F});
    CHECK(glm::distance(pixel(shell, bone), pixel(without, bone)) < 25.0F);
}

TEST_CASE("On the face of a cut muscle is red, bone ivory, and what holds them fat and skin") {
    Studio studio;
    studio(scene::SetCut{scene::Cut{scene::Section::coronal, 36.0F, false}});
    const glm::vec3 bone = pixel(studio.draw(), studio.pixel_of({0.08F, 0.05F, 0.036F}));
    CHECK(bone.r > bone.b + 20.0F);
    CHECK(bone.g > 0.7F * bone.r);
    studio(scene::SetCut{scene::Cut{scene::Section::coronal, 56.0F, false}});
    const glm::vec3 muscle = pixel(studio.draw(), studio.pixel_of({0.08F, 0.10F, 0.056F}));
    CHECK(muscle.r > 1.8F * muscle.g);
    const glm::vec3 fat = pixel(studio.draw(), studio.pixel_of({-0.10F, 0.05F, 0.056F}));
    CHECK(fat.r > fat.b + 20.0F);
    CHECK(fat.g > 0.5F * fat.r);
}

namespace {

/// A table that stands across the line of sight behind the body.
void put_table_behind(Studio& studio, const glm::vec3 normal) {
    auto body = std::make_shared<body::Body>(*studio.subject.body);
    const glm::vec3 along{normal.y, normal.z, normal.x};
    const glm::vec3 across = glm::cross(normal, along);
    mesh::TriangleMesh& table = body->parts.at(*body::find_part(*body, "table")).mesh;
    table = {};
    for (const glm::vec2 corner : {glm::vec2{-1.0F, -1.0F}, {1.0F, -1.0F}, {1.0F, 1.0F}, {-1.0F, 1.0F}}) {
        table.positions.push_back(-0.8F * normal + corner.x * along + corner.y * across);
    }
    table.indices = {0, 1, 2, 0, 2, 3};
    studio.subject.body = body;
}

}  // namespace

TEST_CASE("The face of a cut is closed: nothing behind it shows, and nothing before it is left") {
    for (const scene::Section section : {scene::Section::sagittal, scene::Section::axial, scene::Section::coronal}) {
        for (const bool other : {false, true}) {
            Studio studio;
            // Looked at from where the half is that is taken away.
            const scene::Cut cut{section, 0.0F, other};
            const glm::vec3 normal{scene::plane_of(cut)};
            studio.state.camera.azimuth_deg = normal.x * 80.0F + (normal.z < 0.0F ? 160.0F : 10.0F);
            studio.state.camera.elevation_deg = normal.y * 70.0F;
            studio.state.camera.target = glm::vec3{0.0F};
            studio.state.camera.distance_m = 1.3F;
            studio(scene::SetCut{cut});
            studio(scene::ShowLayer{scene::Layer::strokes, false});
            put_table_behind(studio, normal);
            const Picture with_table = studio.draw();
            studio(scene::ShowLayer{scene::Layer::table, false});
            const Picture without_table = studio.draw();
            studio(scene::SetOpacity{scene::Layer::organs, 0.0F});
            // Every place of the plane within the skin, a little away from its edge.
            int looked_at = 0;
            for (int y = 8; y < height - 8; ++y) {
                for (int x = 8; x < width - 8; ++x) {
                    const scene::Ray ray = scene::ray_through(studio.state.camera, glm::vec2(x, y) + 0.5F, size_px);
                    const float slope = glm::dot(normal, ray.direction);
                    if (slope > -0.1F) {
                        continue;
                    }
                    const glm::vec3 place = ray.origin - ray.direction * (glm::dot(normal, ray.origin) / slope);
                    const auto out = studio.subject.body->skin->first_hit(place, {0.267F, 0.535F, 0.802F});
                    const bool within = out && glm::dot(out->normal, glm::vec3{0.267F, 0.535F, 0.802F}) > 0.0F &&
                                        !studio.subject.body->skin->nearest(place, 0.008F);
                    if (within) {
                        ++looked_at;
                        if (pixel(with_table, {x, y}) != pixel(without_table, {x, y})) {
                            FAIL("the table shows at " << x << ", " << y);
                        }
                    }
                }
            }
            CHECK(looked_at > 1500);
        }
    }
}

TEST_CASE("A cut beside the body changes nothing") {
    Studio studio;
    show_strokes_and_zones(studio);
    for (const scene::Layer layer : scene::fading_layers()) {
        studio(scene::ShowLayer{layer, true});
    }
    const Picture whole = studio.draw();
    studio(scene::SetCut{scene::Cut{scene::Section::axial, 990.0F, false}});
    CHECK((studio.draw().rgb == whole.rgb));
}

TEST_CASE("What is faded is cut with its own opacity, and gone it leaves no face") {
    Studio studio;
    for (const scene::Layer layer : scene::fading_layers()) {
        studio(scene::ShowLayer{layer, true});
    }
    studio(scene::SetCut{scene::Cut{scene::Section::coronal, 36.0F, false}});
    const glm::ivec2 at = studio.pixel_of({0.08F, 0.05F, 0.036F});
    const glm::vec3 bone = pixel(studio.draw(), at);
    studio(scene::SetOpacity{scene::Layer::skeleton, 0.5F});
    const glm::vec3 half = pixel(studio.draw(), at);
    studio(scene::SetOpacity{scene::Layer::skeleton, 0.0F});
    const Picture gone = studio.draw();
    studio(scene::SetOpacity{scene::Layer::skeleton, 1.0F});
    studio(scene::ShowLayer{scene::Layer::skeleton, false});
    CHECK((gone.rgb == studio.draw().rgb));
    CHECK(glm::distance(half, 0.5F * (bone + pixel(gone, at))) < 4.0F);
}

TEST_CASE("A muscle that is taken apart is drawn where it has gone") {
    Studio studio;
    studio(scene::SetDepth{scene::Depth::superficial});
    studio.state.camera.distance_m *= 2.0F;
    studio(scene::SetExplosion{1.0F});
    const glm::vec3 shift = studio.scene().part_shift.at(*body::find_part(*studio.subject.body, "outer_right"));
    const glm::vec3 tone = pixel(studio.draw(), studio.pixel_of(glm::vec3{0.08F, 0.05F, 0.094F} + shift));
    CHECK(tone.r > 1.8F * tone.g);
}

TEST_CASE("The shade on the table goes over from what fades to what lies beneath") {
    Studio studio;
    const auto shades = [&] { return table_shades(studio.scene()); };
    REQUIRE(shades().size() == 1);
    CHECK(shades().front().uppermost == body::Role::skin);
    studio(scene::SetOpacity{scene::Layer::skin, 0.25F});
    studio(scene::SetOpacity{scene::Layer::superficial, 0.5F});
    REQUIRE(shades().size() == 3);
    CHECK(shades()[0].share == Approx(0.25F));
    CHECK(shades()[1].uppermost == body::Role::superficial_muscle);
    CHECK(shades()[1].share == Approx(0.375F));
    CHECK(shades()[2].uppermost == body::Role::intermediate_muscle);
    CHECK(shades()[2].share == Approx(0.375F));
}

TEST_CASE("All that is seen through is drawn in OpenGL ES 3.0 as in OpenGL 3.3") {
    const std::vector<std::vector<scene::Command>> looks{
        {scene::SetOpacity{scene::Layer::skin, 0.4F}, scene::SetOpacity{scene::Layer::superficial, 0.6F}},
        {scene::SetXRay{true}},
        {scene::SetDepth{scene::Depth::superficial}, scene::IsolateStructure{"inner_right"}},
        {scene::SetCut{scene::Cut{scene::Section::coronal, 36.0F, false}}, scene::SetOpacity{scene::Layer::skin, 0.7F}},
        {scene::SetExplosion{0.7F}},
        {scene::SetHandPeel{scene::HandPeel::superficial}, scene::SetOpacity{scene::Layer::skin, 0.6F},
         scene::SetCut{scene::Cut{scene::Section::axial, 120.0F, false}}}};
    const auto draw_in = [&looks](const ContextApi api) {
        std::vector<Picture> pictures;
        auto context = OffscreenContext::create(api);
        if (!context) {
            return pictures;
        }
        Studio studio{std::move(*context)};
        for (const auto& look : looks) {
            studio.state = scene::initial_state(studio.subject, size_px.x / size_px.y);
            show_strokes_and_zones(studio);
            for (const scene::Command& command : look) {
                studio(command);
            }
            pictures.push_back(studio.draw());
        }
        return pictures;
    };
    const std::vector<Picture> core = draw_in(ContextApi::opengl_33_core);
    REQUIRE(core.size() == looks.size());
    for (std::size_t i = 1; i < core.size(); ++i) {
        CHECK(mean_difference(core[i], core[0]) > 0.5);
    }
    const std::vector<Picture> es = draw_in(ContextApi::opengl_es_3);
    if (es.empty()) {
        WARN("this driver has no OpenGL ES 3.0");
        return;
    }
    for (std::size_t i = 0; i < core.size(); ++i) {
        CHECK(mean_difference(core[i], es[i]) < 0.2);
    }
}
