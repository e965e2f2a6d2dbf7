#include "mesh/model_stream.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "core/translate.h"

namespace dorsum::mesh {
namespace {

// Counts are 64 bit, everything is in the machine's own byte order: writer and reader are one build.
constexpr std::array<char, 8> signature = {'D', 'O', 'R', 'S', 'U', 'M', 'M', '2'};
constexpr std::uint8_t absent = 0xFF;

class Writer {
public:
    explicit Writer(const ByteSink& sink) : sink_(sink) {}

    template <typename T>
    void value(const T& item) {
        static_assert(std::is_trivially_copyable_v<T>);
        append(&item, sizeof(T));
    }
    template <typename T>
    void array(const std::vector<T>& items) {
        static_assert(std::is_trivially_copyable_v<T>);
        value(std::uint64_t{items.size()});
        append(items.data(), items.size() * sizeof(T));
    }
    void text(const std::string& characters) {
        value(std::uint64_t{characters.size()});
        append(characters.data(), characters.size());
    }
    /// Whether all was taken.
    [[nodiscard]] bool finish() { return flush(); }

private:
    /// Small pieces are gathered, large ones go as they are.
    void append(const void* source, const std::size_t count) {
        constexpr std::size_t gathered = std::size_t{1} << 16U;
        const std::span bytes(static_cast<const std::byte*>(source), count);
        if (count >= gathered) {
            taken_ = flush() && sink_(bytes);
        } else {
            small_.insert(small_.end(), bytes.begin(), bytes.end());
            taken_ = small_.size() < gathered ? taken_ : flush();
        }
    }
    bool flush() {
        taken_ = taken_ && (small_.empty() || sink_(small_));
        small_.clear();
        return taken_;
    }
    const ByteSink& sink_;
    std::vector<std::byte> small_;
    bool taken_ = true;
};

/// Every member returns false when the bytes do not hold what is asked for; nothing is allocated
/// for a count that the remaining bytes cannot hold.
class Reader {
public:
    explicit Reader(const std::span<const std::byte> bytes) : rest_(bytes) {}

