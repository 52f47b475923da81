// Finger: real touch events on the terminal's window, as the panel sends them; GUI thread.
#pragma once

#include <QPointF>
#include <QPointingDevice>
#include <QQuickWindow>
#include <cstdint>
#include <memory>

namespace balady::e2e {

class Finger {
  public:
    explicit Finger(QQuickWindow& window);

    void tap(QPointF where);
    /// Drags slowly and rests before lifting, so that nothing flies on.
    void drag(QPointF from, QPointF to);
    /// As fast as the panel can tell: what the finger was over may fly on.
    void sweep(QPointF from, QPointF to);
    /// How many events the window got so far.
    [[nodiscard]] std::uint64_t events() const { return m_events; }

  private:
    QQuickWindow& m_window;
    std::unique_ptr<QPointingDevice> m_panel;
    std::uint64_t m_events = 0;
};

} // namespace balady::e2e
