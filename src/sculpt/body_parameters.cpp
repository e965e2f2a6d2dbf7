#include "sculpt/body_parameters.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>

#include "core/files.h"
#include "core/translate.h"

namespace dorsum::sculpt {
namespace {

constexpr std::array entries{
    ParameterEntry{"stature_mm", &BodyParameters::stature_mm, 1400.0F, 2100.0F, "height of the standing person"},
    ParameterEntry{"biacromial_breadth_mm", &BodyParameters::biacromial_breadth_mm, 270.0F, 440.0F,
                   "between the outer ends of the acromia"},
    ParameterEntry{"bicristal_breadth_mm", &BodyParameters::bicristal_breadth_mm, 220.0F, 340.0F,
                   "between the outer ends of the iliac crests"},
    ParameterEntry{"chest_breadth_mm", &BodyParameters::chest_breadth_mm, 230.0F, 460.0F,
                   "skin to skin at the tip of T9"},
    ParameterEntry{"chest_depth_mm", &BodyParameters::chest_depth_mm, 180.0F, 400.0F, "skin to skin at the tip of T7"},
    ParameterEntry{"waist_breadth_mm", &BodyParameters::waist_breadth_mm, 220.0F, 520.0F,
                   "skin to skin at the tip of L2"},
    ParameterEntry{"waist_depth_mm", &BodyParameters::waist_depth_mm, 150.0F, 420.0F, "skin to skin at the tip of L3"},
    ParameterEntry{"hip_breadth_mm", &BodyParameters::hip_breadth_mm, 280.0F, 520.0F,
                   "skin to skin at the greater trochanters"},
    ParameterEntry{"buttock_depth_mm", &BodyParameters::buttock_depth_mm, 190.0F, 400.0F,
                   "skin to skin at the height of the buttocks"},
    ParameterEntry{"neck_breadth_mm", &BodyParameters::neck_breadth_mm, 90.0F, 180.0F, "skin to skin at C4"},
    ParameterEntry{"limb_girth", &BodyParameters::limb_girth, 0.7F, 1.5F, "factor on arms and thighs"},
    ParameterEntry{"muscle_thickness", &BodyParameters::muscle_thickness, 0.6F, 1.4F, "factor on every muscle"},
    ParameterEntry{"fat_thickness", &BodyParameters::fat_thickness, 0.4F, 3.5F, "factor on the fat under the skin"},
    ParameterEntry{"bust_mm", &BodyParameters::bust_mm, 0.0F, 60.0F, "breast tissue beside the lying chest"},
    ParameterEntry{"hair_knot_mm", &BodyParameters::hair_knot_mm, 0.0F, 50.0F, "radius of a knot of tied-up hair"},
    ParameterEntry{"kyphosis_deg", &BodyParameters::kyphosis_deg, 20.0F, 55.0F, "curvature from T1 to T12"},
    ParameterEntry{"lordosis_deg", &BodyParameters::lordosis_deg, 20.0F, 60.0F, "curvature from L1 to S1"},
};

struct Problem {
    toml::source_position at;
    std::string cause;
};

std::string with_range(const ParameterEntry& entry, const double value) {
    std::ostringstream text;
    text << entry.key << " " << tr("is") << " " << value << ", " << tr("but must lie from") << " " << entry.least << " "
         << tr("to") << " " << entry.most;
    return text.str();
}

std::string known_keys() {
    std::string keys = "name, title";
    for (const ParameterEntry& entry : entries) {
        keys += std::string(", ") + entry.key;
    }
    return keys;
}

bool usable_name(const std::string& name) {
    return !name.empty() && std::ranges::all_of(name, [](const char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
    });
}

std::optional<Problem> read_text(const toml::node& node, const std::string_view key, BodyParameters& parameters) {
    const auto text = node.value<std::string>();
    if (!text) {
        return Problem{node.source().begin, std::string(key) + " " + tr("must be a text")};
    }
    if (key == "name" && !usable_name(*text)) {
        return Problem{node.source().begin, "name " + std::string(tr("is")) + " \"" + *text + "\", " +
                                                tr("but may hold only a to z, 0 to 9 and _")};
    }
    (key == "name" ? parameters.name : parameters.title) = *text;
    return std::nullopt;
}

std::optional<Problem> read_number(const toml::node& node, const std::string_view key, BodyParameters& parameters) {
    const auto entry = std::ranges::find(entries, key, &ParameterEntry::key);
    if (entry == entries.end()) {
        return Problem{node.source().begin, std::string(tr("has the unknown key")) + " " + std::string(key) + "; " +
                                                tr("known are") + " " + known_keys()};
    }
    const auto value = node.value<double>();
    if (!value) {
        return Problem{node.source().begin, std::string(key) + " " + tr("must be a number")};
    }
    // In single precision, as the ends of the range are: 1.4 is then exactly the end 1.4.
    const auto number = static_cast<float>(*value);
    if (!(number >= entry->least && number <= entry->most)) {
        return Problem{node.source().begin, with_range(*entry, *value)};
    }
    parameters.*(entry->value) = number;
    return std::nullopt;
}

std::optional<Problem> read_entry(const std::string_view key, const toml::node& node, BodyParameters& parameters) {
    return key == "name" || key == "title" ? read_text(node, key, parameters) : read_number(node, key, parameters);
}

}  // namespace

std::span<const ParameterEntry> parameter_entries() {
    return entries;
}

Result<BodyParameters> read_body_parameters(const std::filesystem::path& path) {
    const auto content = read_text_file(path);
    if (!content) {
        return tl::unexpected(content.error());
    }
    const char* remedy = tr("Compare it with the files in src/sculpt/bodies");
    BodyParameters parameters;
    try {
        const toml::table root = toml::parse(*content);
        for (const char* key : {"name", "title"}) {
            if (!root.contains(key)) {
                return failure(path.string(), std::string(tr("lacks the entry ")) + key, remedy, 1);
            }
        }
        for (const auto& [key, node] : root) {
            if (const auto problem = read_entry(key.str(), node, parameters)) {
                return failure(path.string(), problem->cause, remedy, static_cast<int>(problem->at.line),
                               static_cast<int>(problem->at.column));
            }
        }
    } catch (const toml::parse_error& error) {
        return failure(path.string(), std::string(error.description()), remedy,
                       static_cast<int>(error.source().begin.line), static_cast<int>(error.source().begin.column));
    }
    return parameters;
}

}  // namespace dorsum::sculpt
