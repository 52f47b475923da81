#include "kiosk/app/compose.h"

#include "kiosk/app/adapters.h"
#include "kiosk/app/fonts.h"
#include "kiosk/app/screen.h"
#include "kiosk/base/log.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/service/catalogue_keeper.h"
#include "kiosk/service/device_supervisor.h"
#include "kiosk/service/intent_settler.h"
#include "kiosk/service/session_runner.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <QMetaObject>
#include <QQuickWindow>
#include <QTimer>
#include <QUrl>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

namespace balady::app {
namespace {

namespace asio = boost::asio;

/// A window that nobody can see is not painted: then the core does not wait for it.
constexpr std::chrono::seconds kUnseen{1};

flow::Terminal terminalOf(const settings::Settings& settings) {
    flow::Terminal terminal;
    terminal.id = settings.terminal.id;
    terminal.amana = settings.terminal.amana;
    terminal.municipality = settings.terminal.municipality;
    terminal.idle = settings.session.idle;
    terminal.idleGrace = settings.session.warning;
    terminal.stepMax = settings.session.stepMax;
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
        : m_settings(settings), m_options(std::move(options)),
          m_bridge(
              [this](flow::Event event) {
                  asio::post(m_io, [this, event = std::move(event)]() mutable { take(std::move(event)); });
              },
              firstSnapshot(terminalOf(settings))),
          m_screen(terminalOf(settings), panelSize(settings.terminal.orientation), m_bridge,
                   QUrl(m_options.gallery ? QStringLiteral("qrc:/qt/qml/Kiosk/Gallery.qml")
                                          : QStringLiteral("qrc:/qt/qml/Kiosk/Shell/Shell.qml"))) {
        if (!m_options.gallery)
            startCoreAfterFirstPage();
        m_screen.show(m_options.fullscreen);
    }

    ~Parts() {
        if (m_core.joinable()) {
            asio::post(m_io, [this] {
                m_supervisor.reset();
                m_runner.reset(); // answers that come later find nobody
                m_io.stop();
            });
            m_core.join();
        }
    }

    [[nodiscard]] bool screenWorks() const { return m_screen.works(); }
    [[nodiscard]] QQuickWindow* window() { return m_screen.window(); }

  private:
    /// The first page does without the core, and needs the processor for itself.
    void startCoreAfterFirstPage() {
        const auto start = [this] {
            if (!m_core.joinable())
                m_core = std::jthread([this] { runCore(); });
        };
        QObject::connect(m_screen.window(), &QQuickWindow::frameSwapped, &m_bridge, start,
                         Qt::SingleShotConnection);
        QTimer::singleShot(kUnseen, &m_bridge, start);
    }

    // --- core thread ------------------------------------------------------------------------------------------

    void runCore() {
        auto bundled = open();
        if (!bundled) {
            QMetaObject::invokeMethod(
                &m_bridge, [this, fault = bundled.error()] { m_options.broken(fault); },
                Qt::QueuedConnection);
            return;
        }
        asio::co_spawn(m_io, run(std::move(*bundled)), [](std::exception_ptr error) {
            if (error)
                std::rethrow_exception(error); // a bug: ends the process, systemd starts it anew
        });
        m_io.run();
    }

    /// The bundled catalogue.
    Result<std::string> open() {
        auto adapters = makeAdapters(m_settings, m_io.get_executor());
        if (!adapters)
            return adapters.error();
        m_adapters = std::move(*adapters);
        auto bundled = catalogue::assembleDirectory(m_settings.catalogueDirectory);
        if (!bundled)
            return bundled.error().within("bundled catalogue");
        return bundled;
    }

    /// The screen is there before the core: what is touched meanwhile waits for it.
    void take(flow::Event event) {
        if (m_runner)
            m_runner->post(std::move(event));
        else
            m_early.push_back(std::move(event));
    }

    asio::awaitable<void> run(std::string bundled) {
        if (m_adapters->storeLostData)
            m_board.set(model::DeviceRole::Store, model::Trouble::DataLost);
        m_keeper = std::make_unique<service::CatalogueKeeper>(m_adapters->devices(), m_board);
        if (auto read = co_await m_keeper->start(std::move(bundled)); !read)
            log::fault("app", "no_catalogue", read.error());
        m_runner = std::make_unique<service::SessionRunner>(
            m_io.get_executor(), m_adapters->devices(), m_board, *m_keeper, terminalOf(m_settings),
            service::SessionRunner::Listeners{
                [this](std::shared_ptr<const service::Snapshot> snapshot) {
                    m_bridge.onSnapshot(std::move(snapshot));
                },
                [this](ports::Frame frame) { m_bridge.onPreview(std::move(frame)); },
                [this] { m_bridge.onSessionEnded(); }});
        m_board.onChange([this](const model::Conditions&) { worldChanged(); });
        m_keeper->onNewCatalogue([this] { worldChanged(); });
        m_settler =
            std::make_unique<service::IntentSettler>(m_adapters->devices(), [this](const std::string& key) {
                return m_runner && m_runner->uses(key);
            });
        m_supervisor = std::make_unique<service::DeviceSupervisor>(m_io.get_executor(), m_adapters->devices(),
                                                                   m_board, *m_keeper, *m_settler,
                                                                   service::DeviceSupervisor::Pace{});
        m_supervisor->start([this](model::CardPresence presence) {
            if (m_runner)
                m_runner->post(flow::CardChanged{presence});
        });
        for (auto& event : std::exchange(m_early, {}))
            m_runner->post(std::move(event));
    }

    void worldChanged() {
        if (m_runner)
            m_runner->worldChanged();
    }

    settings::Settings m_settings;
    Options m_options;
    asio::io_context m_io{1};
    asio::executor_work_guard<asio::io_context::executor_type> m_work{m_io.get_executor()};
    std::unique_ptr<Adapters> m_adapters;
    service::ConditionBoard m_board;
    std::unique_ptr<service::CatalogueKeeper> m_keeper;
    std::unique_ptr<service::SessionRunner> m_runner;
    std::unique_ptr<service::IntentSettler> m_settler;
    std::unique_ptr<service::DeviceSupervisor> m_supervisor;
    std::vector<flow::Event> m_early; ///< came before m_runner
    view::Bridge m_bridge;
    Screen m_screen;
    std::jthread m_core;
};

Kiosk::Kiosk(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Kiosk::~Kiosk() = default;
QQuickWindow* Kiosk::window() const {
    return m_parts->window();
}

Result<std::unique_ptr<Kiosk>> Kiosk::start(const settings::Settings& settings, Options options) {
    addOwnFonts();
    auto parts = std::make_unique<Parts>(settings, std::move(options));
    if (!parts->screenWorks())
        return Fault{FaultCode::Bug, "screen: the root item could not be made"};
    return std::unique_ptr<Kiosk>(new Kiosk(std::move(parts)));
}

} // namespace balady::app
