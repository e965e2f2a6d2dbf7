#include "body/part_roles.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <optional>
#include <vector>

#include "core/fill.h"
#include "core/translate.h"

namespace dorsum::body {
namespace {

/// Empty for a name that says nothing.
std::optional<Role> told_by_name(const std::string& name) {
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(),
                           [](const unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    const auto has = [&lower](const char* word) { return lower.find(word) != std::string::npos; };
    if (has("towel")) {
        return Role::towel;
    }
    if (has("table")) {
        return Role::table;
    }
    return has("skin") ? std::optional(Role::skin) : std::nullopt;
}

}  // namespace

Result<std::shared_ptr<const Catalogue>> catalogue_of(const std::string& model_file) {
    const auto path = catalogue_beside(model_file);
    if (!path) {
        return std::shared_ptr<const Catalogue>();
    }
    auto catalogue = read_catalogue(*path);
    if (!catalogue) {
        return tl::unexpected(catalogue.error());
    }
    return std::make_shared<const Catalogue>(*std::move(catalogue));
}

Role role_of(const std::string& part_name, const Catalogue* catalogue) {
    const CatalogueEntry* entry = catalogue != nullptr ? catalogue->find(part_name) : nullptr;
    return entry != nullptr ? entry->layer : told_by_name(part_name).value_or(Role::skin);
}

void leave_out_unknown(mesh::Model& model, const Catalogue* catalogue) {
    if (catalogue == nullptr) {
        return;
    }
    if (const std::string stem = std::filesystem::path(model.file).stem().string();
        !catalogue->body.empty() && catalogue->body != stem) {
        model.warnings.push_back(
            fill(tr("The catalogue beside the model is that of another body, whose name is: {0}"), {catalogue->body}));
    }
    std::string names;
    std::erase_if(model.parts, [&](const mesh::ModelPart& part) {
        const bool known = catalogue->find(part.name) != nullptr || told_by_name(part.name).has_value();
        if (!known) {
            names += (names.empty() ? "" : ", ") + part.name;
        }
        return !known;
    });
    if (!names.empty()) {
        model.warnings.push_back(
            fill(tr("The catalogue beside the model does not name these parts; they are left out: {0}"), {names}));
    }
}

}  // namespace dorsum::body
