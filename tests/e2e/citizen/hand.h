// Hand: what a citizen does on purpose: touch a control, type on the keyboard of the screen, choose, turn a date's
// wheels; everything by touches alone; GUI thread.
#pragma once

#include "tests/e2e/citizen/eyes.h"
#include "tests/e2e/citizen/finger.h"

#include <QElapsedTimer>
#include <chrono>
#include <functional>

namespace balady::e2e {

/// Every function waits until what it needs is there, scrolls to it if it must, and throws Unexpected if it can't.
class Hand {
  public:
    Hand(QQuickWindow& window, const Eyes& eyes) : m_eyes(eyes), m_finger(window) {}

    void tap(const QString& name);
    /// For a control that may go by itself: touches it, or does nothing where it is not there.
    void tapIfThere(const QString& name);
    /// For a control on a page that may go on by itself: once `tooLate` holds, nothing is touched any more.
    void tapUnless(const std::function<bool()>& tooLate, const QString& name);
    /// Touches the field and types on the keys that come up, letter by letter.
    void type(const QString& text, const QString& field);
    /// Touches the field and takes away, letter by letter, what stands in it.
    void erase(const QString& field);
    /// The option with that code of a choice; the first one if `code` is empty.
    void choose(const QString& field, const QString& code);
    /// A day, typed into the boxes of a date.
    void pickDate(const QString& field, std::chrono::year_month_day day);

  private:
    void calm();
    void focus(const QString& field);
    void touch(const QString& name);
    bool isReady(const QString& name) const;
    QQuickItem& reach(const QString& name);
    QQuickItem* bringIntoSight(const QString& name);
    void scroll(QQuickItem& scroller, qreal by);
    void strike(QChar letter);

    const Eyes& m_eyes;
    Finger m_finger;
    QElapsedTimer m_sinceTap;
};

} // namespace balady::e2e
