#include "kiosk/app/screen.h"

#include "kiosk/base/log.h"
#include "kiosk/view/live_pictures.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QScreen>

void qml_register_types_Kiosk_View();

namespace balady::app {

QSize panelSize(settings::Orientation orientation) {
    return orientation == settings::Orientation::Landscape ? QSize(1920, 1080) : QSize(1080, 1920);
}

Screen::Screen(flow::Terminal terminal, QSize panel, view::Bridge& bridge, QUrl source)
    : m_terminal(std::move(terminal)), m_panel(panel), m_bridge(bridge), m_source(std::move(source)) {
    qml_register_types_Kiosk_View(); // a module without a plugin registers itself only when called
    m_window.setTitle(QStringLiteral("Balady"));
    m_window.setColor(QColor(0x07, 0x4d, 0x31)); // the band's green: no white flash between two citizens
    connect(&m_window, &QQuickWindow::widthChanged, this, &Screen::fit);
    connect(&m_window, &QQuickWindow::heightChanged, this, &Screen::fit);
    connect(&m_bridge, &view::Bridge::sessionEnded, this, &Screen::renew);
    renew();
}

Screen::~Screen() {
    destroy();
}

void Screen::show(bool fullscreen) {
    if (fullscreen) {
        m_window.showFullScreen();
        return;
    }
    const auto room = QGuiApplication::primaryScreen()->availableSize();
    m_window.resize(m_panel.boundedTo(m_panel.scaled(room, Qt::KeepAspectRatio)));
    m_window.show();
}

void Screen::destroy() {
    m_bridge.attach(nullptr);
    m_root.reset();
    m_view.reset();
    m_engine.reset(); // and with it the pictures, the compiled bindings' values and every string on screen
}

void Screen::renew() {
    destroy();
    m_engine = std::make_unique<QQmlEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine->setIncubationController(m_window.incubationController());
    auto* pictures = new view::LivePictures; // the engine owns its providers
    m_engine->addImageProvider(QStringLiteral("live"), pictures);
    m_view = std::make_unique<view::KioskView>(
        m_terminal, [this](flow::Event event) { m_bridge.send(std::move(event)); }, pictures);
    // Before the shell connects to the same signal: it must find the new language's words.
    connect(m_view.get(), &view::KioskView::languageChanged, this, &Screen::speak);
    speak();

    QQmlComponent component(m_engine.get(), m_source);
    QVariantMap properties;
    if (m_source.path().endsWith(QStringLiteral("Shell.qml")))
        properties.insert(QStringLiteral("kiosk"), QVariant::fromValue(m_view.get()));
    m_root.reset(qobject_cast<QQuickItem*>(component.createWithInitialProperties(properties)));
    if (!m_root) {
        log::write(log::Level::Error, "screen", "no_root_item",
                   {{"errors", log::Plain{component.errorString().toStdString()}}});
        return;
    }
    m_root->setParentItem(m_window.contentItem());
    m_root->setTransformOrigin(QQuickItem::TopLeft);
    m_root->forceActiveFocus();
    fit();
    m_bridge.attach(m_view.get());
}

void Screen::speak() {
    QCoreApplication::removeTranslator(&m_words);
    m_words.useDigits(m_view->digits() == QLatin1String("arabic") ? model::DigitStyle::ArabicIndic
                                                                  : model::DigitStyle::Latin);
    if (m_words.load(QStringLiteral(":/i18n/balady_%1.qm").arg(m_view->language())))
        QCoreApplication::installTranslator(&m_words);
    else
        log::write(log::Level::Error, "screen", "no_translation",
                   {{"language", log::Plain{m_view->language().toStdString()}}});
    QGuiApplication::setLayoutDirection(m_view->language() == QLatin1String("ar") ? Qt::RightToLeft
                                                                                  : Qt::LeftToRight);
    m_engine->retranslate();
}

void Screen::fit() {
    if (!m_root || m_window.width() == 0 || m_window.height() == 0)
        return;
    const auto scale =
        std::min(double(m_window.width()) / m_panel.width(), double(m_window.height()) / m_panel.height());
    m_root->setSize(QSizeF(m_panel));
    m_root->setScale(scale);
    m_root->setPosition({(m_window.width() - m_panel.width() * scale) / 2,
                         (m_window.height() - m_panel.height() * scale) / 2});
}

} // namespace balady::app
