#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/options.h"
#include "body/prepared_model.h"
#include "core/error.h"
#include "lesson/translation.h"
#include "mesh/mesh.h"
#include "scene/apply.h"

namespace dorsum::app {

[[nodiscard]] std::filesystem::path bundled_lesson();
/// The file of regions where hands take care.
[[nodiscard]] std::filesystem::path safety_regions();

/// The model named by the options, or the bundled one.
[[nodiscard]] std::filesystem::path model_path(const SubjectOptions& options);
[[nodiscard]] std::filesystem::path lesson_path(const SubjectOptions& options);

/// The lesson alone. The Error of an invalid one is its first problem, with a count of the others.
[[nodiscard]] Result<std::shared_ptr<const lesson::Lesson>> load_lesson(const SubjectOptions& options);

/// The first of at least one problem of the lesson, which also says how to see the others, where there are any.
[[nodiscard]] Error first_of(const std::vector<Error>& problems, const SubjectOptions& options);

/// The language in which a lesson is shown: that of the options, else of the environment; "" = its own.
[[nodiscard]] std::string language_of(const SubjectOptions& options);

/// Where the translation into that language is looked for, whether or not it is there; empty without a language.
[[nodiscard]] std::optional<std::filesystem::path> translation_file(const SubjectOptions& options);

/// Puts the texts of that file in place of the lesson's own, if it is there. Returns what is wrong with it or
/// missing.
[[nodiscard]] lesson::TranslationReading translate_lesson(lesson::Lesson& lesson, const SubjectOptions& options);

/// The giver's hands; empty where the program ships none, or none that can be used, which is logged.
[[nodiscard]] std::shared_ptr<const scene::HandModels> load_hands();

/// The bundled body, for what a model without muscles cannot say itself; empty where it cannot be read, which is
/// logged.
[[nodiscard]] std::shared_ptr<const body::Body> load_bundled_body();

/// Where hands take care, for this body; empty where the regions cannot be read, which is logged.
[[nodiscard]] std::shared_ptr<const scene::SafetyOverlay> load_safety(std::shared_ptr<const body::Body> body);

/// A lesson on a body with all that the viewer shows of them: strokes, structures under the hands, where not to press.
[[nodiscard]] scene::Subject furnished_subject(std::shared_ptr<const body::Body> body,
                                               std::shared_ptr<const lesson::Lesson> lesson, double breath_per_min,
                                               std::shared_ptr<const scene::HandModels> hands);

/// Puts a model that was read into the body frame and lays the lesson on it, with the giver's hands; the
/// breathing rate is the options', else the lesson's.
[[nodiscard]] Result<scene::Subject> subject_from(mesh::Model model, std::shared_ptr<const lesson::Lesson> lesson,
                                                  const SubjectOptions& options);
[[nodiscard]] scene::Subject subject_from(body::PreparedModel model, std::shared_ptr<const lesson::Lesson> lesson,
                                          const SubjectOptions& options);

/// What of the lesson finds no place on the body, as sentences; where that is much, one sentence counts it and
/// says how to see it all.
[[nodiscard]] std::vector<std::string> lesson_warnings_of(const scene::Subject& subject);
/// The same, after what is uncertain about the body.
[[nodiscard]] std::vector<std::string> warnings_of(const scene::Subject& subject);

/// Reads model and lesson and brings them together (prepared_models.h). Says nothing: what there is to say is in
/// warnings_of.
[[nodiscard]] Result<scene::Subject> read_subject(const SubjectOptions& options);

/// As read_subject, and logs the warnings.
[[nodiscard]] Result<scene::Subject> load_subject(const SubjectOptions& options);

}  // namespace dorsum::app
