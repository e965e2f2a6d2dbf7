// dorsum-sculpt: makes the files in assets/body from the figures in figures/ and the parameters in bodies/. The viewer
// never links it; it runs once whenever the figures change.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/files.h"
#include "core/log.h"
#include "core/translate.h"
#include "mesh/glb_export.h"
#include "sculpt/body_parameters.h"
#include "sculpt/command_compare.h"
#include "sculpt/hand/hands.h"
#include "sculpt/preview.h"
#include "sculpt/sculpted_body.h"

namespace {

using namespace dorsum;

struct Options {
    std::vector<std::filesystem::path> parameters;
    std::filesystem::path figures = DORSUM_SCULPT_FIGURES;
    std::string preview;
    bool hands = false;
    float coarseness = 1.0F;
    std::filesystem::path output_folder;
};

Result<std::vector<std::filesystem::path>> shipped_parameters() {
    std::vector<std::filesystem::path> paths;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(DORSUM_SCULPT_BODIES, problem)) {
        if (entry.path().extension() == ".toml") {
            paths.push_back(entry.path());
        }
    }
    if (paths.empty()) {
        return failure(DORSUM_SCULPT_BODIES, tr("holds no parameter files"), tr("Name some on the command line"));
    }
    std::ranges::sort(paths);
    return paths;
}

/// Asked before the work, not after it.
Result<void> check_writable(const std::filesystem::path& folder) {
    const std::filesystem::path probe = folder / ".dorsum-sculpt-probe";
    const auto written = write_file(probe, {});
    std::error_code ignored;
    std::filesystem::remove(probe, ignored);
    return written;
}

/// The model comes last: where it is, all that belongs to it is there too.
Result<void> write_body(const sculpt::SculptedBody& body, const std::filesystem::path& folder) {
    const std::filesystem::path model = folder / body.model.file;
    const auto beside = [&model](const char* ending, const std::string& text) {
        std::filesystem::path path = model;
        return write_file(path.replace_extension(ending), std::as_bytes(std::span(text)));
    };
    if (auto written = beside(".landmarks.toml", body.landmarks_toml); !written) {
        return written;
    }
    if (auto written = beside(".catalogue.toml", body.catalogue_toml); !written) {
        return written;
    }
    return mesh::export_glb(body.model, model);
}

Result<std::vector<sculpt::BodyParameters>> read_parameters(const std::vector<std::filesystem::path>& named) {
    Result<std::vector<std::filesystem::path>> paths = named.empty() ? shipped_parameters() : named;
    if (!paths) {
        return tl::unexpected(paths.error());
    }
    std::vector<sculpt::BodyParameters> bodies;
    for (const std::filesystem::path& path : *paths) {
        auto parameters = sculpt::read_body_parameters(path);
        if (!parameters) {
            return tl::unexpected(parameters.error());
        }
        bodies.push_back(*std::move(parameters));
    }
    return bodies;
}

Result<void> make_bodies(const Options& options) {
    const auto bodies = read_parameters(options.parameters);
    if (!bodies) {
        return tl::unexpected(bodies.error());
    }
    const sculpt::Detail detail{options.coarseness};
    const auto shared = sculpt::shared_anatomy(options.figures, detail);
    if (!shared) {
        return tl::unexpected(shared.error());
    }
    for (const sculpt::BodyParameters& parameters : *bodies) {
        log::info(std::string(tr("Body")) + ": " + parameters.title);
        const auto body = sculpt::sculpt_body(parameters, *shared, options.figures, detail);
        if (!body) {
            return tl::unexpected(body.error());
        }
        if (auto written = write_body(*body, options.output_folder); !written) {
            return written;
        }
    }
    return {};
}

Result<void> make_preview(const Options& options) {
    auto model = sculpt::preview(options.preview, options.figures, {options.coarseness});
    if (!model) {
        return tl::unexpected(model.error());
    }
    return mesh::export_glb(*model, options.output_folder / (options.preview + ".glb"));
}

