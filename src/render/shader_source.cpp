#include "render/shader_source.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <sstream>

#include "core/files.h"
#include "core/translate.h"
#include "render/embedded_shaders.h"

namespace dorsum::render {

namespace {

Result<std::string> read_shader_file(const std::string_view name) {
    if (const char* folder = std::getenv("DORSUM_SHADERS"); folder != nullptr && *folder != '\0') {
        return read_text_file(std::filesystem::path{folder} / name);
    }
    for (const EmbeddedShader& shader : embedded_shaders()) {
        if (shader.name == name) {
            return std::string{shader.text};
        }
    }
    return failure(std::string{name}, tr("is no shader of this program"), tr("Correct the name in the #include line"));
}

/// The name in `#include "name"`, or empty.
std::string_view included_name(const std::string_view line) {
    constexpr std::string_view directive = "#include \"";
    if (!line.starts_with(directive)) {
        return {};
    }
    const std::string_view rest = line.substr(directive.size());
    return rest.substr(0, rest.find('"'));
}

Result<void> append_file(ShaderSource& source, const std::string_view name) {
    const auto content = read_shader_file(name);
    if (!content) {
        return tl::unexpected(content.error());
    }
    const std::size_t number = source.files.size();
    source.files.emplace_back(name);
    source.text += "#line 1 " + std::to_string(number) + '\n';
    std::istringstream lines{*content};
    std::string line;
    for (int line_number = 1; std::getline(lines, line); ++line_number) {
        const std::string_view included = included_name(line);
        if (included.empty()) {
            source.text += line + '\n';
            continue;
        }
        if (std::find(source.files.begin(), source.files.end(), included) == source.files.end()) {
            if (auto done = append_file(source, included); !done) {
                return done;
            }
        }
        source.text += "#line " + std::to_string(line_number + 1) + ' ' + std::to_string(number) + '\n';
    }
    return {};
}

}  // namespace

Result<ShaderSource> load_shader(const std::string_view name, const std::string_view first_lines) {
    ShaderSource source;
    source.text = first_lines;
    if (auto done = append_file(source, name); !done) {
        return tl::unexpected(done.error());
    }
    return source;
}

Error compile_error(const ShaderSource& source, const std::string_view driver_message) {
    Error error;
    error.file = source.files.empty() ? std::string{} : source.files.front();
    const std::string message{driver_message};
    static const std::regex place{R"((\d+)(?::(\d+)|\((\d+)\)))"};
    std::size_t number = 0;
    for (std::sregex_iterator match{message.begin(), message.end(), place}, end; match != end; ++match) {
        const int line = std::atoi((*match)[(*match)[2].matched ? 2 : 3].str().c_str());
        if (error.line == 0) {
            error.line = line;
        }
        // Mesa says file 0 of a name in an included file, and the right file of the statement around it.
        if (line == error.line) {
            number = std::max<std::size_t>(number, std::strtoul((*match)[1].str().c_str(), nullptr, 10));
        }
    }
    if (number < source.files.size()) {
        error.file = source.files[number];
    }
    error.cause = std::string{tr("the graphics driver does not accept this shader")} + ": " +
                  message.substr(0, message.find_last_not_of(" \n\t") + 1);
    error.remedy = tr("Update the graphics driver, or unset DORSUM_SHADERS if it is set");
    return error;
}

}  // namespace dorsum::render
