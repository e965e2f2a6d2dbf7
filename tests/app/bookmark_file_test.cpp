#include <fstream>
#include <glm/geometric.hpp>
#include <sstream>

#include "app/bookmark_file.h"
#include "app/bookmark_shelf.h"
#include "catch.h"
#include "scene/state.h"
#include "temporary_folder.h"

using namespace dorsum;
using namespace dorsum::app;

namespace {

std::string text_in(const std::filesystem::path& path) {
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

/// A view in which nothing is as in a fresh state.
std::shared_ptr<const scene::Bookmark> full_view(const std::string& name) {
    scene::State kept;
    kept.camera = {{0.1F, -0.2F, 0.05F}, 1.25F, 33.5F, -12.25F, 26.0F, 90.0F};
    kept.step = 3;
    kept.time_s = 12.5;
    kept.breath_per_min = 7.5;
    kept.layers.set(static_cast<std::size_t>(scene::Layer::deep));
    kept.layers.set(static_cast<std::size_t>(scene::Layer::organs));
    kept.hand_peel = scene::HandPeel::superficial;
    kept.see_through.set_opacity(scene::Layer::skin, 0.25F);
    kept.see_through.x_ray = true;
    kept.see_through.cut = scene::Cut{scene::Section::axial, -40.5F, true};
    kept.see_through.explosion = 0.5F;
    kept.see_through.isolated = {"rhomboid_major_left"};
    kept.zones_shown.set(2).set(12);
    kept.selected_zone = 12;
    kept.selected_structure = "rhomboid_major_left";
    kept.pen.shown = false;
    kept.pen.lines.push_back(std::make_shared<const scene::PenLine>(
        scene::PenLine{scene::PenColour::yellow, true, {{{0.01F, 0.02F, 0.1F}, {}}, {{0.03F, 0.02F, 0.1F}, {}}}, {}}));
    kept.measurement.on = true;
    kept.measurement.points = {{0.0F, 0.0F, 0.1F}, {0.1F, 0.0F, 0.1F}};
    scene::Bookmark bookmark;
    bookmark.name = name;
    bookmark.model.name = "reference.glb";
    bookmark.model.triangles = 12345;
    bookmark.kept = std::make_shared<const scene::State>(kept);
    return std::make_shared<const scene::Bookmark>(bookmark);
}

}  // namespace

TEST_CASE("a view that was saved is read back with all that it keeps") {
    const auto view = full_view("Kidneys \"left\" – süß");
    const auto read = bookmarks_in(text_of({view}), "views.dorsum-view");
    REQUIRE(read.has_value());
    CHECK(read->problems.empty());
    REQUIRE(read->bookmarks.size() == 1);
    const scene::Bookmark& again = *read->bookmarks.front();
    CHECK(again.name == view->name);
    CHECK(again.model == view->model);
    const scene::State& kept = *view->kept;
    const scene::State& now = *again.kept;
    CHECK(glm::distance(now.camera.target, kept.camera.target) < 1.0e-5F);
    CHECK(now.camera.distance_m == Approx(1.25F));
    CHECK(now.camera.azimuth_deg == Approx(33.5F));
    CHECK(now.camera.elevation_deg == Approx(-12.25F));
    CHECK(now.camera.roll_deg == Approx(90.0F));
    CHECK(now.step == 3);
    CHECK(now.time_s == Approx(12.5));
    CHECK(now.breath_per_min == Approx(7.5));
    CHECK(now.layers == kept.layers);
    CHECK(now.hand_peel == kept.hand_peel);
    CHECK(now.see_through == kept.see_through);
    CHECK(now.zones_shown == kept.zones_shown);
    CHECK(now.selected_zone == 12);
    CHECK(now.selected_structure == kept.selected_structure);
    CHECK_FALSE(now.pen.shown);
    REQUIRE(now.pen.lines.size() == 1);
    CHECK(now.pen.lines.front()->colour == scene::PenColour::yellow);
    CHECK(now.pen.lines.front()->wide);
    REQUIRE(now.pen.lines.front()->points.size() == 2);
    CHECK(glm::distance(now.pen.lines.front()->points[1].position, glm::vec3(0.03F, 0.02F, 0.1F)) < 1.0e-5F);
    CHECK(now.measurement.on);
    REQUIRE(now.measurement.points.size() == 2);
    CHECK(text_of(read->bookmarks) == text_of({view}));
}

TEST_CASE("of a view with a wrong line the rest counts, and the line is named") {
    std::string text = text_of({full_view("One"), full_view("Two")});
    const std::size_t at = text.find("time_s = 12.5");
    REQUIRE(at != std::string::npos);
    text.replace(at, 13, "time_s = \"x\"");
    const auto read = bookmarks_in(text, "views.dorsum-view");
    REQUIRE(read.has_value());
    REQUIRE(read->bookmarks.size() == 2);
    REQUIRE(read->problems.size() == 1);
    CHECK(read->problems.front().find("time_s") != std::string::npos);
    CHECK(read->bookmarks.front()->kept->step == 3);
    CHECK(read->bookmarks.front()->kept->time_s == Approx(0.0));
}

TEST_CASE("no file of views, however broken, is more than said") {
    const std::string whole = text_of({full_view("One")});
    for (std::size_t length = 0; length < whole.size(); length += 7) {
        const auto read = bookmarks_in(whole.substr(0, length), "cut.dorsum-view");
        CHECK((read.has_value() || !read.error().cause.empty()));
    }
    for (const char* text :
         {"format = 2", "view = 3", "format = 1\nview = [1, 2]", "\xff\xfe", "[[view]]\ncamera = 1"}) {
        const auto read = bookmarks_in(text, "bad.dorsum-view");
        CHECK((!read.has_value() || !read->problems.empty() || read->bookmarks.empty()));
    }
}

TEST_CASE("one view of a file is found by its name, and without one the first") {
    const test::TemporaryFolder folder;
    const std::string file = (folder / "mine.dorsum-view").string();
    REQUIRE(write_views({full_view("One"), full_view("Two: it")}, file).has_value());
    CHECK((*find_bookmark(file))->name == "One");
    CHECK((*find_bookmark(file + ":Two: it"))->name == "Two: it");
    const auto missing = find_bookmark(file + ":Three");
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().remedy.find("Two: it") != std::string::npos);
    CHECK_FALSE(find_bookmark((folder / "none.dorsum-view").string()).has_value());
}

