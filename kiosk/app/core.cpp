#include "kiosk/app/core.h"

#include "kiosk/app/adapters.h"
#include "kiosk/app/settings_trust.h"
#include "kiosk/base/log.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/service/audit_keeper.h"
#include "kiosk/service/catalogue_keeper.h"
#include "kiosk/service/certificate_keeper.h"
#include "kiosk/service/device_supervisor.h"
#include "kiosk/service/intent_settler.h"
#include "kiosk/service/outbox_worker.h"
#include "kiosk/service/paper_keeper.h"
#include "kiosk/service/sheet_keeper.h"
#include "kiosk/settings/kept_settings.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <future>
#include <string>
#include <thread>
#include <utility>

namespace balady::app {
namespace {

namespace asio = boost::asio;

class ThreadedCore final : public Core {
  public:
    ThreadedCore(const settings::Settings& settings, flow::Terminal terminal, Listeners listeners)
        : m_terminal(std::move(terminal)), m_listeners(std::move(listeners)) {
        m_thread = std::jthread([this, settings] { work(settings); });
    }

    ~ThreadedCore() override {
        asio::post(m_io, [this] {
            m_supervisor.reset();
            m_outbox.reset();
            m_certificate.reset();
            m_trail.reset();
            m_runner.reset(); // answers that come later find nobody
            m_sheets.reset();
            m_io.stop();
        });
        m_thread.join();
    }

    /// Waits until the core takes events; once.
    Result<Done> ready() { return m_ready.get_future().get(); }

    void post(flow::Event event) override {
        asio::post(m_io, [this, event = std::move(event)]() mutable {
            if (m_runner)
                m_runner->post(std::move(event));
        });
    }

  private:
    void work(const settings::Settings& settings) {
        auto bundled = open(settings);
        if (!bundled) {
            m_ready.set_value(bundled.error());
            return;
        }
        asio::co_spawn(m_io, run(std::move(*bundled)), [](std::exception_ptr error) {
            if (error)
                std::rethrow_exception(error); // a bug: ends the process, systemd starts it anew
        });
        m_io.run();
    }

    /// The adapters, and what the bundled catalogue holds.
    Result<std::string> open(const settings::Settings& settings) {
        const auto kept = settings::keptSettingsFile();
        if (auto trusted = trustSettings(settings, settingsKeysFile(), kept); !trusted)
            return trusted.error();
        auto adapters = makeAdapters(settings, m_io.get_executor());
        if (!adapters)
            return adapters.error();
        m_adapters = std::move(*adapters);
        m_papers = std::make_unique<service::PaperKeeper>(
            m_adapters->devices(), paperOptions(settings, std::move(m_adapters->markKey)));
        auto bundled = catalogue::assembleDirectory(settings.catalogueDirectory);
        if (!bundled)
            return bundled.error().within("bundled catalogue");
        m_lastGood = settings.lastGood;
        if (auto done = settings::keepSettings(kept, settings); !done)
            log::fault("app", "settings_not_kept", done.error());
        return bundled;
    }

