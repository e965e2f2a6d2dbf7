#include "core/message_catalogue.h"

#include <cstring>
#include <optional>
#include <utility>

#include "core/files.h"
#include "core/translate.h"

namespace dorsum {

namespace {

constexpr std::uint32_t magic = 0x950412deU;
constexpr char context_end = '\4';

std::uint32_t swapped(const std::uint32_t word) {
    return (word >> 24U) | ((word >> 8U) & 0xff00U) | ((word << 8U) & 0xff0000U) | (word << 24U);
}

/// The words of a file, in its byte order.
class Words {
public:
    explicit Words(const std::string_view content) : content_(content) { foreign_ = at(0) == swapped(magic); }

    /// 0 beyond the end.
    [[nodiscard]] std::uint32_t at(const std::uint64_t offset) const {
        std::uint32_t word = 0;
        if (offset + sizeof word <= content_.size()) {
            std::memcpy(&word, content_.data() + offset, sizeof word);
        }
        return foreign_ ? swapped(word) : word;
    }

private:
    std::string_view content_;
    bool foreign_ = false;
};

std::string_view value_of(const std::string_view header, const std::string_view key) {
    const std::size_t at = header.find(key);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = header.substr(at + key.size());
    return rest.substr(0, rest.find('\n'));
}

}  // namespace

Result<std::unique_ptr<const MessageCatalogue>> MessageCatalogue::read(const std::filesystem::path& file) {
    constexpr std::uint64_t bytes_most = 64U << 20U;
    auto content = read_text_file(file, bytes_most);
    if (!content) {
        return tl::unexpected(content.error());
    }
    return parse(*std::move(content), file.string());
}

Result<std::unique_ptr<const MessageCatalogue>> MessageCatalogue::parse(std::string content, const std::string& name) {
    auto catalogue = std::make_unique<MessageCatalogue>(Content{std::move(content)});
    if (!catalogue->index()) {
        return failure(name, tr("is no catalogue of translations, or a broken one"), tr("Install Dorsum anew"));
    }
    return std::unique_ptr<const MessageCatalogue>(std::move(catalogue));
}

bool MessageCatalogue::index() {
    const Words words(content_);
    if (content_.size() < 28 || words.at(0) != magic || (words.at(4) >> 16U) > 1) {
        return false;
    }
    const std::uint64_t count = words.at(8);
    const std::uint64_t originals = words.at(12);
    const std::uint64_t translations = words.at(16);
    constexpr std::uint64_t entry_bytes = 8;
    if (originals + count * entry_bytes > content_.size() || translations + count * entry_bytes > content_.size()) {
        return false;
    }
    // Each text ends with a zero that does not count as part of it.
    const auto text_at = [&](const std::uint64_t entry) -> std::optional<std::string_view> {
        const std::uint64_t length = words.at(entry);
        const std::uint64_t offset = words.at(entry + 4);
        if (offset + length >= content_.size() || content_[offset + length] != '\0') {
            return std::nullopt;
        }
        return std::string_view(content_).substr(offset, length);
    };
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto original = text_at(originals + i * entry_bytes);
        const auto translation = text_at(translations + i * entry_bytes);
        if (!original || !translation) {
            return false;
        }
        // Of a text with forms, what follows the zero is the English of many.
        texts_.emplace(original->substr(0, original->find('\0')), *translation);
    }
    if (const auto header = texts_.find(""); header != texts_.end()) {
        rule_ = PluralRule::parse(value_of(header->second, "Plural-Forms:")).value_or(PluralRule());
        texts_.erase(header);
    }
    return true;
}

const char* MessageCatalogue::find(const std::string_view english) const {
    const auto found = texts_.find(english);
    return found == texts_.end() || found->second.empty() ? nullptr : found->second.data();
}

const char* MessageCatalogue::find(const std::string_view context, const std::string_view english) const {
    return find(std::string(context) + context_end + std::string(english));
}

const char* MessageCatalogue::find_form(const std::string_view english_one, const unsigned long count) const {
    const auto found = texts_.find(english_one);
    if (found == texts_.end()) {
        return nullptr;
    }
    std::string_view forms = found->second;
    for (unsigned long skipped = rule_.form(count); skipped > 0; --skipped) {
        const std::size_t end = forms.find('\0');
        if (end == std::string_view::npos) {
            break;
        }
        forms.remove_prefix(end + 1);
    }
    return forms.empty() ? nullptr : forms.data();
}

}  // namespace dorsum
