#pragma once

#include <toml++/toml.h>

#include <set>
#include <string>
#include <vector>

#include "scene/state.h"

namespace dorsum::app {

// How the members of a state that a bookmark keeps stand in a file: `put` writes one, `take` reads it and says whether
// it could; what cannot be read leaves the value as it was. Numbers that are no numbers count as not readable.

void put(toml::table& table, const char* key, bool value);
void put(toml::table& table, const char* key, int value);
void put(toml::table& table, const char* key, float value);
void put(toml::table& table, const char* key, double value);
void put(toml::table& table, const char* key, const std::string& value);  ///< an empty one has no line
void put(toml::table& table, const char* key, const std::vector<std::string>& value);
void put(toml::table& table, const char* key, const std::set<std::string>& value);
void put(toml::table& table, const char* key, const scene::Camera& value);
void put(toml::table& table, const char* key, const scene::Layers& value);
void put(toml::table& table, const char* key, scene::HandPeel value);
void put(toml::table& table, const char* key, const scene::SeeThrough& value);
void put(toml::table& table, const char* key, const scene::StructuresShown& value);
void put(toml::table& table, const char* key, const std::bitset<scene::zone_count + 1>& value);
void put(toml::table& table, const char* key, const scene::Pen& value);
void put(toml::table& table, const char* key, const scene::Measurement& value);

[[nodiscard]] bool take(const toml::node& node, bool& value);
[[nodiscard]] bool take(const toml::node& node, int& value);
[[nodiscard]] bool take(const toml::node& node, float& value);
[[nodiscard]] bool take(const toml::node& node, double& value);
[[nodiscard]] bool take(const toml::node& node, std::string& value);
[[nodiscard]] bool take(const toml::node& node, std::vector<std::string>& value);
[[nodiscard]] bool take(const toml::node& node, std::set<std::string>& value);
[[nodiscard]] bool take(const toml::node& node, scene::Camera& value);
[[nodiscard]] bool take(const toml::node& node, scene::Layers& value);
[[nodiscard]] bool take(const toml::node& node, scene::HandPeel& value);
[[nodiscard]] bool take(const toml::node& node, scene::SeeThrough& value);
[[nodiscard]] bool take(const toml::node& node, scene::StructuresShown& value);
[[nodiscard]] bool take(const toml::node& node, std::bitset<scene::zone_count + 1>& value);
[[nodiscard]] bool take(const toml::node& node, scene::Pen& value);
[[nodiscard]] bool take(const toml::node& node, scene::Measurement& value);

}  // namespace dorsum::app
