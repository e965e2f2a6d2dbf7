#include "app/landmark_relay.h"

#include <exception>
#include <system_error>
#include <utility>

#include "app/load_subject.h"
#include "app/window.h"
#include "body/set_landmarks.h"
#include "core/files.h"
#include "core/translate.h"

namespace dorsum::app {
namespace {

Result<std::shared_ptr<const body::Body>> edited(const std::shared_ptr<const body::Body>& loaded,
                                                 const scene::LandmarkEdits& edits) {
    std::shared_ptr<const body::Body> start = loaded;
    if (edits.as_found && body::has_landmarks_by_hand(*loaded)) {
        auto found = body::as_found(*loaded);
        if (!found) {
            return found;
        }
        start = *std::move(found);
    }
    if (edits.moved.empty()) {
        return start;
    }
    return body::with_landmarks(*start, edits.moved);
}

Result<scene::Subject> laid(const std::shared_ptr<const body::Body>& loaded, const scene::LandmarkEdits& edits,
                            const scene::Subject& subject, const double breath_per_min) {
    auto body = edited(loaded, edits);
    if (!body) {
        return tl::unexpected(body.error());
    }
    return furnished_subject(*std::move(body), subject.lesson, breath_per_min, subject.hands);
}

}  // namespace

void LandmarkRelay::run(Job& job) {
    std::optional<Result<scene::Subject>> outcome;
    try {
        outcome = laid(job.loaded, job.edits, job.subject, job.breath_per_min);
    } catch (const std::exception&) {
        outcome = failure(job.loaded->file, tr("memory is too short to move its landmarks"),
                          tr("Close other programs, or simplify the model"));
    }
    {
        const std::scoped_lock lock(job.mutex);
        job.outcome = std::move(outcome);
    }
    job.done = true;
    Window::wake();
}

void LandmarkRelay::begin(std::shared_ptr<const body::Body> loaded) {
    loaded_ = std::move(loaded);
    laid_ = {};
    given_up_ = std::move(job_);
}

void LandmarkRelay::follow(const scene::State& state, const scene::Subject& subject) {
    if (given_up_ && given_up_->done) {
        given_up_.reset();
    }
    if (!loaded_ || job_ || given_up_ || state.landmark_drag || state.landmarks.current() == laid_) {
        return;
    }
    laid_ = state.landmarks.current();
    job_ = std::make_unique<Job>();
    job_->edits = laid_;
    job_->subject = subject;
    job_->breath_per_min = state.breath_per_min;
    job_->loaded = loaded_;
    job_->thread = std::jthread([&job = *job_] { run(job); });
}

std::optional<Result<scene::Subject>> LandmarkRelay::take() {
    if (!job_ || !job_->done.load()) {
        return std::nullopt;
    }
    std::optional<Result<scene::Subject>> outcome;
    {
        const std::scoped_lock lock(job_->mutex);
        outcome = std::move(job_->outcome);
    }
    job_.reset();
    return outcome;
}

bool is_bundled(const std::filesystem::path& model) {
    std::error_code problem;
    return std::filesystem::equivalent(model.parent_path(), asset_folder() / "body", problem) && !problem;
}

Result<std::filesystem::path> save_landmarks(const body::Body& body) {
    if (is_bundled(body.file)) {
        return failure(body.file, tr("the landmarks of a bundled body are not saved: its files belong to the program"),
                       tr("Copy the model to a folder of your own and open it there"));
    }
    const std::filesystem::path path = body::landmark_path(body.file);
    if (const auto written = body::write_landmark_file(path, body::landmark_file_of(body)); !written) {
        return tl::unexpected(written.error());
    }
    return path;
}

}  // namespace dorsum::app
