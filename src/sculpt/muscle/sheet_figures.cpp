#include "sculpt/muscle/sheet_figures.h"

#include <algorithm>
#include <glm/geometric.hpp>

#include "sculpt/figure_reader.h"

namespace dorsum::sculpt {
namespace {

using figure::number_or;

std::vector<Knot> knots_or_none(const toml::table& table, const std::string_view key) {
    return table.contains(key) ? figure::knots(table, key) : std::vector<Knot>{};
}

/// A number, the same everywhere, or knots.
std::vector<Knot> number_or_knots(const toml::table& table, const std::string_view key, const float otherwise) {
    const toml::node* found = table.get(key);
    if (found == nullptr) {
        return {{0.0F, otherwise}};
    }
    return found->is_array() ? figure::knots(table, key) : std::vector<Knot>{{0.0F, figure::number(*found)}};
}

glm::vec2 pair_or(const toml::table& table, const std::string_view key, const glm::vec2 otherwise) {
    return table.contains(key) ? figure::pair(figure::entry(table, key)) : otherwise;
}

/// Where `at` was left out, by the mean way from line to line.
void place_lines(std::vector<CrossLine>& lines) {
    float way = 0.0F;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::vector<glm::vec3>& one = lines[i - 1].points;
        const std::vector<glm::vec3>& other = lines[i].points;
        const glm::vec3 middle = (one.front() + one.back() + one[one.size() / 2]) / 3.0F;
        const glm::vec3 next = (other.front() + other.back() + other[other.size() / 2]) / 3.0F;
        way += std::max(glm::distance(middle, next), 1.0F);
        lines[i].at = way;
    }
    for (CrossLine& line : lines) {
        line.at /= way;
    }
}

CrossLine read_line(const toml::node& node) {
    const toml::table& table = figure::as_table(node);
    CrossLine line;
    for (const toml::node& item : figure::list(figure::entry(table, "points"))) {
        const bool placed = figure::list(item).size() == 4;
        const std::vector<float> v = figure::numbers(item, placed ? 4 : 3);
        line.points.emplace_back(v[0], v[1], v[2]);
        if (placed) {
            line.s.push_back(v[3]);
        }
    }
    if (!line.s.empty() && (line.s.size() != line.points.size() || line.s.front() != 0.0F || line.s.back() != 1.0F)) {
        figure::stop(node, tr("gives a fourth number to some points only, or not from 0 to 1"));
    }
    for (std::size_t i = 1; i < line.s.size(); ++i) {
        if (line.s[i] <= line.s[i - 1]) {
            figure::stop(node, tr("holds points whose fourth numbers do not rise"));
        }
    }
    line.at = number_or(table, "at", 0.0F);
    if (line.points.size() < 2) {
        figure::stop(node, tr("holds fewer than two points of a line across the fibres"));
    }
    return line;
}

void read_lines(const toml::table& table, Sheet& sheet) {
    const toml::node& lines = figure::entry(table, "lines");
    sheet.lines = figure::each(lines, read_line);
    if (sheet.lines.size() < 2) {
        figure::stop(lines, tr("holds fewer than two lines across the fibres"));
    }
    if (sheet.lines.back().at == 0.0F) {
        place_lines(sheet.lines);
    }
    for (std::size_t i = 1; i < sheet.lines.size(); ++i) {
        if (sheet.lines[i].at <= sheet.lines[i - 1].at) {
            figure::stop(lines, tr("holds lines out of rising order"));
        }
    }
    if (sheet.lines.front().at != 0.0F || sheet.lines.back().at != 1.0F) {
        figure::stop(lines, tr("does not run from 0 to 1"));
    }
}

/// The middle line of a belly as straight cross lines.
void read_stations(const toml::table& table, Sheet& sheet) {
    const toml::node& node = figure::entry(table, "stations");
    const auto stations = figure::each(node, [](const toml::node& item) { return figure::numbers(item, 5); });
    const auto facings = figure::each(figure::entry(table, "facing"), figure::triple);
    if (stations.size() < 2 || (facings.size() != 1 && facings.size() != stations.size())) {
        figure::stop(node, tr("needs two stations or more, and one facing or one for each"));
    }
    const auto centre = [&](const std::size_t i) { return glm::vec3(stations[i][0], stations[i][1], stations[i][2]); };
    sheet.thickness_mm = 0.0F;
    for (std::size_t i = 0; i < stations.size(); ++i) {
        const std::size_t after = std::min(i + 1, stations.size() - 1);
        const glm::vec3 along = centre(after) - centre(i > 0 ? i - 1 : i);
        const glm::vec3 facing = facings[facings.size() > 1 ? i : 0];
        glm::vec3 across = glm::cross(along, facing);
        const float size = glm::length(across);
        if (!(size > 0.01F * glm::length(along) * glm::length(facing))) {
            figure::stop(node, tr("holds a station whose facing points along the belly"));
        }
        if (!(stations[i][3] > 0.0F && stations[i][4] > 0.0F)) {
            figure::stop(node, tr("holds a station without breadth or thickness"));
        }
        across /= size;
        const float half = 0.5F * stations[i][3];
        sheet.lines.push_back({0.0F, {centre(i) - across * half, centre(i), centre(i) + across * half}, {}});
        sheet.thickness_mm = std::max(sheet.thickness_mm, stations[i][4]);
    }
    place_lines(sheet.lines);
    for (std::size_t i = 0; i < stations.size(); ++i) {
        sheet.along.push_back({sheet.lines[i].at, stations[i][4] / sheet.thickness_mm});
    }
    sheet.outward = facings[facings.size() / 2];
    sheet.below = 0.5F;
    sheet.round = true;
    sheet.origin_ramp_mm = {{0.0F, 0.0F}};
    sheet.insertion_ramp_mm = {{0.0F, 0.0F}};
}

std::vector<SheetPart> read_parts(const toml::table& table, const std::string& id) {
    if (!table.contains("parts")) {
        return {{id, 0.0F, 1.0F}};
    }
    const toml::node& node = figure::entry(table, "parts");
    float from = 0.0F;
    std::vector<SheetPart> parts = figure::each(node, [&](const toml::node& item) {
        const toml::table& part = figure::as_table(item);
        SheetPart result{figure::text(part, "id"), from, figure::number(part, "to")};
        from = result.to;
        if (result.to <= result.from) {
            figure::stop(item, tr("ends before it begins"));
        }
        return result;
    });
    if (parts.back().to != 1.0F) {
        figure::stop(node, tr("does not end at 1"));
    }
    return parts;
}

std::size_t read_count(const toml::table& table, const std::string_view key) {
    const float count = figure::number(table, key);
    if (!(count >= 1.0F && count <= 1e7F)) {
        figure::stop(figure::entry(table, key), tr("is no count between 1 and 10 million"));
    }
    return static_cast<std::size_t>(count);
}

void read_body(const toml::table& table, Sheet& sheet) {
    if (table.contains("outward")) {
        sheet.outward = figure::triple(figure::entry(table, "outward"));
    }
    sheet.thickness_mm = number_or(table, "thickness_mm", sheet.thickness_mm);
    if (!(sheet.thickness_mm > 0.0F)) {
        figure::stop(table, tr("has a thickness that is not above 0"));
    }
    sheet.below = number_or(table, "below", sheet.below);
    if (const toml::node* round = table.get("round")) {
        sheet.round = round->value_or(sheet.round);
    }
    sheet.across = knots_or_none(table, "across");
    if (table.contains("along")) {
        sheet.along = figure::knots(table, "along");
    }
    sheet.edges_mm = pair_or(table, "edges_mm", sheet.edges_mm);
    if (table.contains("origin_ramp_mm") || sheet.origin_ramp_mm.empty()) {
        sheet.origin_ramp_mm = number_or_knots(table, "origin_ramp_mm", 8.0F);
    }
    if (table.contains("insertion_ramp_mm") || sheet.insertion_ramp_mm.empty()) {
        sheet.insertion_ramp_mm = number_or_knots(table, "insertion_ramp_mm", 8.0F);
    }
    sheet.rim_mm = number_or(table, "rim_mm", sheet.rim_mm);
    sheet.origin_tendon_mm = number_or_knots(table, "origin_tendon_mm", 0.0F);
    sheet.insertion_tendon_mm = number_or_knots(table, "insertion_tendon_mm", 0.0F);
    sheet.tendon_thickness_mm = number_or(table, "tendon_thickness_mm", sheet.tendon_thickness_mm);
    sheet.relief.height_mm = number_or(table, "bundle_height_mm", sheet.relief.height_mm);
    sheet.relief.bundle_mm = number_or(table, "bundle_mm", sheet.relief.bundle_mm);
    sheet.drape.push_mm = number_or_knots(table, "push_mm", 25.0F);
    sheet.drape.sag_mm = number_or(table, "sag_mm", sheet.drape.sag_mm);
    sheet.drape.clearance_mm = number_or(table, "clearance_mm", sheet.drape.clearance_mm);
    sheet.drape.stiffness_mm = number_or(table, "stiffness_mm", sheet.drape.stiffness_mm);
    sheet.stretch = number_or(table, "stretch", sheet.stretch);
    sheet.triangles = read_count(table, "triangles");
}

Layer read_layer(const toml::table& root) {
    const std::string name = figure::text(root, "layer");
    if (name == "superficial") {
        return Layer::superficial_muscle;
    }
    if (name == "intermediate") {
        return Layer::intermediate_muscle;
    }
    if (name == "deep") {
        return Layer::deep_muscle;
    }
    figure::stop(figure::entry(root, "layer"), tr("is none of the layers superficial, intermediate, deep"));
}

std::string read_name(const toml::node& node) {
    const auto name = node.value<std::string>();
    if (!name) {
        figure::stop(node, tr("is no name"));
    }
    return *name;
}

Muscle read_muscle(const toml::node& node, const Layer layer) {
    const toml::table& table = figure::as_table(node);
    Muscle muscle{figure::text(table, "id"), table.contains("layer") ? read_layer(table) : layer, {}, {}};
    if (table.contains("under")) {
        muscle.under = figure::each(figure::entry(table, "under"), read_name);
    }
    const auto read = [&](const std::string_view kind, const auto& read_shape) {
        if (table.contains(kind)) {
            for (const toml::node& item : figure::list(figure::entry(table, kind))) {
                const toml::table& figures = figure::as_table(item);
                Sheet sheet;
                read_shape(figures, sheet);
                read_body(figures, sheet);
                sheet.parts = read_parts(figures, muscle.id);
                muscle.sheets.push_back(std::move(sheet));
            }
        }
    };
    read("sheet", read_lines);
    read("belly", read_stations);
    if (muscle.sheets.empty()) {
        figure::stop(node, tr("has neither a sheet nor a belly"));
    }
    return muscle;
}

}  // namespace

Result<std::vector<Muscle>> load_muscles(const std::filesystem::path& path) {
    return figure::read_figures(path, [](const toml::table& root) {
        const Layer layer = read_layer(root);
        return figure::each(figure::entry(root, "muscle"),
                            [layer](const toml::node& node) { return read_muscle(node, layer); });
    });
}

}  // namespace dorsum::sculpt
