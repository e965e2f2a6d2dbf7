#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <epoxy/gl.h>

#include "catch.h"
#include "render/offscreen_context.h"
#include "render/picture_target.h"
#include "render/program.h"
#include "scene/skin_tone.h"

using namespace dorsum;
using namespace dorsum::render;

namespace {

constexpr int count = 64;  // of values that one picture brings back

/// What the shaders' own functions give. `body` works out `float value`, from 0 to 2, of `at`, 0 to 1 from left to
/// right.
std::vector<double> worked_out(const std::string& body) {
    const auto folder = std::filesystem::temp_directory_path() / "dorsum-light-test";
    std::filesystem::remove_all(folder);
    std::filesystem::copy(DORSUM_TEST_SHADERS, folder);
    std::ofstream{folder / "probe.frag"}
        << "#include \"tone.glsl\"\n#include \"reflection.glsl\"\n"
           "out vec4 colour;\nvoid main() {\nfloat at = gl_FragCoord.x / 64.0;\n"
        << body
        << "\nfloat scaled = floor(value * 32767.5 + 0.5);\n"
           "float high = floor(scaled / 256.0);\n"
           "colour = vec4(high / 255.0, (scaled - 256.0 * high) / 255.0, 0.0, 1.0);\n}\n";
    setenv("DORSUM_SHADERS", folder.c_str(), 1);
    const auto program = build_program("whole_picture.vert", "probe.frag");
    unsetenv("DORSUM_SHADERS");
    std::filesystem::remove_all(folder);
    if (!program) {
        FAIL(to_string(program.error()));
    }
    auto target = PictureTarget::create(count, 1);
    REQUIRE(target);
    glBindFramebuffer(GL_FRAMEBUFFER, target->framebuffer());
    glViewport(0, 0, count, 1);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    GLuint no_vertices = 0;
    glGenVertexArrays(1, &no_vertices);
    glBindVertexArray(no_vertices);
    glUseProgram(program->name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
    glDeleteVertexArrays(1, &no_vertices);
    const Picture picture = target->read();
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
        values.push_back((picture.rgb[3 * i] * 256.0 + picture.rgb[3 * i + 1]) / 32767.5);
    }
    return values;
}

double mean(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

double encoded(const double linear) {
    return linear <= 0.0031308 ? linear * 12.92 : 1.055 * std::pow(linear, 1.0 / 2.4) - 0.055;  // IEC 61966-2-1
}

/// Light from everywhere, as strong from each side: what skin of this albedo and gloss sends to eyes from straight
/// above to a flat angle, as a share of what it gets.
std::vector<double> sent_back(const float albedo, const float scatter, const float gloss, const float wet) {
    const auto number = [](const float value) { return std::to_string(value); };
    return worked_out(
        "vec3 n = vec3(0.0, 0.0, 1.0);\nfloat sum = 0.0;\nfloat cosine = 1.0 - 0.985 * at;\n"
        "vec3 to_eye = vec3(sqrt(1.0 - cosine * cosine), 0.0, cosine);\n"
        "for (int i = 0; i < 64; ++i) {\nfor (int j = 0; j < 128; ++j) {\n"
        "float z = (float(i) + 0.5) / 32.0 - 1.0;\nfloat turn = (float(j) + 0.5) * 0.0490873852;\n"
        "vec3 to_light = vec3(sqrt(1.0 - z * z) * vec2(cos(turn), sin(turn)), z);\n"
        "sum += " +
        number(albedo) + " * (1.0 - fresnel(cosine)) * wrapped(vec3(z), vec3(1.0 / (1.0 + " + number(scatter) +
        "))).r;\nsum += " + number(gloss) + " * skin_gleam(n, n, to_light, to_eye, " + number(wet) +
        ");\n}}\nfloat value = clamp(4.0 * sum / 8192.0, 0.0, 1.99);");
}

}  // namespace

TEST_CASE("A mid grey lands where the filmic curve and sRGB put it") {
    const auto context = OffscreenContext::create();
    REQUIRE(context);
    constexpr double tolerance = 2.0 / 255.0;
    CHECK(mean(worked_out("float value = screen_from_linear(vec3(0.18)).r;")) ==
          Approx(encoded(0.18)).margin(tolerance));
    const double light = 0.18;
    const double filmic = light * (2.51 * light + 0.03) / (light * (2.43 * light + 0.59) + 0.14);
    CHECK(mean(worked_out("float value = shown(vec3(0.18)).r;")) == Approx(encoded(filmic)).margin(tolerance));
    CHECK(mean(worked_out("float value = shown(vec3(0.0)).r;")) == Approx(0.0).margin(tolerance));
}

TEST_CASE("More light is never shown darker, and none brighter than white") {
    const auto context = OffscreenContext::create();
    REQUIRE(context);
    const std::vector<double> values = worked_out("float value = shown(vec3(at * at * 16.0)).r;");
    CHECK(std::is_sorted(values.begin(), values.end()));
    CHECK(values.front() < 0.05);
    CHECK(values.back() <= 1.0 + 1.0e-4);
    CHECK(values.back() > 0.97);
}

TEST_CASE("Light that comes around a curve is taken from where it falls: as much leaves as with Lambert's cosine") {
    const auto context = OffscreenContext::create();
    REQUIRE(context);
    for (const char* wrap : {"0.0", "0.15", "0.45", "1.0"}) {
        INFO(wrap);
        // Over all directions the cosine is spread evenly; Lambert's mean is a quarter.
        const std::string body =
            std::string("float value = wrapped(vec3(2.0 * at - 1.0), vec3(1.0 / (1.0 + ") + wrap + "))).r;";
        CHECK(mean(worked_out(body)) == Approx(0.25).margin(0.002));
    }
}

TEST_CASE("White skin in a white room never sends back more than it gets, dry or oiled") {
    const auto context = OffscreenContext::create();
    REQUIRE(context);
    for (const float wet : {0.0F, 0.5F, 1.0F}) {
        for (const float scatter : {0.0F, 0.5F}) {
            const std::vector<double> values = sent_back(1.0F, scatter, 1.0F, wet);
            INFO("wet " << wet << ", scatter " << scatter);
            CHECK(*std::max_element(values.begin(), values.end()) <= 1.0);
            CHECK(values.front() > 0.9);
        }
    }
    for (const scene::SkinTone tone : scene::skin_tones) {
        const scene::SkinLook look = scene::look_of(tone);
        const std::vector<double> values = sent_back(look.albedo.r, look.scatter.r, 1.12F * look.gloss, 1.0F);
        CHECK(*std::max_element(values.begin(), values.end()) <= 1.0);
    }
}
