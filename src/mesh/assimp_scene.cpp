#include "mesh/assimp_scene.h"

#include <assimp/DefaultIOSystem.h>
#include <assimp/MemoryIOWrapper.h>
#include <assimp/config.h>
#include <assimp/postprocess.h>

#include <algorithm>
#include <assimp/Importer.hpp>
#include <assimp/ProgressHandler.hpp>
#include <exception>

#include "core/translate.h"
#include "mesh/import_errors.h"

namespace dorsum::mesh {
namespace {

/// Assimp's own reports, passed on; remembers that a stop was asked for.
class Progress final : public Assimp::ProgressHandler {
public:
    explicit Progress(const ImportProgress& report) : report_(report) {}
    bool Update(const float share) override {
        furthest_ = std::clamp(share, furthest_, 1.0F);  // several reports run side by side; people see one that rises
        stopped_ = stopped_ || (report_ && !report_(furthest_));
        return !stopped_;
    }
    [[nodiscard]] bool is_stopped() const { return stopped_; }

private:
    const ImportProgress& report_;
    float furthest_ = 0.0F;
    bool stopped_ = false;
};

/// A stream that reports how far it has been read, and ends early once a stop is asked for.
class ReportingStream final : public Assimp::IOStream {
public:
    ReportingStream(std::unique_ptr<Assimp::IOStream> stream, Progress& progress)
        : stream_(std::move(stream)), progress_(progress) {}
    std::size_t Read(void* buffer, const std::size_t size, const std::size_t count) override {
        const std::size_t all = std::max<std::size_t>(stream_->FileSize(), 1);
        // Half: what Assimp makes of the bytes takes as long again.
        const bool go_on = progress_.Update(0.5F * static_cast<float>(stream_->Tell()) / static_cast<float>(all));
        return go_on ? stream_->Read(buffer, size, count) : 0;
    }
    std::size_t Write(const void* /*buffer*/, std::size_t /*size*/, std::size_t /*count*/) override { return 0; }
    aiReturn Seek(const std::size_t offset, const aiOrigin origin) override { return stream_->Seek(offset, origin); }
    [[nodiscard]] std::size_t Tell() const override { return stream_->Tell(); }
    [[nodiscard]] std::size_t FileSize() const override { return stream_->FileSize(); }
    void Flush() override {}

private:
    std::unique_ptr<Assimp::IOStream> stream_;
    Progress& progress_;
};

/// Shows Assimp the model under a name with the extension of what it is, and nothing beside it: materials and
/// pictures are not needed, and take time.
class ModelFiles final : public Assimp::DefaultIOSystem {
public:
    ModelFiles(const std::filesystem::path& path, const ModelFormat format,
               const std::optional<std::vector<std::byte>>& content, Progress& progress)
        : path_(path.string()),
          shown_(path_ + '.' + format_extension(format)),
          content_(content),
          progress_(progress) {}

    [[nodiscard]] const std::string& shown_path() const { return shown_; }

    bool Exists(const char* name) const override { return name == shown_; }
    Assimp::IOStream* Open(const char* name, const char* /*mode*/) override {
        if (name != shown_) {
            return nullptr;
        }
        std::unique_ptr<Assimp::IOStream> stream;
        if (content_) {
            stream = std::make_unique<Assimp::MemoryIOStream>(reinterpret_cast<const std::uint8_t*>(content_->data()),
                                                              content_->size());
        } else {
            stream.reset(DefaultIOSystem::Open(path_.c_str(), "rb"));
        }
        return stream ? new ReportingStream(std::move(stream), progress_) : nullptr;  // Assimp gives it back to Close
    }

private:
    std::string path_;
    std::string shown_;
    const std::optional<std::vector<std::byte>>& content_;
    Progress& progress_;
};

void leave_out_what_is_not_shape(Assimp::Importer& importer) {
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_READ_MATERIALS, false);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_READ_TEXTURES, false);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_READ_CAMERAS, false);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_READ_LIGHTS, false);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_READ_ANIMATIONS, false);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_READ_WEIGHTS, false);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_NO_SKELETON_MESHES, true);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_COLLADA_USE_COLLADA_NAMES, true);  // the names people gave, not the ids
}

/// Assimp's triangulation trusts the indices, so faces with one that is out of range are emptied first.
std::size_t empty_faces_out_of_range(aiScene& scene) {
    std::size_t emptied = 0;
    for (aiMesh* mesh : std::span(scene.mMeshes, scene.mNumMeshes)) {
        for (aiFace& face : std::span(mesh->mFaces, mesh->mNumFaces)) {
            const std::span indices(face.mIndices, face.mNumIndices);
            if (std::ranges::any_of(indices, [&](const unsigned int index) { return index >= mesh->mNumVertices; })) {
                delete[] face.mIndices;  // Assimp's faces own plain arrays
                face.mIndices = nullptr;
                face.mNumIndices = 0;
                ++emptied;
            }
        }
    }
    return emptied;
}

/// Assimp's reason, on one line and without its own prefix of the file's name.
std::string short_reason(const char* reported) {
    constexpr std::size_t longest = 160;
    std::string reason = reported;
    std::ranges::replace(reason, '\n', ' ');
    if (reason.size() > longest) {
        reason = reason.substr(0, longest) + "...";
    }
    while (!reason.empty() && (reason.back() == '.' || reason.back() == ' ' || reason.back() == '!')) {
        reason.pop_back();
    }
    return reason.empty() ? tr("it cannot be understood") : reason;
}

}  // namespace

Result<AssimpScene> read_assimp_scene(const std::filesystem::path& path, const ModelFormat format,
                                      const std::optional<std::vector<std::byte>>& content,
                                      const ImportProgress& report) try {
    Assimp::Importer importer;
    // The importer owns and deletes both.
    auto own_progress = std::make_unique<Progress>(report);
    Progress* const progress = own_progress.get();
    importer.SetProgressHandler(own_progress.release());
    auto own_files = std::make_unique<ModelFiles>(path, format, content, *progress);
    ModelFiles* const files = own_files.get();
    importer.SetIOHandler(own_files.release());
    leave_out_what_is_not_shape(importer);

    const bool read = importer.ReadFile(files->shown_path(), 0) != nullptr;
    if (progress->is_stopped()) {
        return stopped(path);
    }
    if (!read) {
        return broken(path, format, short_reason(importer.GetErrorString()));
    }
    AssimpScene result;
    // The scene is the importer's own and not constant; only this way to it is.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    result.bad_index_faces = empty_faces_out_of_range(const_cast<aiScene&>(*importer.GetScene()));
    if (importer.ApplyPostProcessing(aiProcess_Triangulate) == nullptr) {
        return broken(path, format, short_reason(importer.GetErrorString()));
    }
    if (progress->is_stopped()) {
        return stopped(path);
    }
    result.scene.reset(importer.GetOrphanedScene());
    return result;
} catch (const std::bad_alloc&) {
    return failure(path.string(), tr("needs more memory than there is"), tr("Use a model with fewer triangles"));
} catch (const std::exception& problem) {
    return broken(path, format, short_reason(problem.what()));
}

}  // namespace dorsum::mesh
