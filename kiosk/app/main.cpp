// The kiosk: reads its settings, composes the terminal, and runs until it is told to stop.
#include "kiosk/app/compose.h"
#include "kiosk/app/fonts.h"
#include "kiosk/app/private_memory.h"
#include "kiosk/app/self_test.h"
#include "kiosk/base/log.h"

#include <malloc.h>
#include <sys/signalfd.h>

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QSocketNotifier>
#include <csignal>
#include <cstdio>

namespace {

/// SIGTERM and SIGINT end the event loop, so that every adapter is closed properly. Before any thread starts, so that
/// all inherit the mask.
int terminationSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    return signalfd(-1, &set, SFD_CLOEXEC);
}

} // namespace

int main(int argc, char** argv) {
    // One heap for all threads: they allocate seldom enough not to meet, and a heap a thread keeps 1.7 MiB more. See
    // mallopt(3); before any thread starts.
    mallopt(M_ARENA_MAX, 1);
    // Without a GPU the software renderer starts faster, uses less memory and answers a tap sooner (ADR, "software rendering").
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
        qputenv("QT_QUICK_BACKEND", "software");
    if (!qEnvironmentVariableIsSet("QT_QPA_UPDATE_IDLE_TIME"))
        qputenv("QT_QPA_UPDATE_IDLE_TIME", "0"); // paint at once after a tap instead of waiting 5 ms for more
    balady::app::chooseFonts();
    const int signalFile = terminationSignals();
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("balady-kiosk"));
    QCommandLineParser arguments;
    arguments.addHelpOption();
    const QCommandLineOption settingsOption(
        QStringLiteral("settings"), QStringLiteral("Settings of this terminal."), QStringLiteral("file"));
    const QCommandLineOption fullscreen(QStringLiteral("fullscreen"), QStringLiteral("Fill the screen."));
    const QCommandLineOption gallery(QStringLiteral("gallery"),
                                     QStringLiteral("Show the design system instead of the journeys."));
    const QCommandLineOption selfTest(QStringLiteral("self-test"),
                                      QStringLiteral("Make every page once, in both languages, and exit."));
    arguments.addOptions({settingsOption, fullscreen, gallery, selfTest});
    arguments.process(app);

    if (arguments.isSet(selfTest))
        return balady::app::selfTest();

    const auto settings = balady::settings::readSettings(arguments.value(settingsOption).toStdString());
    if (!settings) {
        balady::log::fault("app", "settings", settings.error());
        return 2;
    }
    // Nothing personal is in memory yet. Developers keep their debuggers.
    if (!settings->development)
        if (const auto done = balady::app::keepMemoryPrivate(); !done) {
            balady::log::fault("app", "start", done.error());
            return 1;
        }
    const auto broken = [](const balady::Fault& fault) {
        balady::log::fault("app", "start", fault);
        QGuiApplication::exit(1);
    };
    auto kiosk =
        balady::app::Kiosk::start(*settings, {arguments.isSet(fullscreen), arguments.isSet(gallery), broken});
    if (!kiosk) {
        balady::log::fault("app", "start", kiosk.error());
        return 1;
    }
    QSocketNotifier stop(signalFile, QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, &app, &QGuiApplication::quit);
    return app.exec();
}
