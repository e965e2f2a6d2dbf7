#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/error.h"
#include "core/plural_rule.h"

namespace dorsum {

/// The texts of one language, as msgfmt compiles them (a .mo file of gettext, either byte order, UTF-8). Immutable,
/// thread safe to read. Texts returned live as long as the catalogue.
class MessageCatalogue {
public:
    /// Fails with what is wrong with the file; nothing of a broken one is used.
    [[nodiscard]] static Result<std::unique_ptr<const MessageCatalogue>> read(const std::filesystem::path& file);
    /// The same from memory; `name` is only named in messages.
    [[nodiscard]] static Result<std::unique_ptr<const MessageCatalogue>> parse(std::string content,
                                                                               const std::string& name);

    /// Null where there is none.
    [[nodiscard]] const char* find(std::string_view english) const;
    [[nodiscard]] const char* find(std::string_view context, std::string_view english) const;
    [[nodiscard]] const char* find_form(std::string_view english_one, unsigned long count) const;

private:
    struct Content {
        std::string text;
    };

public:
    /// For `parse` alone, which says whether it is whole.
    explicit MessageCatalogue(Content content) : content_(std::move(content.text)) {}

private:
    [[nodiscard]] bool index();

    std::string content_;
    /// The forms of each text, in one string with zeros between them, as they lie in the file.
    std::unordered_map<std::string_view, std::string_view> texts_;
    PluralRule rule_;
};

}  // namespace dorsum
