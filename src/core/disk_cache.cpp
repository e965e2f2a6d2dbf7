#include "core/disk_cache.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include "core/files.h"
#include "core/fill.h"
#include "core/translate.h"
#include "core/write_all.h"

namespace dorsum {
namespace {

namespace fs = std::filesystem;

constexpr const char* extension = ".entry";

/// What stands behind the content of an entry.
struct Seal {
    std::array<char, 8> mark = {'D', 'O', 'R', 'S', 'U', 'M', 'C', '1'};
    std::uint64_t content_bytes = 0;
    std::uint64_t content_hash = 0;  ///< XXH3 of 64 bits
};

struct FreeState {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};
using HashState = std::unique_ptr<XXH3_state_t, FreeState>;

class Descriptor {
public:
    explicit Descriptor(const int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    [[nodiscard]] int get() const { return number_; }
    bool close() { return number_ < 0 || ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

/// A file's content in memory, read only.
class Mapping {
public:
    Mapping(const int descriptor, const std::size_t size)
        : size_(size), address_(::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0)) {}
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    ~Mapping() {
        if (address_ != MAP_FAILED) {
            ::munmap(address_, size_);
        }
    }
    [[nodiscard]] std::span<const std::byte> bytes() const {
        return address_ == MAP_FAILED ? std::span<const std::byte>{}
                                      : std::span(static_cast<const std::byte*>(address_), size_);
    }

private:
    std::size_t size_;
    void* address_;
};

/// The content of a whole entry; empty where it is damaged.
std::span<const std::byte> sound_content(const std::span<const std::byte> entry) {
    const Seal expected;
    Seal seal;
    if (entry.size() < sizeof(Seal)) {
        return {};
    }
    const auto content = entry.first(entry.size() - sizeof(Seal));
    std::memcpy(&seal, entry.data() + content.size(), sizeof(Seal));
    const bool sound = seal.mark == expected.mark && seal.content_bytes == content.size() &&
                       seal.content_hash == XXH3_64bits(content.data(), content.size());
    return sound ? content : std::span<const std::byte>{};
}

tl::unexpected<Error> cannot_write(const fs::path& path, const int problem) {
    return failure(path.string(), with_detail(tr("cannot be written"), std::generic_category().message(problem)),
                   tr("Make room or the folder writable; until then models are prepared anew each time"));
}

struct Entry {
    fs::path path;
    fs::file_time_type used;
    std::uint64_t bytes = 0;
};

}  // namespace

DiskCache::DiskCache(fs::path folder, const std::uint64_t most_bytes)
    : folder_(std::move(folder)), most_bytes_(folder_.empty() ? 0 : most_bytes) {}

bool DiskCache::find(const std::string& key, const std::function<bool(std::span<const std::byte>)>& use) const {
    if (most_bytes_ == 0) {
        return false;
    }
    const fs::path path = folder_ / (key + extension);
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat facts {};
    if (descriptor.get() < 0 || ::fstat(descriptor.get(), &facts) != 0 || !S_ISREG(facts.st_mode)) {
        return false;
    }
    const Mapping mapping(descriptor.get(), static_cast<std::size_t>(std::max<off_t>(facts.st_size, 1)));
    const auto content = sound_content(facts.st_size > 0 ? mapping.bytes() : std::span<const std::byte>{});
    if (content.empty() || !use(content)) {
        ::unlink(path.c_str());
        return false;
    }
    ::futimens(descriptor.get(), nullptr);  // now; where that is not allowed the entry only goes earlier
    return true;
}

Result<void> DiskCache::store(const std::string& key, const std::function<bool(const ByteSink&)>& write) const {
    if (most_bytes_ == 0) {
        return {};
    }
    std::error_code problem;
    fs::create_directories(folder_, problem);
    if (problem) {
        return cannot_write(folder_, problem.value());
    }
    const fs::path target = folder_ / (key + extension);
    auto pending = PendingFile::create(target);
    if (!pending) {
        return tl::unexpected(pending.error());
    }
    Descriptor descriptor(::open(pending->temporary_path().c_str(), O_WRONLY | O_CLOEXEC));
    const HashState hashed(XXH3_createState());
    if (descriptor.get() < 0 || !hashed || XXH3_64bits_reset(hashed.get()) == XXH_ERROR) {
        return cannot_write(target, descriptor.get() < 0 ? errno : ENOMEM);
    }
    Seal seal;
    bool too_large = false;
    int failed = 0;
    const bool written = write([&](const std::span<const std::byte> bytes) {
        XXH3_64bits_update(hashed.get(), bytes.data(), bytes.size());
        seal.content_bytes += bytes.size();
        too_large = seal.content_bytes + sizeof(Seal) > most_bytes_;
        if (too_large || write_all(descriptor.get(), bytes)) {
            return !too_large;
        }
        failed = errno;
        return false;
    });
    if (!written) {
        return failed != 0 ? Result<void>(cannot_write(target, failed)) : Result<void>{};
    }
    seal.content_hash = XXH3_64bits_digest(hashed.get());
    if (!write_all(descriptor.get(), std::as_bytes(std::span(&seal, 1))) || !descriptor.close()) {
        return cannot_write(target, errno);
    }
    if (auto committed = pending->commit(); !committed) {
        return committed;
    }
    make_room();
    return {};
}

void DiskCache::make_room() const {
    constexpr auto abandoned_after = std::chrono::hours(1);  // what a killed program was writing
    std::vector<Entry> entries;
    std::uint64_t all_bytes = 0;
    std::error_code gone;  // another program may be at the same work
    for (fs::directory_iterator each(folder_, gone), end; !gone && each != end; each.increment(gone)) {
        std::error_code ignored;
        std::error_code no_time;
        std::error_code no_size;
        const Entry entry{each->path(), each->last_write_time(no_time), each->file_size(no_size)};
        if (no_time || no_size || entry.path.extension() != extension) {
            continue;
        }
        if (entry.path.filename().string().starts_with('.')) {
            if (entry.used + abandoned_after < fs::file_time_type::clock::now()) {
                fs::remove(entry.path, ignored);
            }
            continue;
        }
        all_bytes += entry.bytes;
        entries.push_back(entry);
    }
    std::ranges::sort(entries, {}, &Entry::used);
    for (const Entry& entry : entries) {
        if (all_bytes <= most_bytes_) {
            return;
        }
        std::error_code ignored;
        fs::remove(entry.path, ignored);
        all_bytes -= entry.bytes;
    }
}

}  // namespace dorsum
