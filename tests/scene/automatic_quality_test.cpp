#include "scene/automatic_quality.h"

#include <functional>
#include <limits>
#include <random>
#include <vector>

#include "catch.h"

using namespace dorsum::scene;

namespace {

/// How long a frame takes on some machine.
using Machine = std::function<double(const PictureQuality&)>;

struct Played {
    PictureQuality last;
    int changes = 0;
    int slow = 0;
    std::vector<PictureQuality> seen;
};

Played play(AutomaticQuality& automatic, const Machine& machine, const int frames) {
    Played played{automatic.quality(), 0, 0, {automatic.quality()}};
    for (int frame = 0; frame < frames; ++frame) {
        const double frame_ms = machine(automatic.quality());
        played.slow += frame_ms > frame_goal_ms ? 1 : 0;
        automatic.add_frame(frame_ms);
        if (automatic.quality() != played.last) {
            played.last = automatic.quality();
            played.seen.push_back(played.last);
            ++played.changes;
        }
    }
    return played;
}

/// Pixels cost; so does smoothing edges in the highest tier.
Machine machine_of(const double ms_at_balanced) {
    return [ms_at_balanced](const PictureQuality& quality) {
        const double pixels = static_cast<double>(quality.resolution * quality.resolution);
        return ms_at_balanced * (quality.tier == Quality::high ? 2.0 : 0.15 + 0.85 * pixels);
    };
}

}  // namespace

TEST_CASE("A fast machine comes to the highest quality and stays there") {
    AutomaticQuality automatic;
    const Played played = play(automatic, machine_of(4.0), 3000);
    CHECK(played.last == PictureQuality{Quality::high, 1.0F});
    CHECK(played.changes == 1);
    CHECK(played.slow == 0);
}

TEST_CASE("A machine that is too slow for an even picture gets a coarser one within a second") {
    AutomaticQuality automatic;
    const Played played = play(automatic, machine_of(45.0), 30);
    CHECK(played.last.tier == Quality::low);
    const Played after = play(automatic, machine_of(45.0), 1000);
    CHECK(after.slow == 0);
}

TEST_CASE("19 of 20 frames hold 30 a second, from the first on, whatever the machine can just do") {
    for (double ms_at_balanced = 2.0; ms_at_balanced < 100.0; ms_at_balanced *= 1.13) {
        CAPTURE(ms_at_balanced);
        AutomaticQuality automatic;
        CHECK(play(automatic, machine_of(ms_at_balanced), 600).slow <= 30);
    }
}

TEST_CASE("Without a graphics card the first pictures are no better than what it can hold") {
    AutomaticQuality automatic(false);
    CHECK(automatic.quality() == PictureQuality{Quality::low, 0.7F});
    CHECK(play(automatic, machine_of(50.0), 600).slow == 0);
    CHECK(play(automatic, machine_of(4.0), 600).last == PictureQuality{Quality::high, 1.0F});
    automatic.start_again();
    CHECK(automatic.quality() == PictureQuality{Quality::low, 0.7F});
}

TEST_CASE("The picture does not go to and fro between two qualities") {
    for (double ms_at_balanced = 2.0; ms_at_balanced < 100.0; ms_at_balanced *= 1.05) {
        CAPTURE(ms_at_balanced);
        AutomaticQuality automatic;
        play(automatic, machine_of(ms_at_balanced), 600);
        CHECK(play(automatic, machine_of(ms_at_balanced), 3600).changes <= 4);  // of two minutes
    }
}

TEST_CASE("Frames that are slow now and then change nothing") {
    AutomaticQuality automatic;
    std::mt19937 random{7};
    const Machine stutters = [&random](const PictureQuality&) { return random() % 40 == 0 ? 60.0 : 25.0; };
    CHECK(play(automatic, stutters, 2000).changes == 0);
}

TEST_CASE("What no machine can mean is passed over") {
    AutomaticQuality automatic;
    const PictureQuality before = automatic.quality();
    for (int i = 0; i < 100; ++i) {
        automatic.add_frame(-1.0);
        automatic.add_frame(std::numeric_limits<double>::quiet_NaN());
        automatic.add_frame(60'000.0);
    }
    CHECK(automatic.quality() == before);
}

TEST_CASE("Another body is given the chance of a better picture") {
    AutomaticQuality automatic;
    play(automatic, machine_of(80.0), 300);
    REQUIRE(automatic.quality().tier == Quality::low);
    automatic.start_again();
    CHECK(automatic.quality().tier == Quality::balanced);
}
