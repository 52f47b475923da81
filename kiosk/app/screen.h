// Screen: the one window of the terminal and, inside it, one QML engine for each citizen; GUI thread.
#pragma once

#include "kiosk/app/words.h"
#include "kiosk/settings/settings.h"
#include "kiosk/view/bridge.h"
#include "kiosk/view/kiosk_view.h"

#include <QObject>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <memory>

namespace balady::app {

/// The panel's pixels; a window that is smaller shows the same picture smaller.
[[nodiscard]] QSize panelSize(settings::Orientation orientation);

class Screen final : public QObject {
    Q_OBJECT

  public:
    /// `source` is the root item of the engine: the shell, or the gallery.
    Screen(flow::Terminal terminal, QSize panel, view::Bridge& bridge, QUrl source);
    ~Screen() override;

    void show(bool fullscreen);
    [[nodiscard]] QQuickWindow* window() { return &m_window; }
    /// Whether the root item could be made; the log says why not.
    [[nodiscard]] bool works() const { return m_root != nullptr; }

  private:
    /// Destroys the engine, the view and all pictures of one citizen, and makes new ones for the next.
    void renew();
    void destroy();
    void speak();
    void fit();

    flow::Terminal m_terminal;
    QSize m_panel;
    view::Bridge& m_bridge;
    QUrl m_source;
    QQuickWindow m_window;
    Words m_words;
    std::unique_ptr<QQmlEngine> m_engine;
    std::unique_ptr<view::KioskView> m_view;
    std::unique_ptr<QQuickItem> m_root;
};

} // namespace balady::app
