#include <cstring>
#include <filesystem>
#include <fstream>

#include "app/png_file.h"
#include "catch.h"
#include "picture_difference.h"
#include "run_program.h"
#include "temporary_folder.h"

using dorsum::test::contains;
using dorsum::test::difference;
using dorsum::test::ProgramResult;
using dorsum::test::run_dorsum;

namespace {

constexpr const char* driver_without_opengl_33 = "MESA_GL_VERSION_OVERRIDE=2.1";

ProgramResult render(const std::vector<std::string>& environment, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"render", "--step", "3", "--size", "320x180", "-o", "-"});
    return run_dorsum(more, environment);
}

dorsum::render::Picture picture_of(const ProgramResult& result) {
    INFO(result.standard_error);
    REQUIRE(result.exit_code == 0);
    std::vector<std::byte> bytes(result.standard_output.size());
    std::memcpy(bytes.data(), result.standard_output.data(), bytes.size());
    return dorsum::app::from_png(bytes, "standard output").value();
}

int count_of(const std::string& text, const std::string& part) {
    int count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("a driver that does not accept a shader is quoted once, with file and line, and the body is shown") {
    const dorsum::test::TemporaryFolder folder;
    const std::filesystem::path shaders = folder.path() / "shaders";
    std::filesystem::copy(DORSUM_TEST_SHADERS, shaders);
    std::ofstream{shaders / "light.glsl"} << "// a line\nfloat broken() { return no_such_thing; }\n";
    const ProgramResult result = render({"DORSUM_SHADERS=" + shaders.string()});
    CHECK(count_of(result.standard_error, "light.glsl:2") == 1);
    CHECK(contains(result.standard_error, "no_such_thing"));
    CHECK(count_of(result.standard_error, "drawn in grey") == 1);
    const auto plain = picture_of(result);
    const auto empty = picture_of(render({"DORSUM_SHADERS=" + shaders.string()}, {"--layers", "none"}));
    CHECK(difference(plain, empty).mean > 5.0);
}

TEST_CASE("where a driver has no OpenGL 3.3 pictures are drawn with OpenGL ES, which is said once") {
    const ProgramResult result = render({driver_without_opengl_33});
    if (!contains(result.standard_error, "OpenGL ES")) {
        WARN("this driver cannot be made to look old");
        return;
    }
    CHECK(count_of(result.standard_error, "OpenGL ES") == 1);
    CHECK(difference(picture_of(result), picture_of(render({}))).mean < 0.3);
}
