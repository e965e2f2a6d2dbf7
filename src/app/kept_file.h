#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/error.h"

namespace dorsum::app {

/// What a line of a kept file may hold: on or off, a number, a text, a list of texts.
using KeptValue = std::variant<bool, double, std::string, std::vector<std::string>>;
using KeptValues = std::map<std::string, KeptValue>;  ///< by key; a key that is not there has its default

/// A key that a kept file may have.
struct KeptField {
    std::string key;
    std::string description;  ///< one or more sentences, written above it as a comment
    KeptValue example;        ///< of the type that it has; written behind a # where the file has no value
    double lowest = 0.0;      ///< of numbers
    double highest = 0.0;
};

/// A small TOML file in which something is kept from one start of the program to the next. A person may edit it, and
/// several programs may write it at once: each reads it anew under a lock, changes only what it has to change, writes
/// beside and renames. Keys that are not known stay in it.
///   - One that is no TOML is renamed to `<name>.broken`, in place of an older such file, and begun anew.
///   - One of a newer version (`format`) is left alone: nothing is read from it, nothing written.
///   - A value of a wrong type or out of range counts as not there, and stays as it is until it is changed.
class KeptFile {
public:
    /// @param file  empty = there is no place to keep anything: nothing is read, nothing written
    KeptFile(std::filesystem::path file, std::string heading, std::vector<KeptField> fields);

    struct Content {
        KeptValues values;
        std::vector<std::string> problems;  ///< to be told to the person, translated
    };
    /// What it holds now. Sets aside what is broken. A file that is not there holds nothing.
    [[nodiscard]] Content read();

    /// Reads it, lets `change` change what it holds, and writes it if anything has changed. Makes the folder where
    /// there is none. Fails, naming the file, where that cannot be; does nothing to a file of a newer version.
    [[nodiscard]] Result<void> change(const std::function<void(KeptValues&)>& change);

    [[nodiscard]] const std::filesystem::path& path() const { return file_; }

private:
    std::filesystem::path file_;
    std::string heading_;
    std::vector<KeptField> fields_;
};

/// The values of a type, or nothing where there is none of it.
template <typename Type>
[[nodiscard]] std::optional<Type> kept(const KeptValues& values, const std::string& key) {
    const auto found = values.find(key);
    if (found == values.end() || !std::holds_alternative<Type>(found->second)) {
        return std::nullopt;
    }
    return std::get<Type>(found->second);
}

}  // namespace dorsum::app
