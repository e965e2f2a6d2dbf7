#include "core/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace dorsum::log {
namespace {

spdlog::logger& logger() {
    // The one logger of the process: a log is where a global is what everybody means.
    static const std::shared_ptr<spdlog::logger> instance = [] {
        auto created = std::make_shared<spdlog::logger>("dorsum", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        created->set_pattern("dorsum: %l: %v");
        created->flush_on(spdlog::level::debug);
        return created;
    }();
    return *instance;
}

}  // namespace

void set_verbose(const bool verbose) {
    logger().set_level(verbose ? spdlog::level::debug : spdlog::level::info);
}

void debug(const std::string_view message) {
    logger().debug("{}", message);
}

void info(const std::string_view message) {
    logger().info("{}", message);
}

void warning(const std::string_view message) {
    logger().warn("{}", message);
}

void error(const std::string_view message) {
    logger().error("{}", message);
}

}  // namespace dorsum::log
