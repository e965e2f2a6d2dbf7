#include "app/prepared_models.h"

#include <sys/stat.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/isolated_import.h"
#include "app/load_subject.h"
#include "app/version.h"
#include "body/file_beside.h"
#include "body/landmark_file.h"
#include "core/content_hash.h"
#include "core/disk_cache.h"
#include "core/files.h"
#include "core/log.h"
#include "core/translate.h"
#include "core/user_folders.h"
#include "mesh/file_of_uri.h"

namespace dorsum::app {
namespace {

namespace fs = std::filesystem;

/// What tells that a file has been written to meanwhile.
struct FileState {
    std::array<std::int64_t, 5> facts{};
    friend bool operator==(const FileState&, const FileState&) = default;
};

FileState state_of(const fs::path& path) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) {
        return {};
    }
    return {{static_cast<std::int64_t>(facts.st_dev), static_cast<std::int64_t>(facts.st_ino), facts.st_size,
             facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec}};
}

/// The files beside a text glTF file that hold its numbers.
std::vector<fs::path> buffers_beside(const fs::path& model) {
    constexpr std::size_t most_bytes = std::size_t{64} << 20U;
    std::vector<fs::path> files;
    const auto text = model.extension() == ".gltf" ? read_text_file(model, most_bytes) : std::string();
    const auto json = nlohmann::json::parse(text.value_or(""), nullptr, false);
    if (!json.is_object() || !json.contains("buffers") || !json["buffers"].is_array()) {
        return files;
    }
    for (const auto& buffer : json["buffers"]) {
        const std::string uri = buffer.is_object() && buffer.contains("uri") && buffer["uri"].is_string()
                                    ? buffer["uri"].get<std::string>()
                                    : "data:";
        if (!uri.starts_with("data:")) {
            files.emplace_back(mesh::file_of_uri((model.parent_path() / uri).string()));
        }
    }
    return files;
}

/// All files that say something of a model.
std::vector<fs::path> files_of(const fs::path& model) {
    std::vector<fs::path> files = buffers_beside(model);
    files.insert(files.begin(), model);
    for (const auto& beside : {body::landmark_file_beside(model), body::file_beside(model, ".catalogue.toml")}) {
        if (beside) {
            files.push_back(*beside);
        }
    }
    return files;
}

std::string text_of(const std::optional<mesh::Axis>& axis) {
    return axis ? mesh::to_string(*axis) : "";
}

/// Empty where one of the files cannot be read: then reading the model says so.
std::optional<std::string> key_of(const fs::path& model, const std::vector<fs::path>& files,
                                  const body::AxisOverrides& axes) {
    ContentHash hash;
    // Entries of another build are of no use, even one of the same version.
    const FileState program = state_of("/proc/self/exe");
    hash.add(version);
    hash.add(std::as_bytes(std::span(program.facts)));
    // Warnings are kept in the language that they were written in.
    hash.add(tr("no back found"));
    hash.add(model.stem().string());
    hash.add(text_of(axes.up));
    hash.add(text_of(axes.facing));
    hash.add(std::to_string(axes.unit_m.value_or(0.0F)));
    for (const fs::path& file : files) {
        hash.add(file.filename().string());
        if (!hash.add_file(file)) {
            return std::nullopt;
        }
    }
    return hash.text();
}

void store(const DiskCache& cache, const std::string& key, const body::PreparedModel& prepared) {
    const auto stored =
        cache.store(key, [&prepared](const ByteSink& sink) { return body::write_bytes(prepared, sink); });
    if (!stored) {
        static std::once_flag said;
        std::call_once(said, [&stored] { log::warning(to_string(stored.error())); });
    }
}

}  // namespace

Result<body::PreparedModel> read_prepared(const SubjectOptions& options, const mesh::ImportProgress& progress) {
    const fs::path path = model_path(options);
    // The bundled bodies are read as fast as an entry would be.
    const bool is_cached = options.cache_mib > 0 && !options.model.empty();
    const DiskCache cache(is_cached ? user_cache_folder() : fs::path(), options.cache_mib << 20U);
    const std::vector<fs::path> files = is_cached ? files_of(path) : std::vector<fs::path>{};
    const auto states = [&files] {
        std::vector<FileState> all;
        for (const fs::path& file : files) {
            all.push_back(state_of(file));
        }
        return all;
    };
    const std::vector<FileState> before = states();
    const auto key = is_cached ? key_of(path, files, options.axes) : std::nullopt;
    std::optional<body::PreparedModel> known;
    if (key && cache.find(*key, [&](const std::span<const std::byte> bytes) {
            known = body::prepared_from_bytes(bytes, path.string());
            return known.has_value();
        })) {
        return *std::move(known);
    }
    auto model = import_isolated(path, progress);
    if (!model) {
        return tl::unexpected(model.error());
    }
    auto prepared = body::prepare_model(*std::move(model), options.axes);
    if (prepared && key && states() == before && files_of(path) == files) {
        store(cache, *key, *prepared);
    }
    return prepared;
}

}  // namespace dorsum::app
