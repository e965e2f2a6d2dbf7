#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mesh/model_format.h"
#include "mesh/plain_models.h"
#include "mesh/usable_triangles.h"

namespace dorsum::mesh {
namespace {

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t no_normal = nowhere - 1;

/// Reads the words of one line.
class Line {
public:
    explicit Line(const std::string_view text) : at_(text.data()), end_(text.data() + text.size()) { skip_space(); }

    [[nodiscard]] bool at_end() const { return at_ == end_ || *at_ == '#'; }
    /// A number with a space or the end behind it.
    template <typename Number>
    [[nodiscard]] bool number(Number& value) {
        const auto [after, problem] = std::from_chars(at_, end_, value);
        if (problem != std::errc{} || (after != end_ && *after != ' ' && *after != '\t' && *after != '\r')) {
            return false;
        }
        at_ = after;
        skip_space();
        return true;
    }
    /// A corner of a face, `vertex/texture/normal` with the last two optional; 0 where there is no normal.
    [[nodiscard]] bool corner(std::int64_t& vertex, std::int64_t& normal) {
        normal = 0;
        std::string_view rest = word();
        const auto next = [&rest](std::int64_t& index) {
            const auto [after, problem] = std::from_chars(rest.data(), rest.data() + rest.size(), index);
            rest.remove_prefix(static_cast<std::size_t>(after - rest.data()));
            return problem == std::errc{} && index != 0;
        };
        const auto slash = [&rest] {
            const bool found = rest.starts_with('/');
            rest.remove_prefix(found ? 1 : 0);
            return found;
        };
        if (!next(vertex)) {
            return false;
        }
        std::int64_t texture = 0;
        if (slash() && (rest.starts_with('/') || next(texture)) && slash() && !next(normal)) {
            return false;
        }
        return rest.empty();
    }
    [[nodiscard]] std::string_view word() {
        const char* start = at_;
        while (at_ != end_ && *at_ != ' ' && *at_ != '\t' && *at_ != '\r') {
            ++at_;
        }
        const std::string_view found(start, static_cast<std::size_t>(at_ - start));
        skip_space();
        return found;
    }

private:
    void skip_space() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r')) {
            ++at_;
        }
    }
    const char* at_;
    const char* end_;
};

/// Each member returns false where the line is none of a plain file.
class PlainObj {
public:
    [[nodiscard]] bool take(Line line) {
        if (line.at_end()) {
            return true;
        }
        const std::string_view keyword = line.word();
        if (keyword == "v") {
            return take_vector(line, model_.mesh.positions);
        }
        if (keyword == "vn") {
            return take_vector(line, normals_);
        }
        if (keyword == "f") {
            return take_face(line);
        }
        if (keyword == "o" || keyword == "g") {
            return take_name(line.word());
        }
        return keyword == "vt" || keyword == "mtllib" || keyword == "usemtl" || keyword == "s";
    }

    [[nodiscard]] std::optional<PlainModel> finish() {
        if (model_.mesh.indices.empty()) {
            return std::nullopt;  // what is wrong with it is for others to say
        }
        if (!normals_.empty() && !normal_of_corner_.empty()) {
            give_normals();
        }
        const LeftOut left_out = leave_out_unusable(model_.mesh);
        model_.bad_index_faces += left_out.bad_index_faces;
        model_.bad_positions += left_out.bad_positions;
        return std::move(model_);
    }

private:
    [[nodiscard]] static bool take_vector(Line& line, std::vector<glm::vec3>& vectors) {
        glm::vec3 vector;
        if (!line.number(vector.x) || !line.number(vector.y) || !line.number(vector.z) || !line.at_end()) {
            return false;
        }
        vectors.push_back(vector);
        return true;
    }
    /// Counted from 1, or back from the last one so far.
    [[nodiscard]] static std::uint32_t place_of(const std::int64_t index, const std::size_t so_far) {
        const std::int64_t place = index < 0 ? static_cast<std::int64_t>(so_far) + index : index - 1;
        return place < 0 || place >= no_normal ? nowhere : static_cast<std::uint32_t>(place);
    }
    [[nodiscard]] bool take_face(Line& line) {
        has_faces_ = true;
        for (int corner = 0; corner < 3; ++corner) {
            std::int64_t vertex = 0;
            std::int64_t normal = 0;
            if (!line.corner(vertex, normal)) {
                return false;
            }
            if (normal != 0 || !normal_of_corner_.empty()) {
                normal_of_corner_.resize(model_.mesh.indices.size(), no_normal);
                normal_of_corner_.push_back(normal == 0 ? no_normal : place_of(normal, normals_.size()));
            }
            model_.mesh.indices.push_back(place_of(vertex, model_.mesh.positions.size()));
        }
        return line.at_end();
    }
    [[nodiscard]] bool take_name(const std::string_view name) {
        if (name.empty() || name == "default") {
            return true;
        }
        if (has_faces_ || !model_.name.empty()) {
            return false;
        }
        model_.name = name;
        return true;
    }

    /// A vertex has one normal here: corners that share a vertex but not the normal get vertices of their own.
    void give_normals() {
        TriangleMesh& mesh = model_.mesh;
        const std::size_t vertices = mesh.positions.size();
        std::vector<std::uint32_t> normal_of_vertex(vertices, no_normal);
        std::unordered_map<std::uint64_t, std::uint32_t> further;
        normal_of_corner_.resize(mesh.indices.size(), no_normal);
        for (std::size_t corner = 0; corner < mesh.indices.size(); ++corner) {
            std::uint32_t& vertex = mesh.indices[corner];
            const std::uint32_t normal = normal_of_corner_[corner];
            if (vertex >= vertices || normal == no_normal) {
                continue;
            }
            if (normal >= normals_.size()) {
                vertex = nowhere;
            } else if (normal_of_vertex[vertex] == no_normal) {
                normal_of_vertex[vertex] = normal;
            } else if (normal_of_vertex[vertex] != normal) {
                const auto next = static_cast<std::uint32_t>(mesh.positions.size());
                const auto [found, is_new] = further.try_emplace(std::uint64_t{vertex} << 32U | normal, next);
                if (is_new) {
                    const glm::vec3 position = mesh.positions[vertex];
                    mesh.positions.push_back(position);
                    normal_of_vertex.push_back(normal);
                }
                vertex = found->second;
            }
        }
        normal_of_corner_ = {};
        mesh.normals.reserve(normal_of_vertex.size());
        for (const std::uint32_t normal : normal_of_vertex) {
            // Zero: to be taken from the triangle.
            mesh.normals.push_back(normal == no_normal ? glm::vec3(0.0F) : normals_[normal]);
        }
    }

    PlainModel model_;
    std::vector<glm::vec3> normals_;
    std::vector<std::uint32_t> normal_of_corner_;  ///< empty until there is one
    bool has_faces_ = false;
};

}  // namespace

std::optional<PlainModel> read_plain_obj(const std::span<const std::byte> content) {
    PlainObj model;
    std::string_view rest = as_text(content);
    while (!rest.empty()) {
        const std::size_t length = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, length);
        // A line that goes on in the next one is nothing plain.
        if (line.find('\\') != std::string_view::npos || !model.take(Line(line))) {
            return std::nullopt;
        }
        rest.remove_prefix(std::min(length + 1, rest.size()));
    }
    return model.finish();
}

}  // namespace dorsum::mesh
