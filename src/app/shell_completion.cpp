#include "app/shell_completion.h"

#include <algorithm>
#include <string>
#include <vector>

#include "mesh/model_format.h"

namespace dorsum::app {

namespace {

/// Joined with a separator: {"a", "b"} and "|" give "a|b".
std::string joined(const std::vector<std::string>& words, const std::string_view separator) {
    std::string all;
    for (const std::string& word : words) {
        all += (all.empty() ? "" : std::string(separator)) + word;
    }
    return all;
}

std::vector<std::string> extensions_of(const FileKind kind) {
    if (kind == FileKind::lesson) {
        return {"toml"};
    }
    std::vector<std::string> extensions;
    for (int format = 0; format <= static_cast<int>(mesh::ModelFormat::glb); ++format) {
        extensions.emplace_back(mesh::format_extension(static_cast<mesh::ModelFormat>(format)));
    }
    return extensions;
}

std::vector<std::string> names_of(const std::vector<CommandDescription>& commands) {
    std::vector<std::string> names;
    for (const CommandDescription& command : commands) {
        names.push_back(command.name);
    }
    return names;
}

/// In single quotes; bash and zsh leave and enter them for a quote, fish has a backslash.
std::string in_quotes(const std::string_view text, const bool for_fish = false) {
    std::string out = "'";
    for (const char letter : text) {
        if (letter == '\'') {
            out += for_fish ? "\\'" : "'\\''";
        } else if (letter == '\\' && for_fish) {
            out += "\\\\";
        } else {
            out += letter;
        }
    }
    return out + "'";
}

std::vector<const CommandDescription*> with_program(const CommandDescription& program) {
    std::vector<const CommandDescription*> all{&program};
    for (const CommandDescription& command : program.commands) {
        all.push_back(&command);
    }
    return all;
}

// Bash.

std::string bash_values(const OptionDescription& option) {
    const FileKind kind = file_kind_of(option);
    if (kind == FileKind::any) {
        return "mapfile -t COMPREPLY < <(compgen -f -- \"$word\")";
    }
    if (kind != FileKind::none) {
        return "_dorsum_files " + joined(extensions_of(kind), " ");
    }
    const std::vector<std::string> choices = choices_of(option);
    return choices.empty()
               ? std::string(":")
               : "mapfile -t COMPREPLY < <(compgen -W " + in_quotes(joined(choices, " ")) + " -- \"$word\")";
}

/// What may stand in the place of a word that is no option.
std::string bash_positionals(const CommandDescription& command) {
    std::string lines;
    for (const OptionDescription& option : command.options) {
        if (option.positional) {
            lines += "            " + bash_values(option) + "\n";
            break;
        }
    }
    if (!command.commands.empty()) {
        lines += "            mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY < <(compgen -W " +
                 in_quotes(joined(names_of(command.commands), " ")) + " -- \"$word\")\n";
    }
    return lines;
}

std::string bash_completion(const CommandDescription& program) {
    std::string script =
        "# Made by the program from its own description: dorsum completion bash\n"
        "# _dorsum_files EXTENSION...: folders, and files that end so.\n"
        "_dorsum_files() {\n"
        "    local name extension\n"
        "    mapfile -t COMPREPLY < <(compgen -d -- \"$word\")\n"
        "    while IFS= read -r name; do\n"
        "        for extension in \"$@\"; do\n"
        "            [[ ! -d $name && ${name,,} == *.$extension ]] && COMPREPLY+=(\"$name\")\n"
        "        done\n"
        "    done < <(compgen -f -- \"$word\")\n"
        "}\n\n"
        "_dorsum() {\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= index\n"
        "    COMPREPLY=()\n"
        "    for ((index = 1; index < COMP_CWORD; index++)); do\n"
        "        case ${COMP_WORDS[index]} in\n"
        "            " +
        joined(names_of(program.commands), "|") +
        ") command=${COMP_WORDS[index]}; break ;;\n"
        "        esac\n"
        "    done\n"
        "    case \"$command $before\" in\n";
    std::string options;
    std::string positionals;
    for (const CommandDescription* command : with_program(program)) {
        const std::string name = command == &program ? "" : command->name;
        std::vector<std::string> names;
        for (const OptionDescription& option : command->options) {
            if (option.positional) {
                continue;
            }
            std::vector<std::string> patterns;
            for (const std::string& each : option.names) {
                names.push_back(each);
                patterns.push_back("\"" + name + " " + each + "\"");
            }
            if (!option.value.empty()) {
                script += "        " + joined(patterns, " | ") + ") " + bash_values(option) + "; return ;;\n";
            }
        }
        options += "        \"" + name + " -\"*) mapfile -t COMPREPLY < <(compgen -W " + in_quotes(joined(names, " ")) +
                   " -- \"$word\") ;;\n";
        positionals += "        \"" + name + " \"*)\n" + bash_positionals(*command) + "            ;;\n";
    }
    return script + "    esac\n    case \"$command $word\" in\n" + options + positionals +
           "    esac\n}\ncomplete -o filenames -F _dorsum dorsum\n";
}

// Zsh.

std::string zsh_values(const OptionDescription& option) {
    const FileKind kind = file_kind_of(option);
    if (kind == FileKind::any) {
        return "_files";
    }
    if (kind != FileKind::none) {
        return "_files -g \"*.(" + joined(extensions_of(kind), "|") + ")\"";
    }
    const std::vector<std::string> choices = choices_of(option);
    return choices.empty() ? std::string(" ") : "(" + joined(choices, " ") + ")";
}

/// Text between brackets or colons of an argument of _arguments.
std::string zsh_text(const std::string_view text) {
    std::string out;
    for (const char letter : text) {
        if (letter == '[' || letter == ']' || letter == ':' || letter == '\\') {
            out += '\\';
        }
        out += letter;
    }
    return out;
}

std::string zsh_arguments(const CommandDescription& command) {
    std::string arguments;
    int position = 0;
    for (const OptionDescription& option : command.options) {
        if (option.positional) {
            ++position;
            const bool first_of_all = !command.commands.empty();
            arguments +=
                " \\\n            " + in_quotes(std::to_string(position) + ":" + zsh_text(option.names.front()) + ":" +
                                                (first_of_all ? std::string("_dorsum_first") : zsh_values(option)));
            continue;
        }
        const std::string rest =
            "[" + zsh_text(option.description) + "]" +
            (option.value.empty() ? std::string() : ":" + zsh_text(option.value) + ":" + zsh_values(option));
        for (const std::string& name : option.names) {
            arguments += " \\\n            " + in_quotes("(" + joined(option.names, " ") + ")" + name + rest);
        }
    }
    return arguments;
}

std::string zsh_completion(const CommandDescription& program) {
    std::string script =
        "#compdef dorsum\n"
        "# Made by the program from its own description: dorsum completion zsh\n"
        "_dorsum_first() {\n"
        "    local -a commands\n"
        "    commands=(\n";
    for (const CommandDescription& command : program.commands) {
        script += "        " + in_quotes(command.name + ":" + command.description) + "\n";
    }
    script +=
        "    )\n"
        "    _describe -t commands command commands\n"
        "    _files -g \"*.(" +
        joined(extensions_of(FileKind::model), "|") +
        ")\"\n"
        "}\n\n"
        "_dorsum() {\n"
        "    local command= index\n"
        "    for ((index = 2; index < CURRENT; index++)); do\n"
        "        case ${words[index]} in\n"
        "            " +
        joined(names_of(program.commands), "|") +
        ") command=${words[index]}; break ;;\n"
        "        esac\n"
        "    done\n"
        "    if [[ -n $command ]]; then\n"
        "        words=(\"${(@)words[index,-1]}\")\n"
        "        ((CURRENT -= index - 1))\n"
        "    fi\n"
        "    case $command in\n";
    for (const CommandDescription* command : with_program(program)) {
        script += "        " + (command == &program ? std::string("''") : command->name) + ") _arguments" +
                  zsh_arguments(*command) + "\n            ;;\n";
    }
    return script + "    esac\n}\n\n_dorsum \"$@\"\n";
}

// Fish.

std::string fish_option(const std::string& condition, const OptionDescription& option) {
    std::string line = "complete -c dorsum -n " + in_quotes(condition, true);
    for (const std::string& name : option.names) {
        line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    const FileKind kind = file_kind_of(option);
    const std::vector<std::string> choices = choices_of(option);
    if (kind == FileKind::lesson) {
        line += " -x -k -a '(__fish_complete_suffix .toml)'";
    } else if (kind != FileKind::none) {
        line += " -r -F";
    } else if (!choices.empty()) {
        line += " -x -a " + in_quotes(joined(choices, " "), true);
    } else if (!option.value.empty()) {
        line += " -x";
    }
    return line + " -d " + in_quotes(option.description, true) + "\n";
}

std::string fish_completion(const CommandDescription& program) {
    std::string script =
        "# Made by the program from its own description: dorsum completion fish\n"
        "complete -c dorsum -f\n";
    const std::string none = "not __fish_seen_subcommand_from " + joined(names_of(program.commands), " ");
    for (const CommandDescription& command : program.commands) {
        script += "complete -c dorsum -n " + in_quotes(none, true) + " -a " + command.name + " -d " +
                  in_quotes(command.description, true) + "\n";
    }
    for (const CommandDescription* command : with_program(program)) {
        const std::string condition = command == &program ? none : "__fish_seen_subcommand_from " + command->name;
        for (const OptionDescription& option : command->options) {
            if (!option.positional) {
                script += fish_option(condition, option);
            } else if (file_kind_of(option) != FileKind::none) {
                script += "complete -c dorsum -n " + in_quotes(condition, true) + " -F\n";
            } else {
                script += "complete -c dorsum -n " + in_quotes(condition, true) + " -a " +
                          in_quotes(joined(choices_of(option), " "), true) + "\n";
            }
        }
    }
    return script;
}

}  // namespace

std::optional<Shell> parse_shell(const std::string_view name) {
    if (name == "bash") {
        return Shell::bash;
    }
    if (name == "zsh") {
        return Shell::zsh;
    }
    return name == "fish" ? std::optional(Shell::fish) : std::nullopt;
}

std::string shell_completion(const CommandDescription& program, const Shell shell) {
    switch (shell) {
        case Shell::bash:
            return bash_completion(program);
        case Shell::zsh:
            return zsh_completion(program);
        case Shell::fish:
            break;
    }
    return fish_completion(program);
}

}  // namespace dorsum::app
