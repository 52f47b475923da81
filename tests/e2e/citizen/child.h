// Child: hands that touch everything, drag anywhere and press keys that a panel does not have, at random but each time
// the same for one seed; GUI thread.
#pragma once

#include "tests/e2e/citizen/eyes.h"
#include "tests/e2e/citizen/finger.h"

#include <random>

namespace balady::e2e {

class Child {
  public:
    Child(QQuickWindow& window, const Eyes& eyes, unsigned seed)
        : m_window(window), m_eyes(eyes), m_finger(window), m_chance(seed) {}

    /// Touches, drags and presses until the window got at least so many events, and waits for nothing. Throws Unexpected
    /// when the window is no longer what a terminal's is: shown, as large as the panel, with a page on it.
    void play(std::uint64_t events);

  private:
    void touchSomething();
    void touchAnywhere();
    void dragAnywhere();
    void sweepAnywhere();
    void pressChord();
    void expectTerminal(QSize panel) const;
    QPointF anywhere();
    int dice(int sides) { return std::uniform_int_distribution<int>(0, sides - 1)(m_chance); }

    QQuickWindow& m_window;
    const Eyes& m_eyes;
    Finger m_finger;
    std::mt19937 m_chance;
    std::uint64_t m_keyEvents = 0;
};

} // namespace balady::e2e
