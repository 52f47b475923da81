#include "tests/e2e/citizen/finger.h"

#include <QTest>

namespace balady::e2e {
namespace {

constexpr int kDragSteps = 12;
constexpr int kStepMs = 12;  // a hand's speed: a drag is a gesture in time, not a jump
constexpr int kRestMs = 120; // longer than a flick's memory of speed

} // namespace

Finger::Finger(QQuickWindow& window) : m_window(window), m_panel(QTest::createTouchDevice()) {}

void Finger::tap(QPointF where) {
    auto touch = QTest::touchEvent(&m_window, m_panel.get(), false);
    touch.press(0, where.toPoint());
    touch.commit(false); // nothing may move between the two: this citizen does not see it move
    touch.release(0, where.toPoint());
    touch.commit();
    m_events += 2;
}

void Finger::sweep(QPointF from, QPointF to) {
    QTest::touchEvent(&m_window, m_panel.get()).press(0, from.toPoint());
    for (int step = 1; step <= kDragSteps; ++step)
        QTest::touchEvent(&m_window, m_panel.get())
            .move(0, (from + (to - from) * step / kDragSteps).toPoint());
    QTest::touchEvent(&m_window, m_panel.get()).release(0, to.toPoint());
    m_events += kDragSteps + 2;
}

void Finger::drag(QPointF from, QPointF to) {
    QTest::touchEvent(&m_window, m_panel.get()).press(0, from.toPoint());
    for (int step = 1; step <= kDragSteps; ++step) {
        QTest::qWait(kStepMs);
        QTest::touchEvent(&m_window, m_panel.get())
            .move(0, (from + (to - from) * step / kDragSteps).toPoint());
    }
    QTest::qWait(kRestMs);
    QTest::touchEvent(&m_window, m_panel.get()).move(0, to.toPoint());
    QTest::touchEvent(&m_window, m_panel.get()).release(0, to.toPoint());
    m_events += kDragSteps + 3;
}

} // namespace balady::e2e
