// Runs the tst_*.qml files of this folder offscreen, on the software scene graph, with the modules as they ship.
#include <QtQml/QQmlExtensionPlugin>

#include <QDir>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QTranslator>
#include <QtQuickTest>

#include "qml/i18n/i18n.h"

Q_IMPORT_QML_PLUGIN(Kiosk_InkPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(KioskPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_PagesPlugin)

namespace {

/// What a test may ask of the process: another language, and where pictures go. GUI thread.
class Testbed : public QObject {
    Q_OBJECT
    /// Folder for screenshots (KIOSK_SHOTS); empty when none are wanted.
    Q_PROPERTY(QString shots READ shots CONSTANT)
    /// A camera's picture for those of a document (KIOSK_SCENE); empty for one that is no document.
    Q_PROPERTY(QString scene READ scene CONSTANT)

  public:
    explicit Testbed(QQmlEngine* engine) : QObject(engine), m_engine(engine) {}

    /// Translates everything that is on show; `language` is "ar" or "en".
    Q_INVOKABLE void speak(const QString& language) {
        QCoreApplication::removeTranslator(&m_translator);
        const auto file = QString::fromStdString(balady::i18n::translationFile(language.toStdString()));
        if (!m_translator.load(file))
            qFatal("No translation for %s", qPrintable(language));
        QCoreApplication::installTranslator(&m_translator);
        m_engine->retranslate();
    }
    [[nodiscard]] QString shots() const {
        const auto folder = qEnvironmentVariable("KIOSK_SHOTS");
        if (!folder.isEmpty())
            QDir().mkpath(folder);
        return folder;
    }

    [[nodiscard]] QString scene() const { return qEnvironmentVariable("KIOSK_SCENE"); }

  private:
    QQmlEngine* m_engine;
    QTranslator m_translator;
};

class Setup : public QObject {
    Q_OBJECT

  public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine* engine) {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        qmlRegisterSingletonInstance("Kiosk.Testing", 1, 0, "Testbed", new Testbed(engine));
    }
};

} // namespace

int main(int argc, char** argv) {
    // Before anything of Qt starts: tests never open a window, and draw as a terminal without a GPU does.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    QTEST_SET_MAIN_SOURCE_PATH
    Setup setup;
    return quick_test_main_with_setup(argc, argv, "qml", KIOSK_QML_TESTS, &setup);
}

#include "main.moc"