TEST_CASE("a file that is there already is not written over") {
    const test::TemporaryFolder folder;
    const auto written = write_views({full_view("One")}, folder / "mine");
    REQUIRE(written.has_value());
    CHECK(*written == folder / "mine.dorsum-view");
    CHECK_FALSE(write_views({full_view("Two")}, folder / "mine").has_value());
    CHECK(text_in(folder / "mine.dorsum-view") == text_of({full_view("One")}));
}

TEST_CASE("kept views are there at the next start, with those that another window has kept meanwhile") {
    const test::TemporaryFolder folder;
    const auto file = folder / "new" / "views.dorsum-view";
    BookmarkShelf first(file);
    BookmarkShelf second(file);
    CHECK(first.read().bookmarks.empty());
    CHECK(second.read().bookmarks.empty());
    REQUIRE(first.keep({full_view("One")}).has_value());
    REQUIRE(second.keep({full_view("Two")}).has_value());
    CHECK(BookmarkShelf(file).read().bookmarks.size() == 2);
    REQUIRE(first.keep({}).has_value());  // what was removed goes, the other's stays
    const auto left = BookmarkShelf(file).read().bookmarks;
    REQUIRE(left.size() == 1);
    CHECK(left.front()->name == "Two");
}

TEST_CASE("a broken file of kept views is set aside and said, one of a newer version is left alone") {
    const test::TemporaryFolder folder;
    const auto file = folder / "views.dorsum-view";
    write(file, "format = 1\n[[view]\n");
    BookmarkShelf shelf(file);
    CHECK(shelf.read().problems.size() == 1);
    CHECK(text_in(folder / "views.dorsum-view.broken") == "format = 1\n[[view]\n");
    REQUIRE(shelf.keep({full_view("One")}).has_value());
    CHECK(BookmarkShelf(file).read().bookmarks.size() == 1);

    const std::string newer = "format = 2\nnobody = \"knows\"\n";
    write(file, newer);
    BookmarkShelf of_newer(file);
    CHECK(of_newer.read().problems.size() == 1);
    REQUIRE(of_newer.keep({full_view("Two")}).has_value());
    CHECK(text_in(file) == newer);
}

TEST_CASE("started with views in place of a model, the program opens the body on which they were kept") {
    const test::TemporaryFolder folder;
    const auto written = write_views({full_view("One")}, folder / "mine.dorsum-view");
    ViewerCommand command;
    command.subject.model = *written;
    const ViewerCommand now = with_views(command);
    CHECK(now.views == *written);
    CHECK(now.subject.model.empty());
    CHECK(now.subject.body == "reference");
}
