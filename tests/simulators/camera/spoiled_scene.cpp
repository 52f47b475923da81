#include "tests/simulators/camera/scenes.h"

#include <QPainter>

namespace balady::simulators {

QImage darkScene() {
    auto frame = documentScene();
    QPainter(&frame).fillRect(frame.rect(), QColor(0, 0, 0, 235));
    return frame;
}

QImage blurredScene() {
    constexpr int kLoss = 24; // detail below this many pixels is gone
    return documentScene()
        .scaled(kFrame / kLoss, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(kFrame, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace balady::simulators
