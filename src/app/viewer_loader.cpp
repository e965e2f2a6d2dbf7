#include "app/viewer_loader.h"

#include <cmath>
#include <exception>
#include <utility>

#include "app/isolated_import.h"
#include "app/load_subject.h"
#include "app/window.h"
#include "core/translate.h"

namespace dorsum::app {

namespace {

Result<scene::Subject> load(const SubjectOptions& options, std::shared_ptr<const lesson::Lesson> lesson,
                            const mesh::ImportProgress& progress) {
    auto model = import_isolated(model_path(options), progress);
    if (!model) {
        return tl::unexpected(model.error());
    }
    return subject_from(*std::move(model), std::move(lesson), options);
}

}  // namespace

void ViewerLoader::run(const std::stop_token& stop, Job& job) {
    const auto progress = [&stop, &job](const float share) {
        constexpr float noticeable = 0.01F;
        if (std::abs(share - job.progress.load()) >= noticeable) {
            job.progress = share;
            Window::wake();
        }
        return !stop.stop_requested();
    };
    std::optional<Result<scene::Subject>> outcome;
    try {
        outcome = load(job.options, job.lesson, progress);
    } catch (const std::exception&) {
        outcome = failure(model_path(job.options).string(), tr("memory is too short for this model"),
                          tr("Close other programs, or simplify the model"));
    }
    {
        const std::scoped_lock lock(job.mutex);
        job.outcome = std::move(outcome);
    }
    job.done = true;
    Window::wake();
}

void ViewerLoader::start(const SubjectOptions& options, std::shared_ptr<const lesson::Lesson> lesson) {
    cancel();
    job_ = std::make_unique<Job>();
    job_->options = options;
    job_->lesson = std::move(lesson);
    job_->thread = std::jthread([&job = *job_](const std::stop_token& stop) { run(stop, job); });
}

void ViewerLoader::cancel() {
    drop_finished();
    if (job_) {
        job_->thread.request_stop();
        given_up_.push_back(std::move(job_));
    }
}

void ViewerLoader::drop_finished() {
    std::erase_if(given_up_, [](const std::unique_ptr<Job>& job) { return job->done.load(); });
}

float ViewerLoader::progress() const {
    return job_ ? job_->progress.load() : 0.0F;
}

std::string ViewerLoader::file_name() const {
    return job_ ? model_path(job_->options).filename().string() : std::string{};
}

std::optional<Result<scene::Subject>> ViewerLoader::take() {
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

}  // namespace dorsum::app
