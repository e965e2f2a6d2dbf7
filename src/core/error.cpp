#include "core/error.h"

namespace dorsum {

tl::unexpected<Error> failure(std::string file, std::string cause, std::string remedy, const int line,
                              const int column) {
    return tl::unexpected<Error>(Error{std::move(file), std::move(cause), std::move(remedy), line, column});
}

namespace {

std::string as_sentence(const std::string& text) {
    return text.ends_with('?') || text.ends_with('!') ? text : text + ".";
}

}  // namespace

std::string to_string(const Error& error) {
    std::string text = error.file;
    if (error.line > 0) {
        text += ":" + std::to_string(error.line);
        if (error.column > 0) {
            text += ":" + std::to_string(error.column);
        }
    }
    if (!text.empty()) {
        text += ": ";
    }
    text += as_sentence(error.cause);
    if (!error.remedy.empty()) {
        text += " " + as_sentence(error.remedy);
    }
    return text;
}

}  // namespace dorsum
