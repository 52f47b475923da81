// LivePictures: the camera's preview and the taken still, as images for QML; written on the core thread, read by the scene.
#pragma once

#include "kiosk/model/picture.h"
#include "kiosk/ports/frame.h"

#include <QImage>
#include <QMutex>
#include <QQuickImageProvider>
#include <cstdint>
#include <vector>

namespace balady::view {

/// Serves "image://live/preview/N" and "image://live/still/N"; N only makes the address new. One lives in each QML
/// engine and dies with it: a citizen's picture never outlives their session.
class LivePictures final : public QQuickImageProvider {
  public:
    LivePictures() : QQuickImageProvider(QQuickImageProvider::Image) {}
    ~LivePictures() override { clear(); }

    void setPreview(QImage image);
    void setStill(QImage image);
    /// Overwrites the pixels.
    void clear();

    QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;

  private:
    QMutex m_mutex;
    QImage m_preview;
    QImage m_still;
};

/// A copy of a frame as an image (the frame's buffer is not kept).
[[nodiscard]] QImage imageOf(const ports::Frame& frame);
/// A copy likewise.
[[nodiscard]] QImage imageOf(const model::Shown& shown);

} // namespace balady::view
