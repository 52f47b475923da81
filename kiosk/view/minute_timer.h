// MinuteTimer: says when a minute of the Kingdom's time begins; GUI thread.
#pragma once

#include "kiosk/base/clock.h"

#include <QObject>
#include <QTimer>

namespace balady::view {

/// Wakes once a minute: an idle terminal spends no processor time on its clock. A clock that is set is followed with the
/// next minute at the latest.
class MinuteTimer final : public QObject {
    Q_OBJECT

  public:
    /// `clock` outlives this.
    explicit MinuteTimer(const Clock& clock, QObject* parent = nullptr);

  Q_SIGNALS:
    void turned();

  private:
    void wait();

    const Clock& m_clock;
    QTimer m_timer;
};

} // namespace balady::view
