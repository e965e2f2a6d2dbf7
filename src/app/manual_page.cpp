#include "app/manual_page.h"

#include <string>
#include <vector>

#include "app/exit_codes.h"
#include "app/places.h"
#include "core/fill.h"
#include "core/translate.h"
#include "scene/key_bindings.h"
#include "ui/keys.h"
#include "ui/settings.h"

namespace dorsum::app {

namespace {

/// Text that troff prints as it stands.
std::string escaped(const std::string_view text) {
    std::string out;
    for (const char letter : text) {
        const bool starts_line = out.empty() || out.back() == '\n';
        if (starts_line && (letter == '.' || letter == '\'')) {
            out += "\\&";
        }
        if (letter == '\\') {
            out += "\\e";
        } else if (letter == '-') {
            out += "\\-";
        } else {
            out += letter;
        }
    }
    return out;
}

std::string bold(const std::string_view text) {
    return "\\fB" + escaped(text) + "\\fR";
}

std::string italic(const std::string_view text) {
    return "\\fI" + escaped(text) + "\\fR";
}

void add_section(std::string& page, const std::string_view title) {
    page += ".SH \"" + escaped(title) + "\"\n";
}

/// A term, and below it, indented, what it means.
void add_item(std::string& page, const std::string& term, const std::string_view meaning) {
    page += ".TP\n" + term + "\n" + escaped(meaning) + "\n";
}

std::string term_of(const OptionDescription& option) {
    if (option.positional) {
        return italic(option.names.front());
    }
    std::string term;
    for (const std::string& name : option.names) {
        term += (term.empty() ? "" : ", ") + bold(name);
    }
    return option.value.empty() ? term : term + " " + italic(option.value);
}

void add_options(std::string& page, const CommandDescription& command) {
    for (const OptionDescription& option : command.options) {
        std::string meaning = option.description;
        if (!option.range.empty()) {
            meaning += " (" + option.range + ")";
        }
        if (!option.default_value.empty()) {
            meaning = fill(tr("{0}; by default {1}"), {meaning, option.default_value});
        }
        if (option.required) {
            meaning = fill(tr("{0}; required"), {meaning});
        }
        add_item(page, term_of(option), meaning);
    }
}

void add_synopsis(std::string& page, const std::string& program, const CommandDescription& command) {
    page += ".B " + escaped(command.name == program ? program : program + " " + command.name) + "\n";
    std::string line = std::string("[") + italic(tr("OPTIONS")) + "]";
    for (const OptionDescription& option : command.options) {
        if (option.positional) {
            const std::string name = italic(option.names.front());
            line += option.required ? " " + name : " [" + name + "]";
        } else if (option.required) {
            line += " " + bold(option.names.front()) + " " + italic(option.value);
        }
    }
    page += line + "\n.br\n";
}

void add_keys(std::string& page) {
    add_section(page, tr("KEYS AND MOUSE"));
    std::string group;
    for (const scene::KeyBinding& binding : scene::key_bindings()) {
        if (group != binding.group) {
            group = binding.group;
            page += ".SS \"" + escaped(group) + "\"\n";
        }
        add_item(page, bold(ui::key_text(binding.key_name)), binding.description);
    }
    for (const ui::WindowKey& key : ui::window_keys()) {
        add_item(page, bold(ui::key_text(key.key_name)), key.description);
    }
    page += std::string(".SS \"") + escaped(tr("Mouse")) + "\"\n";
    for (const ui::MouseHint& hint : ui::mouse_hints(scene::CameraHabit::usual)) {
        add_item(page, bold(hint.gesture), hint.description);
    }
}

void add_settings(std::string& page) {
    add_section(page, tr("SETTINGS"));
    page +=
        escaped(tr("What is set in the window is found again at the next start; it stands in the file settings.toml, "
                   "one line for each:")) +
        "\n";
    for (const ui::KeptSetting& setting : ui::kept_settings()) {
        add_item(page, bold(setting.key), std::string(setting.description) + " (" + ui::range_text(setting) + ")");
    }
}

void add_places(std::string& page, const char* title, const std::span<const Place> places) {
    add_section(page, title);
    for (const Place& place : places) {
        add_item(page, bold(place.name), std::string(tr(place.description)));
    }
}

}  // namespace

std::string manual_page(const CommandDescription& program, const std::string_view version) {
    std::string page = ".\\\" Made by the program from its own description: dorsum man\n";
    page += ".TH DORSUM 1 \"\" \"dorsum " + escaped(version) + "\"\n";
    add_section(page, tr("NAME"));
    std::string purpose = program.description;
    purpose = purpose.substr(0, purpose.find_last_not_of('.') + 1);
    page += escaped(program.name) + " \\- " + escaped(purpose) + "\n";
    add_section(page, tr("SYNOPSIS"));
    add_synopsis(page, program.name, program);
    for (const CommandDescription& command : program.commands) {
        add_synopsis(page, program.name, command);
    }
    add_section(page, tr("DESCRIPTION"));
    page += escaped(tr("Shows a human back in 3D and teaches how to massage it: strokes move over the skin in time "
                       "with the breath, and twelve traditional reflex zones light up. Without a command the window "
                       "opens; the commands work without one.")) +
            "\n.PP\n" +
            escaped(tr("Massage is not for people with joint inflammation or diseases of bones or skeleton; the "
                       "vertebrae are not pressed. The zones are a tradition, not medical evidence.")) +
            "\n";
    add_section(page, tr("OPTIONS"));
    add_options(page, program);
    add_section(page, tr("COMMANDS"));
    for (const CommandDescription& command : program.commands) {
        page += ".SS \"" + escaped(program.name + " " + command.name) + "\"\n" + escaped(command.description) + "\n";
        add_options(page, command);
    }
    add_keys(page);
    add_settings(page);
    add_places(page, tr("ENVIRONMENT"), environment_variables());
    add_places(page, tr("FILES"), files());
    add_section(page, tr("EXIT STATUS"));
    for (const ExitCode& each : exit_codes) {
        add_item(page, bold(std::to_string(each.code)), tr(each.meaning));
    }
    return page;
}

}  // namespace dorsum::app
