#include "kiosk/app/compose.h"

#include "kiosk/app/core.h"
#include "kiosk/app/screen.h"

#include <QMetaObject>
#include <QQuickWindow>
#include <QTimer>
#include <chrono>
#include <future>
#include <utility>
#include <vector>

namespace balady::app {
namespace {

/// A window that nobody can see is not painted: then the core does not wait for it.
constexpr std::chrono::seconds kUnseen{1};

flow::Terminal terminalOf(const settings::Settings& settings) {
    flow::Terminal terminal;
    terminal.id = settings.terminal.id;
    terminal.amana = settings.terminal.amana;
    terminal.municipality = settings.terminal.municipality;
    terminal.municipalityCode = settings.terminal.municipalityCode;
    terminal.languages = settings.languages;
    terminal.digits = settings.digits;
    terminal.idle = settings.session.idle;
    terminal.idleGrace = settings.session.warning;
    terminal.handScanner = settings.codeScanner.has_value();
    terminal.stepMax = settings.session.stepMax;
    terminal.programVersion = BALADY_VERSION;
    terminal.phoneOrigin = settings.backend.phoneUrl;
    terminal.stock = settings.documentPrinter.stock;
    terminal.badges = !settings.identityReader.badgeTrustList.empty();
    return terminal;
}

std::shared_ptr<const service::Snapshot> firstSnapshot(flow::Terminal terminal) {
    service::Snapshot first;
    first.world.terminal = std::move(terminal);
    return std::make_shared<const service::Snapshot>(std::move(first));
}

} // namespace

class Kiosk::Parts {
  public:
    Parts(const settings::Settings& settings, Options options)
        : m_settings(settings), m_options(std::move(options)), m_terminal(terminalOf(settings)),
          m_bridge([this](flow::Event event) { take(std::move(event)); }, firstSnapshot(m_terminal)),
          m_screen(m_terminal, panelSize(settings.terminal.orientation), m_bridge,
                   m_options.gallery ? Screen::Content::Gallery : Screen::Content::Journeys) {
        if (!m_options.gallery)
            startCoreAfterFirstPage();
        m_screen.show(m_options.fullscreen);
    }

    [[nodiscard]] bool screenWorks() const { return m_screen.works(); }
    [[nodiscard]] QQuickWindow* window() { return m_screen.window(); }

  private:
    /// The first page does without the core, and needs the processor for itself.
    void startCoreAfterFirstPage() {
        const auto start = [this] {
            if (!std::exchange(m_coreWanted, true))
                m_loading = std::async(std::launch::async, [this] { return load(); });
        };
        QObject::connect(m_screen.window(), &QQuickWindow::frameSwapped, &m_bridge, start,
                         Qt::SingleShotConnection);
        QTimer::singleShot(kUnseen, &m_bridge, start);
    }

    /// On a thread of its own, which nobody waits for but the end of the program.
    Result<std::unique_ptr<Core>> load() {
        auto core = loadCore(
            m_settings, m_terminal,
            {[this](std::shared_ptr<const service::Snapshot> snapshot) {
                 m_bridge.onSnapshot(std::move(snapshot));
             },
             [this](ports::Frame frame, flow::PageCue cue) { m_bridge.onPreview(std::move(frame), cue); },
             [this] { m_bridge.onSessionEnded(); }, [this] { m_bridge.onVisitForgotten(); }});
        QMetaObject::invokeMethod(
            &m_bridge, [this] { loaded(m_loading.get()); }, Qt::QueuedConnection);
        return core;
    }

    void loaded(Result<std::unique_ptr<Core>> core) {
        if (!core) {
            m_options.broken(core.error());
            return;
        }
        m_core = std::move(*core);
        for (auto& event : std::exchange(m_early, {}))
            m_core->post(std::move(event));
    }

    /// The screen is there before the core: what is touched meanwhile waits for it.
    void take(flow::Event event) {
        if (m_core)
            m_core->post(std::move(event));
        else
            m_early.push_back(std::move(event));
    }

    const settings::Settings m_settings;
    const Options m_options;
    const flow::Terminal m_terminal;
    std::vector<flow::Event> m_early; ///< came before m_core
    view::Bridge m_bridge;
    Screen m_screen;
    bool m_coreWanted = false;
    std::unique_ptr<Core> m_core;
    std::future<Result<std::unique_ptr<Core>>> m_loading; ///< last: while it runs, it uses all the others
};

Kiosk::Kiosk(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Kiosk::~Kiosk() = default;
QQuickWindow* Kiosk::window() const {
    return m_parts->window();
}

Result<std::unique_ptr<Kiosk>> Kiosk::start(const settings::Settings& settings, Options options) {
    auto parts = std::make_unique<Parts>(settings, std::move(options));
    if (!parts->screenWorks())
        return Fault{FaultCode::Bug, "screen: the root item could not be made"};
    return std::unique_ptr<Kiosk>(new Kiosk(std::move(parts)));
}

} // namespace balady::app
