#include "tests/simulators/camera/brush.h"

#include <QFont>
#include <QGuiApplication>
#include <QPainterPath>
#include <QRadialGradient>
#include <algorithm>
#include <cmath>

namespace balady::scenes {
namespace {

/// Calls `change(value)` on each colour component.
template <class Change>
QImage eachComponent(const QImage& from, Change change) {
    QImage out = from.convertToFormat(QImage::Format_RGB888);
    for (int y = 0; y < out.height(); ++y) {
        uchar* line = out.scanLine(y);
        for (int x = 0; x < out.width(); ++x) {
            const int grain = change.grain();
            for (int c = 0; c < 3; ++c, ++line)
                *line = static_cast<uchar>(
                    std::clamp(static_cast<int>(std::lround(*line * change.gain)) + grain, 0, 255));
        }
    }
    return out;
}

struct Sensor {
    double gain;
    int amplitude;
    Random& random;
    /// The sum of two dice is close enough to a bell.
    int grain() {
        return random.bounded(-amplitude, amplitude + 1) + random.bounded(-amplitude, amplitude + 1);
    }
};

} // namespace

QImage blankFrame(const QColor& colour) {
    QImage out(kFrame, QImage::Format_RGB32);
    out.fill(colour);
    return out;
}

void speckle(QPainter& painter, const QPolygonF& area, int count, double size, int strength, Random& random) {
    painter.save();
    QPainterPath clip;
    clip.addPolygon(area);
    painter.setClipPath(clip);
    painter.setPen(Qt::NoPen);
    const QRectF box = area.boundingRect();
    for (int i = 0; i < count; ++i) {
        const int alpha = random.bounded(strength);
        painter.setBrush(random.bounded(2) == 0 ? QColor(0, 0, 0, alpha) : QColor(255, 255, 255, alpha));
        const double radius = size * (0.3 + 0.7 * random.generateDouble()) / 2;
        painter.drawEllipse(QPointF(box.left() + box.width() * random.generateDouble(),
                                    box.top() + box.height() * random.generateDouble()),
                            radius, radius);
    }
    painter.restore();
}

void write(QPainter& painter, const QRectF& box, const QString& text, double pixels, const QColor& colour,
           Qt::Alignment alignment, bool bold) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(static_cast<int>(std::lround(pixels)));
    font.setBold(bold);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(box, static_cast<int>(alignment) | Qt::TextSingleLine | Qt::TextDontClip, text);
}

QImage throughLens(const QImage& drawn, Random& random) {
    // Half a pixel of blur: down and up again, smoothly.
    QImage soft = drawn.scaled(drawn.size() * 0.75, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                      .scaled(drawn.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                      .convertToFormat(QImage::Format_RGB32);
    QPainter painter(&soft);
    QRadialGradient corners(drawn.width() / 2.0, drawn.height() / 2.0, drawn.width() * 0.62);
    corners.setColorAt(0.0, QColor(0, 0, 0, 0));
    corners.setColorAt(0.65, QColor(0, 0, 0, 0));
    corners.setColorAt(1.0, QColor(0, 0, 0, 70));
    painter.fillRect(soft.rect(), corners);
    painter.end();
    return eachComponent(soft, Sensor{1.0, 2, random});
}

QImage blurred(const QImage& sharp, int radius) {
    // Bilinear averaging at a small size is a good enough lens.
    const QSize small = sharp.size() / radius;
    return sharp.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(sharp.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QImage dimmed(const QImage& bright, double share, Random& random) {
    return eachComponent(bright, Sensor{share, 3, random});
}

} // namespace balady::scenes
