#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "app/landmark_relay.h"
#include "ui/panels.h"

namespace dorsum::app {

// What a person may ask for that drops the body that is shown.
struct OpenModel {
    std::filesystem::path file;
};
struct OpenBundledBody {
    std::string id;
};
struct CloseWindow {};
using Departure = std::variant<OpenModel, OpenBundledBody, CloseWindow>;

/// What the window does about landmarks that a person moves: the lesson follows them, they are saved where that is
/// asked for, and none are dropped without a word. For the window's thread.
class ViewerLandmarks {
public:
    /// Another model was loaded.
    void begin(std::shared_ptr<const body::Body> loaded);
    /// Saves as soon as the landmarks lie where they were moved.
    void ask_for_save() { save_due_ = true; }

    /// The body with its landmarks moved and the lesson laid on it, once; after a failure the caller takes the edit
    /// back.
    [[nodiscard]] std::optional<Result<scene::Subject>> take_relaid() { return relay_.take(); }
    /// To be called often: lays what the state asks for. Where a save was due and could be tried, the file that was
    /// written, or why it was not; what should have come after that is then forgotten.
    [[nodiscard]] std::optional<Result<std::filesystem::path>> follow(const scene::State& state,
                                                                      const scene::Subject& subject);

    /// What may happen at once; nothing where landmarks would be lost: then the person is to be asked.
    [[nodiscard]] std::optional<Departure> depart(Departure departure, const scene::State& state);
    /// What may happen at once after this answer.
    [[nodiscard]] std::optional<Departure> on_answer(ui::SaveAnswer answer);
    /// What may happen after the landmarks were saved.
    [[nodiscard]] std::optional<Departure> on_saved();

private:
    LandmarkRelay relay_;
    bool save_due_ = false;
    std::optional<Departure> waiting_;  ///< for an answer, or for the save
};

}  // namespace dorsum::app
