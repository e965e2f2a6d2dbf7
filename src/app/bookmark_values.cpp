#include "app/bookmark_values.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace dorsum::app {

namespace {

constexpr double mm_per_m = 1000.0;
constexpr float farthest_m = 10.0F;  // of anything from the body

/// Short, and exact enough for everything that is kept: a millionth.
double rounded(const double value, const double steps = 1.0e6) {
    return std::round(value * steps) / steps;
}

/// x, y, z of one after the other, in millimetres with two decimals.
toml::array to_array(const std::vector<glm::vec3>& points) {
    toml::array numbers;
    for (const glm::vec3 point : points) {
        for (int i = 0; i < 3; ++i) {
            numbers.push_back(rounded(static_cast<double>(point[i]) * mm_per_m, 100.0));
        }
    }
    return numbers;
}

std::optional<std::vector<glm::vec3>> points_in(const toml::node* node) {
    const toml::array* numbers = node == nullptr ? nullptr : node->as_array();
    if (numbers == nullptr || numbers->size() % 3 != 0) {
        return std::nullopt;
    }
    std::vector<glm::vec3> points(numbers->size() / 3);
    for (std::size_t i = 0; i < numbers->size(); ++i) {
        float value = 0.0F;
        if (!take((*numbers)[i], value) || std::abs(value) > farthest_m * static_cast<float>(mm_per_m)) {
            return std::nullopt;
        }
        points[i / 3][static_cast<int>(i % 3)] = value / static_cast<float>(mm_per_m);
    }
    return points;
}

/// What a table has of a value; what it lacks stays.
template <typename Value>
bool take_if_there(const toml::table& table, const char* key, Value& value) {
    const toml::node* node = table.get(key);
    return node == nullptr || take(*node, value);
}

/// The members of SeeThrough that are written as they are: one line each.
template <typename Look, typename Act>
void for_each_look(Look& look, Act&& act) {
    act("x_ray", look.x_ray);
    act("taken_apart", look.explosion);
    act("isolated", look.isolated);
}

}  // namespace

void put(toml::table& table, const char* key, const bool value) {
    table.insert_or_assign(key, value);
}

void put(toml::table& table, const char* key, const int value) {
    table.insert_or_assign(key, value);
}

void put(toml::table& table, const char* key, const float value) {
    table.insert_or_assign(key, rounded(static_cast<double>(value)));
}

void put(toml::table& table, const char* key, const double value) {
    table.insert_or_assign(key, rounded(value));
}

void put(toml::table& table, const char* key, const std::string& value) {
    if (!value.empty()) {
        table.insert_or_assign(key, value);
    }
}

void put(toml::table& table, const char* key, const std::vector<std::string>& value) {
    toml::array texts;
    for (const std::string& each : value) {
        texts.push_back(each);
    }
    table.insert_or_assign(key, std::move(texts));
}

void put(toml::table& table, const char* key, const std::set<std::string>& value) {
    put(table, key, std::vector<std::string>(value.begin(), value.end()));
}

void put(toml::table& table, const char* key, const scene::Camera& value) {
    toml::table camera;
    camera.insert_or_assign("target_mm", to_array({value.target}));
    put(camera, "distance_m", value.distance_m);
    put(camera, "azimuth_deg", value.azimuth_deg);
    put(camera, "elevation_deg", value.elevation_deg);
    put(camera, "field_of_view_deg", value.field_of_view_deg);
    put(camera, "roll_deg", value.roll_deg);
    table.insert_or_assign(key, std::move(camera));
}

void put(toml::table& table, const char* key, const scene::Layers& value) {
    std::vector<std::string> names;
    for (int i = 0; i < scene::layer_count; ++i) {
        if (scene::shows(value, static_cast<scene::Layer>(i))) {
            names.emplace_back(name_of(static_cast<scene::Layer>(i)));
        }
    }
    put(table, key, names);
}

void put(toml::table& table, const char* key, const scene::HandPeel value) {
    put(table, key, std::string(name_of(value)));
}

void put(toml::table& table, const char* key, const scene::SeeThrough& value) {
    toml::table look;
    for_each_look(value, [&look](const char* name, const auto& each) { put(look, name, each); });
    toml::table opacities;
    for (const scene::Layer layer : scene::fading_layers()) {
        if (value.opacity_of(layer) < 1.0F) {
            put(opacities, name_of(layer), value.opacity_of(layer));
        }
    }
    if (!opacities.empty()) {
        look.insert_or_assign("opacity", std::move(opacities));
    }
    if (value.cut) {
        toml::table cut;
        put(cut, "plane", std::string(name_of(value.cut->section)));
        put(cut, "offset_mm", value.cut->offset_mm);
        put(cut, "other_side", value.cut->other_side);
        look.insert_or_assign("cut", std::move(cut));
    }
    table.insert_or_assign(key, std::move(look));
}

