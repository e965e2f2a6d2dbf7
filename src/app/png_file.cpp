#include "app/png_file.h"

#include <png.h>

#include <memory>

#include "core/fill.h"
#include "core/translate.h"

namespace dorsum::app {
namespace {

struct FreeImage {
    void operator()(png_image* image) const {
        png_image_free(image);
        delete image;  // NOLINT(cppcoreguidelines-owning-memory): the deleter of its unique_ptr
    }
};
using Image = std::unique_ptr<png_image, FreeImage>;

Image new_image() {
    Image image(std::make_unique<png_image>().release());
    image->version = PNG_IMAGE_VERSION;
    return image;
}

}  // namespace

Result<std::vector<std::byte>> to_png(const render::Picture& picture) {
    const Image image = new_image();
    image->width = static_cast<png_uint_32>(picture.width);
    image->height = static_cast<png_uint_32>(picture.height);
    image->format = PNG_FORMAT_RGB;
    image->flags = PNG_IMAGE_FLAG_FAST;
    // The bound is for incompressible pixels; the real size comes back in `size`.
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(*image);
    std::vector<std::byte> bytes(size);
    if (png_image_write_to_memory(image.get(), bytes.data(), &size, 0, picture.rgb.data(), 0, nullptr) == 0) {
        return failure("", with_detail(tr("the picture cannot be encoded"), image->message), tr("Try a smaller size"));
    }
    bytes.resize(size);
    return bytes;
}

Result<render::Picture> from_png(const std::vector<std::byte>& bytes, const std::string& file) {
    const Image image = new_image();
    const auto broken = [&] {
        return failure(file, with_detail(tr("is not a PNG picture that can be read"), image->message),
                       tr("Make it again"));
    };
    if (png_image_begin_read_from_memory(image.get(), bytes.data(), bytes.size()) == 0) {
        return broken();
    }
    image->format = PNG_FORMAT_RGB;
    render::Picture picture{static_cast<int>(image->width), static_cast<int>(image->height), {}};
    picture.rgb.resize(PNG_IMAGE_SIZE(*image));
    if (png_image_finish_read(image.get(), nullptr, picture.rgb.data(), 0, nullptr) == 0) {
        return broken();
    }
    return picture;
}

}  // namespace dorsum::app
