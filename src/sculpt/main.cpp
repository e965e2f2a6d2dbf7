// dorsum-sculpt: makes assets/body/reference.glb and reference.landmarks.toml from the figures in
// figures.toml. The viewer never links it; it runs once whenever the figures change.

#include <CLI/CLI.hpp>
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

#include "core/files.h"
#include "core/log.h"
#include "core/translate.h"
#include "mesh/glb_export.h"
#include "sculpt/figure_field.h"
#include "sculpt/figures.h"
#include "sculpt/landmarks.h"
#include "sculpt/surface.h"
#include "sculpt/table_furniture.h"
#include "sculpt/towel.h"

namespace {

using namespace dorsum;

struct Options {
    std::filesystem::path figures = DORSUM_SCULPT_FIGURES;
    float voxel_mm = 2.0F;
    std::filesystem::path output_folder;
};

mesh::Model sculpted(const sculpt::Figures& figures, const float voxel_mm) {
    const sculpt::FigureField figure(figures);
    mesh::Model model;
    model.file = "reference.glb";
    log::info(tr("Sculpting the skin"));
    model.parts.push_back(
        {"skin", sculpt::symmetric_surface([&](const glm::vec3 at) { return figure.shown(at); },
                                           {{0.0F, -490.0F, -170.0F}, {345.0F, 600.0F, 150.0F}, voxel_mm, 72000, 12})});
    log::info(tr("Draping the towel"));
    model.parts.push_back(
        {"towel", sculpt::draped_towel([&](const glm::vec3 at) { return figure.whole(at); }, figures)});
    log::info(tr("Upholstering the table"));
    model.parts.push_back(
        {"table", sculpt::symmetric_surface(
                      [&](const glm::vec3 at) { return sculpt::table_top_distance(at, figures.table_top_z); },
                      {{0.0F, -1400.0F, -280.0F}, {380.0F, 400.0F, -100.0F}, 7.0F, 5000, 0})});
    model.parts.push_back({"table_face_rest", sculpt::symmetric_surface(
                                                  sculpt::face_rest_distance,
                                                  {{0.0F, 290.0F, -200.0F}, {180.0F, 650.0F, -60.0F}, 5.0F, 4000, 4})});
    return model;
}

Result<void> make_body_files(const Options& options) {
    const auto figures = sculpt::load_figures(options.figures);
    if (!figures) {
        return tl::unexpected(figures.error());
    }
    const mesh::Model model = sculpted(*figures, options.voxel_mm);
    const auto points = sculpt::find_skin_points(model.parts.front().mesh, *figures);
    if (!points) {
        return tl::unexpected(points.error());
    }
    const std::filesystem::path landmarks = options.output_folder / "reference.landmarks.toml";
    std::string text = sculpt::landmarks_text(*points);
    text.insert(text.find('\n') + 1, "model = \"reference.glb\"\n");
    if (auto written = mesh::export_glb(model, options.output_folder / "reference.glb"); !written) {
        return written;
    }
    return write_file(landmarks, std::as_bytes(std::span(text)));
}

}  // namespace

int main(int argument_count, char** arguments) {
    Options options;
    options.output_folder = asset_folder() / "body";
    CLI::App app{tr("Sculpts the reference body from anatomical figures")};
    app.add_option("--figures", options.figures, tr("The figures to build from"))->capture_default_str();
    app.add_option("--voxel-mm", options.voxel_mm, tr("Edge of a voxel; larger is faster and coarser"))
        ->check(CLI::Range(1.0, 10.0))
        ->capture_default_str();
    app.add_option("--output-folder", options.output_folder, tr("Where the two files go"))->capture_default_str();
    CLI11_PARSE(app, argument_count, arguments);

    if (const auto made = make_body_files(options); !made) {
        log::error(to_string(made.error()));
        return 1;
    }
    return 0;
}
