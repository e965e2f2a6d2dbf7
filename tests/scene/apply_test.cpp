#include "scene/apply.h"

#include <cmath>
#include <limits>
#include <random>
#include <variant>
#include <vector>

#include "catch.h"
#include "scene/pick.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

constexpr glm::vec2 window_px{1280.0F, 720.0F};

struct Stage {
    Subject subject = test::make_test_subject();
    State state = initial_state(subject, window_px.x / window_px.y);
    void operator()(const Command& command) { state = apply(state, command, subject, window_px); }
};

void check_valid(const State& state, const Subject& subject) {
    CHECK(state.step >= 0);
    CHECK(state.step < state.step_count);
    CHECK(state.time_s >= 0.0);
    CHECK(state.time_s <= subject.choreography->steps[static_cast<std::size_t>(state.step)].duration_s);
    CHECK(state.playback_speed >= 0.1F);
    CHECK(state.playback_speed <= 2.0F);
    CHECK(state.breath_per_min >= 4.0);
    CHECK(state.breath_per_min <= 20.0);
    CHECK(state.hovered_zone >= 0);
    CHECK(state.hovered_zone <= zone_count);
    CHECK(state.selected_zone >= 0);
    CHECK(state.selected_zone <= zone_count);
    CHECK(std::abs(state.camera.elevation_deg) <= 89.0F);
    CHECK(state.camera.distance_m > 0.0F);
    CHECK(std::isfinite(state.camera.distance_m + state.camera.azimuth_deg + state.camera.target.x));
    CHECK_FALSE((state.cautions_open && state.help_open));
    CHECK((state.hovered_landmark.empty() || state.hovered_landmark == "T12"));
    for (const float opacity : state.see_through.opacity) {
        CHECK((opacity >= 0.0F && opacity <= 1.0F));
    }
    CHECK((state.see_through.explosion >= 0.0F && state.see_through.explosion <= 1.0F));
    const Playback& playback = state.playback;
    CHECK((!playback.loop_b || (playback.loop_a && *playback.loop_a < *playback.loop_b)));
    CHECK((!playback.loop_b || playback.loop_b->step < state.step_count));
    CHECK(playback.pass >= 1);
    CHECK((playback.pass == 1 || playback.pass <= repeats(state)));
    CHECK(state.camera.mirrored == state.standpoint.mirrored);
    CHECK((!state.landmark_drag || shows(state.layers, Layer::landmarks)));
}

}  // namespace

TEST_CASE("A subject is first shown at rest, from the back, with the cautions open and no zones") {
    const Stage stage;
    CHECK(stage.state.cautions_open);
    CHECK_FALSE(stage.state.playing);
    CHECK(stage.state.zones_shown.none());
    CHECK(stage.state.step_count == 3);
    CHECK(stage.state.camera.azimuth_deg == 0.0F);
    CHECK_FALSE(stage.state.layers.test(static_cast<std::size_t>(Layer::landmarks)));
    for (const Layer layer :
         {Layer::skin, Layer::towel, Layer::table, Layer::strokes, Layer::hands, Layer::zones, Layer::labels}) {
        CHECK(shows(stage.state.layers, layer));
    }
    CHECK(stage.state.layers.count() == 7);
}

TEST_CASE("Steps stay within the lesson") {
    Stage stage;
    stage(PreviousStep{});
    CHECK(stage.state.step == 0);
    stage(GoToStep{99});
    CHECK(stage.state.step == 2);
    stage(NextStep{});
    CHECK(stage.state.step == 2);
    stage(GoToStep{-5});
    CHECK(stage.state.step == 0);
}

TEST_CASE("Going on from the last step changes nothing, and is told until something else is done") {
    Stage stage;
    stage(GoToStep{2});
    stage(Seek{3.0});
    stage(NextStep{});
    CHECK(stage.state.step == 2);
    CHECK(stage.state.time_s == 3.0);
    CHECK(stage.state.presentation.last_step_told);
    stage(Advance{0.1});
    stage(HoverZone{3});
    CHECK(stage.state.presentation.last_step_told);
    stage(PreviousStep{});
    CHECK_FALSE(stage.state.presentation.last_step_told);
    stage(NextStep{});
    CHECK(stage.state.step == 2);
    CHECK_FALSE(stage.state.presentation.last_step_told);
}

