#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>
#include <csignal>
#include <span>

#include "app/import_channel.h"
#include "app/isolated_import.h"
#include "core/log.h"
#include "core/translate.h"
#include "core/write_all.h"
#include "mesh/import.h"
#include "mesh/model_stream.h"

namespace dorsum::app {

namespace {

constexpr rlim_t memory_bytes = rlim_t{8} << 30U;
constexpr rlim_t computing_s = 300;

void limit(const int resource, const rlim_t most, const rlim_t spare = 0) {
    // A little later than the signal that says why comes the one that cannot be caught.
    const rlimit limits{most, most + spare};
    setrlimit(static_cast<__rlimit_resource_t>(resource), &limits);
}

void limit_this_process() {
#if !defined(__SANITIZE_ADDRESS__)  // which reserves terabytes of addresses
    limit(RLIMIT_AS, memory_bytes);
#endif
    limit(RLIMIT_CPU, computing_s, 5);
    limit(RLIMIT_CORE, 0);
}

bool tell(const unsigned char message) {
    const std::array<std::byte, 1> bytes{std::byte{message}};
    return write_all(progress_file, bytes);
}

}  // namespace

int run_import_worker(const std::filesystem::path& path) {
    if (fcntl(progress_file, F_GETFD) < 0 || fcntl(result_file, F_GETFD) < 0) {
        log::error(tr("import-worker is for the program's own use"));
        return 2;
    }
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    limit_this_process();
    int last_percent = -1;
    const auto model = mesh::import_model(path, [&last_percent](const float share) {
        const int percent = share >= 1.0F ? 100 : (share > 0.0F ? static_cast<int>(share * 100.0F) : 0);
        if (percent == last_percent) {
            return true;
        }
        last_percent = percent;
        return tell(static_cast<unsigned char>(percent));
    });
    const auto hand_over = [](const std::span<const std::byte> bytes) { return write_all(result_file, bytes); };
    const bool written = model ? mesh::write_bytes(*model, hand_over) : hand_over(error_to_bytes(model.error()));
    const bool handed_over = written && tell(model ? model_follows : error_follows);
    return handed_over && model ? 0 : 1;
}

}  // namespace dorsum::app
