// GreyPage: the first page of a PDF as the eye gets it, and what a code reader finds on it.
#pragma once

#include "tests/support/command.h"

#define ZX_USE_UTF8 1 // text() is UTF-8
#include <ZXing/DecodeHints.h>
#include <ZXing/ReadBarcode.h>

#include <cstdint>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

namespace balady::tests {

/// 8-bit grey pixels, by poppler.
struct GreyPage {
    int width = 0;
    int height = 0;
    double dpi = 0;
    std::vector<std::uint8_t> pixels;

    GreyPage(const std::filesystem::path& pdf, int resolution) : dpi(resolution) {
        const auto pgm =
            output("pdftoppm -r " + std::to_string(resolution) + " -gray -singlefile '" + pdf.string() + "'");
        std::istringstream stream(pgm);
        std::string magic;
        int most = 0;
        stream >> magic >> width >> height >> most;
        stream.get();
        const auto start = static_cast<std::size_t>(stream.tellg());
        pixels.assign(pgm.begin() + static_cast<std::ptrdiff_t>(start), pgm.end());
    }

    [[nodiscard]] int at(int x, int y) const {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)];
    }
    [[nodiscard]] double pixelsOf(double millimetres) const { return millimetres * dpi / 25.4; }

    /// Text of the QR code in a square of the page (millimetres), where a person holds the scanner; or empty.
    [[nodiscard]] std::string qrText(double left, double top, double side) const {
        const auto size = static_cast<std::size_t>(pixelsOf(side));
        std::vector<std::uint8_t> seen;
        for (std::size_t y = 0; y < size; ++y) {
            const auto row =
                pixels.begin() + static_cast<std::ptrdiff_t>(pixelsOf(left)) +
                (static_cast<std::ptrdiff_t>(pixelsOf(top)) + static_cast<std::ptrdiff_t>(y)) * width;
            seen.insert(seen.end(), row, row + static_cast<std::ptrdiff_t>(size));
        }
        const auto edge = static_cast<int>(size);
        const auto found = ZXing::ReadBarcode({seen.data(), edge, edge, ZXing::ImageFormat::Lum},
                                              ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
        return found.isValid() ? found.text() : std::string();
    }
};

} // namespace balady::tests