TEST_CASE("Nothing plays on behind a sheet") {
    Stage stage;
    stage(SetPlaying{true});
    stage(OpenHelp{true});
    CHECK_FALSE(stage.state.playing);
    stage(OpenHelp{false});
    stage(SetPlaying{true});
    stage(OpenCautions{true});
    CHECK_FALSE(stage.state.playing);
}

TEST_CASE("Playing goes on into the next step and stops at the end of the last") {
    Stage stage;
    stage(SetPlaying{true});
    stage(Advance{7.0});
    CHECK(stage.state.step == 1);
    CHECK(stage.state.time_s == Approx(1.0));
    stage(Advance{1000.0});
    CHECK(stage.state.step == 2);
    CHECK_FALSE(stage.state.playing);
    CHECK(stage.state.time_s == Approx(16.0));
    SECTION("and starts again when it is played once more") {
        stage(TogglePlaying{});
        CHECK(stage.state.playing);
        CHECK(stage.state.step == 0);
        CHECK(stage.state.time_s == 0.0);
    }
}

TEST_CASE("A looped step begins again instead of going on") {
    Stage stage;
    stage(SetLoopStep{true});
    stage(SetPlaying{true});
    stage(Advance{13.0});
    CHECK(stage.state.step == 0);
    CHECK(stage.state.time_s == Approx(1.0));
    CHECK(stage.state.playing);
}

TEST_CASE("Half speed plays half as far") {
    Stage stage;
    stage(SetPlaybackSpeed{0.5F});
    stage(SetPlaying{true});
    stage(Advance{2.0});
    CHECK(stage.state.time_s == Approx(1.0));
}

TEST_CASE("Playing closes the cautions, for what plays must be seen") {
    Stage stage;
    stage(TogglePlaying{});
    CHECK_FALSE(stage.state.cautions_open);
}

TEST_CASE("Values out of range are brought into it") {
    Stage stage;
    const double infinite = std::numeric_limits<double>::infinity();
    const float not_a_number = std::numeric_limits<float>::quiet_NaN();
    stage(Seek{-3.0});
    CHECK(stage.state.time_s == 0.0);
    stage(Seek{infinite});
    CHECK(stage.state.time_s == Approx(6.0));
    stage(SetPlaybackSpeed{100.0F});
    CHECK(stage.state.playback_speed == 2.0F);
    stage(SetBreathRate{1.0});
    CHECK(stage.state.breath_per_min == 4.0);
    stage(SetBreathRate{50.0});
    CHECK(stage.state.breath_per_min == 20.0);
    stage(ShowZone{13, true});
    stage(ShowZone{0, true});
    CHECK(stage.state.zones_shown.none());
    stage(HoverZone{77});
    CHECK(stage.state.hovered_zone == 0);
    stage(OrbitCamera{{not_a_number, not_a_number}});
    stage(ZoomCamera{not_a_number});
    stage(PanCamera{{1.0e30F, 0.0F}});
    check_valid(stage.state, stage.subject);
}

TEST_CASE("A zone chosen in the panel is shown and the camera flies to it and arrives") {
    Stage stage;
    const Camera before = stage.state.camera;
    stage(SelectZone{7, true});
    CHECK(stage.state.selected_zone == 7);
    CHECK(stage.state.zones_shown.test(7));
    REQUIRE(stage.state.flight);
    CHECK(is_moving(stage.state));
    const Camera goal = stage.state.flight->to;
    stage(Advance{0.2});
    CHECK(stage.state.camera != before);
    stage(Advance{0.5});
    CHECK_FALSE(stage.state.flight);
    CHECK(stage.state.camera == goal);
    stage(Advance{zone_pulse_s});
    CHECK_FALSE(is_moving(stage.state));
}

TEST_CASE("A hand on the camera ends its flight") {
    Stage stage;
    stage(GoToView{View::left});
    stage(Advance{0.1});
    stage(OrbitCamera{{5.0F, 0.0F}});
    CHECK_FALSE(stage.state.flight);
}

TEST_CASE("Every shown zone is found where it is seen, and none from the far side") {
    Stage stage;
    stage(ShowAllZones{true});
    for (const lesson::ZoneOnBody& zone : stage.subject.choreography->zones) {
        const auto pixel = project(stage.state.camera, zone.point.position, window_px);
        REQUIRE(pixel);
        CHECK(zone_under(stage.state, stage.subject, ray_through(stage.state.camera, *pixel, window_px)) ==
              zone.number);
        const Ray from_below{zone.point.position - glm::vec3{0.0F, 0.0F, 2.0F}, {0.0F, 0.0F, 1.0F}};
        CHECK(zone_under(stage.state, stage.subject, from_below) == 0);
    }
    stage(ShowZone{7, false});
    const auto pixel = project(stage.state.camera, stage.subject.choreography->zones[6].point.position, window_px);
    CHECK(zone_under(stage.state, stage.subject, ray_through(stage.state.camera, *pixel, window_px)) == 0);
}

