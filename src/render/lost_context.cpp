#include "render/lost_context.h"

#include <epoxy/gl.h>

namespace dorsum::render {

bool context_is_lost() {
    if ((epoxy_is_desktop_gl() && epoxy_gl_version() >= 45) || epoxy_has_gl_extension("GL_KHR_robustness")) {
        return glGetGraphicsResetStatus() != GL_NO_ERROR;
    }
    return epoxy_has_gl_extension("GL_ARB_robustness") && glGetGraphicsResetStatusARB() != GL_NO_ERROR;
}

}  // namespace dorsum::render
