#include "kiosk/view/bridge.h"

#include <QMetaObject>

namespace balady::view {

void Bridge::onSnapshot(std::shared_ptr<const service::Snapshot> snapshot) {
    QMetaObject::invokeMethod(
        this,
        [this, snapshot = std::move(snapshot)] {
            m_latest = snapshot;
            if (m_view != nullptr)
                m_view->show(snapshot);
        },
        Qt::QueuedConnection);
}

void Bridge::onPreview(ports::Frame frame, flow::PageCue cue) {
    if (m_previewWaits->exchange(true)) // the screen is slower than the camera: skip, never queue up
        return;
    QMetaObject::invokeMethod(
        this,
        [this, frame = std::move(frame), cue = std::move(cue)] {
            m_previewWaits->store(false);
            if (m_view != nullptr && m_latest && m_latest->cameraOn)
                m_view->showPreview(frame, cue);
        },
        Qt::QueuedConnection);
}

void Bridge::onSessionEnded() {
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_latest = m_first;
            Q_EMIT sessionEnded();
        },
        Qt::QueuedConnection);
}

void Bridge::onVisitForgotten() {
    QMetaObject::invokeMethod(this, &Bridge::visitForgotten, Qt::QueuedConnection);
}

void Bridge::attach(KioskView* view) {
    m_view = view;
    if (m_view != nullptr && m_latest)
        m_view->show(m_latest);
}

} // namespace balady::view
