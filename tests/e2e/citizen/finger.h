// Finger: real touch events on the terminal's window, as the panel sends them; GUI thread.
#pragma once

#include <QPointF>
#include <QQuickWindow>

namespace balady::e2e {

class Finger {
  public:
    explicit Finger(QQuickWindow& window);

    void tap(QPointF where);
    /// Drags slowly and rests before lifting, so that nothing flies on.
    void drag(QPointF from, QPointF to);

  private:
    QQuickWindow& m_window;
    QPointingDevice* m_panel;
};

} // namespace balady::e2e
