#include "kiosk/app/screen.h"

#include "kiosk/app/dead_stacks.h"
#include "kiosk/base/log.h"
#include "kiosk/flow/session.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QScreen>
#include <chrono>

// The name that Qt's build gives it. NOLINTNEXTLINE(readability-identifier-naming)
void qml_register_types_Kiosk_View();

namespace balady::app {
namespace {

using namespace std::chrono_literals;

/// A window that is hidden paints nothing; then what is due after the paint happens without it.
constexpr auto kLongestPaint = 250ms;

std::shared_ptr<const service::Snapshot> nobodyIsHere(const flow::Terminal& terminal,
                                                      model::Language language = {}) {
    service::Snapshot snapshot;
    snapshot.world.terminal = terminal;
    snapshot.session.language = language;
    return std::make_shared<const service::Snapshot>(std::move(snapshot));
}

} // namespace

QSize panelSize(settings::Orientation orientation) {
    return orientation == settings::Orientation::Landscape ? QSize(1920, 1080) : QSize(1080, 1920);
}

Screen::Screen(flow::Terminal terminal, QSize panel, view::Bridge& bridge, Content content)
    : m_terminal(std::move(terminal)), m_panel(panel), m_bridge(bridge) {
    qml_register_types_Kiosk_View(); // a module without a plugin registers itself only when called
    m_window.setTitle(QStringLiteral("Balady"));
    m_window.setColor(QColor(0x07, 0x4d, 0x31)); // the band's green, before the first page
    connect(&m_window, &QQuickWindow::widthChanged, this, &Screen::fit);
    connect(&m_window, &QQuickWindow::heightChanged, this, &Screen::fit);
    if (content == Content::Gallery) {
        showGallery();
        return;
    }
    const auto send = [this](flow::Event event) { m_bridge.send(std::move(event)); };
    m_welcome = std::make_unique<Layer>(m_window, m_terminal, send,
                                        QUrl(QStringLiteral("qrc:/qt/qml/Kiosk/Shell/Welcome.qml")));
    m_welcome->view().show(nobodyIsHere(m_terminal));
    m_welcome->setShown(true);
    connect(&m_bridge, &view::Bridge::sessionEnded, this, &Screen::endVisit);
    connect(&m_bridge, &view::Bridge::visitForgotten, this, [this] { letGo(m_coreLetGo); });
    m_unpainted.setSingleShot(true);
    connect(&m_unpainted, &QTimer::timeout, this, &Screen::newVisit);
    connect(&m_window, &QQuickWindow::frameSwapped, this, [this] {
        if (m_unpainted.isActive())
            m_unpainted.start(
                0ms); // not within the paint itself: what is being painted must not be destroyed
    });
    m_unpainted.start(kLongestPaint);
}

Screen::~Screen() {
    m_bridge.attach(nullptr);
}

void Screen::showGallery() {
    // There is no session: the language is all that can be changed.
    const auto choose = [this](const flow::Event& event) {
        if (const auto* chosen = std::get_if<flow::LanguageChosen>(&event))
            m_welcome->view().show(nobodyIsHere(m_terminal, chosen->language));
    };
    m_welcome = std::make_unique<Layer>(m_window, m_terminal, choose,
                                        QUrl(QStringLiteral("qrc:/qt/qml/Kiosk/Shell/GalleryShell.qml")));
    const auto speakIts = [this] {
        speak(m_welcome->view());
        m_welcome->retranslate();
    };
    connect(&m_welcome->view(), &view::KioskView::languageChanged, this, speakIts);
    m_welcome->view().show(nobodyIsHere(m_terminal));
    speakIts();
    m_welcome->setShown(true);
}

void Screen::show(bool fullscreen) {
    if (fullscreen) {
        // Without a window manager nobody else would make it large.
        m_window.setGeometry(QGuiApplication::primaryScreen()->geometry());
        m_window.showFullScreen();
        return;
    }
    const auto room = QGuiApplication::primaryScreen()->availableSize();
    m_window.resize(m_panel.boundedTo(m_panel.scaled(room, Qt::KeepAspectRatio)));
    m_window.show();
}

void Screen::endVisit() {
    m_bridge.attach(nullptr);
    if (m_visit)
        m_visit->setShown(false);
    m_welcome->setShown(true);
    m_unpainted.start(kLongestPaint);
}

void Screen::newVisit() {
    if (m_visit) {
        m_visit.reset();
        // Queued: what Qt deletes later is deleted before.
        QMetaObject::invokeMethod(
            this, [this] { letGo(m_screenLetGo); }, Qt::QueuedConnection);
    }
    speak(m_welcome->view()); // every visit begins as the terminal does
    m_visit = std::make_unique<Layer>(
        m_window, m_terminal, [this](flow::Event event) { m_bridge.send(std::move(event)); },
        QUrl(QStringLiteral("qrc:/qt/qml/Kiosk/Shell/Shell.qml")));
    if (!m_visit->works()) {
        QCoreApplication::exit(1); // a bug that no citizen can get past: the process is started anew
        return;
    }
    auto& view = m_visit->view();
    connect(&view, &view::KioskView::languageChanged, this, [this, &view] {
        speak(view);
        m_visit->retranslate();
    });
    connect(&view, &view::KioskView::pageChanged, this, &Screen::showLayers);
    fit();
    m_bridge.attach(&view);
}

void Screen::letGo(int& part) {
    ++part;
    if (m_screenLetGo == 0 || m_coreLetGo == 0)
        return;
    --m_screenLetGo;
    --m_coreLetGo;
    const auto stacks = wipeDeadStacks();
    log::write(log::Level::Info, "screen", "visit_forgotten",
               {{"stacks", stacks.wiped}, {"stacks_missed", stacks.missed}});
}

void Screen::showLayers() {
    const bool somebody = m_visit->view().page() != QLatin1String("Attract");
    m_welcome->setShown(!somebody);
    m_visit->setShown(somebody);
}

void Screen::speak(const view::KioskView& view) {
    const auto language = view.language();
    QGuiApplication::setLayoutDirection(language == QLatin1String("ar") ? Qt::RightToLeft : Qt::LeftToRight);
    if (language == m_language)
        return;
    m_language = language;
    QCoreApplication::removeTranslator(&m_words);
    m_words.useDigits(view.digits() == QLatin1String("arabic") ? model::DigitStyle::ArabicIndic
                                                               : model::DigitStyle::Latin);
    if (m_words.load(QStringLiteral(":/i18n/balady_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&m_words);
    else
        log::write(log::Level::Error, "screen", "no_translation",
                   {{"language", log::Plain{language.toStdString()}}});
}

void Screen::fit() {
    for (auto* layer : {m_welcome.get(), m_visit.get()})
        if (layer != nullptr)
            layer->fit(m_panel);
}

} // namespace balady::app
