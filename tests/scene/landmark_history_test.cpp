#include "scene/landmark_history.h"

#include <string>

#include "catch.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {
body::GivenLandmark at(const std::string& id, const float height_m) {
    return {id, {0.0F, height_m, 0.0F}, 1.0F};
}
}  // namespace

TEST_CASE("At first nothing was moved, and there is nothing to undo or redo") {
    LandmarkHistory history;
    CHECK(history.current() == LandmarkEdits{});
    CHECK_FALSE(history.can_undo());
    CHECK_FALSE(history.can_redo());
    history.undo();
    history.redo();
    CHECK(history == LandmarkHistory{});
}

TEST_CASE("Each move is undone and redone by itself, the last one first") {
    LandmarkHistory history;
    history.move(at("C7", 0.31F));
    history.move(at("L5", -0.16F));
    history.move(at("C7", 0.32F));
    CHECK(history.current().moved == std::vector{at("C7", 0.32F), at("L5", -0.16F)});
    history.undo();
    CHECK(history.current().moved == std::vector{at("C7", 0.31F), at("L5", -0.16F)});
    history.undo();
    CHECK(history.current().moved == std::vector{at("C7", 0.31F)});
    history.redo();
    history.redo();
    CHECK_FALSE(history.can_redo());
    CHECK(history.current().moved == std::vector{at("C7", 0.32F), at("L5", -0.16F)});
}

TEST_CASE("A new move forgets what had been undone") {
    LandmarkHistory history;
    history.move(at("C7", 0.31F));
    history.undo();
    history.move(at("L5", -0.16F));
    CHECK_FALSE(history.can_redo());
    CHECK(history.current().moved == std::vector{at("L5", -0.16F)});
}

TEST_CASE("A landmark that is put where it was put already adds nothing to undo") {
    LandmarkHistory history;
    history.move(at("C7", 0.31F));
    const LandmarkHistory before = history;
    history.move(at("C7", 0.31F));
    CHECK(history == before);
}

TEST_CASE("Reset drops all moves, and can itself be undone") {
    LandmarkHistory history;
    history.move(at("C7", 0.31F));
    history.reset(true);
    CHECK(history.current() == LandmarkEdits{true, {}});
    history.move(at("L5", -0.16F));
    CHECK(history.current().as_found);
    history.undo();
    history.undo();
    CHECK(history.current() == LandmarkEdits{false, {at("C7", 0.31F)}});
}

TEST_CASE("A move that the body does not allow leaves no trace") {
    LandmarkHistory history;
    history.move(at("C7", 0.31F));
    const LandmarkHistory before = history;
    history.move(at("T1", 0.5F));
    history.take_back();
    CHECK(history == before);
}

TEST_CASE("Moves count as saved as long as the landmarks are as they were loaded or saved last") {
    LandmarkHistory history;
    CHECK(history.is_saved());
    history.move(at("C7", 0.31F));
    CHECK_FALSE(history.is_saved());
    history.undo();
    CHECK(history.is_saved());
    history.redo();
    history.mark_saved();
    CHECK(history.is_saved());
    history.undo();
    CHECK_FALSE(history.is_saved());
}

TEST_CASE("After very many moves the oldest are forgotten, the last hundred can be undone") {
    LandmarkHistory history;
    for (int i = 0; i < 250; ++i) {
        history.move(at("C7", 0.001F * static_cast<float>(i)));
    }
    std::size_t undone = 0;
    for (; history.can_undo(); ++undone) {
        history.undo();
    }
    CHECK(undone == LandmarkHistory::longest);
    CHECK(history.current().moved == std::vector{at("C7", 0.001F * 149.0F)});
}
