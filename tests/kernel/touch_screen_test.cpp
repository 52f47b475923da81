// A touch screen: from the kernel's input layer through Qt's own reading of it (linuxfb, evdev) to the controls of the
// terminal.
#include "tests/kernel/touch_panel.h"
#include "tests/kernel/wait_until.h"

#include <QtQml/qqmlextensionplugin.h>
#include <doctest/doctest.h>

#include <QGuiApplication>
#include <QPointingDevice>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTouchEvent>
#include <memory>

Q_IMPORT_QML_PLUGIN(Kiosk_ControlsPlugin)

namespace {

using balady::kernel::TouchPanel;

constexpr auto kPage = R"(
import QtQuick
import Kiosk.Controls
Item {
    property string pressed
    KioskButton { objectName: "first"; text: "First"; x: 100; y: 300; width: 400; onClicked: parent.pressed += "1" }
    KioskButton { objectName: "second"; text: "Second"; x: 100; y: 1300; width: 400; onClicked: parent.pressed += "2" }
}
)";

/// Counts the fingers of a touch screen that reach a window; a mouse's button is none.
class Fingers final : public QObject {
  public:
    int down = 0;
    int up = 0;

  private:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::TouchBegin && event->type() != QEvent::TouchEnd)
            return false;
        if (static_cast<QTouchEvent*>(event)->pointingDevice()->type() ==
            QInputDevice::DeviceType::TouchScreen)
            ++(event->type() == QEvent::TouchBegin ? down : up);
        return false;
    }
};

/// The screen that the kernel gives, with a page on it.
class Screen {
  public:
    Screen() {
        m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        QQmlComponent component(&m_engine);
        component.setData(kPage, {});
        m_page.reset(qobject_cast<QQuickItem*>(component.create()));
        REQUIRE(m_page);
        m_page->setParentItem(m_window.contentItem());
        m_window.installEventFilter(&fingers);
        m_window.showFullScreen();
        run("the page is on the screen", [&] { return m_window.isExposed(); });
    }

    template <class Condition>
    void run(const std::string& what, const Condition& isSo) {
        balady::kernel::waitUntil(what, [&] {
            QGuiApplication::processEvents();
            return isSo();
        });
    }
    /// The middle of a control, as a panel counts.
    [[nodiscard]] QPointF middleOf(const char* control) const {
        const auto* item = m_page->findChild<QQuickItem*>(QString::fromLatin1(control));
        REQUIRE(item != nullptr);
        const auto at = item->mapToScene({item->width() / 2, item->height() / 2});
        return {at.x() / m_window.width(), at.y() / m_window.height()};
    }
    [[nodiscard]] QString pressed() const { return m_page->property("pressed").toString(); }

    Fingers fingers;

  private:
    QQmlEngine m_engine;
    QQuickWindow m_window;
    std::unique_ptr<QQuickItem> m_page;
};

/// Each step is taken when the one before has arrived. A panel that was just plugged in is not known yet: the first finger
/// comes down again and again, at the edge, where nothing is.
void letBeKnown(TouchPanel& panel, Screen& screen) {
    screen.run("the screen knows the panel", [&] {
        panel.touch(0.99, 0.99);
        panel.lift();
        return screen.fingers.up > 0;
    });
    screen.run("no finger is on the screen", [&] { return screen.fingers.up == screen.fingers.down; });
}

void comeDown(TouchPanel& panel, Screen& screen, QPointF where) {
    const int before = screen.fingers.down;
    panel.touch(where.x(), where.y());
    screen.run("a finger is on the screen", [&] { return screen.fingers.down > before; });
}

void lift(TouchPanel& panel, Screen& screen) {
    const int before = screen.fingers.up;
    panel.lift();
    screen.run("the finger is gone", [&] { return screen.fingers.up > before; });
}

void startQt() {
    static int argc = 1;
    static char name[] = "touch";
    static char* argv[] = {name, nullptr};
    // Never destroyed: at exit Qt's own statics are gone before ours.
    static auto* const application = new QGuiApplication(argc, argv);
    (void)application;
}

} // namespace

TEST_CASE("touch_reaches_no_control_or_another") {
    startQt();
    TouchPanel panel;
    Screen screen;
    letBeKnown(panel, screen);
    for (const auto& [control, pressed] : {std::pair{"second", "2"}, std::pair{"first", "21"}}) {
        comeDown(panel, screen, screen.middleOf(control));
        CHECK(screen.pressed().size() == QString(pressed).size() - 1); // not before the finger is lifted
        lift(panel, screen);
        screen.run("the control was pressed", [&] { return screen.pressed() == pressed; });
    }
}

TEST_CASE("finger_that_slides_away_presses") {
    startQt();
    TouchPanel panel;
    Screen screen;
    letBeKnown(panel, screen);
    comeDown(panel, screen, screen.middleOf("first"));
    panel.touch(0.95, 0.5);
    lift(panel, screen);
    comeDown(panel, screen, screen.middleOf("second"));
    lift(panel, screen);
    screen.run("the second control was pressed", [&] { return screen.pressed().endsWith('2'); });
    CHECK(screen.pressed() == "2");
}
