#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <glm/geometric.hpp>
#include <optional>
#include <utility>

#include "body/breathing_shape.h"
#include "catch.h"
#include "render/anatomy_pass.h"
#include "render/offscreen_context.h"
#include "render/picture_target.h"
#include "render/renderer.h"
#include "render/required.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::render;

namespace {

constexpr int width = 480;
constexpr int height = 360;
constexpr glm::vec2 size_px{width, height};
constexpr glm::vec3 on_muscle{0.08F, 0.05F, 0.094F};

using test::required;

struct Studio {
    OffscreenContext context = required(OffscreenContext::create());
    Renderer renderer = required(Renderer::create());
    PictureTarget target = required(PictureTarget::create(width, height));
    scene::Subject subject = test::make_layered_subject();
    scene::State state = scene::initial_state(subject, size_px.x / size_px.y);

    void operator()(const scene::Command& command) { state = scene::apply(state, command, subject, size_px); }
    [[nodiscard]] Picture draw(const float chest_rise = 0.0F) {
        scene::Scene scene = scene::compose(state, subject, size_px);
        scene.chest_rise = chest_rise;
        renderer.draw(scene, target.framebuffer());
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

/// The mean colour of a square.
glm::vec3 around(const Picture& picture, const glm::ivec2 centre, const int radius) {
    glm::vec3 sum(0.0F);
    for (int y = -radius; y <= radius; ++y) {
        for (int x = -radius; x <= radius; ++x) {
            sum += pixel(picture, centre + glm::ivec2(x, y));
        }
    }
    const auto side = static_cast<float>(2 * radius + 1);
    return sum / (side * side);
}

/// The same subject with other fibres on every part that has some.
scene::Subject with_fibres(const scene::Subject& subject, const glm::vec4 fibre) {
    auto body = std::make_shared<body::Body>(*subject.body);
    for (body::Part& part : body->parts) {
        std::fill(part.mesh.fibres.begin(), part.mesh.fibres.end(), fibre);
    }
    scene::Subject changed = subject;
    changed.body = body;
    return changed;
}

}  // namespace

TEST_CASE("Muscles are deep red, bones ivory, the kidney brown-red") {
    Studio studio;
    studio(scene::SetDepth{scene::Depth::superficial});
    const glm::vec3 muscle = around(studio.draw(), studio.pixel_of(on_muscle), 4);
    CHECK(muscle.r > 2.0F * muscle.g);
    CHECK(muscle.r > 2.0F * muscle.b);
    studio(scene::SetDepth{scene::Depth::skeleton});
    const glm::vec3 bone = around(studio.draw(), studio.pixel_of({0.08F, 0.05F, 0.041F}), 1);
    CHECK(bone.r > 140.0F);
    CHECK(bone.r > bone.b + 20.0F);
    CHECK(bone.b > 0.5F * bone.r);
    studio(scene::ShowLayer{scene::Layer::organs, true});
    studio(scene::ShowLayer{scene::Layer::skeleton, false});
    const glm::vec3 kidney = around(studio.draw(), studio.pixel_of({0.08F, 0.05F, 0.02F}), 3);
    CHECK(kidney.r > 1.5F * kidney.b);
    CHECK(kidney.r < 200.0F);
}

TEST_CASE("What lies below the skin changes nothing as long as the skin is on, whatever the breath") {
    Studio studio;
    for (const float rise : {0.0F, 0.6F, 1.0F}) {
        const auto show_all = [&studio](const bool shown) {
            for (const scene::Layer layer : {scene::Layer::superficial, scene::Layer::intermediate, scene::Layer::deep,
                                             scene::Layer::skeleton, scene::Layer::organs}) {
                studio(scene::ShowLayer{layer, shown});
            }
        };
        show_all(false);
        const Picture skin = studio.draw(rise);
        show_all(true);
        CHECK((studio.draw(rise).rgb == skin.rgb));
    }
}

TEST_CASE("A breath lifts a muscle in the picture by as much as it lifts the skin at that place") {
    Studio studio;
    studio(scene::SetDepth{scene::Depth::superficial});
    studio(scene::ShowLayer{scene::Layer::table, false});
    studio.state.camera = scene::frame_back(scene::View::left, *studio.subject.body, size_px.x / size_px.y, false);
    studio.state.camera.target = on_muscle;
    studio.state.camera.distance_m = 0.3F;
    const int column = studio.pixel_of(on_muscle).x;
    studio(scene::ShowLayer{scene::Layer::superficial, false});
    const Picture empty = studio.draw();
    studio(scene::ShowLayer{scene::Layer::superficial, true});
    const auto top_px = [&](const float rise) {
        const Picture picture = studio.draw(rise);
        int y = 0;
        while (y < height && glm::distance(pixel(picture, {column, y}), pixel(empty, {column, y})) < 20.0F) {
            ++y;
        }
        return y;
    };
    const glm::vec3 lift = body::breathing_displacement(on_muscle, 1.0F);  // the law by which the skin rises
    const int expected_px = studio.pixel_of(on_muscle).y - studio.pixel_of(on_muscle + lift).y;
    REQUIRE(expected_px > 4);
    REQUIRE(top_px(0.0F) < studio.pixel_of(on_muscle).y + 1);  // its outline, seen from a little above
    CHECK(std::abs(top_px(0.0F) - top_px(1.0F) - expected_px) <= 1);
}

TEST_CASE("Only a surface without an opening has back sides that nobody sees") {
    const Studio studio;
    mesh::TriangleMesh tube;  // open at both ends, wound outwards
    constexpr std::uint32_t sides = 12;
    for (std::uint32_t i = 0; i < sides; ++i) {
        const float angle = 6.2831853F * static_cast<float>(i) / static_cast<float>(sides);
        tube.positions.emplace_back(0.02F * std::cos(angle), 0.02F * std::sin(angle), 0.0F);
        tube.positions.emplace_back(0.02F * std::cos(angle), 0.02F * std::sin(angle), 0.2F);
        const std::uint32_t here = 2 * i;
        const std::uint32_t next = 2 * ((i + 1) % sides);
        tube.indices.insert(tube.indices.end(), {here, next, next + 1, here, next + 1, here + 1});
    }
    CHECK_FALSE(upload_alone(tube, hand_material()).closed);
    for (const std::uint32_t end : {0U, 1U}) {
        for (std::uint32_t i = 1; i + 1 < sides; ++i) {
            const std::uint32_t second = 2 * (end == 0 ? i + 1 : i) + end;
            const std::uint32_t third = 2 * (end == 0 ? i : i + 1) + end;
            tube.indices.insert(tube.indices.end(), {end, second, third});
        }
    }
    CHECK(upload_alone(tube, hand_material()).closed);
    for (std::size_t i = 0; i < tube.indices.size(); i += 3) {
        std::swap(tube.indices[i], tube.indices[i + 1]);
    }
    CHECK_FALSE(upload_alone(tube, hand_material()).closed);
}

TEST_CASE("The streaks of a muscle run along its fibres") {
    Studio studio;
    studio(scene::SetDepth{scene::Depth::superficial});
    studio(scene::ShowLayer{scene::Layer::table, false});
    studio.state.camera.target = on_muscle;
    studio.state.camera.distance_m = 0.2F;
    const auto unevenness = [&](const scene::Subject& subject) {
        studio.subject = subject;
        const Picture picture = studio.draw();
        glm::vec2 sum(0.0F);  // sideways, upwards
        for (int y = height / 2 - 40; y < height / 2 + 40; ++y) {
            for (int x = width / 2 - 40; x < width / 2 + 40; ++x) {
                const float here = pixel(picture, {x, y}).r;
                sum += glm::vec2(std::abs(pixel(picture, {x + 1, y}).r - here),
                                 std::abs(pixel(picture, {x, y + 1}).r - here));
            }
        }
        return sum;
    };
    const scene::Subject subject = studio.subject;
    const glm::vec2 upright = unevenness(with_fibres(subject, {0.0F, 1.0F, 0.0F, 0.0F}));
    CHECK(upright.x > 1.5F * upright.y);
    const glm::vec2 across = unevenness(with_fibres(subject, {1.0F, 0.0F, 0.0F, 0.0F}));
    CHECK(across.y > 1.5F * across.x);
}

TEST_CASE("A tendon is pearly white") {
    Studio studio;
    studio(scene::SetDepth{scene::Depth::superficial});
    studio.subject = with_fibres(studio.subject, {0.0F, 1.0F, 0.0F, 1.0F});
    const glm::vec3 tendon = around(studio.draw(), studio.pixel_of(on_muscle), 4);
    CHECK(tendon.r > 140.0F);
    CHECK(tendon.g > 0.8F * tendon.r);
    CHECK(tendon.b > 0.7F * tendon.r);
}

TEST_CASE("The structure under the mouse lights up, the chosen one more, and no other") {
    Studio studio;
    studio(scene::SetDepth{scene::Depth::skeleton});
    studio(scene::ShowLayer{scene::Layer::organs, true});
    const glm::ivec2 bone = studio.pixel_of({0.08F, 0.05F, 0.041F});
    const glm::ivec2 kidney = studio.pixel_of({0.08F, 0.085F, 0.012F});
    const Picture before = studio.draw();
    studio(scene::HoverStructure{"rib_right"});
    const Picture hovered = studio.draw();
    CHECK(pixel(hovered, bone) != pixel(before, bone));
    CHECK(pixel(hovered, kidney) == pixel(before, kidney));
    studio(scene::SelectStructure{"rib_right"});
    const Picture selected = studio.draw();
    CHECK(glm::distance(pixel(selected, bone), pixel(before, bone)) >
          glm::distance(pixel(hovered, bone), pixel(before, bone)));
}

TEST_CASE("Hands cover the skin where they are, and are hidden with their layer") {
    Studio studio;
    studio.state.step = 1;
    studio.state.time_s = test::mid_stroke_s();
    const auto hands = test::make_board_hands(0.004F);
    studio(scene::ShowLayer{scene::Layer::strokes, false});
    studio(scene::ShowLayer{scene::Layer::hands, false});
    const Picture without_layer = studio.draw();
    studio.subject.hands = hands;
    CHECK((studio.draw().rgb == without_layer.rgb));
    studio(scene::ShowLayer{scene::Layer::hands, true});
    const Picture with = studio.draw();
    const auto moment = lesson::evaluate(*studio.subject.choreography, 1, test::mid_stroke_s());
    for (const auto& hand : {moment.left, moment.right}) {
        const glm::ivec2 at = studio.pixel_of(hand->point.position);
        const glm::vec3 tone = around(with, at, 3);
        const glm::vec3 skin = around(without_layer, at, 3);
        CHECK(glm::distance(tone, skin) > 25.0F);
        CHECK(tone.r < skin.r);
    }
}

TEST_CASE("Parts far away are drawn with fewer triangles, near ones with all") {
    PartBuffers part;
    part.radius_m = 0.05F;
    part.area_m2 = 0.0314F;
    part.levels = {{0, 30000}, {30000, 7500}, {37500, 1800}};
    scene::Camera camera;
    camera.distance_m = 0.3F;
    CHECK(level_for(part, camera, 1080.0F).count == 30000);
    camera.distance_m = 12.0F;
    CHECK(level_for(part, camera, 1080.0F).count == 1800);
    // A rib is as long as a liver, but has little surface to show.
    part.area_m2 = 0.003F;
    camera.distance_m = 1.5F;
    CHECK(level_for(part, camera, 1080.0F).count == 7500);
    part.levels.resize(1);
    CHECK(level_for(part, camera, 1080.0F).count == 30000);
}

namespace {

/// Where the right hand is half-way through the first stroke of step 1, with the hand itself and its strokes hidden.
glm::vec3 with_hand_on_muscle(Studio& studio) {
    for (const scene::Layer layer : {scene::Layer::hands, scene::Layer::strokes, scene::Layer::labels}) {
        studio(scene::ShowLayer{layer, false});
    }
    studio(scene::GoToStep{1});
    studio(scene::Seek{test::mid_stroke_s()});
    return scene::compose(studio.state, studio.subject, size_px).moment.right->point.position;
}

}  // namespace

TEST_CASE("Where the skin is opened around the hand the muscle under it is seen, and skin elsewhere") {
    Studio studio;
    const glm::vec3 hand = with_hand_on_muscle(studio);
    const glm::ivec2 under = studio.pixel_of(hand);
    const glm::ivec2 elsewhere = studio.pixel_of({0.0F, -0.30F, 0.08F});
    const Picture closed = studio.draw();
    studio(scene::SetHandPeel{scene::HandPeel::skin});
    const Picture opened = studio.draw();
    CHECK(around(opened, elsewhere, 4) == around(closed, elsewhere, 4));
    const glm::vec3 skin = around(closed, under, 2);
    const glm::vec3 muscle = around(opened, under, 2);
    CHECK(skin.r < 2.0F * skin.g);
    CHECK(muscle.r > 2.0F * muscle.g);
}

TEST_CASE("Nobody looks through an opening out of the body again") {
    Studio studio;
    const glm::vec3 hand = with_hand_on_muscle(studio);
    studio(scene::ShowLayer{scene::Layer::table, false});  // this one reaches into the trunk
    const Picture closed = studio.draw();
    studio(scene::SetHandPeel{scene::HandPeel::superficial});
    const Picture opened = studio.draw();
    studio(scene::ShowLayer{scene::Layer::skin, false});
    studio(scene::SetHandPeel{scene::HandPeel::none});
    const Picture nothing = studio.draw();
    // Beside the muscles, within the opening: dark flesh, neither the room behind nor the inner side of the skin.
    const glm::ivec2 beside = studio.pixel_of(hand + glm::vec3(-0.055F, 0.0F, 0.0F));
    const glm::vec3 flesh = around(opened, beside, 1);
    CHECK(flesh.r > flesh.g + 15.0F);
    CHECK(glm::distance(flesh, around(nothing, beside, 1)) > 20.0F);
    CHECK(flesh.r < 0.75F * around(closed, beside, 1).r);
}

TEST_CASE("Openings are drawn in OpenGL ES 3.0 as in OpenGL 3.3") {
    const auto draw_in = [](const ContextApi api) -> std::optional<Picture> {
        const auto context = OffscreenContext::create(api);
        if (!context) {
            return std::nullopt;
        }
        Renderer renderer = required(Renderer::create());
        PictureTarget target = required(PictureTarget::create(width, height));
        const scene::Subject subject = test::make_layered_subject();
        scene::State state = scene::initial_state(subject, size_px.x / size_px.y);
        state.step = 1;
        state.time_s = test::mid_stroke_s();
        state.hand_peel = scene::HandPeel::superficial;
        state.layers.reset(static_cast<std::size_t>(scene::Layer::hands));
        state.layers.reset(static_cast<std::size_t>(scene::Layer::strokes));
        renderer.draw(scene::compose(state, subject, size_px), target.framebuffer());
        return target.read();
    };
    const auto core = draw_in(ContextApi::opengl_33_core);
    REQUIRE(core);
    const auto es = draw_in(ContextApi::opengl_es_3);
    if (!es) {
        WARN("this driver has no OpenGL ES 3.0");
        return;
    }
    Studio studio;
    const glm::vec3 muscle = around(*es, studio.pixel_of(with_hand_on_muscle(studio)), 2);
    CHECK(muscle.r > 2.0F * muscle.g);
    double difference = 0.0;
    for (std::size_t i = 0; i < core->rgb.size(); ++i) {
        difference += std::abs(static_cast<double>(core->rgb[i]) - static_cast<double>(es->rgb[i]));
    }
    CHECK(difference / static_cast<double>(core->rgb.size()) < 1.0);
}
