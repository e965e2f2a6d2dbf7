#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "mesh/preflight.h"

namespace dorsum::mesh {
namespace {

bool is_space(const char letter) {
    // A backslash and the end of line behind it join two lines.
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n' || letter == '\\';
}

/// The vertex, texture and normal lines of a file, or of its start.
struct Counts {
    std::int64_t vertices = 0;
    std::int64_t textures = 0;
    std::int64_t normals = 0;
};

/// Whether an OBJ index is there: 1-based, or negative and counted back from the last line before it.
bool is_there(const std::int64_t index, const std::int64_t before, const std::int64_t in_all) {
    return (index > 0 && index <= in_all) || (index < 0 && index >= -before);
}

/// Checks the corners of an `f` line, `vertex/texture/normal` with the last two optional.
bool face_is_sound(const char* at, const char* end, const Counts& before, const Counts& in_all) {
    const std::array limits = {std::pair(before.vertices, in_all.vertices), std::pair(before.textures, in_all.textures),
                               std::pair(before.normals, in_all.normals)};
    while (at != end && *at != '#') {
        if (is_space(*at)) {
            ++at;
            continue;
        }
        for (std::size_t field = 0; field < limits.size(); ++field) {
            std::int64_t index = 0;
            const auto [after, problem] = std::from_chars(at, end, index);
            const bool given = problem == std::errc{};
            if ((!given && field == 0) || problem == std::errc::result_out_of_range ||
                (given && !is_there(index, limits[field].first, limits[field].second))) {
                return false;
            }
            at = after;
            if (at == end || *at != '/') {
                break;
            }
            ++at;
        }
        if (at != end && !is_space(*at)) {
            return false;
        }
    }
    return true;
}

/// Whether the line is of this kind: the keyword, then a space.
bool starts_with(const std::span<const char> line, const std::string_view keyword) {
    return line.size() > keyword.size() && std::string_view(line.data(), keyword.size()) == keyword &&
           is_space(line[keyword.size()]);
}

bool goes_on(std::string_view line) {
    while (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line.ends_with('\\');
}

/// Calls `visit` with every line, without the space before it and its end. A line that ends in `\` goes on in
/// the next.
template <typename Visit>
void for_each_line(const std::span<char> text, const Visit& visit) {
    std::size_t start = 0;
    while (start < text.size()) {
        const std::string_view rest(text.data() + start, text.size() - start);
        std::size_t length = std::min(rest.find('\n'), rest.size());
        while (length < rest.size() && goes_on(rest.substr(0, length))) {
            length = std::min(rest.find('\n', length + 1), rest.size());
        }
        const std::size_t indent = std::min(rest.find_first_not_of(" \t\r"), length);
        visit(text.subspan(start + indent, length - indent));
        start += length + 1;
    }
}

void count_line(const std::span<const char> line, Counts& counts) {
    if (starts_with(line, "v")) {
        ++counts.vertices;
    } else if (starts_with(line, "vt")) {
        ++counts.textures;
    } else if (starts_with(line, "vn")) {
        ++counts.normals;
    }
}

}  // namespace

Preflight preflight_obj(std::vector<std::byte>& content) {
    const std::span text(reinterpret_cast<char*>(content.data()), content.size());
    Counts in_all;
    for_each_line(text, [&](const std::span<const char> line) { count_line(line, in_all); });
    Preflight result;
    Counts before;
    for_each_line(text, [&](const std::span<char> line) {
        count_line(line, before);
        if (starts_with(line, "f") && !face_is_sound(&line[1], line.data() + line.size(), before, in_all)) {
            // Assimp gives up the whole file for one such face; as a comment it is passed over.
            std::fill(line.begin(), line.end(), ' ');
            line[0] = '#';
            ++result.bad_index_faces;
            result.mended = true;
        }
    });
    return result;
}

}  // namespace dorsum::mesh