    template <typename T>
    [[nodiscard]] bool value(T& item) {
        static_assert(std::is_trivially_copyable_v<T>);
        return copy(&item, sizeof(T));
    }
    template <typename T>
    [[nodiscard]] bool array(std::vector<T>& items) {
        std::uint64_t count = 0;
        if (!value(count) || count > rest_.size() / sizeof(T)) {
            return false;
        }
        items.resize(count);
        return copy(items.data(), items.size() * sizeof(T));
    }
    [[nodiscard]] bool text(std::string& characters) {
        std::uint64_t count = 0;
        if (!value(count) || count > rest_.size()) {
            return false;
        }
        characters.resize(count);
        return copy(characters.data(), characters.size());
    }
    /// A count of items that take at least `bytes_each` bytes.
    [[nodiscard]] bool count(std::size_t& items, const std::size_t bytes_each) {
        std::uint64_t stored = 0;
        if (!value(stored) || stored > rest_.size() / bytes_each) {
            return false;
        }
        items = stored;
        return true;
    }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

private:
    [[nodiscard]] bool copy(void* target, const std::size_t count) {
        if (count > rest_.size()) {
            return false;
        }
        if (count > 0) {
            std::memcpy(target, rest_.data(), count);
        }
        rest_ = rest_.subspan(count);
        return true;
    }
    std::span<const std::byte> rest_;
};

std::uint8_t stored_axis(const std::optional<Axis>& axis) {
    return axis ? static_cast<std::uint8_t>(*axis) : absent;
}

bool read_axis(Reader& reader, std::optional<Axis>& axis) {
    std::uint8_t stored = 0;
    if (!reader.value(stored) || (stored != absent && stored > static_cast<std::uint8_t>(Axis::minus_z))) {
        return false;
    }
    axis = stored == absent ? std::nullopt : std::optional(static_cast<Axis>(stored));
    return true;
}

bool read_hints(Reader& reader, AxisHints& hints) {
    std::uint8_t has_unit = 0;
    float unit_m = 0.0F;
    if (!reader.value(has_unit) || has_unit > 1 || !reader.value(unit_m)) {
        return false;
    }
    if (has_unit == 1) {
        hints.unit_m = unit_m;
    }
    return read_axis(reader, hints.up) && read_axis(reader, hints.front);
}

/// Every part has this many counts: of the letters of two names, of five arrays and of its levels.
constexpr std::size_t counts_of_part = 8;

bool read_coarser(Reader& reader, TriangleMesh& mesh) {
    std::size_t levels = 0;
    if (!reader.count(levels, sizeof(std::uint64_t))) {
        return false;
    }
    for (std::size_t i = 0; i < levels; ++i) {
        if (!reader.array(mesh.coarser.emplace_back())) {
            return false;
        }
    }
    return true;
}

bool read_part(Reader& reader, ModelPart& part) {
    TriangleMesh& mesh = part.mesh;
    if (!reader.text(part.name) || !reader.text(part.mirror_of) || !reader.array(mesh.positions) ||
        !reader.array(mesh.normals) || !reader.array(mesh.indices) || !reader.array(mesh.fibres) ||
        !reader.array(mesh.tints) || !read_coarser(reader, mesh)) {
        return false;
    }
    const std::size_t vertices = mesh.positions.size();
    const auto one_each = [vertices](const auto& items) { return items.empty() || items.size() == vertices; };
    const auto are_triangles = [vertices](const std::vector<std::uint32_t>& indices) {
        return indices.size() % 3 == 0 &&
               std::ranges::all_of(indices, [vertices](const std::uint32_t index) { return index < vertices; });
    };
    return one_each(mesh.normals) && one_each(mesh.fibres) && one_each(mesh.tints) && are_triangles(mesh.indices) &&
           std::ranges::all_of(mesh.coarser, are_triangles);
}

bool read_model(Reader& reader, Model& model) {
    std::array<char, signature.size()> found{};
    if (!reader.value(found) || found != signature || !reader.text(model.file) || !read_hints(reader, model.hints)) {
        return false;
    }
    std::size_t warnings = 0;
    if (!reader.count(warnings, sizeof(std::uint64_t))) {
        return false;
    }
    for (std::size_t i = 0; i < warnings; ++i) {
        if (!reader.text(model.warnings.emplace_back())) {
            return false;
        }
    }
    std::size_t parts = 0;
    if (!reader.count(parts, counts_of_part * sizeof(std::uint64_t))) {
        return false;
    }
    for (std::size_t i = 0; i < parts; ++i) {
        if (!read_part(reader, model.parts.emplace_back())) {
            return false;
        }
    }
    return reader.at_end();
}

/// A little more than the bytes that a model takes.
std::size_t size_estimate(const Model& model) {
    std::size_t bytes = 256 + model.file.size();
    for (const std::string& warning : model.warnings) {
        bytes += warning.size() + sizeof(std::uint64_t);
    }
    for (const ModelPart& part : model.parts) {
        const TriangleMesh& mesh = part.mesh;
        bytes += part.name.size() + part.mirror_of.size() + counts_of_part * sizeof(std::uint64_t);
        bytes += (mesh.positions.size() + mesh.normals.size()) * sizeof(glm::vec3);
        bytes += mesh.fibres.size() * sizeof(glm::vec4) + mesh.tints.size() * sizeof(glm::u8vec4);
        bytes += mesh.indices.size() * sizeof(std::uint32_t);
        for (const std::vector<std::uint32_t>& level : mesh.coarser) {
            bytes += sizeof(std::uint64_t) + level.size() * sizeof(std::uint32_t);
        }
    }
    return bytes;
}

}  // namespace

bool write_bytes(const Model& model, const ByteSink& sink) {
    Writer writer(sink);
    writer.value(signature);
    writer.text(model.file);
    writer.value(static_cast<std::uint8_t>(model.hints.unit_m.has_value() ? 1 : 0));
    writer.value(model.hints.unit_m.value_or(0.0F));
    writer.value(stored_axis(model.hints.up));
    writer.value(stored_axis(model.hints.front));
    writer.value(std::uint64_t{model.warnings.size()});
    for (const std::string& warning : model.warnings) {
        writer.text(warning);
    }
    writer.value(std::uint64_t{model.parts.size()});
    for (const ModelPart& part : model.parts) {
        writer.text(part.name);
        writer.text(part.mirror_of);
        writer.array(part.mesh.positions);
        writer.array(part.mesh.normals);
        writer.array(part.mesh.indices);
        writer.array(part.mesh.fibres);
        writer.array(part.mesh.tints);
        writer.value(std::uint64_t{part.mesh.coarser.size()});
        for (const std::vector<std::uint32_t>& level : part.mesh.coarser) {
            writer.array(level);
        }
    }
    return writer.finish();
}

std::vector<std::byte> to_bytes(const Model& model) {
    std::vector<std::byte> all;
    all.reserve(size_estimate(model));
    static_cast<void>(write_bytes(model, [&all](const std::span<const std::byte> bytes) {
        all.insert(all.end(), bytes.begin(), bytes.end());
        return true;
    }));
    return all;
}

Result<Model> from_bytes(const std::span<const std::byte> bytes) {
    Reader reader(bytes);
    Model model;
    if (!read_model(reader, model)) {
        return failure({}, tr("the model that another process handed over is damaged"),
                       tr("Load the model once more; if it happens again, the file is too large for this computer"));
    }
    return model;
}

}  // namespace dorsum::mesh
