// The kiosk's window on a bare X server, as a terminal's image may start it: nobody there manages windows.
#include "kiosk/app/screen.h"
#include "tests/bench/ui/virtual_display.h"

#include <doctest/doctest.h>

#include <QDeadlineTimer>
#include <QGuiApplication>
#include <QPixmap>
#include <QScreen>

using namespace balady;

TEST_CASE("fullscreen_without_a_window_manager_is_a_small_black_window") {
    const bench::VirtualDisplay display;
    qputenv("DISPLAY", display.name().c_str());
    qputenv("QT_QUICK_BACKEND", "software");
    int argc = 3;
    char name[] = "unit_fullscreen", option[] = "-platform", platform[] = "xcb";
    char* argv[] = {name, option, platform, nullptr};
    const QGuiApplication application(argc, argv);
    view::Bridge bridge{[](const flow::Event&) {}};
    app::Screen screen{{}, {1080, 1920}, bridge, app::Screen::Content::Journeys};

    screen.show(true);

    // What is really on the server's screen, in its farthest corner.
    const auto painted = [&] {
        const auto picture = QGuiApplication::primaryScreen()->grabWindow(0).toImage();
        return picture.size() == QSize(1080, 1920) && picture.pixelColor(1070, 1910) != QColor(Qt::black);
    };
    QDeadlineTimer deadline(20'000);
    while (!painted() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    CHECK(painted());
}
