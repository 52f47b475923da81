#include "kiosk/view/live_pictures.h"

#include "kiosk/base/secret.h"

#include <QMutexLocker>

namespace balady::view {
namespace {

/// Overwrites the pixels where this is the only owner; a shared buffer is still on the screen and wiped by its last owner's turn.
void wipeImage(QImage& image) {
    if (!image.isNull() && image.isDetached())
        wipe(image.bits(), static_cast<std::size_t>(image.sizeInBytes()));
    image = QImage();
}

QImage imageOf(const std::vector<std::uint8_t>& bgr, int width, int height) {
    if (width <= 0 || height <= 0 ||
        bgr.size() < std::size_t{3} * static_cast<std::size_t>(width) * static_cast<std::size_t>(height))
        return {};
    const QImage borrowed(bgr.data(), width, height, qsizetype{3} * width, QImage::Format_BGR888);
    return borrowed.convertToFormat(
        QImage::Format_RGB32); // the software scene graph's own format: no conversion at each paint
}

} // namespace

void LivePictures::setPreview(QImage image) {
    const QMutexLocker lock(&m_mutex);
    wipeImage(m_preview);
    m_preview = std::move(image);
}

void LivePictures::setStill(QImage image) {
    const QMutexLocker lock(&m_mutex);
    wipeImage(m_still);
    m_still = std::move(image);
}

void LivePictures::clear() {
    const QMutexLocker lock(&m_mutex);
    wipeImage(m_preview);
    wipeImage(m_still);
}

QImage LivePictures::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
    const QMutexLocker lock(&m_mutex);
    auto image = id.startsWith(QLatin1String("still")) ? m_still : m_preview;
    if (requestedSize.width() > 0 && !image.isNull())
        image = image.scaledToWidth(requestedSize.width());
    if (size != nullptr)
        *size = image.size();
    return image;
}

QImage imageOf(const ports::Frame& frame) {
    return frame.bgr ? imageOf(*frame.bgr, frame.width, frame.height) : QImage();
}

QImage imageOf(const model::Shown& shown) {
    return imageOf(shown.bgr, shown.width, shown.height);
}

} // namespace balady::view
