#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>

#include "core/translate.h"
#include "mesh/preflight.h"

namespace dorsum::mesh {
namespace {

enum class Encoding { text, little_endian, big_endian };

struct Property {
    std::size_t bytes = 0;        ///< of the value, or of each item of a list
    std::size_t count_bytes = 0;  ///< of a list's count; 0 for a single value
};

struct Element {
    std::string name;
    std::uint64_t count = 0;
    std::vector<Property> properties;
    bool has_position = false;
};

struct Header {
    std::optional<Encoding> encoding;
    std::vector<Element> elements;
    std::size_t end = 0;  ///< where the data begin
};

std::size_t type_bytes(const std::string_view type) {
    struct Type {
        std::string_view name;
        std::size_t bytes;
    };
    constexpr std::array types = {
        Type{"char", 1},  Type{"uchar", 1},   Type{"int8", 1},   Type{"uint8", 1},
        Type{"short", 2}, Type{"ushort", 2},  Type{"int16", 2},  Type{"uint16", 2},
        Type{"int", 4},   Type{"uint", 4},    Type{"int32", 4},  Type{"uint32", 4},
        Type{"float", 4}, Type{"float32", 4}, Type{"double", 8}, Type{"float64", 8},
    };
    const auto found = std::ranges::find(types, type, &Type::name);
    return found == types.end() ? 0 : found->bytes;
}

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    while (!line.empty()) {
        const std::size_t start = std::min(line.find_first_not_of(" \t\r"), line.size());
        line.remove_prefix(start);
        const std::size_t length = std::min(line.find_first_of(" \t\r"), line.size());
        if (length > 0) {
            words.push_back(line.substr(0, length));
        }
        line.remove_prefix(length);
    }
    return words;
}

bool read_property(const std::vector<std::string_view>& words, Element& element) {
    Property property;
    if (words.size() == 5 && words[1] == "list") {
        property.count_bytes = type_bytes(words[2]);
        property.bytes = type_bytes(words[3]);
        element.properties.push_back(property);
        return property.count_bytes > 0 && property.count_bytes <= 4 && property.bytes > 0;
    }
    if (words.size() != 3) {
        return false;
    }
    property.bytes = type_bytes(words[1]);
    element.properties.push_back(property);
    element.has_position = element.has_position || words[2] == "x";
    return property.bytes > 0;
}

bool read_line(const std::vector<std::string_view>& words, Header& header) {
    if (words[0] == "format" && words.size() >= 2) {
        header.encoding = words[1] == "ascii"                  ? std::optional(Encoding::text)
                          : words[1] == "binary_little_endian" ? std::optional(Encoding::little_endian)
                          : words[1] == "binary_big_endian"    ? std::optional(Encoding::big_endian)
                                                               : std::nullopt;
        return header.encoding.has_value();
    }
    if (words[0] == "element" && words.size() == 3) {
        Element& element = header.elements.emplace_back();
        element.name = words[1];
        const auto [end, problem] = std::from_chars(words[2].data(), words[2].data() + words[2].size(), element.count);
        return problem == std::errc{} && end == words[2].data() + words[2].size();
    }
    if (words[0] == "property") {
        return !header.elements.empty() && read_property(words, header.elements.back());
    }
    return words[0] == "comment" || words[0] == "obj_info" || words[0] == "ply";
}

/// Empty when the header is not whole or not understood.
std::optional<Header> read_header(const std::string_view text) {
    Header header;
    std::size_t start = 0;
    while (true) {
        const std::size_t end = text.find('\n', start);
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        const auto words = words_of(text.substr(start, end - start));
        start = end + 1;
        if (words.size() == 1 && words[0] == "end_header") {
            header.end = start;
            return header.encoding ? std::optional(header) : std::nullopt;
        }
        if (!words.empty() && !read_line(words, header)) {
            return std::nullopt;
        }
    }
}

std::uint64_t list_count(const std::byte* at, const std::size_t bytes, const bool big_endian) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
        count = (count << 8U) | std::to_integer<std::uint64_t>(at[big_endian ? i : bytes - 1 - i]);
    }
    return count;
}

