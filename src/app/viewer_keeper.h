#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/kept_file.h"
#include "app/window_place.h"
#include "ui/panels.h"
#include "ui/settings.h"

namespace dorsum::app {

/// What the window finds again at the next start: settings in the person's config folder, and where it was, what was
/// opened and whether the tour was seen in the state folder. Nothing that goes wrong with them stops the program: it is
/// told once. For the window's thread.
class ViewerKeeper {
public:
    /// Reads both files.
    explicit ViewerKeeper(const std::filesystem::path& config_folder, const std::filesystem::path& state_folder);

    /// As they were found; `keep` does not change them.
    [[nodiscard]] const ui::Settings& settings() const { return settings_; }
    [[nodiscard]] const std::optional<WindowPlace>& window() const { return window_; }
    [[nodiscard]] bool tour_seen() const { return tour_seen_; }
    [[nodiscard]] const ui::PanelLayout& panels() const { return panels_; }

    /// What to compare with from here on: what was set on the command line for this time only is not kept.
    void begin(const ui::Settings& now) { last_ = now; }
    /// Keeps what has changed since the last call; writes only then. Another program's changes stay.
    void keep(const ui::Settings& now);
    void keep(const WindowPlace& place);
    void keep(const ui::PanelLayout& panels);
    void keep_tour_seen();

    /// A model was opened: it comes first among the recent ones.
    void add_recent(const std::filesystem::path& model);
    void forget_recent(const std::string& path);
    /// Those of the file as it is now, the last one first, with whether each is still there.
    [[nodiscard]] std::vector<ui::RecentFile> recent();

    /// To be told to the person; each once.
    [[nodiscard]] std::vector<std::string> take_problems();

private:
    void tell(const Result<void>& outcome);
    void take_looks(const KeptValues& values);
    template <typename Choice, typename Parse>
    void take_choice(const KeptValues& values, const char* key, Choice& choice, Parse&& parse);
    KeptFile settings_file_;
    KeptFile window_file_;
    ui::Settings settings_;
    ui::Settings last_;
    std::optional<WindowPlace> window_;
    ui::PanelLayout panels_;
    bool tour_seen_ = false;
    bool has_failed_ = false;
    std::vector<std::string> problems_;
};

}  // namespace dorsum::app
