#include "tests/e2e/citizen/child.h"

#include "tests/e2e/citizen/patience.h"

#include <QTest>
#include <array>

namespace balady::e2e {
namespace {

/// What a keyboard in the terminal's USB port could try: to leave, to switch, to print, to paste, to search.
constexpr std::array kKeys{Qt::Key_Escape, Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Space,
                           Qt::Key_Back,   Qt::Key_Menu,   Qt::Key_Delete,  Qt::Key_Print,  Qt::Key_F1,
                           Qt::Key_F4,     Qt::Key_F5,     Qt::Key_F11,     Qt::Key_F12,    Qt::Key_Q,
                           Qt::Key_W,      Qt::Key_C,      Qt::Key_V,       Qt::Key_P,      Qt::Key_S,
                           Qt::Key_Left,   Qt::Key_Right,  Qt::Key_Up,      Qt::Key_Down,   Qt::Key_7,
                           Qt::Key_Home,   Qt::Key_PageUp, Qt::Key_Plus,    Qt::Key_Minus,  Qt::Key_Super_L};
constexpr std::array<Qt::KeyboardModifiers, 7> kModifiers{Qt::NoModifier,
                                                          Qt::ControlModifier,
                                                          Qt::AltModifier,
                                                          Qt::ControlModifier | Qt::AltModifier,
                                                          Qt::MetaModifier,
                                                          Qt::ShiftModifier,
                                                          Qt::ControlModifier | Qt::ShiftModifier};

} // namespace

QPointF Child::anywhere() {
    return {static_cast<qreal>(dice(m_window.width())), static_cast<qreal>(dice(m_window.height()))};
}

void Child::touchSomething() {
    std::vector<QRectF> parts;
    for (const auto* item : m_eyes.findAll(QString()))
        if (!item->objectName().isEmpty())
            if (const auto part = m_eyes.visiblePart(*item); !part.isEmpty())
                parts.push_back(part);
    if (parts.empty())
        touchAnywhere();
    else
        m_finger.tap(parts[static_cast<std::size_t>(dice(static_cast<int>(parts.size())))].center());
}

void Child::touchAnywhere() {
    m_finger.tap(anywhere());
}

void Child::dragAnywhere() {
    const auto from = anywhere();
    m_finger.drag(from, anywhere());
}

void Child::sweepAnywhere() {
    const auto from = anywhere();
    m_finger.sweep(from, anywhere());
}

void Child::pressChord() {
    const auto key = kKeys.at(static_cast<std::size_t>(dice(static_cast<int>(kKeys.size()))));
    const auto modifiers = kModifiers.at(static_cast<std::size_t>(dice(static_cast<int>(kModifiers.size()))));
    QTest::keyClick(&m_window, key, modifiers);
    m_keyEvents += 2;
}

void Child::expectTerminal(QSize panel) const {
    if (!await([&] { return !m_eyes.page().isEmpty(); }))
        throw Unexpected("no page is on the screen");
    if (!m_window.isVisible() || m_window.size() != panel)
        throw Unexpected("the window is no longer the terminal's");
}

void Child::play(std::uint64_t events) {
    const auto panel = m_window.size();
    const auto done = [&] { return m_finger.events() + m_keyEvents; };
    for (std::uint64_t deeds = 0; done() < events; ++deeds) {
        const int kind = dice(100);
        if (kind < 65)
            touchSomething();
        else if (kind < 80)
            touchAnywhere();
        else if (kind < 88)
            sweepAnywhere();
        else if (kind < 90)
            dragAnywhere();
        else
            pressChord();
        if (deeds % 20 == 0)
            expectTerminal(panel);
    }
    expectTerminal(panel);
}

} // namespace balady::e2e
