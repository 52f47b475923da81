// Bridge: the only code that knows both threads: events go to the core by value, snapshots come back by queued call.
#pragma once

#include "kiosk/service/session_runner.h"
#include "kiosk/view/kiosk_view.h"

#include <boost/asio/any_io_executor.hpp>

#include <QObject>
#include <atomic>
#include <functional>
#include <memory>

namespace balady::view {

/// Lives on the GUI thread. The core calls the `on…` functions from its own thread.
class Bridge final : public QObject {
    Q_OBJECT

  public:
    /// `post` must hand the event to the core thread without waiting.
    using Post = std::function<void(flow::Event)>;
    /// `first` is what every session begins with: views show it until the core says more.
    explicit Bridge(Post post, std::shared_ptr<const service::Snapshot> first = nullptr)
        : m_post(std::move(post)), m_first(std::move(first)), m_latest(m_first) {}

    // --- core thread ------------------------------------------------------------------------------------------
    void onSnapshot(std::shared_ptr<const service::Snapshot> snapshot);
    void onPreview(ports::Frame frame, flow::PageCue cue);
    void onSessionEnded();
    void onVisitForgotten();

    // --- GUI thread -------------------------------------------------------------------------------------------
    /// The view that is on the screen now, or none between two citizens.
    void attach(KioskView* view);
    void send(flow::Event event) { m_post(std::move(event)); }

  Q_SIGNALS:
    /// A citizen has gone: the QML engine that knew them must go too.
    void sessionEnded();
    /// The core has nothing of that citizen left.
    void visitForgotten();

  private:
    Post m_post;
    KioskView* m_view = nullptr;
    std::shared_ptr<const service::Snapshot> m_first;
    std::shared_ptr<const service::Snapshot> m_latest;
    std::shared_ptr<std::atomic<bool>> m_previewWaits = std::make_shared<std::atomic<bool>>(false);
};

} // namespace balady::view