void put(toml::table& table, const char* key, const scene::StructuresShown& value) {
    toml::table structures;
    put(structures, "hidden", value.hidden);
    put(structures, "ghosts", value.ghosted);
    put(structures, "both_sides", value.both_sides);
    table.insert_or_assign(key, std::move(structures));
}

void put(toml::table& table, const char* key, const std::bitset<scene::zone_count + 1>& value) {
    toml::array numbers;
    for (int number = 1; number <= scene::zone_count; ++number) {
        if (value.test(static_cast<std::size_t>(number))) {
            numbers.push_back(number);
        }
    }
    table.insert_or_assign(key, std::move(numbers));
}

void put(toml::table& table, const char* key, const scene::Pen& value) {
    toml::array lines;
    for (const auto& line : value.lines) {
        toml::table written;
        put(written, "colour", std::string(name_of(line->colour)));
        put(written, "wide", line->wide);
        std::vector<glm::vec3> points;
        for (const body::SkinPoint& point : line->points) {
            points.push_back(point.position);
        }
        written.insert_or_assign("points_mm", to_array(points));
        lines.push_back(std::move(written));
    }
    toml::table notes;
    put(notes, "shown", value.shown);
    notes.insert_or_assign("lines", std::move(lines));
    table.insert_or_assign(key, std::move(notes));
}

void put(toml::table& table, const char* key, const scene::Measurement& value) {
    toml::table measured;
    put(measured, "on", value.on);
    measured.insert_or_assign("points_mm", to_array(value.points));
    table.insert_or_assign(key, std::move(measured));
}

bool take(const toml::node& node, bool& value) {
    const auto read = node.is_boolean() ? node.value<bool>() : std::nullopt;
    value = read.value_or(value);
    return read.has_value();
}

bool take(const toml::node& node, int& value) {
    const auto read = node.is_integer() ? node.value<std::int64_t>() : std::nullopt;
    if (!read || *read < std::numeric_limits<int>::min() || *read > std::numeric_limits<int>::max()) {
        return false;
    }
    value = static_cast<int>(*read);
    return true;
}

bool take(const toml::node& node, float& value) {
    double number = 0.0;
    if (!take(node, number) || std::abs(number) > 1.0e9) {
        return false;
    }
    value = static_cast<float>(number);
    return true;
}

bool take(const toml::node& node, double& value) {
    const auto read = node.is_number() ? node.value<double>() : std::nullopt;
    if (!read || !std::isfinite(*read)) {
        return false;
    }
    value = *read;
    return true;
}

bool take(const toml::node& node, std::string& value) {
    const auto read = node.is_string() ? node.value<std::string>() : std::nullopt;
    value = read.value_or(value);
    return read.has_value();
}

bool take(const toml::node& node, std::vector<std::string>& value) {
    const toml::array* texts = node.as_array();
    std::vector<std::string> read;
    for (std::size_t i = 0; texts != nullptr && i < texts->size(); ++i) {
        if (std::string text; take((*texts)[i], text)) {
            read.push_back(std::move(text));
        }
    }
    if (texts == nullptr || read.size() != texts->size()) {
        return false;
    }
    value = std::move(read);
    return true;
}

bool take(const toml::node& node, std::set<std::string>& value) {
    std::vector<std::string> texts;
    if (!take(node, texts)) {
        return false;
    }
    value = {texts.begin(), texts.end()};
    return true;
}

bool take(const toml::node& node, scene::Camera& value) {
    const toml::table* table = node.as_table();
    const auto target = table == nullptr ? std::nullopt : points_in(table->get("target_mm"));
    scene::Camera camera = value;
    const bool read = target && target->size() == 1 && take_if_there(*table, "distance_m", camera.distance_m) &&
                      take_if_there(*table, "azimuth_deg", camera.azimuth_deg) &&
                      take_if_there(*table, "elevation_deg", camera.elevation_deg) &&
                      take_if_there(*table, "field_of_view_deg", camera.field_of_view_deg) &&
                      take_if_there(*table, "roll_deg", camera.roll_deg);
    if (!read) {
        return false;
    }
    camera.target = target->front();
    camera.distance_m = std::clamp(camera.distance_m, 0.05F, 20.0F);
    camera.azimuth_deg = std::remainder(camera.azimuth_deg, 360.0F);
    camera.elevation_deg = std::clamp(camera.elevation_deg, -89.0F, 89.0F);
    camera.field_of_view_deg = std::clamp(camera.field_of_view_deg, 5.0F, 90.0F);
    camera.roll_deg = std::remainder(camera.roll_deg, 360.0F);
    value = camera;
    return true;
}