TEST_CASE("Whatever is asked for in whatever order, the state stays valid") {
    Stage stage;
    std::mt19937 random{20240607};
    const auto number = [&random](const double low, const double high) {
        return std::uniform_real_distribution<double>{low, high}(random);
    };
    const auto whole = [&random](const int low, const int high) {
        return std::uniform_int_distribution<int>{low, high}(random);
    };
    const auto pixels = [&] { return glm::vec2{number(-900.0, 900.0), number(-900.0, 900.0)}; };
    for (int i = 0; i < 3000; ++i) {
        const std::vector<Command> choices{
            GoToStep{whole(-2, 5)},
            NextStep{},
            Present{whole(0, 1) == 1},
            ShowProjector{whole(0, 1) == 1},
            BlankPicture{whole(0, 1) == 1},
            FreezePicture{whole(0, 1) == 1},
            SetTextSize{whole(-100, 1000)},
            ChoosePointer{static_cast<Pointer>(whole(0, 2))},
            ChooseTheme{themes.at(static_cast<std::size_t>(whole(0, 2)))},
            PreviousStep{},
            SetPlaying{whole(0, 1) == 1},
            TogglePlaying{},
            Seek{number(-9.0, 40.0)},
            Advance{number(-1.0, 9.0)},
            SetPlaybackSpeed{static_cast<float>(number(-1.0, 4.0))},
            SetLoopStep{whole(0, 1) == 1},
            SeekBy{number(-40.0, 40.0)},
            StepFrames{whole(-3, 3)},
            ToggleSlowMotion{},
            SetRepeats{whole(-2, 20)},
            SetLoopMark{whole(0, 1) == 1 ? LoopMark::a : LoopMark::b},
            DragLoopMark{whole(0, 1) == 1 ? LoopMark::a : LoopMark::b, {whole(-2, 5), number(-1.0, 2.0)}},
            ClearLoop{},
            SetMetronome{whole(0, 1) == 1},
            SetVoice{voices.at(static_cast<std::size_t>(whole(0, 2)))},
            SetMirror{whole(0, 1) == 1},
            SeeAsGiver{giver_places.at(static_cast<std::size_t>(whole(0, 3)))},
            SetBreathRate{number(0.0, 30.0)},
            ShowZone{whole(-1, 14), whole(0, 1) == 1},
            ShowAllZones{whole(0, 1) == 1},
            HoverZone{whole(-2, 20)},
            SelectZone{whole(-2, 20), whole(0, 1) == 1},
            ShowLayer{static_cast<Layer>(whole(0, layer_count - 1)), whole(0, 1) == 1},
            SetDepth{static_cast<Depth>(whole(0, depth_count - 1))},
            PeelDeeper{},
            PeelBack{},
            SetHandPeel{static_cast<HandPeel>(whole(0, 2))},
            SetSkinTone{skin_tones.at(static_cast<std::size_t>(whole(0, 5)))},
            HoverStructure{whole(0, 1) == 1 ? "rib_right" : "nothing"},
            SelectStructure{whole(0, 1) == 1 ? "skin" : "", whole(0, 1) == 1},
            SetOpacity{static_cast<Layer>(whole(0, layer_count - 1)), static_cast<float>(number(-1.0, 2.0))},
            SetXRay{whole(0, 1) == 1},
            SetCut{
                Cut{static_cast<Section>(whole(0, 2)), static_cast<float>(number(-3000.0, 3000.0)), whole(0, 1) == 1}},
            DragCut{pixels()},
            SetExplosion{static_cast<float>(number(-1.0, 2.0))},
            IsolateStructure{whole(0, 1) == 1 ? "rib_right" : "nothing"},
            ResetSeeThrough{},
            HoverLandmark{whole(0, 1) == 1 ? "T12" : "nothing"},
            DragLandmark{whole(0, 3) > 0 ? "T12" : "nothing", pixels()},
            DropLandmark{whole(0, 1) == 1},
            Undo{},
            Redo{},
            BeginGesture{},
            HideStructures{{whole(0, 1) == 1 ? "rib_right" : "nothing", "outer_right"}, whole(0, 1) == 1},
            GhostStructures{{whole(0, 1) == 1 ? "rib_right" : "nothing", "outer_right"}, whole(0, 1) == 1},
            ShowAllStructures{},
            GoToLandmark{whole(0, 1) == 1 ? "T12" : "nothing"},
            ChooseCameraHabit{camera_habits.at(static_cast<std::size_t>(whole(0, 2)))},
            ResetLandmarks{whole(0, 1) == 1},
            TakeBackLandmarks{},
            MarkLandmarksSaved{},
            AskToSave{whole(0, 1) == 1},
            OrbitCamera{pixels()},
            PanCamera{pixels()},
            ZoomCamera{static_cast<float>(number(-30.0, 30.0))},
            GoToView{static_cast<View>(whole(0, 4))},
            SetReducedMotion{whole(0, 1) == 0},
            OpenCautions{whole(0, 1) == 1},
            OpenHelp{whole(0, 1) == 1},
            ShowPanels{whole(0, 1) == 1},
            ChooseQuality{quality_choices.at(static_cast<std::size_t>(whole(0, 3)))},
            SettleQuality{quality_of(static_cast<Quality>(whole(0, 2)))},
            SetMeasuring{whole(0, 1) == 1},
            AddMeasurePoint{pixels()},
            RemoveMeasurePoint{},
            ClearMeasurement{},
            SetPen{whole(0, 1) == 1},
            ChoosePen{pen_colours.at(static_cast<std::size_t>(whole(0, 3))), whole(0, 1) == 1, whole(0, 1) == 1},
            BeginPen{pixels()},
            MovePen{pixels()},
            LiftPen{},
            UndoPen{},
            RedoPen{},
            ClearPen{},
            ShowNotes{whole(0, 1) == 1},
            KeepBookmark{},
            GoToBookmark{static_cast<std::size_t>(whole(0, 9))},
            RenameBookmark{static_cast<std::size_t>(whole(0, 9)), whole(0, 1) == 1 ? "Name" : ""},
            RemoveBookmark{static_cast<std::size_t>(whole(0, 9))},
            AddBookmarks{stage.state.bookmarks.list},
            UndoBookmarks{},
            OpenQuiz{},
            SetUpQuiz{{"", whole(0, 60), {}}},
            StartQuiz{static_cast<std::uint32_t>(whole(0, 99)), 20000, {}, {}},
            AnswerQuiz{whole(-2, 6)},
            PointInQuiz{whole(-2, 14), whole(0, 1) == 1 ? "trapezius_descending_right" : ""},
            ContinueQuiz{},
            SkipQuestion{},
            EndQuiz{},
            ChooseLanguage{whole(0, 1) == 1 ? "fr" : "xx"},
            OpenPractice{whole(0, 3) > 0},
            ChoosePracticeHand{whole(0, 1) == 1 ? lesson::Hand::left : lesson::Hand::right},
            ChoosePracticeStroke{whole(-2, 5)},
            ShowPracticeGuide{whole(0, 1) == 1},
            BeginPractice{},
            NextPracticeStroke{},
            GiveUpPractice{},
            PressPractice{pixels(), number(-5.0, 5.0)},
            TracePractice{pixels(), number(-5.0, 5.0)},
            LiftPractice{number(-5.0, 5.0)}};
        REQUIRE(choices.size() == std::variant_size_v<Command>);
        stage(choices[static_cast<std::size_t>(whole(0, static_cast<int>(choices.size()) - 1))]);
        check_valid(stage.state, stage.subject);
    }
}

TEST_CASE("Every command can be told in the log") {
    CHECK(describe(SelectZone{7, false}) == "SelectZone 7");
    CHECK(describe(GoToView{View::three_quarter}) == "GoToView three-quarter");
    CHECK(describe(ShowLayer{Layer::towel, false}) == "ShowLayer towel off");
    CHECK(describe(SetHandPeel{HandPeel::superficial}) == "SetHandPeel superficial");
}

TEST_CASE("Layers are read by the names that they are written with") {
    for (int layer = 0; layer < layer_count; ++layer) {
        CHECK(parse_layer(name_of(static_cast<Layer>(layer))) == static_cast<Layer>(layer));
    }
    CHECK_FALSE(parse_layer("bones"));
}
