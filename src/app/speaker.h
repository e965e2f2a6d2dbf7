#pragma once

#include <sys/types.h>

#include <string>

#include "core/error.h"

namespace dorsum::app {

/// Speaks with the program espeak-ng, where it is installed: one text at a time, from its standard input. No call
/// waits until something is said. Destroyed, it falls silent. Used from one thread.
class Speaker {
public:
    Speaker() = default;
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;
    ~Speaker();

    /// Speaks in place of what is being said. Fails with a remedy where there is no espeak-ng.
    /// @param language  two letters, "fr"; where espeak-ng does not know it, nothing is heard
    [[nodiscard]] Result<void> say(const std::string& text, const std::string& language);
    [[nodiscard]] bool is_speaking();
    void stop();

private:
    pid_t process_ = -1;  ///< the leader of a process group
};

/// Whether espeak-ng is found where programs are looked for.
[[nodiscard]] Result<void> find_voice();

}  // namespace dorsum::app
