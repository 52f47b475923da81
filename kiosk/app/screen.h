// Screen: the one window of the terminal and, inside it, one QML engine for each citizen; GUI thread.
#pragma once

#include "kiosk/app/layer.h"
#include "kiosk/app/words.h"
#include "kiosk/settings/settings.h"
#include "kiosk/view/bridge.h"

#include <QObject>
#include <QQuickWindow>
#include <QTimer>
#include <memory>

namespace balady::app {

/// The panel's pixels; a window that is smaller shows the same picture smaller.
[[nodiscard]] QSize panelSize(settings::Orientation orientation);

/// Two layers: the welcoming page, which lives as long as the terminal and learns nothing of anybody, and the visit,
/// which is made while nobody is there, shown at the first touch, and destroyed whole when the citizen has gone.
class Screen final : public QObject {
    Q_OBJECT

  public:
    enum class Content { Journeys, Gallery };
    Screen(flow::Terminal terminal, QSize panel, view::Bridge& bridge, Content content);
    ~Screen() override;

    void show(bool fullscreen);
    [[nodiscard]] QQuickWindow* window() { return &m_window; }
    /// Whether what is on show could be made; the log says why not.
    [[nodiscard]] bool works() const { return m_welcome->works(); }
    /// Whether the next citizen's pages are there; a moment after the start, and after each citizen.
    [[nodiscard]] bool ready() const { return m_visit != nullptr; }

  private:
    void showGallery();
    /// The citizen has gone: the welcoming page at once, and behind it everything of theirs is destroyed.
    void endVisit();
    void newVisit();
    /// Some part of the terminal, the screen or the core, has let go of a citizen. After both, what the citizen left in memory
    /// that nobody owns is wiped too.
    void letGo(int& part);
    void showLayers();
    /// In the language and the digits of that view.
    void speak(const view::KioskView& view);
    void fit();

    flow::Terminal m_terminal;
    QSize m_panel;
    view::Bridge& m_bridge;
    QQuickWindow m_window;
    Words m_words;
    QString m_language; ///< of the words
    std::unique_ptr<Layer> m_welcome;
    std::unique_ptr<Layer> m_visit;
    int m_screenLetGo = 0; ///< of so many citizens for whom the core has not
    int m_coreLetGo = 0;
    QTimer
        m_unpainted; ///< runs while a new visit is due, which waits until the welcoming page is on the window
};

} // namespace balady::app
