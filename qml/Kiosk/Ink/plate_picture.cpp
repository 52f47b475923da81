#include "qml/Kiosk/Ink/plate_picture.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <map>

namespace balady::ink {
namespace {

/// A page has about ten; what is shown keeps its picture though it is forgotten here.
constexpr std::size_t kLooks = 32;

void drawPlate(QPainter& painter, QRectF plate, qreal radius, QRgb ground) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgba(ground));
    painter.drawRoundedRect(plate, radius, radius);
}

QImage draw(const PlateLook& look) {
    const auto reach = look.reach();
    const QRectF plate(0, 0, look.width, look.height);
    QImage canvas((plate.marginsAdded(reach).size() * look.pixelRatio).toSize(),
                  QImage::Format_ARGB32_Premultiplied);
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    painter.scale(look.pixelRatio, look.pixelRatio);
    painter.translate(reach.left(), reach.top());
    painter.setRenderHint(QPainter::Antialiasing);
    if (look.isRaised()) { // two opaque rims stand for a blur
        drawPlate(painter, plate.adjusted(-2, 4, 2, 9), look.radius + 2, look.farShadow);
        drawPlate(painter, plate.adjusted(-1, 2, 1, 5), look.radius + 1, look.nearShadow);
    }
    if (look.borderWidth > 0 && qAlpha(look.border) != 0) {
        const auto half = look.borderWidth / 2; // a pen draws on both sides of its line
        const auto radius = std::max(0.0, look.radius - half);
        painter.setPen(QPen(QColor::fromRgba(look.border), look.borderWidth));
        painter.setBrush(QColor::fromRgba(look.ground));
        painter.drawRoundedRect(plate.adjusted(half, half, -half, -half), radius, radius);
    } else {
        drawPlate(painter, plate, look.radius, look.ground);
    }
    painter.end();
    return canvas.copy(); // an image that was painted on keeps its paint engine
}

} // namespace

int PlateLook::corner() const {
    constexpr auto kShadowFalls = 6; // the corner of the far rim begins 4 px lower and is 2 px larger
    const auto own = static_cast<int>(std::ceil(std::max(radius, borderWidth)));
    return isRaised() ? own + kShadowFalls : own;
}

QImage platePicture(const PlateLook& look) {
    static std::map<PlateLook, QImage> pictures;
    if (const auto known = pictures.find(look); known != pictures.end())
        return known->second;
    if (pictures.size() >= kLooks)
        pictures.clear();
    return pictures.emplace(look, draw(look)).first->second;
}

} // namespace balady::ink
