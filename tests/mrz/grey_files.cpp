#include "tests/mrz/grey_files.h"

#include <png.h>
#include <turbojpeg.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <vector>

namespace balady::tests {
namespace {

using Codec = std::unique_ptr<void, int (*)(tjhandle)>;

cv::Mat1b decodeJpeg(const unsigned char* data, std::size_t size) {
    const Codec codec(tjInitDecompress(), tjDestroy);
    int width = 0, height = 0, subsampling = 0, colours = 0;
    if (tjDecompressHeader3(codec.get(), data, size, &width, &height, &subsampling, &colours) != 0)
        return {};
    cv::Mat1b grey(height, width);
    if (colours == TJCS_CMYK ||
        colours == TJCS_YCCK) { // no way to grey in the library: the mean of C, M, Y times K
        std::vector<unsigned char> inks(static_cast<std::size_t>(width) * height * 4);
        if (tjDecompress2(codec.get(), data, size, inks.data(), width, 0, height, TJPF_CMYK, 0) != 0 &&
            tjGetErrorCode(codec.get()) != TJERR_WARNING)
            return {};
        for (std::size_t i = 0; i < grey.total(); ++i)
            grey.data[i] = static_cast<unsigned char>((inks[4 * i] + inks[4 * i + 1] + inks[4 * i + 2]) *
                                                      inks[4 * i + 3] / (3 * 255));
        return grey;
    }
    // A warning is a damaged end of the file: what came before it may still hold the zone.
    if (tjDecompress2(codec.get(), data, size, grey.data, width, static_cast<int>(grey.step), height,
                      TJPF_GRAY, 0) != 0 &&
        tjGetErrorCode(codec.get()) != TJERR_WARNING)
        return {};
    return grey;
}

cv::Mat1b decodePng(const unsigned char* data, std::size_t size) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, data, size) == 0)
        return {};
    image.format = PNG_FORMAT_GRAY;
    cv::Mat1b grey(static_cast<int>(image.height), static_cast<int>(image.width));
    const png_color paper{255, 255, 255}; // what is transparent lies on white
    if (png_image_finish_read(&image, &paper, grey.data, static_cast<png_int_32>(grey.step), nullptr) == 0)
        return {};
    return grey;
}

} // namespace

cv::Mat1b readGreyFile(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    const std::vector<char> file{std::istreambuf_iterator<char>(in), {}};
    const auto* data = reinterpret_cast<const unsigned char*>(file.data());
    if (file.size() < 8)
        return {};
    return data[0] == 0x89 ? decodePng(data, file.size()) : decodeJpeg(data, file.size());
}

void writeGreyPng(const cv::Mat1b& grey, const std::filesystem::path& path) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(grey.cols);
    image.height = static_cast<png_uint_32>(grey.rows);
    image.format = PNG_FORMAT_GRAY;
    if (png_image_write_to_file(&image, path.c_str(), 0, grey.data, static_cast<png_int_32>(grey.step),
                                nullptr) == 0)
        throw std::runtime_error("png: " + std::string(image.message));
}

cv::Mat1b throughJpeg(const cv::Mat1b& grey, int quality) {
    const Codec codec(tjInitCompress(), tjDestroy);
    unsigned char* file = nullptr;
    unsigned long size = 0;
    if (tjCompress2(codec.get(), grey.data, grey.cols, static_cast<int>(grey.step), grey.rows, TJPF_GRAY,
                    &file, &size, TJSAMP_GRAY, quality, 0) != 0)
        throw std::runtime_error("jpeg: " + std::string(tjGetErrorStr2(codec.get())));
    auto out = decodeJpeg(file, size);
    tjFree(file);
    return out;
}

} // namespace balady::tests
