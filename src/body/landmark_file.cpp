#include "body/landmark_file.h"

#include <toml++/toml.h>
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <iomanip>
#include <locale>
#include <span>
#include <sstream>

#include "body/file_beside.h"
#include "core/files.h"
#include "core/fill.h"
#include "core/translate.h"

namespace dorsum::body {
namespace {

namespace fs = std::filesystem;

constexpr const char* landmark_ending = ".landmarks.toml";

tl::unexpected<Error> wrong_at(const std::string& file, const toml::source_position where, std::string cause,
                               std::string remedy) {
    return failure(file, std::move(cause), std::move(remedy), static_cast<int>(where.line),
                   static_cast<int>(where.column));
}

std::optional<double> finite_number(const toml::node* node) {
    const auto value = node != nullptr && node->is_number() ? node->value<double>() : std::nullopt;
    // What is read is kept as a float: beyond these it would be infinite, or nothing.
    constexpr double largest = 1.0e12;
    constexpr double smallest = 1.0e-12;
    const bool fits = value && std::abs(*value) <= largest && (*value == 0.0 || std::abs(*value) >= smallest);
    return fits ? value : std::nullopt;
}

std::optional<glm::vec3> three_numbers(const toml::node* node) {
    const toml::array* array = node != nullptr ? node->as_array() : nullptr;
    if (array == nullptr || array->size() != 3) {
        return std::nullopt;
    }
    glm::vec3 numbers(0.0F);
    for (int i = 0; i < 3; ++i) {
        const auto number = finite_number(array->get(static_cast<std::size_t>(i)));
        if (!number) {
            return std::nullopt;
        }
        numbers[i] = static_cast<float>(*number);
    }
    return numbers;
}

Result<GivenLandmark> read_landmark(const toml::table& table, const std::string& file) {
    GivenLandmark landmark;
    landmark.id = table["id"].value_or(std::string());
    if (landmark.id.empty()) {
        return wrong_at(file, table.source().begin, tr("a landmark has no id"), tr("Write for example id = \"C7\""));
    }
    const auto position = three_numbers(table.get("position_m"));
    if (!position) {
        return wrong_at(file, table.source().begin,
                        with_detail(tr("the position of this landmark is not three numbers"), landmark.id),
                        tr("Write position_m = [x, y, z] in metres"));
    }
    landmark.position_m = *position;
    if (const toml::node* given = table.get("confidence")) {
        const auto confidence = finite_number(given);
        if (!confidence || *confidence < 0.0 || *confidence > 1.0) {
            return wrong_at(file, given->source().begin, tr("confidence is not a number from 0 to 1"),
                            tr("Write for example confidence = 1.0"));
        }
        landmark.confidence = static_cast<float>(*confidence);
    }
    return landmark;
}

Result<std::optional<mesh::Axis>> read_axis(const toml::table& root, const char* key, const std::string& file) {
    const toml::node* node = root.get(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const auto axis = parse_axis(node->value_or(std::string()));
    if (!axis) {
        return wrong_at(file, node->source().begin, std::string(key) + " " + tr("is not the name of an axis"),
                        tr("Write one of \"+x\", \"-x\", \"+y\", \"-y\", \"+z\", \"-z\""));
    }
    return axis;
}

Result<LandmarkFile> read_root(const toml::table& root, const std::string& file) {
    if (root["format"].value_or(0) != 1) {
        return failure(file, tr("is not a landmark file of format 1"), tr("Begin it with format = 1"), 1);
    }
    LandmarkFile content;
    auto up = read_axis(root, "up", file);
    auto facing = read_axis(root, "facing", file);
    if (!up || !facing) {
        return tl::unexpected(up ? facing.error() : up.error());
    }
    content.up = *up;
    content.facing = *facing;
    if (content.up && content.facing && std::abs(glm::dot(mesh::direction(**up), mesh::direction(**facing))) > 0.5F) {
        return wrong_at(file, root.get("facing")->source().begin, tr("facing lies along the same axis as up"),
                        tr("The head and the chest point along different axes; correct one of the two"));
    }
    if (const toml::node* unit = root.get("unit_m")) {
        const auto metres = finite_number(unit);
        if (!metres || *metres <= 0.0) {
            return wrong_at(file, unit->source().begin, tr("unit_m is not a number above 0"),
                            tr("Write how many metres one unit of the model is, for example unit_m = 0.01"));
        }
        content.unit_m = static_cast<float>(*metres);
    }
    if (const toml::node* origin = root.get("origin_m")) {
        content.origin_m = three_numbers(origin);
        if (!content.origin_m) {
            return wrong_at(file, origin->source().begin, tr("origin_m is not three numbers"),
                            tr("Write origin_m = [x, y, z] in metres, or leave it out"));
        }
    }
    const toml::array* landmarks = root["landmark"].as_array();
    if (landmarks == nullptr || landmarks->empty()) {
        return failure(file, tr("names no landmark"), tr("Add [[landmark]] tables with id and position_m"));
    }
    for (const toml::node& node : *landmarks) {
        const toml::table* table = node.as_table();
        if (table == nullptr) {
            return wrong_at(file, node.source().begin, tr("a landmark is not a table"),
                            tr("Write [[landmark]] above it"));
        }
        auto landmark = read_landmark(*table, file);
        if (!landmark) {
            return tl::unexpected(landmark.error());
        }
        const auto same = [&](const GivenLandmark& other) { return other.id == landmark->id; };
        if (std::any_of(content.landmarks.begin(), content.landmarks.end(), same)) {
            return wrong_at(file, table->source().begin, with_detail(tr("names this landmark twice"), landmark->id),
                            tr("Remove one of the two"));
        }
        content.landmarks.push_back(std::move(*landmark));
    }
    return content;
}

}  // namespace

std::optional<mesh::Axis> parse_axis(const std::string_view text) {
    const bool negative = !text.empty() && text[0] == '-';
    const bool has_sign = negative || (!text.empty() && text[0] == '+');
    const std::string_view letter = text.substr(has_sign ? 1 : 0);
    if (letter == "x" || letter == "X") {
        return negative ? mesh::Axis::minus_x : mesh::Axis::plus_x;
    }
    if (letter == "y" || letter == "Y") {
        return negative ? mesh::Axis::minus_y : mesh::Axis::plus_y;
    }
    if (letter == "z" || letter == "Z") {
        return negative ? mesh::Axis::minus_z : mesh::Axis::plus_z;
    }
    return std::nullopt;
}

std::optional<fs::path> landmark_file_beside(const fs::path& model) {
    return file_beside(model, landmark_ending);
}

fs::path landmark_path(const fs::path& model) {
    fs::path fresh = model;
    fresh.replace_extension(landmark_ending);
    return landmark_file_beside(model).value_or(std::move(fresh));
}

Result<LandmarkFile> parse_landmark_file(const std::string_view text, const std::string& file) {
    try {
        const toml::table root = toml::parse(text, file);
        return read_root(root, file);
    } catch (const toml::parse_error& problem) {
        return wrong_at(file, problem.source().begin,
                        with_detail(tr("is not valid TOML"), std::string(problem.description())),
                        tr("Correct this line"));
    }
}

std::string landmark_file_text(const LandmarkFile& content) {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << std::fixed << "format = 1\n";
    if (content.unit_m) {
        // Nine digits bring back every float.
        text << "unit_m = " << std::scientific << std::setprecision(9) << *content.unit_m << std::fixed << "\n";
    }
    if (content.up) {
        text << "up = \"" << mesh::to_string(*content.up) << "\"\n";
    }
    if (content.facing) {
        text << "facing = \"" << mesh::to_string(*content.facing) << "\"\n";
    }
    const auto position = [&text](const glm::vec3 at) {
        text << std::setprecision(5) << "[" << at.x << ", " << at.y << ", " << at.z << "]\n";
    };
    if (content.origin_m) {
        text << "origin_m = ";
        position(*content.origin_m);
    }
    for (const GivenLandmark& landmark : content.landmarks) {
        text << "\n[[landmark]]\nid = \"" << landmark.id << "\"\nposition_m = ";
        position(landmark.position_m);
        text << "confidence = " << std::setprecision(2) << landmark.confidence << "\n";
    }
    return text.str();
}

Result<void> write_landmark_file(const fs::path& path, const LandmarkFile& content) {
    const std::string text = landmark_file_text(content);
    return write_file(path, std::as_bytes(std::span(text)));
}

Result<LandmarkFile> read_landmark_file(const fs::path& path) {
    const auto text = read_text_file(path);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return parse_landmark_file(*text, path.string());
}

}  // namespace dorsum::body
