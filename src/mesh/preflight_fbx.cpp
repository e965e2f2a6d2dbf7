#include <cstdint>
#include <cstring>

#include "core/translate.h"
#include "mesh/preflight.h"

namespace dorsum::mesh {
namespace {

constexpr std::size_t version_offset = 23;
constexpr std::size_t first_record_offset = 27;
constexpr std::uint32_t wide_records_since = 7500;  // from then on lengths have 64 bits
constexpr std::uint32_t oldest_version = 7100;      // FBX 2011
constexpr int deepest_nesting = 64;

/// Walks the records of a binary FBX file. A record is: where it ends, how many properties of how
/// many bytes, its name, the properties, records within it; a list of records ends with an empty one.
class RecordWalk {
public:
    RecordWalk(const std::span<const std::byte> content, const bool wide) : content_(content), wide_(wide) {}

    /// Whether the records from `at` lie within `end`, each where the one before it ends.
    [[nodiscard]] bool list_is_sound(std::size_t at, const std::size_t end, const int depth) const {
        const std::size_t head_bytes = wide_ ? 25 : 13;
        while (at < end) {
            if (end - at < head_bytes || depth > deepest_nesting) {
                return false;
            }
            const std::uint64_t record_end = word(at, 0);
            if (record_end == 0) {
                return true;
            }
            const std::uint64_t property_bytes = word(at, 2);
            const auto name_bytes = std::to_integer<std::size_t>(content_[at + head_bytes - 1]);
            if (record_end <= at || record_end > end || property_bytes > record_end - at ||
                at + head_bytes + name_bytes + property_bytes > record_end) {
                return false;
            }
            const std::size_t children = at + head_bytes + name_bytes + property_bytes;
            if (children < record_end && !list_is_sound(children, record_end, depth + 1)) {
                return false;
            }
            at = record_end;
        }
        return depth > 0;  // the list of the file itself has to be closed
    }

private:
    /// One of the three lengths at the start of a record.
    [[nodiscard]] std::uint64_t word(const std::size_t record, const std::size_t which) const {
        if (wide_) {
            std::uint64_t value = 0;
            std::memcpy(&value, content_.data() + record + which * sizeof(value), sizeof(value));
            return value;
        }
        std::uint32_t value = 0;
        std::memcpy(&value, content_.data() + record + which * sizeof(value), sizeof(value));
        return value;
    }
    std::span<const std::byte> content_;
    bool wide_;
};

}  // namespace

std::string preflight_fbx(const std::span<const std::byte> content) {
    if (!as_text(content).starts_with("Kaydara FBX Binary")) {
        return {};  // the text flavour
    }
    if (content.size() < first_record_offset) {
        return tr("it ends within its header");
    }
    std::uint32_t version = 0;
    std::memcpy(&version, content.data() + version_offset, sizeof(version));
    if (version < oldest_version) {
        return tr("it was written by a version of FBX before 2011");
    }
    const RecordWalk walk(content, version >= wide_records_since);
    if (!walk.list_is_sound(first_record_offset, content.size(), 0)) {
        return tr("it was cut short, or its parts do not lie where it says");
    }
    return {};
}

}  // namespace dorsum::mesh
