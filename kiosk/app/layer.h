// Layer: one QML engine with one root item in the window, and all that the screen knows for its sake; GUI thread.
#pragma once

#include "kiosk/view/kiosk_view.h"

#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QUrl>
#include <memory>

namespace balady::app {

/// Destroying it destroys the engine, the view, the pictures and every string on screen. Its item is hidden at first.
class Layer final {
  public:
    /// A root that declares `required property KioskView kiosk` gets `view()`. The log says why a root cannot be made.
    Layer(QQuickWindow& window, const flow::Terminal& terminal, view::KioskView::Send send,
          const QUrl& source);
    ~Layer();
    Layer(const Layer&) = delete;
    Layer& operator=(const Layer&) = delete;

    [[nodiscard]] bool works() const { return m_root != nullptr; }
    [[nodiscard]] view::KioskView& view() { return *m_view; }
    /// The words of its bindings again, in the translator's present language.
    void retranslate() { m_engine.retranslate(); }
    /// Shows it with the keys' focus, or hides it.
    void setShown(bool shown);
    /// Lays it out for a panel of that size and draws it as large as the window allows, in the middle.
    void fit(QSize panel);

  private:
    QQuickWindow& m_window;
    QQmlEngine m_engine;
    std::unique_ptr<view::KioskView> m_view; // before the root, whose bindings look at it to the end
    std::unique_ptr<QQuickItem> m_root;
};

} // namespace balady::app
