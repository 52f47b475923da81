// The kiosk: reads its settings, or those with which it served last, composes the terminal, and runs until it is told to stop.
#include "kiosk/app/compose.h"
#include "kiosk/app/fonts.h"
#include "kiosk/app/private_memory.h"
#include "kiosk/app/self_test.h"
#include "kiosk/app/swap.h"
#include "kiosk/base/log.h"
#include "kiosk/settings/kept_settings.h"

#include <malloc.h>
#include <sys/signalfd.h>

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QSocketNotifier>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

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

constexpr int kNotStarted = 1;
constexpr int kNoSettings = 2;

/// With these settings, until it is told to stop (0), or kNotStarted, which the log explains.
int serve(const balady::settings::Settings& settings, bool fullscreen, bool gallery) {
    for (const auto& place : balady::app::swapInTheClear())
        balady::log::write(balady::log::Level::Warning, "app", "swap_in_the_clear",
                           {{"place", balady::log::Plain{place}}});
    // Nothing personal is in memory yet. Developers keep their debuggers.
    if (!settings.development)
        if (const auto done = balady::app::keepMemoryPrivate(); !done) {
            balady::log::fault("app", "start", done.error());
            return kNotStarted;
        }
    const auto broken = [](const balady::Fault& fault) {
        balady::log::fault("app", "start", fault);
        QGuiApplication::exit(kNotStarted);
    };
    const auto kiosk = balady::app::Kiosk::start(settings, {fullscreen, gallery, broken});
    if (!kiosk) {
        balady::log::fault("app", "start", kiosk.error());
        return kNotStarted;
    }
    return QGuiApplication::exec();
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

    QSocketNotifier stop(signalFile, QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, &app, &QGuiApplication::quit);
    const std::filesystem::path file = arguments.value(settingsOption).toStdString();
    auto settings = balady::settings::readSettings(file);
    if (!settings)
        balady::log::fault("app", "settings", settings.error());
    int code =
        settings ? serve(*settings, arguments.isSet(fullscreen), arguments.isSet(gallery)) : kNoSettings;
    if (code == EXIT_SUCCESS)
        return code;
    // New settings that are damaged, a stranger's or wrong must not close a terminal that served yesterday.
    auto before = balady::settings::readKeptSettings(balady::settings::keptSettingsFile(), file);
    if (!before || (settings && before->document == settings->document))
        return code;
    balady::log::write(balady::log::Level::Warning, "app", "last_good_settings");
    before->lastGood = true;
    return serve(*before, arguments.isSet(fullscreen), arguments.isSet(gallery));
}
