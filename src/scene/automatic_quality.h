#pragma once

#include <cstddef>
#include <vector>

#include "scene/quality.h"

namespace dorsum::scene {

/// How long a frame of a moving picture may take: 30 a second.
inline constexpr double frame_goal_ms = 1000.0 / 30.0;

/// Finds the best quality in which nearly all frames of a moving picture hold the goal: frame times in, quality out.
/// Goes down within a few slow frames. Goes up only where frames have long been so fast that the next better quality
/// can hope for the goal; one that did not hold it is left alone for a minute of frames, and after every further
/// failure twice as long, so that the picture never goes to and fro between two.
class AutomaticQuality {
public:
    /// Starts with what such a machine can nearly always hold: balanced on a graphics card, a low one without.
    explicit AutomaticQuality(bool on_graphics_card = true);

    /// To be told of every frame that is drawn while the picture moves. What no machine can mean (a frame of more than
    /// a second, after which the program slept) is passed over.
    void add_frame(double frame_ms);
    /// Something else is to be drawn (another body, another size): what was slow need not be any more.
    void start_again();

    [[nodiscard]] PictureQuality quality() const;

private:
    void change_to(std::size_t rung);
    [[nodiscard]] bool is_too_slow() const;
    [[nodiscard]] bool may_go_up() const;

    bool on_graphics_card_ = true;
    std::size_t rung_ = 1;           ///< of what is tried, from the best down
    std::vector<double> recent_ms_;  ///< in this quality, newest last
    int to_pass_over_ = 0;           ///< frames after a change, in which buffers are made
    std::size_t slow_rung_ = 0;      ///< the last one from which it went down
    long frames_until_retry_ = 0;    ///< of that one
    long wait_of_last_failure_ = 0;
};

}  // namespace dorsum::scene
