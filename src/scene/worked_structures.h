#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

#include "body/body.h"
#include "lesson/choreography.h"

namespace dorsum::scene {

/// Which muscles the hands work in which step, found by looking from the strokes' places on the skin
/// straight into the body. Worked out when it is first asked for, once (some tens of milliseconds).
/// Thread safe.
class WorkedStructures {
public:
    /// Either may be empty; then nothing is worked.
    WorkedStructures(std::shared_ptr<const body::Body> body, std::shared_ptr<const lesson::Choreography> choreography);

    /// The muscles below a step's working passes, places in Body::parts in rising order. Light returns do
    /// not count, nor does what is only grazed.
    [[nodiscard]] const std::vector<std::size_t>& parts_worked_by(std::size_t step) const;

    /// The steps, counted from 0, that work a part.
    [[nodiscard]] std::vector<int> steps_that_work(std::size_t part) const;

private:
    void find() const;
    std::shared_ptr<const body::Body> body_;
    std::shared_ptr<const lesson::Choreography> choreography_;
    mutable std::once_flag once_;
    mutable std::vector<std::vector<std::size_t>> parts_of_step_;
};

}  // namespace dorsum::scene
