#include "sculpt/figures.h"

#include <toml++/toml.h>
#include <stdexcept>

#include "core/files.h"
#include "core/translate.h"

namespace dorsum::sculpt {
namespace {

/// Thrown and caught inside this file only: the reader is deeply nested and each level can fail.
struct Unreadable {
    toml::source_position at;
    std::string cause;
};

template <typename Node>
[[noreturn]] void stop(const Node& at, const std::string& cause) {
    throw Unreadable{at.source().begin, cause};
}

const toml::node& entry(const toml::table& table, const std::string_view key) {
    const toml::node* found = table.get(key);
    if (found == nullptr) {
        stop(table, std::string(tr("lacks the entry ")) + std::string(key));
    }
    return *found;
}

float number(const toml::node& node) {
    const auto value = node.value<double>();
    if (!value) {
        stop(node, tr("holds something else where a number belongs"));
    }
    return static_cast<float>(*value);
}

float number(const toml::table& table, const std::string_view key) {
    return number(entry(table, key));
}

std::string text(const toml::table& table, const std::string_view key) {
    const auto value = entry(table, key).value<std::string>();
    if (!value) {
        stop(table, std::string(tr("holds something else where a text belongs: ")) + std::string(key));
    }
    return *value;
}

const toml::array& list(const toml::node& node) {
    const toml::array* found = node.as_array();
    if (found == nullptr || found->empty()) {
        stop(node, tr("holds no list where one belongs"));
    }
    return *found;
}

std::vector<float> numbers(const toml::node& node, const std::size_t count) {
    const toml::array& items = list(node);
    if (items.size() != count) {
        stop(node, std::string(tr("holds a list of another length than ")) + std::to_string(count));
    }
    std::vector<float> result;
    for (const toml::node& item : items) {
        result.push_back(number(item));
    }
    return result;
}

glm::vec2 pair(const toml::node& node) {
    const auto v = numbers(node, 2);
    return {v[0], v[1]};
}

glm::vec3 triple(const toml::node& node) {
    const auto v = numbers(node, 3);
    return {v[0], v[1], v[2]};
}

/// Reads every item of a list of equal things.
template <typename Read>
auto each(const toml::node& node, Read read) {
    std::vector<decltype(read(node))> result;
    for (const toml::node& item : list(node)) {
        result.push_back(read(item));
    }
    return result;
}

const toml::table& as_table(const toml::node& node) {
    const toml::table* found = node.as_table();
    if (found == nullptr) {
        stop(node, tr("holds something else where a table belongs"));
    }
    return *found;
}

std::vector<Knot> knots(const toml::table& table, const std::string_view key) {
    std::vector<Knot> result = each(entry(table, key), [](const toml::node& node) {
        const glm::vec2 v = pair(node);
        return Knot{v.x, v.y};
    });
    for (std::size_t i = 1; i < result.size(); ++i) {
        if (result[i].at <= result[i - 1].at) {
            stop(table, std::string(tr("has knots out of rising order in ")) + std::string(key));
        }
    }
    return result;
}

Section section(const toml::node& node) {
    const auto v = numbers(node, 7);
    return {v[0], v[1], v[2], v[3], v[4], v[5], v[6]};
}

Belly belly(const toml::node& node) {
    const toml::table& table = as_table(node);
    Belly result;
    result.name = text(table, "name");
    result.flat_axis = table.contains("flat_axis") ? triple(entry(table, "flat_axis")) : result.flat_axis;
    result.flatness = table.contains("flatness") ? number(table, "flatness") : result.flatness;
    result.blend_mm = number(table, "blend");
    result.stations = each(entry(table, "stations"), [](const toml::node& item) {
        const auto v = numbers(item, 4);
        return Station{{v[0], v[1], v[2]}, v[3]};
    });
    if (result.stations.size() < 2) {
        stop(node, tr("has a belly with fewer than two stations"));
    }
    return result;
}

Stroke stroke(const toml::node& node) {
    const toml::table& table = as_table(node);
    const std::string kind = text(table, "kind");
    if (kind == "bump") {
        return Bump{pair(entry(table, "centre")), pair(entry(table, "deviation")),
                    table.contains("along_deg") ? number(table, "along_deg") : 0.0F, number(table, "height")};
    }
    if (kind == "ridge") {
        return Ridge{each(entry(table, "points"), [](const toml::node& item) {
            const auto v = numbers(item, 4);
            return RidgePoint{{v[0], v[1]}, v[2], v[3]};
        })};
    }
    if (kind == "sheet") {
        return Sheet{each(entry(table, "outline"), pair), number(table, "thickness"), number(table, "edge")};
    }
    if (kind == "blur") {
        return Blur{number(table, "deviation")};
    }
    if (kind == "columns") {
        return Columns{knots(table, "furrow_depth"), knots(table, "crest_x"), knots(table, "column_height"),
                       knots(table, "column_breadth")};
    }
    stop(node, std::string(tr("has a stroke of unknown kind: ")) + kind);
}

SpinousProcess spinous_process(const toml::node& node) {
    const toml::table& table = as_table(node);
    return {text(table, "level"), number(table, "y"), number(table, "bump")};
}

HeadMass head_mass(const toml::node& node) {
    const toml::table& table = as_table(node);
    return {triple(entry(table, "centre")), triple(entry(table, "half_axes")), number(table, "blend")};
}

Sighting sighting(const toml::node& node) {
    const toml::table& table = as_table(node);
    return {text(table, "id"), triple(entry(table, "from")), triple(entry(table, "towards"))};
}

Figures figures_from(const toml::table& root) {
    Figures figures;
    figures.sections = each(entry(root, "sections"), section);
    for (std::size_t i = 1; i < figures.sections.size(); ++i) {
        if (figures.sections[i].y_mm <= figures.sections[i - 1].y_mm) {
            stop(entry(root, "sections"), tr("has sections out of order from the feet to the head"));
        }
    }
    figures.spinous_processes = each(entry(root, "spinous_process"), spinous_process);
    figures.bellies = each(entry(root, "belly"), belly);
    figures.relief = each(entry(root, "stroke"), stroke);
    const toml::table& head = as_table(entry(root, "head"));
    figures.head = each(entry(head, "mass"), head_mass);
    figures.hairline = knots(head, "hairline");
    figures.hair_mm = number(head, "hair");
    figures.sightings = each(entry(root, "landmark"), sighting);
    figures.table_top_z = number(root, "table_top_z");
    figures.skin_end_y = number(root, "skin_end_y");
    figures.towel_top_y = number(root, "towel_top_y");
    return figures;
}

float read(const Figures& figures, const float Section::*figure, const float y_mm) {
    std::vector<Knot> found;
    for (const Section& given : figures.sections) {
        found.push_back({given.y_mm, given.*figure});
    }
    return along(found, y_mm);
}

}  // namespace

Result<Figures> load_figures(const std::filesystem::path& path) {
    const auto content = read_text_file(path);
    if (!content) {
        return tl::unexpected(content.error());
    }
    const char* remedy = tr("Compare it with src/sculpt/figures.toml of the same version");
    try {
        return figures_from(toml::parse(*content));
    } catch (const toml::parse_error& error) {
        return failure(path.string(), std::string(error.description()), remedy,
                       static_cast<int>(error.source().begin.line), static_cast<int>(error.source().begin.column));
    } catch (const Unreadable& error) {
        return failure(path.string(), error.cause, remedy, static_cast<int>(error.at.line),
                       static_cast<int>(error.at.column));
    }
}

Section section_at(const Figures& figures, const float y_mm) {
    return {y_mm,
            read(figures, &Section::half_breadth, y_mm),
            read(figures, &Section::side_z, y_mm),
            read(figures, &Section::back_z, y_mm),
            read(figures, &Section::front_z, y_mm),
            read(figures, &Section::back_squareness, y_mm),
            read(figures, &Section::front_squareness, y_mm)};
}

}  // namespace dorsum::sculpt
