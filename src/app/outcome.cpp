#include "app/outcome.h"

#include "core/log.h"

namespace dorsum::app {

int exit_code_of(const Outcome& outcome) {
    if (outcome) {
        return 0;
    }
    log::error(to_string(outcome.error().error));
    return outcome.error().exit_code;
}

}  // namespace dorsum::app
