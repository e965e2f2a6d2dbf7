#include "sculpt/figures.h"

#include "sculpt/figure_reader.h"

namespace dorsum::sculpt {
namespace {

using namespace figure;

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

SpinousProcess spinous_process(const toml::node& node) {
    const toml::table& table = as_table(node);
    return {text(table, "level"), number(table, "y"), number(table, "z")};
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

float read(const std::vector<Section>& sections, const float Section::*figure, const float y_mm) {
    std::vector<Knot> found;
    for (const Section& given : sections) {
        found.push_back({given.y_mm, given.*figure});
    }
    return along(found, y_mm);
}

}  // namespace

Result<Figures> load_figures(const std::filesystem::path& path) {
    return figure::read_figures(path, figures_from);
}

Section section_at(const std::vector<Section>& sections, const float y_mm) {
    return {y_mm,
            read(sections, &Section::half_breadth, y_mm),
            read(sections, &Section::side_z, y_mm),
            read(sections, &Section::back_z, y_mm),
            read(sections, &Section::front_z, y_mm),
            read(sections, &Section::back_squareness, y_mm),
            read(sections, &Section::front_squareness, y_mm)};
}

}  // namespace dorsum::sculpt
