#include "core/translate.h"
#include "mesh/preflight.h"

namespace dorsum::mesh {

std::string preflight_dae(const std::string_view text) {
    return text.find("</COLLADA") == std::string_view::npos ? tr("its end is missing") : "";
}

}  // namespace dorsum::mesh