Result<void> make_hands(const Options& options) {
    const auto hands = sculpt::sculpt_hands(options.figures, {options.coarseness});
    if (!hands) {
        return tl::unexpected(hands.error());
    }
    return sculpt::write_hands(*hands, options.output_folder);
}

Result<void> make(const Options& options) {
    if (auto writable = check_writable(options.output_folder); !writable) {
        return writable;
    }
    if (options.hands) {
        return make_hands(options);
    }
    return options.preview.empty() ? make_bodies(options) : make_preview(options);
}

std::string parameter_help() {
    std::string text = std::string(tr("Keys of a parameter file, with range and the reference man's value")) + ":\n";
    const sculpt::BodyParameters reference;
    for (const sculpt::ParameterEntry& entry : sculpt::parameter_entries()) {
        std::array<char, 160> line{};
        std::snprintf(line.data(), line.size(), "  %-22s %6g to %6g  %6g  ", entry.key,
                      static_cast<double>(entry.least), static_cast<double>(entry.most),
                      static_cast<double>(reference.*(entry.value)));
        text += std::string(line.data()) + tr(entry.description) + "\n";
    }
    return text;
}

CLI::App* add_compare(CLI::App& app, sculpt::CompareOptions& options) {
    CLI::App* const command =
        app.add_subcommand("compare", tr("Print the distances between the skin of a body and any mesh"));
    options.body = asset_folder() / "body" / "reference.glb";
    command->add_option("MODEL", options.model, tr("The mesh to compare with"))->required();
    command->add_option("--body", options.body, tr("A body that was sculpted"))->capture_default_str();
    command->add_option("--unit-m", options.axes.unit_m, tr("Metres for one unit of the mesh"))
        ->check(CLI::PositiveNumber);
    command
        ->add_option_function<std::vector<float>>(
            "--shift-mm",
            [&options](const std::vector<float>& shift) {
                options.shift_mm = {shift[0], shift[1], shift[2]};
            },
            tr("Where the mesh's origin lies in the body frame; without it the mesh is fitted"))
        ->expected(3);
    return command;
}

}  // namespace

int main(int argument_count, char** arguments) try {
    Options options;
    options.output_folder = asset_folder() / "body";
    CLI::App app{tr("Sculpts the bundled bodies from anatomical figures")};
    CLI::Option* const parameters = app.add_option(
        "PARAMETERS", options.parameters, tr("Parameter files of the bodies; without them all that are shipped"));
    app.add_option("--figures", options.figures, tr("The figures to build from"))->capture_default_str();
    app.add_option("--output-folder", options.output_folder, tr("Where the files go"))->capture_default_str();
    app.add_option("--preview", options.preview, tr("Build one group of structures alone, for a look"))
        ->check(CLI::IsMember(sculpt::preview_groups()))
        ->excludes(parameters);
    app.add_flag("--hands", options.hands, tr("Build the masseur's hands instead: hands.glb and hand_poses.glb"))
        ->excludes(parameters);
    app.add_option("--coarseness", options.coarseness, tr("Factor on every voxel; larger is faster and coarser"))
        ->check(CLI::Range(1.0, 10.0))
        ->capture_default_str();
    app.footer(parameter_help());
    sculpt::CompareOptions compare;
    CLI::App* const comparing = add_compare(app, compare);
    CLI11_PARSE(app, argument_count, arguments);

    if (*comparing) {
        const auto report = sculpt::compare_report(compare);
        if (!report) {
            log::error(to_string(report.error()));
            return 1;
        }
        std::fputs(report->c_str(), stdout);
        return 0;
    }

    if (const auto made = make(options); !made) {
        log::error(to_string(made.error()));
        return 1;
    }
    return 0;
} catch (const std::exception& problem) {
    dorsum::log::error(std::string(tr("The body could not be built")) + ": " + problem.what());
    return 1;
}
