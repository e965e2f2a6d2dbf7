#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/error.h"
#include "handout/paper.h"

typedef struct _cairo cairo_t;

namespace dorsum::handout {

/// How text is set; sizes in points, tones from 0 black to 1 white.
struct TextStyle {
    double size_pt = 10.0;
    bool bold = false;
    double grey = 0.1;
    bool centred = false;
};

/// A PDF file that grows page by page, in points from the top left of the page. The text in it is text: it can be
/// searched and read aloud. Belongs to one thread.
class Pages {
public:
    /// Fails when the file cannot be written. `path` is written to as it goes: give it a PendingFile's.
    [[nodiscard]] static Result<Pages> create(const std::filesystem::path& path, Paper paper, const std::string& title);
    Pages(Pages&&) noexcept;
    Pages& operator=(Pages&&) noexcept;
    Pages(const Pages&) = delete;
    Pages& operator=(const Pages&) = delete;
    ~Pages();

    [[nodiscard]] PaperSize size() const;
    /// Margins are the same on all sides.
    static constexpr double margin_pt = 45.0;

    /// Sets a paragraph, wrapped at this width; returns how high it is.
    double text(double left, double top, double width, const std::string& text, const TextStyle& style);
    /// How high it would be.
    [[nodiscard]] double height_of(double width, const std::string& text, const TextStyle& style) const;
    /// Ends this page; what follows is on the next.
    void end_page();
    /// For lines and pictures.
    [[nodiscard]] cairo_t* canvas() const;
    /// Writes what is left. Fails when the disk is full, say.
    [[nodiscard]] Result<void> finish();

private:
    struct Document;
    explicit Pages(std::unique_ptr<Document> document);
    std::unique_ptr<Document> document_;
};

}  // namespace dorsum::handout
