#include "printing/layout/text_block.h"

#include "printing/layout/glyph_stamps.h"

#include <QGlyphRun>
#include <QTextOption>
#include <algorithm>
#include <cmath>

namespace balady::layout {
namespace {

// Qt adds widths in sixty-fourths, and rounding must not take the quarter of a dot before the one that is meant.
constexpr qreal kFixedPoint = 1.0 / 64;

} // namespace

TextBlock::TextBlock(const QString& text, const QFont& font, Qt::LayoutDirection direction, Place place,
                     int width)
    : m_layout(std::make_unique<QTextLayout>(text, font)),
      // Naskh letters reach about 1.05 of the size above the baseline with their marks and 0.4 below it; the
      // fonts' own line distance (1.9) would waste a quarter of the paper.
      m_pitch(font.pixelSize() * 3 / 2), m_baseline(font.pixelSize() * 21 / 20) {
    QTextOption option;
    option.setTextDirection(direction);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    int top = 0;
    for (auto line = m_layout->createLine(); line.isValid(); line = m_layout->createLine(), top += m_pitch) {
        line.setLineWidth(width);
        const auto spare = width - line.naturalTextWidth();
        const bool right = (place == Place::Start) == (direction == Qt::RightToLeft);
        const auto x = place == Place::Centre ? spare / 2 : right ? spare : 0;
        line.setPosition({std::round(x), std::round(top + m_baseline - line.ascent())});
    }
    m_layout->endLayout();
}

int TextBlock::naturalWidth() const {
    qreal widest = 0;
    for (int i = 0; i < m_layout->lineCount(); ++i)
        widest = std::max(widest, m_layout->lineAt(i).naturalTextWidth());
    return static_cast<int>(std::ceil(widest));
}

void TextBlock::draw(DotCanvas& canvas, int left, int top) const {
    auto& stamps = GlyphStamps::ofThisThread();
    for (const auto& run : m_layout->glyphRuns()) {
        const auto font = run.rawFont();
        const auto glyphs = run.glyphIndexes();
        const auto positions = run.positions();
        for (qsizetype i = 0; i < glyphs.size(); ++i) {
            const auto exact = positions[i].x() + kFixedPoint;
            const auto x = std::floor(exact);
            const auto step = static_cast<int>((exact - x) * GlyphStamps::kSteps);
            const auto& stamp = stamps.stamp(font, glyphs[i], step);
            canvas.stamp(stamp.dots, left + static_cast<int>(x) + stamp.left,
                         top + static_cast<int>(std::lround(positions[i].y())) + stamp.top);
        }
    }
}

} // namespace balady::layout
