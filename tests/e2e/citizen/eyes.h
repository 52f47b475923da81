// Eyes: what a citizen can see on the terminal's window; never a way to change anything; GUI thread.
#pragma once

#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>
#include <QString>
#include <vector>

namespace balady::e2e {

class Eyes {
  public:
    explicit Eyes(QQuickWindow& window) : m_window(window) {}

    /// Name of the page on show, for pictures and expectations; "" between two citizens.
    [[nodiscard]] QString page() const;
    /// Changes when another page, another form page, another document or another phase of one is shown.
    [[nodiscard]] QString pageKey() const;
    /// Name of what lies over the page, or "".
    [[nodiscard]] QString overlay() const;

    /// The item of that name that is on the screen or can be scrolled onto it, or null. Hidden ones do not count.
    [[nodiscard]] QQuickItem* find(const QString& name) const;
    /// What has the keyboard's attention, or null.
    [[nodiscard]] const QQuickItem* focused() const { return m_window.activeFocusItem(); }
    /// All such items whose names begin so, in reading order.
    [[nodiscard]] std::vector<QQuickItem*> findAll(const QString& prefix) const;
    /// The part of an item that no clipping parent and no edge of the window cuts off, in the window's coordinates.
    [[nodiscard]] QRectF visiblePart(const QQuickItem& item) const;
    /// The nearest parent that scrolls, or null.
    [[nodiscard]] QQuickItem* scroller(const QQuickItem& item) const;
    /// What scrolls under a finger there, or null.
    [[nodiscard]] QQuickItem* scrollerAt(QPointF where) const;
    /// Words that can be read on an item and below it, joined by blanks.
    [[nodiscard]] QString words(const QQuickItem& item) const;
    /// All words on the screen.
    [[nodiscard]] QString words() const { return words(*m_window.contentItem()); }

    /// Two texts that lie on each other, in words, or "". What lies under a dialog or a keyboard is not looked at.
    [[nodiscard]] QString collision() const;

    /// Whether no page and no dialog is fading.
    [[nodiscard]] bool settled() const;
    /// A photograph of the screen.
    [[nodiscard]] QImage photograph() const { return m_window.grabWindow(); }

  private:
    [[nodiscard]] const QObject* view() const;

    QQuickWindow& m_window;
};

} // namespace balady::e2e
