#include "mesh/import.h"

#include <exception>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/files.h"
#include "core/fill.h"
#include "core/translate.h"
#include "mesh/assimp_scene.h"
#include "mesh/axis_hints.h"
#include "mesh/coarser_levels.h"
#include "mesh/gltf_parts.h"
#include "mesh/import_errors.h"
#include "mesh/model_format.h"
#include "mesh/own_glb.h"
#include "mesh/plain_models.h"
#include "mesh/preflight.h"
#include "mesh/scene_parts.h"
#include "mesh/smooth_surface.h"

namespace dorsum::mesh {
namespace {

/// Shares of an import's time, measured on files of 50 thousand to 1.4 million triangles.
constexpr float share_checked = 0.05F;
constexpr float share_read = 0.75F;

/// "{count}" in a translated sentence replaced by a number.
std::string with_count(std::string sentence, const std::size_t count) {
    if (const auto at = sentence.find("{count}"); at != std::string::npos) {
        sentence.replace(at, 7, std::to_string(count));
    }
    return sentence;
}

bool go_on(const ImportProgress& progress, const float share) {
    return !progress || progress(share);
}

void add_warnings(Model& model, const std::size_t bad_index_faces, const std::size_t bad_positions) {
    if (bad_index_faces > 0) {
        model.warnings.push_back(with_count(
            tr("{count} faces were left out because they name vertices that do not exist."), bad_index_faces));
    }
    if (bad_positions > 0) {
        model.warnings.push_back(with_count(
            tr("{count} triangles were left out because a corner's position is not a usable number."), bad_positions));
    }
}

/// Everything that was left out, and nothing remains: say so in the error, it is all that is seen.
tl::unexpected<Error> nothing_left(const std::filesystem::path& path, const ModelFormat format, const Model& model) {
    return model.warnings.empty() ? no_triangles(path)
                                  : broken(path, format, tr("not one of its triangles can be used"));
}

Result<Model> smoothed(Model model, const std::filesystem::path& path, const ModelFormat format,
                       const ImportProgress& progress) {
    for (std::size_t i = 0; i < model.parts.size(); ++i) {
        const float done = static_cast<float>(i) / static_cast<float>(model.parts.size());
        if (!go_on(progress, share_read + (1.0F - share_read) * done)) {
            return stopped(path);
        }
        model.parts[i].mesh = with_coarser_levels(smooth_surface(std::move(model.parts[i].mesh)));
    }
    std::erase_if(model.parts, [](const ModelPart& part) { return part.mesh.indices.empty(); });
    if (model.parts.empty()) {
        return nothing_left(path, format, model);
    }
    if (!go_on(progress, 1.0F)) {
        return stopped(path);
    }
    return model;
}

Model own_model(const std::filesystem::path& path, std::vector<ModelPart> parts) {
    Model model;
    model.file = path.string();
    model.parts = std::move(parts);
    model.hints = gltf_hints();
    return model;
}

Result<Model> import_own_or_throw(const std::filesystem::path& path) {
    const auto content = read_file(path);
    if (!content) {
        return tl::unexpected(content.error());
    }
    if (recognise_format(path, *content) != ModelFormat::glb) {
        return not_a_model(path);
    }
    if (const auto checked = preflight_glb(path, *content); !checked) {
        return tl::unexpected(checked.error());
    }
    auto parts = read_own_glb(*content);
    if (!parts) {
        return failure(path.string(), tr("is no model that dorsum-sculpt has made"), tr("Install the program again"));
    }
    return own_model(path, *std::move(parts));
}

std::optional<PlainModel> read_plain(const ModelFormat format, const std::span<const std::byte> content) {
    switch (format) {
        case ModelFormat::obj:
            return read_plain_obj(content);
        case ModelFormat::stl:
            return read_plain_stl(content);
        case ModelFormat::ply:
            return read_plain_ply(content);
        case ModelFormat::fbx:
        case ModelFormat::dae:
        case ModelFormat::gltf:
        case ModelFormat::glb:
            return std::nullopt;
    }
    return std::nullopt;  // unreachable
}

Result<Model> import_plain(const std::filesystem::path& path, const ModelFormat format, PlainModel plain,
                           const ImportProgress& progress) {
    if (!go_on(progress, share_read)) {
        return stopped(path);
    }
    Model model;
    model.file = path.string();
    add_warnings(model, plain.bad_index_faces, plain.bad_positions);
    if (plain.mesh.indices.empty()) {
        return nothing_left(path, format, model);
    }
    model.parts.push_back({plain.name.empty() ? path.stem().string() : plain.name, std::move(plain.mesh)});
    return smoothed(std::move(model), path, format, progress);
}

Result<Model> import_gltf(const std::filesystem::path& path, const ModelFormat format, std::vector<std::byte> content,
                          const ImportProgress& progress) {
    auto read = read_gltf_parts(path, format, content, [&](const float share) {
        return go_on(progress, share_checked + (share_read - share_checked) * share);
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    content = {};
    Model model;
    model.file = path.string();
    model.hints = gltf_hints();
    model.parts = std::move(read->parts);
    add_warnings(model, read->bad_index_faces, read->bad_positions);
    return model.parts.empty() ? nothing_left(path, format, model) : smoothed(std::move(model), path, format, progress);
}

Result<Model> import_or_throw(const std::filesystem::path& path, const ImportProgress& progress) {
    auto read = read_file(path);
    if (!read) {
        return tl::unexpected(read.error());
    }
    std::optional<std::vector<std::byte>> content = std::move(*read);
    if (content->empty()) {
        return failure(path.string(), tr("is empty"), tr("Export or download the file again"));
    }
    const auto format = recognise_format(path, *content);
    if (!format) {
        return not_a_model(path);
    }
    if (*format == ModelFormat::obj) {  // what preflight would mend in it is no plain one
        if (auto plain = read_plain(*format, *content)) {
            content.reset();
            return import_plain(path, *format, *std::move(plain), progress);
        }
    }
    const auto checked = preflight(path, *format, *content);
    if (!checked) {
        return tl::unexpected(checked.error());
    }
    if (checked->announced_triangles == std::size_t{0}) {
        return no_triangles(path);
    }
    if (!go_on(progress, share_checked)) {
        return stopped(path);
    }
    if (*format == ModelFormat::glb) {
        if (auto parts = read_own_glb(*content)) {
            return go_on(progress, 1.0F) ? Result<Model>(own_model(path, *std::move(parts))) : stopped(path);
        }
    }
    if (*format == ModelFormat::glb || *format == ModelFormat::gltf) {
        return import_gltf(path, *format, *std::move(content), progress);
    }
    if (auto plain = read_plain(*format, *content)) {
        content.reset();
        return import_plain(path, *format, *std::move(plain), progress);
    }
    const std::string dae_text(*format == ModelFormat::dae ? as_text(*content) : std::string_view{});
    if (!checked->mended) {
        content.reset();  // the library reads the file itself; holding it twice is memory for nothing
    }
    const ImportProgress read_progress = [&](const float share) {
        return go_on(progress, share_checked + (share_read - share_checked) * share);
    };
    auto scene = read_assimp_scene(path, *format, content, read_progress);
    if (!scene) {
        return tl::unexpected(scene.error());
    }
    content.reset();
    Model model;
    model.file = path.string();
    model.hints = axis_hints(*scene->scene, *format, dae_text);
    const std::size_t bad_index_faces = checked->bad_index_faces + scene->bad_index_faces;
    SceneParts taken = take_parts(std::move(scene->scene), *format, path.stem().string());
    model.parts = std::move(taken.parts);
    add_warnings(model, bad_index_faces, taken.bad_positions);
    if (model.parts.empty()) {
        return nothing_left(path, *format, model);
    }
    return smoothed(std::move(model), path, *format, progress);
}

/// Runs an import; whatever it throws becomes an Error.
template <typename Import>
Result<Model> caught(const std::filesystem::path& path, const Import& import) try {
    return import();
} catch (const std::bad_alloc&) {
    return failure(path.string(), tr("needs more memory than there is"), tr("Use a model with fewer triangles"));
} catch (const std::exception& problem) {
    return failure(path.string(), with_detail(tr("cannot be read"), problem.what()),
                   tr("Export or download the file again"));
}

}  // namespace

Result<Model> import_model(const std::filesystem::path& path, const ImportProgress& progress) {
    return caught(path, [&] { return import_or_throw(path, progress); });
}

Result<Model> import_own_model(const std::filesystem::path& path) {
    return caught(path, [&] { return import_own_or_throw(path); });
}

}  // namespace dorsum::mesh
