#include "core/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "core/fill.h"
#include "core/translate.h"
#include "core/write_all.h"

namespace dorsum {
namespace {

namespace fs = std::filesystem;

/// RAII for a file descriptor.
class Descriptor {
public:
    explicit Descriptor(const int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    [[nodiscard]] int get() const { return number_; }
    /// Closes and says whether everything reached the disk.
    [[nodiscard]] bool close() {
        const int number = number_;
        number_ = -1;
        return ::close(number) == 0;
    }

private:
    int number_;
};

std::string reason(const int error_number) {
    return std::generic_category().message(error_number);
}

tl::unexpected<Error> write_failure(const fs::path& path, const int error_number) {
    switch (error_number) {
        case ENOSPC:
        case EDQUOT:
            return failure(path.string(), tr("cannot be written: the disk is full"),
                           tr("Free some space, or write to another disk"));
        case ENOENT:
        case ENOTDIR:
            return failure(path.string(), tr("cannot be written: its folder does not exist"),
                           tr("Create the folder first, or choose another one"));
        case EACCES:
        case EPERM:
        case EROFS:
            return failure(path.string(), tr("cannot be written: permission denied"),
                           tr("Choose a folder that you may write to"));
        default:
            return failure(path.string(), with_detail(tr("cannot be written"), reason(error_number)),
                           tr("Choose another place for it"));
    }
}

}  // namespace

Result<std::vector<std::byte>> read_file(const fs::path& path, const std::size_t max_bytes) {
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (descriptor.get() < 0) {
        if (errno == ENOENT || errno == ENOTDIR) {
            return failure(path.string(), tr("there is no such file"), tr("Check the path and the spelling"));
        }
        return failure(path.string(), with_detail(tr("cannot be read"), reason(errno)),
                       tr("Check that you may read it"));
    }
    struct stat status {};
    if (::fstat(descriptor.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return failure(path.string(), tr("is not a file"), tr("Name a file, not a folder or a device"));
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > max_bytes) {
        return failure(path.string(), tr("is too large to be read"), tr("Use a smaller file"));
    }
    std::vector<std::byte> content(size);
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t got = ::read(descriptor.get(), content.data() + filled, size - filled);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return failure(path.string(), with_detail(tr("cannot be read"), reason(errno)),
                           tr("Check that you may read it"));
        }
        if (got == 0) {
            break;
        }
        filled += static_cast<std::size_t>(got);
    }
    content.resize(filled);
    return content;
}

Result<std::string> read_text_file(const fs::path& path, const std::size_t max_bytes) {
    return read_file(path, max_bytes).map([](const std::vector<std::byte>& bytes) {
        std::string text(bytes.size(), '\0');
        if (!bytes.empty()) {
            std::memcpy(text.data(), bytes.data(), bytes.size());
        }
        return text;
    });
}

PendingFile::PendingFile(fs::path target, fs::path temporary)
    : target_(std::move(target)), temporary_(std::move(temporary)) {}

Result<PendingFile> PendingFile::create(const fs::path& target) {
    if (target.empty()) {
        return failure("\"\"", tr("is no file name"), tr("Name the file to write"));
    }
    if (std::error_code ignored; fs::is_symlink(target, ignored)) {
        const fs::path pointed_at = fs::weakly_canonical(target, ignored);
        return ignored || fs::is_symlink(pointed_at)
                   ? Result<PendingFile>(failure(target.string(), tr("is a link that leads nowhere"),
                                                 tr("Remove the link, or name another file")))
                   : create(pointed_at);
    }
    std::error_code problem;
    const fs::file_status there = fs::status(target, problem);
    if (fs::is_directory(there)) {
        return failure(target.string(), tr("is a folder, not a file"), tr("Name a file inside it"));
    }
    if (fs::exists(there) && !fs::is_regular_file(there)) {
        return failure(target.string(), tr("is a device or a pipe, which cannot be replaced by a file"),
                       tr("Name a file"));
    }
    // Another program may have removed it since: then nothing is protected.
    if (fs::exists(there) && ::access(target.c_str(), W_OK) != 0 && errno != ENOENT) {
        return failure(target.string(), tr("cannot be written: the file is protected"),
                       tr("Make it writable, or name another file"));
    }
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    const std::string extension = target.extension().string();
    std::string pattern = (folder / ("." + target.stem().string() + ".XXXXXX" + extension)).string();
    const Descriptor descriptor(::mkstemps(pattern.data(), static_cast<int>(extension.size())));
    if (descriptor.get() < 0) {
        return write_failure(target, errno);
    }
    // mkstemps makes files private; the finished file follows the person's own umask.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor.get(), 0666U & ~mask);
    return PendingFile(target, pattern);
}

PendingFile::PendingFile(PendingFile&& other) noexcept
    : target_(std::move(other.target_)), temporary_(std::exchange(other.temporary_, {})) {}

PendingFile& PendingFile::operator=(PendingFile&& other) noexcept {
    std::swap(target_, other.target_);
    std::swap(temporary_, other.temporary_);
    return *this;
}

PendingFile::~PendingFile() {
    if (!temporary_.empty()) {
        ::unlink(temporary_.c_str());
    }
}

Result<void> PendingFile::commit() {
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
        return write_failure(target_, errno);
    }
    temporary_.clear();
    return {};
}

Result<void> write_file(const fs::path& target, const std::span<const std::byte> content) {
    auto pending = PendingFile::create(target);
    if (!pending) {
        return tl::unexpected(pending.error());
    }
    Descriptor descriptor(::open(pending->temporary_path().c_str(), O_WRONLY | O_CLOEXEC));
    if (descriptor.get() < 0) {
        return write_failure(target, errno);
    }
    if (!write_all(descriptor.get(), content)) {
        return write_failure(target, errno);
    }
    if (!descriptor.close()) {
        return write_failure(target, errno);
    }
    return pending->commit();
}

fs::path asset_folder() {
    if (const char* named = std::getenv("DORSUM_ASSETS"); named != nullptr && *named != '\0') {
        return named;
    }
    std::error_code problem;
    const fs::path program = fs::read_symlink("/proc/self/exe", problem);
    if (!problem) {
        fs::path installed = program.parent_path().parent_path() / "share" / "dorsum";
        if (fs::is_directory(installed / "lessons", problem)) {
            return installed;
        }
    }
    return DORSUM_SOURCE_ASSETS;
}

fs::path translation_folder() {
    const fs::path folder = asset_folder() / "translations";
    std::error_code problem;
    for (fs::directory_iterator entry(folder, problem), end; !problem && entry != end; entry.increment(problem)) {
        if (entry->path().extension() == ".mo") {
            return folder;
        }
    }
    return DORSUM_BUILT_TRANSLATIONS;
}

}  // namespace dorsum