    asio::awaitable<void> run(std::string bundled) {
        if (m_adapters->storeLostData)
            m_board.set(model::DeviceRole::Store, model::Trouble::DataLost);
        if (m_lastGood)
            m_board.set(model::DeviceRole::Settings, model::Trouble::SetAside);
        m_keeper = std::make_unique<service::CatalogueKeeper>(m_adapters->devices(), m_board,
                                                              m_adapters->catalogueKeys);
        if (auto read = co_await m_keeper->start(std::move(bundled)); !read)
            log::fault("app", "no_catalogue", read.error());
        if (auto taken = co_await m_papers->takeUp(); !taken)
            log::fault("app", "papers_not_taken_up", taken.error());
        auto listeners = m_listeners;
        listeners.kept = [this] { wakeOutbox(); };
        m_sheets = std::make_unique<service::SheetKeeper>(m_io.get_executor(), m_adapters->devices(),
                                                          *m_adapters->keptSheets, *m_adapters->sheets,
                                                          m_board, service::SheetKeeper::Pace{});
        m_runner = std::make_unique<service::SessionRunner>(m_io.get_executor(), m_adapters->devices(),
                                                            m_board, *m_keeper, *m_papers, m_terminal,
                                                            std::move(listeners), m_sheets.get());
        if (auto taken = co_await m_runner->takeUp(); !taken)
            log::fault("app", "look_ups_not_taken_up", taken.error());
        m_adapters->audit->record(ports::AuditEvent::TerminalStarted);
        m_board.onChange([this](const model::Conditions& now) {
            recordChange(now);
            worldChanged();
            wakeOutbox(); // the network may be back
            if (m_certificate)
                m_certificate->wake();
            m_sheets->wake();
        });
        m_keeper->onNewCatalogue([this] {
            m_adapters->audit->record(ports::AuditEvent::CatalogueChanged,
                                      {{"version", log::Plain{m_keeper->catalogue()->version}}});
            worldChanged();
        });
        m_settler =
            std::make_unique<service::IntentSettler>(m_adapters->devices(), [this](const std::string& key) {
                return (m_runner && m_runner->uses(key)) || (m_outbox && m_outbox->holds(key));
            });
        m_supervisor = std::make_unique<service::DeviceSupervisor>(m_io.get_executor(), m_adapters->devices(),
                                                                   m_board, *m_keeper, *m_settler, *m_papers,
                                                                   service::DeviceSupervisor::Pace{});
        service::OutboxWorker::Surroundings surroundings{
            m_terminal.id, [this] { return m_runner && m_runner->waits(); }, m_adapters->outboxHasKey};
        m_outbox =
            std::make_unique<service::OutboxWorker>(m_io.get_executor(), m_adapters->devices(), m_board,
                                                    std::move(surroundings), service::outbox::Pace{});
        m_outbox->start();
        m_sheets->start();
        m_certificate = std::make_unique<service::CertificateKeeper>(
            m_io.get_executor(), m_adapters->devices(), *m_adapters->certificate, m_board,
            service::certificate::Pace{});
        m_certificate->start();
        m_trail =
            std::make_unique<service::AuditKeeper>(m_io.get_executor(), *m_adapters->audit,
                                                   *m_adapters->heads, m_board, service::AuditKeeper::Pace{});
        m_trail->start();
        m_supervisor->start([this](model::CardPresence presence) {
            if (m_runner)
                m_runner->post(flow::CardChanged{presence});
        });
        m_ready.set_value(Done{});
    }

    /// Into the audit trail, what is different from the last time.
    void recordChange(const model::Conditions& now) {
        using model::DeviceRole;
        for (const auto role :
             {DeviceRole::IdentityReader, DeviceRole::ReceiptPrinter, DeviceRole::DocumentPrinter,
              DeviceRole::DocumentCamera, DeviceRole::Network, DeviceRole::Store, DeviceRole::Outbox,
              DeviceRole::Catalogue, DeviceRole::Certificate, DeviceRole::AuditTrail, DeviceRole::Stock,
              DeviceRole::Settings, DeviceRole::Clock})
            if (now.of(role) != m_recorded.of(role))
                m_adapters->audit->record(ports::AuditEvent::ConditionChanged,
                                          {{"device", log::Plain{model::name(role)}},
                                           {"trouble", log::Plain{model::name(now.of(role))}}});
        m_recorded = now;
    }

    void worldChanged() {
        if (m_runner)
            m_runner->worldChanged();
    }

    void wakeOutbox() {
        if (m_outbox)
            m_outbox->wake();
    }

    const flow::Terminal m_terminal;
    const Listeners m_listeners;
    std::promise<Result<Done>> m_ready;
    asio::io_context m_io{1};
    asio::executor_work_guard<asio::io_context::executor_type> m_work{m_io.get_executor()};
    std::unique_ptr<Adapters> m_adapters;
    service::ConditionBoard m_board;
    bool m_lastGood = false;      ///< Settings::lastGood
    model::Conditions m_recorded; ///< as the audit trail has them
    std::unique_ptr<service::CatalogueKeeper> m_keeper;
    std::unique_ptr<service::PaperKeeper> m_papers;
    std::unique_ptr<service::SheetKeeper> m_sheets;
    std::unique_ptr<service::SessionRunner> m_runner;
    std::unique_ptr<service::IntentSettler> m_settler;
    std::unique_ptr<service::OutboxWorker> m_outbox;
    std::unique_ptr<service::CertificateKeeper> m_certificate;
    std::unique_ptr<service::AuditKeeper> m_trail;
    std::unique_ptr<service::DeviceSupervisor> m_supervisor;
    std::jthread m_thread;
};

} // namespace

// Not extern "C", which promises that C could call it; only its name is unmangled.
__attribute__((visibility("default"))) MakeCore baladyMakeCore asm("baladyMakeCore");

Result<std::unique_ptr<Core>> baladyMakeCore(const settings::Settings& settings,
                                             const flow::Terminal& terminal, Core::Listeners listeners) {
    auto core = std::make_unique<ThreadedCore>(settings, terminal, std::move(listeners));
    if (auto ready = core->ready(); !ready)
        return ready.error();
    return core;
}

} // namespace balady::app
