#pragma once

#include <cstdlib>
#include <filesystem>

namespace dorsum::test {

/// A copy of the shaders folder that a test may spoil; gone with it, and so is DORSUM_SHADERS.
struct ShaderFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / "dorsum-shader-test";
    ShaderFolder() {
        std::filesystem::remove_all(path);
        std::filesystem::copy(DORSUM_TEST_SHADERS, path);
        setenv("DORSUM_SHADERS", path.c_str(), 1);
    }
    ShaderFolder(const ShaderFolder&) = delete;
    ShaderFolder& operator=(const ShaderFolder&) = delete;
    ~ShaderFolder() {
        unsetenv("DORSUM_SHADERS");
        std::filesystem::remove_all(path);
    }
};

}  // namespace dorsum::test
