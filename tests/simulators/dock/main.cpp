// balady-dock: a small window beside the kiosk that works the simulated devices and the sandbox.
#include "tests/simulators/dock/surroundings/facts.h"

#include <QtQml/QQmlExtensionPlugin>

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <cstdio>

Q_IMPORT_QML_PLUGIN(Kiosk_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_InkPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_DockPlugin)

void qml_register_types_Kiosk_Surroundings();

namespace {

/// The cards that the chip simulator knows by name.
QStringList cards() {
    QStringList names;
    for (const auto& file :
         QDir(QStringLiteral(BALADY_CARDS)).entryInfoList({QStringLiteral("*.json")}, QDir::Files))
        names << file.completeBaseName();
    return names;
}

} // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
        qputenv("QT_QUICK_BACKEND", "software"); // as the kiosk beside it
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("balady-dock"));
    QCommandLineParser arguments;
    arguments.addHelpOption();
    const QCommandLineOption factsOption(QStringLiteral("facts"),
                                         QStringLiteral("What tests/simulators/terminal.py started."),
                                         QStringLiteral("terminal.json"));
    arguments.addOption(factsOption);
    arguments.process(app);

    const auto facts = balady::dock::readFacts(arguments.value(factsOption));
    if (!facts) {
        std::fputs("balady-dock: --facts needs the terminal.json of a terminal that runs\n", stderr);
        return 2;
    }
    qml_register_types_Kiosk_Surroundings(); // a module without a plugin registers itself only when called
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("controlFolder"), facts->control},
                                 {QStringLiteral("adminAddress"), facts->admin},
                                 {QStringLiteral("scenesFolder"), facts->scenes},
                                 {QStringLiteral("documentsFolder"), facts->documents},
                                 {QStringLiteral("cards"), cards()}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Kiosk/Dock/DockWindow.qml")));
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
