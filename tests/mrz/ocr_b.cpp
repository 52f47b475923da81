#include "tests/mrz/ocr_b.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <cctype>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace balady::tests {

struct OcrB::Face {
    FT_Library library = nullptr;
    FT_Face round = nullptr, sharp = nullptr;
    double digitHeight = 0; ///< font units
    double advance = 0;     ///< font units

    ~Face() {
        FT_Done_Face(round);
        FT_Done_Face(sharp);
        FT_Done_FreeType(library);
    }
};

namespace {

constexpr double kTurn = 2 * std::numbers::pi;

/// Bends the outline a little, each character in its own way.
void bendOutline(FT_Outline& outline, char glyph, double advance, double digitHeight,
                 const OcrBStyle& style) {
    const double phase = style.bendPhase + glyph * 0.618;
    for (int i = 0; i < outline.n_points; ++i) {
        auto& point = outline.points[i];
        const double u = static_cast<double>(point.x) / advance,
                     v = static_cast<double>(point.y) / digitHeight;
        point.x += std::lround(style.bend * advance * std::sin(kTurn * (0.9 * v + phase)));
        point.y += std::lround(style.bend * digitHeight * std::sin(kTurn * (0.8 * u + 1.7 * phase)));
    }
}

} // namespace

OcrB::OcrB() : m_face(std::make_unique<Face>()) {
    auto& f = *m_face;
    if (FT_Init_FreeType(&f.library) != 0 ||
        FT_New_Face(f.library, "/usr/share/fonts/opentype/ocr-b/OCRB.otf", 0, &f.round) != 0 ||
        FT_New_Face(f.library, "/usr/share/fonts/opentype/ocr-b/OCRBS.otf", 0, &f.sharp) != 0 ||
        FT_Load_Char(f.round, '8', FT_LOAD_NO_SCALE) != 0)
        throw std::runtime_error("fonts-ocr-b is not installed");
    f.digitHeight = static_cast<double>(f.round->glyph->metrics.height);
    f.advance = static_cast<double>(f.round->glyph->metrics.horiAdvance);
}

OcrB::~OcrB() = default;

void OcrB::draw(cv::Mat1f& ink, char glyph, cv::Point2d middle, double pitch, const OcrBStyle& style) const {
    auto* face = style.sharp ? m_face->sharp : m_face->round;
    FT_Load_Char(face, static_cast<FT_ULong>(static_cast<unsigned char>(glyph)), FT_LOAD_NO_SCALE);
    auto& outline = face->glyph->outline;
    const double units = style.digitHeight * pitch / m_face->digitHeight; // pixels per font unit, upright
    const double across = pitch / m_face->advance * style.width;
    const double tall =
        std::isupper(static_cast<unsigned char>(glyph)) != 0 ? units * style.letterHeight : units;
    if (style.bend > 0)
        bendOutline(outline, glyph, m_face->advance, m_face->digitHeight, style);
    const double size = glyph == '<' ? style.fillerSize : 1;
    const auto fixed = [](double value) { return static_cast<FT_Fixed>(std::lround(value * 64 * 65536)); };
    // To 1/64 pixels, the origin in the middle of the cell and of the digits.
    const auto halfDigit = static_cast<FT_Pos>(m_face->digitHeight / 2);
    FT_Outline_Translate(&outline, static_cast<FT_Pos>(-m_face->advance / 2), -halfDigit);
    FT_Matrix smaller{fixed(size / 64), 0, 0, fixed(size / 64)};
    FT_Outline_Transform(&outline, &smaller);
    FT_Outline_Translate(&outline, 0, halfDigit);
    FT_Matrix matrix{fixed(across), fixed(style.slant * tall), 0, fixed(tall)};
    FT_Outline_Transform(&outline, &matrix);
    const auto weight = static_cast<FT_Pos>(std::lround(style.weight * pitch * 64));
    FT_Outline_Embolden(&outline, weight);
    FT_Outline_Translate(&outline, -weight / 2, -weight / 2);
    const double baseline =
        middle.y + (style.digitHeight / 2 + (glyph == '<' ? style.fillerDrop : 0)) * pitch;
    const int left = static_cast<int>(std::floor(middle.x - pitch)),
              wide = static_cast<int>(std::ceil(2 * pitch)) + 2;
    const int top = static_cast<int>(std::floor(middle.y - pitch * 1.2)),
              high = static_cast<int>(std::ceil(2.4 * pitch)) + 2;
    FT_Outline_Translate(&outline, static_cast<FT_Pos>(std::lround((middle.x - left) * 64)),
                         static_cast<FT_Pos>(std::lround((top + high - baseline) * 64)));
    cv::Mat1b cell(high, wide, static_cast<unsigned char>(0));
    FT_Bitmap bitmap{};
    bitmap.rows = static_cast<unsigned>(high);
    bitmap.width = static_cast<unsigned>(wide);
    bitmap.pitch = wide;
    bitmap.buffer = cell.data;
    bitmap.num_grays = 256;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    FT_Outline_Get_Bitmap(m_face->library, &outline, &bitmap);
    for (int y = std::max(0, top); y < std::min(ink.rows, top + high); ++y)
        for (int x = std::max(0, left); x < std::min(ink.cols, left + wide); ++x)
            ink(y, x) = std::max(ink(y, x), static_cast<float>(cell(y - top, x - left)) / 255);
}

} // namespace balady::tests
