#pragma once

#include <utility>

namespace dorsum::test {

/// While it lives another function is called in place of one of OpenGL's, given as libepoxy keeps it: epoxy_glClear.
/// That must have been called before, as libepoxy looks functions up when they are first called.
template <typename Function>
class Replaced {
public:
    Replaced(Function& place, const Function other) : place_(&place), original_(std::exchange(place, other)) {}
    Replaced(const Replaced&) = delete;
    Replaced& operator=(const Replaced&) = delete;
    ~Replaced() { *place_ = original_; }
    [[nodiscard]] Function original() const { return original_; }

private:
    Function* place_;
    Function original_;
};

}  // namespace dorsum::test