/// How many bytes the rows of a binary element take from `at`; empty when they reach past the end.
std::optional<std::size_t> binary_bytes(const Element& element, const std::span<const std::byte> rest,
                                        const bool big_endian) {
    std::size_t least = 0;
    bool has_list = false;
    for (const Property& property : element.properties) {
        least += property.count_bytes > 0 ? property.count_bytes : property.bytes;
        has_list = has_list || property.count_bytes > 0;
    }
    if (element.count > 0 && (least == 0 || element.count > rest.size() / least)) {
        return std::nullopt;
    }
    if (!has_list) {
        return static_cast<std::size_t>(element.count) * least;
    }
    std::size_t at = 0;
    for (std::uint64_t row = 0; row < element.count; ++row) {
        for (const Property& property : element.properties) {
            std::uint64_t items = 1;
            if (property.count_bytes > 0) {
                if (rest.size() - at < property.count_bytes) {
                    return std::nullopt;
                }
                items = list_count(&rest[at], property.count_bytes, big_endian);
                at += property.count_bytes;
            }
            if (items > (rest.size() - at) / property.bytes) {
                return std::nullopt;
            }
            at += static_cast<std::size_t>(items) * property.bytes;
        }
    }
    return at;
}

/// Reads the words of the data one after the other.
class Words {
public:
    explicit Words(const std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}
    [[nodiscard]] bool next(std::string_view& word) {
        while (at_ != end_ && is_space(*at_)) {
            ++at_;
        }
        const char* start = at_;
        while (at_ != end_ && !is_space(*at_)) {
            ++at_;
        }
        word = {start, static_cast<std::size_t>(at_ - start)};
        return !word.empty();
    }

private:
    static bool is_space(const char letter) { return letter == ' ' || (letter >= '\t' && letter <= '\r'); }
    const char* at_;
    const char* end_;
};

bool text_row_is_whole(const Element& element, Words& words) {
    std::string_view word;
    for (const Property& property : element.properties) {
        std::uint64_t items = 1;
        if (property.count_bytes > 0 &&
            (!words.next(word) || std::from_chars(word.data(), word.data() + word.size(), items).ec != std::errc{})) {
            return false;
        }
        for (std::uint64_t item = 0; item < items; ++item) {
            if (!words.next(word)) {
                return false;
            }
        }
    }
    return true;
}

bool text_is_whole(const Header& header, const std::string_view data) {
    Words words(data);
    for (const Element& element : header.elements) {
        if (element.count > 0 && (element.properties.empty() || element.count > data.size() / 2 + 1)) {
            return false;
        }
        for (std::uint64_t row = 0; row < element.count; ++row) {
            if (!text_row_is_whole(element, words)) {
                return false;
            }
        }
    }
    return true;
}

bool binary_is_whole(const Header& header, std::span<const std::byte> rest) {
    for (const Element& element : header.elements) {
        const auto bytes = binary_bytes(element, rest, header.encoding == Encoding::big_endian);
        if (!bytes) {
            return false;
        }
        rest = rest.subspan(*bytes);
    }
    return true;
}

}  // namespace

std::string preflight_ply(const std::span<const std::byte> content) {
    const auto header = read_header(as_text(content));
    if (!header) {
        return tr("its header is not whole or not understood");
    }
    const auto vertices = std::ranges::find(header->elements, "vertex", &Element::name);
    if (vertices == header->elements.end() || !vertices->has_position) {
        return tr("it has no vertices");
    }
    const std::span<const std::byte> data = content.subspan(header->end);
    const bool whole =
        header->encoding == Encoding::text ? text_is_whole(*header, as_text(data)) : binary_is_whole(*header, data);
    return whole ? "" : tr("it announces more vertices or faces than it holds");
}

}  // namespace dorsum::mesh
