#include "handout/pages.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <cmath>
#include <utility>

#include "core/translate.h"

namespace dorsum::handout {

namespace {

struct Releaser {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* canvas) const { cairo_destroy(canvas); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
template <typename T>
using Owned = std::unique_ptr<T, Releaser>;

}  // namespace

struct Pages::Document {
    std::string file;
    PaperSize size;
    Owned<cairo_surface_t> surface;
    Owned<cairo_t> canvas;
    Owned<PangoLayout> layout;

    [[nodiscard]] double lay_out(double width, const std::string& text, const TextStyle& style) const;
};

/// Returns how high it is.
double Pages::Document::lay_out(const double width, const std::string& text, const TextStyle& style) const {
    const Owned<PangoFontDescription> font(pango_font_description_new());
    pango_font_description_set_family(font.get(), "Inter, sans-serif");
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font.get(), style.size_pt * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>(std::lround(width * PANGO_SCALE)));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout.get(), 1.15F);
    pango_layout_set_alignment(layout.get(), style.centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

Result<Pages> Pages::create(const std::filesystem::path& path, const Paper paper, const std::string& title) {
    auto document = std::make_unique<Document>();
    document->file = path.string();
    document->size = size_of(paper);
    document->surface.reset(cairo_pdf_surface_create(path.c_str(), document->size.width_pt, document->size.height_pt));
    document->canvas.reset(cairo_create(document->surface.get()));
    if (cairo_status(document->canvas.get()) != CAIRO_STATUS_SUCCESS) {
        return failure(document->file, cairo_status_to_string(cairo_status(document->canvas.get())),
                       tr("Choose another place for the file"));
    }
    cairo_pdf_surface_set_metadata(document->surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(document->surface.get(), CAIRO_PDF_METADATA_CREATOR, "Dorsum");
    document->layout.reset(pango_cairo_create_layout(document->canvas.get()));
    return Pages(std::move(document));
}

Pages::Pages(std::unique_ptr<Document> document) : document_(std::move(document)) {}
Pages::Pages(Pages&&) noexcept = default;
Pages& Pages::operator=(Pages&&) noexcept = default;
Pages::~Pages() = default;

PaperSize Pages::size() const {
    return document_->size;
}

double Pages::text(const double left, const double top, const double width, const std::string& text,
                   const TextStyle& style) {
    const double height = document_->lay_out(width, text, style);
    cairo_t* canvas = document_->canvas.get();
    cairo_set_source_rgb(canvas, style.grey, style.grey, style.grey);
    cairo_move_to(canvas, left, top);
    pango_cairo_show_layout(canvas, document_->layout.get());
    return height;
}

double Pages::height_of(const double width, const std::string& text, const TextStyle& style) const {
    return document_->lay_out(width, text, style);
}

void Pages::end_page() {
    cairo_show_page(document_->canvas.get());
}

cairo_t* Pages::canvas() const {
    return document_->canvas.get();
}

Result<void> Pages::finish() {
    cairo_surface_finish(document_->surface.get());
    const cairo_status_t status = cairo_surface_status(document_->surface.get());
    if (status != CAIRO_STATUS_SUCCESS) {
        return failure(document_->file, cairo_status_to_string(status),
                       tr("Check that there is space left on the disk, or choose another place for the file"));
    }
    return {};
}

}  // namespace dorsum::handout