bool take(const toml::node& node, scene::Layers& value) {
    std::vector<std::string> names;
    if (!take(node, names)) {
        return false;
    }
    scene::Layers layers;
    for (const std::string& name : names) {
        const auto layer = scene::parse_layer(name);
        if (!layer) {
            return false;
        }
        layers.set(static_cast<std::size_t>(*layer));
    }
    value = layers;
    return true;
}

bool take(const toml::node& node, scene::HandPeel& value) {
    std::string name;
    const auto read = take(node, name) ? scene::parse_hand_peel(name) : std::nullopt;
    value = read.value_or(value);
    return read.has_value();
}

namespace {

bool take_cut(const toml::table& table, std::optional<scene::Cut>& value) {
    const toml::table* written = table["cut"].as_table();
    if (written == nullptr) {
        return !table.contains("cut");
    }
    scene::Cut cut;
    std::string plane;
    const bool read = take_if_there(*written, "plane", plane) && scene::parse_section(plane) &&
                      take_if_there(*written, "offset_mm", cut.offset_mm) &&
                      take_if_there(*written, "other_side", cut.other_side);
    if (!read) {
        return false;
    }
    cut.section = *scene::parse_section(plane);
    cut.offset_mm = std::clamp(cut.offset_mm, -scene::largest_cut_offset_mm, scene::largest_cut_offset_mm);
    value = cut;
    return true;
}

}  // namespace

bool take(const toml::node& node, scene::SeeThrough& value) {
    const toml::table* table = node.as_table();
    if (table == nullptr) {
        return false;
    }
    scene::SeeThrough look;
    bool read = take_cut(*table, look.cut);
    for_each_look(look, [&](const char* name, auto& each) { read = take_if_there(*table, name, each) && read; });
    look.explosion = std::clamp(look.explosion, 0.0F, 1.0F);
    const toml::table* opacities = (*table)["opacity"].as_table();
    for (const scene::Layer layer : scene::fading_layers()) {
        float opacity = 1.0F;
        read = (opacities == nullptr || take_if_there(*opacities, name_of(layer), opacity)) && read;
        look.set_opacity(layer, std::clamp(opacity, 0.0F, 1.0F));
    }
    if (read) {
        value = look;
    }
    return read;
}

bool take(const toml::node& node, scene::StructuresShown& value) {
    const toml::table* table = node.as_table();
    if (table == nullptr) {
        return false;
    }
    scene::StructuresShown shown;
    const bool read = take_if_there(*table, "hidden", shown.hidden) && take_if_there(*table, "ghosts", shown.ghosted) &&
                      take_if_there(*table, "both_sides", shown.both_sides);
    if (read) {
        value = shown;
    }
    return read;
}

bool take(const toml::node& node, std::bitset<scene::zone_count + 1>& value) {
    const toml::array* numbers = node.as_array();
    std::bitset<scene::zone_count + 1> zones;
    for (std::size_t i = 0; numbers != nullptr && i < numbers->size(); ++i) {
        int number = 0;
        if (!take((*numbers)[i], number) || number < 1 || number > scene::zone_count) {
            return false;
        }
        zones.set(static_cast<std::size_t>(number));
    }
    value = numbers == nullptr ? value : zones;
    return numbers != nullptr;
}

bool take(const toml::node& node, scene::Pen& value) {
    const toml::table* table = node.as_table();
    const toml::array* lines = table == nullptr ? nullptr : (*table)["lines"].as_array();
    scene::Pen pen;
    if (lines == nullptr || !take_if_there(*table, "shown", pen.shown)) {
        return false;
    }
    for (const toml::node& each : *lines) {
        const toml::table* written = each.as_table();
        const auto points = written == nullptr ? std::nullopt : points_in(written->get("points_mm"));
        std::string colour = name_of(scene::PenColour::black);
        scene::PenLine line;
        if (!points || points->empty() || !take_if_there(*written, "colour", colour) ||
            !take_if_there(*written, "wide", line.wide) || !scene::parse_pen_colour(colour)) {
            return false;
        }
        line.colour = *scene::parse_pen_colour(colour);
        for (const glm::vec3 point : *points) {
            line.points.push_back({point, {0.0F, 0.0F, 1.0F}});  // the normal is that of the skin it is laid on
        }
        pen.lines.push_back(std::make_shared<const scene::PenLine>(std::move(line)));
    }
    value = std::move(pen);
    return true;
}

bool take(const toml::node& node, scene::Measurement& value) {
    const toml::table* table = node.as_table();
    const auto points = table == nullptr ? std::nullopt : points_in(table->get("points_mm"));
    scene::Measurement measurement;
    if (!points || !take_if_there(*table, "on", measurement.on)) {
        return false;
    }
    measurement.points = *points;
    value = std::move(measurement);
    return true;
}

}  // namespace dorsum::app
