#include "printing/layout/receipt_shapes.h"

#include <QPainterPath>
#include <QTextOption>
#include <algorithm>
#include <cmath>

namespace balady::layout {
namespace {

constexpr int kDotPitch = 8;
constexpr int kDot = 2;

QPainterPath starPath(QPointF centre, qreal radius) {
    const auto half = radius * M_SQRT1_2;
    QPainterPath upright;
    upright.addRect(centre.x() - half, centre.y() - half, 2 * half, 2 * half);
    QPainterPath tilted;
    tilted.moveTo(centre + QPointF{0, -radius});
    tilted.lineTo(centre + QPointF{radius, 0});
    tilted.lineTo(centre + QPointF{0, radius});
    tilted.lineTo(centre + QPointF{-radius, 0});
    tilted.closeSubpath();
    upright.addPath(tilted);
    upright.setFillRule(Qt::WindingFill);
    return upright;
}

struct Draw {
    QPainter& painter;

    void operator()(const Text& text) const { text.block.draw(painter, text.topLeft); }

    void operator()(const Bar& bar) const { painter.fillRect(bar.area, Qt::black); }

    void operator()(const Frame& frame) const {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Qt::black, frame.thickness));
        const auto half = frame.thickness / 2.0;
        painter.drawRoundedRect(QRectF(frame.area).adjusted(half, half, -half, -half), frame.radius,
                                frame.radius);
    }

    void operator()(const DottedLine& line) const {
        for (int x = 0; x + kDot <= line.length; x += kDotPitch)
            painter.fillRect(line.from.x() + x, line.from.y(), kDot, kDot, Qt::black);
    }

    void operator()(const Bullet& bullet) const {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::black);
        painter.drawEllipse(bullet.centre, bullet.radius, bullet.radius);
    }

    void operator()(const Star& star) const {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(starPath(star.centre, star.radius), Qt::black);
        painter.fillPath(starPath(star.centre, star.radius * 0.84), Qt::white);
        painter.fillPath(starPath(star.centre, star.radius * 0.76), Qt::black);
        const auto unit = std::max(1, star.radius / 10);
        const auto ground = star.centre.y() + 4 * unit;
        const auto house = [&](int left, int width, int height) {
            painter.fillRect(star.centre.x() + left * unit, ground - height * unit, width * unit,
                             height * unit, Qt::white);
        };
        house(-5, 2, 4);
        house(-2, 1, 6);
        house(0, 2, 9);
        house(3, 2, 5);
    }

    void operator()(const CodeSquare& square) const {
        const auto& code = square.code;
        for (int row = 0; row < code.size; ++row)
            for (int first = 0; first < code.size; ++first) {
                if (!code.isDark(row, first))
                    continue;
                auto last = first;
                while (last + 1 < code.size && code.isDark(row, last + 1))
                    ++last;
                painter.fillRect(square.topLeft.x() + first * square.module,
                                 square.topLeft.y() + row * square.module, (last + 1 - first) * square.module,
                                 square.module, Qt::black);
                first = last;
            }
    }
};

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

void TextBlock::draw(QPainter& painter, QPoint topLeft) const {
    m_layout->draw(&painter, topLeft);
}

void draw(QPainter& painter, const Shape& shape) {
    painter.save();
    std::visit(Draw{painter}, shape);
    painter.restore();
}

} // namespace balady::layout
