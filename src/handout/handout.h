#pragma once

#include <filesystem>

#include "core/error.h"
#include "handout/grey_picture.h"
#include "handout/paper.h"
#include "lesson/choreography.h"
#include "lesson/lesson.h"
#include "scene/camera.h"

namespace dorsum::handout {

/// What a handout shows. The picture is of the back alone, on white, taken by this camera; arrows and numbers are drawn
/// over it.
struct HandoutContent {
    const lesson::Lesson& lesson;
    const lesson::Choreography& choreography;  ///< the lesson laid on the body in the picture
    GreyPicture back;
    scene::Camera camera;
};

/// Writes a lesson as a PDF to take home: purpose, cautions and checklist; each step with numbered arrows and what each
/// number means; the reflex zones with their legend, and that they are a tradition, not evidence. Black on white, for
/// any printer. The file is written to `path` as it goes: give it a PendingFile's. Fails when it cannot be written.
[[nodiscard]] Result<void> write_handout(const HandoutContent& content, Paper paper, const std::filesystem::path& path);

/// What a stroke's number means: "palms of both hands, firm pressure, on the exhalation, 10 s" (translated).
[[nodiscard]] std::string stroke_in_words(const lesson::StrokePlan& stroke);

}  // namespace dorsum::handout
