#include "printing/layout/glyph_stamps.h"

#include <QGlyphRun>
#include <QImage>
#include <QPainter>

namespace balady::layout {
namespace {

// Two scripts in three weights and seven sizes come to half of it; a receipt of all Unicode begins anew.
constexpr std::size_t kMostStamps = 8192;
constexpr int kRoom = 2; // dots around the outline's box for what smoothing adds

// Grey that smoothing left becomes black from the middle on.
Bitmap pack(const QImage& picture) {
    Bitmap dots{picture.width(), picture.height(), {}};
    dots.rows.resize(dots.stride() * static_cast<std::size_t>(dots.heightDots));
    for (int y = 0; y < dots.heightDots; ++y)
        for (int x = 0; x < dots.widthDots; ++x)
            if ((picture.pixel(x, y) & 0x80U) == 0)
                dots.rows[static_cast<std::size_t>(y) * dots.stride() + static_cast<std::size_t>(x) / 8] |=
                    static_cast<std::uint8_t>(0x80U >> x % 8);
    return dots;
}

GlyphStamps::Stamp draw(const QRawFont& font, quint32 glyph, int step) {
    const auto box = font.boundingRect(glyph).toAlignedRect().adjusted(-kRoom, -kRoom, kRoom + 1, kRoom);
    QImage picture(box.size(), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QGlyphRun run;
    run.setRawFont(font);
    run.setGlyphIndexes({glyph});
    run.setPositions({{static_cast<qreal>(step) / GlyphStamps::kSteps, 0}});
    QPainter painter(&picture);
    painter.drawGlyphRun(-box.topLeft(), run);
    painter.end();
    return {pack(picture), box.left(), box.top()};
}

} // namespace

GlyphStamps& GlyphStamps::ofThisThread() {
    thread_local GlyphStamps stamps;
    return stamps;
}

const GlyphStamps::Stamp& GlyphStamps::stamp(const QRawFont& font, quint32 glyph, int step) {
    Key key{font, glyph, step};
    if (const auto found = m_stamps.find(key); found != m_stamps.end())
        return found->second;
    if (m_stamps.size() >= kMostStamps)
        m_stamps.clear();
    return m_stamps.emplace(std::move(key), draw(font, glyph, step)).first->second;
}

} // namespace balady::layout
