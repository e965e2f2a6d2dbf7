#include "app/tick_player.h"

#include <AL/al.h>
#include <AL/alc.h>

#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

#include "app/tick_samples.h"
#include "core/error.h"
#include "core/translate.h"

namespace dorsum::app {

namespace {

constexpr std::size_t most_waiting = 4;

/// The sound device with both ticks in it; of the thread that opens it.
class Output {
public:
    Output() : device_(alcOpenDevice(nullptr)) {
        context_ = device_ != nullptr ? alcCreateContext(device_, nullptr) : nullptr;
        if (context_ == nullptr || alcMakeContextCurrent(context_) == ALC_FALSE) {
            return;
        }
        alGetError();
        alGenBuffers(static_cast<ALsizei>(buffers_.size()), buffers_.data());
        alGenSources(static_cast<ALsizei>(sources_.size()), sources_.data());
        for (const scene::TickSound sound : {scene::TickSound::high, scene::TickSound::low}) {
            const auto index = static_cast<std::size_t>(sound);
            const auto samples = tick_samples(sound);
            alBufferData(buffers_.at(index), AL_FORMAT_MONO16, samples.data(),
                         static_cast<ALsizei>(samples.size() * sizeof(samples.front())), tick_samples_per_s);
            alSourcei(sources_.at(index), AL_BUFFER, static_cast<ALint>(buffers_.at(index)));
        }
        works_ = alGetError() == AL_NO_ERROR;
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output() {
        if (context_ != nullptr) {
            alDeleteSources(static_cast<ALsizei>(sources_.size()), sources_.data());
            alDeleteBuffers(static_cast<ALsizei>(buffers_.size()), buffers_.data());
            alcMakeContextCurrent(nullptr);
            alcDestroyContext(context_);
        }
        if (device_ != nullptr) {
            alcCloseDevice(device_);
        }
    }

    [[nodiscard]] bool works() const { return works_; }
    void play(const scene::TickSound sound) const { alSourcePlay(sources_.at(static_cast<std::size_t>(sound))); }

private:
    ALCdevice* device_;
    ALCcontext* context_ = nullptr;
    std::array<ALuint, 2> buffers_{};
    std::array<ALuint, 2> sources_{};
    bool works_ = false;
};

}  // namespace

struct TickPlayer::Implementation {
    std::function<void()> on_problem;
    mutable std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<scene::TickSound> waiting;
    std::string problem;
    std::jthread thread;  ///< the last, so that it ends before what it uses

    void run(const std::stop_token& stop) {
        const Output output;
        if (!output.works()) {
            {
                const std::scoped_lock lock(mutex);
                problem = to_string(Error{{},
                                          tr("no sound device was found: the metronome is not heard"),
                                          tr("Plug in loudspeakers or headphones, then start the program again")});
            }
            on_problem();
            return;
        }
        std::unique_lock lock(mutex);
        while (changed.wait(lock, stop, [this] { return !waiting.empty(); })) {
            output.play(waiting.front());
            waiting.pop_front();
        }
    }
};

TickPlayer::TickPlayer(std::function<void()> on_problem) : implementation_(std::make_unique<Implementation>()) {
    implementation_->on_problem = std::move(on_problem);
}

TickPlayer::~TickPlayer() = default;

void TickPlayer::start() {
    if (!implementation_->thread.joinable()) {
        implementation_->thread =
            std::jthread([self = implementation_.get()](const std::stop_token& stop) { self->run(stop); });
    }
}

void TickPlayer::play(const scene::TickSound sound) {
    start();
    const std::scoped_lock lock(implementation_->mutex);
    if (implementation_->problem.empty() && implementation_->waiting.size() < most_waiting) {
        implementation_->waiting.push_back(sound);
        implementation_->changed.notify_one();
    }
}

std::string TickPlayer::problem() const {
    const std::scoped_lock lock(implementation_->mutex);
    return implementation_->problem;
}

}  // namespace dorsum::app
