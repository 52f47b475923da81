#include "kiosk/service/device_supervisor.h"

#include "kiosk/base/log.h"
#include "kiosk/service/crash_on.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <string>
#include <utility>

namespace balady::service {
namespace {

namespace asio = boost::asio;

model::Trouble printerTrouble(const Result<model::PrinterStatus>& status) {
    if (!status)
        return status.error().code == FaultCode::NoDevice ? model::Trouble::Gone : model::Trouble::Offline;
    return model::troubleOf(*status);
}

} // namespace

DeviceSupervisor::DeviceSupervisor(asio::any_io_executor executor, Devices devices, ConditionBoard& board,
                                   CatalogueKeeper& keeper, IntentSettler& settler, PaperKeeper& papers,
                                   Pace pace)
    : m_executor(std::move(executor)), m_devices(devices), m_board(board), m_keeper(keeper),
      m_settler(settler), m_papers(papers), m_pace(pace) {}

void DeviceSupervisor::start(std::function<void(model::CardPresence)> cardChanged) {
    m_cardChanged = std::move(cardChanged);
    asio::co_spawn(m_executor, watchCards(), crashOn);
    asio::co_spawn(m_executor, watchReceiptPrinter(), crashOn);
    asio::co_spawn(m_executor, watchDocumentPrinter(), crashOn);
    asio::co_spawn(m_executor, watchMissingCamera(), crashOn);
    asio::co_spawn(m_executor, watchBackend(), crashOn);
    asio::co_spawn(m_executor, watchClock(), crashOn);
}

asio::awaitable<void> DeviceSupervisor::pause(std::chrono::milliseconds time) {
    asio::steady_timer timer(m_executor, time);
    co_await timer.async_wait(asio::use_awaitable);
}

asio::awaitable<void> DeviceSupervisor::watchCards() {
    const auto alive = m_alive;
    auto known = m_devices.cardReader.presence();
    while (*alive) {
        m_board.set(model::DeviceRole::IdentityReader,
                    known == model::CardPresence::NoReader ? model::Trouble::Gone : model::Trouble::None);
        m_cardChanged(known);
        auto next = co_await m_devices.cardReader.presenceChange(known);
        if (!*alive)
            co_return;
        if (next)
            known = *next;
        else
            co_await pause(m_pace.backendWhenOffline);
    }
}

asio::awaitable<void> DeviceSupervisor::watchReceiptPrinter() {
    const auto alive = m_alive;
    bool prepared = false;
    while (*alive) {
        auto status = co_await m_papers.receiptPrinter();
        if (!*alive)
            co_return;
        m_board.set(model::DeviceRole::ReceiptPrinter, printerTrouble(status));
        co_await pause(m_pace.printers);
        if (!*alive)
            co_return;
        if (!prepared) // not at once: the start has better things to do
            if (const auto ready = co_await m_devices.receiptPrinter.prepare(); !ready)
                log::fault("receipt_printer", "not_prepared", ready.error());
        prepared = true;
    }
}

asio::awaitable<void> DeviceSupervisor::watchDocumentPrinter() {
    const auto alive = m_alive;
    std::string said; // of a fault that lasts, once
    while (*alive) {
        auto status = co_await m_devices.documentPrinter.status();
        if (!*alive)
            co_return;
        const auto fault = status ? std::string{} : status.error().context;
        if (std::exchange(said, fault) != fault && !fault.empty())
            log::fault("document_printer", "cannot_be_asked", status.error());
        m_board.set(model::DeviceRole::DocumentPrinter, printerTrouble(status));
        co_await pause(m_pace.printers);
    }
}

/// Or the services that need it would stay closed until somebody comes past it by another way.
asio::awaitable<void> DeviceSupervisor::watchMissingCamera() {
    const auto alive = m_alive;
    while (*alive) {
        co_await pause(m_pace.cameraWhenGone);
        if (!*alive)
            co_return;
        if (m_board.now().of(model::DeviceRole::DocumentCamera) != model::Trouble::Gone)
            continue;
        const auto frame = co_await m_devices.camera.nextFrame(); // looked at by nobody
        if (*alive && frame)
            m_board.set(model::DeviceRole::DocumentCamera, model::Trouble::None);
    }
}

asio::awaitable<void> DeviceSupervisor::watchBackend() {
    const auto alive = m_alive;
    while (*alive) {
        const auto reached = co_await m_keeper.refresh();
        if (!*alive)
            co_return;
        if (reached) {
            const auto settled = co_await m_settler.settleAll();
            if (!*alive)
                co_return;
            if (!settled)
                log::fault("intents", "round_ended_early", settled.error());
        }
        co_await pause(reached ? m_pace.backend : m_pace.backendWhenOffline);
    }
}

asio::awaitable<void> DeviceSupervisor::watchClock() {
    const auto alive = m_alive;
    while (*alive) {
        m_board.set(model::DeviceRole::Clock,
                    m_devices.clock.isSynchronised() ? model::Trouble::None : model::Trouble::Offline);
        co_await pause(m_pace.clock);
    }
}

} // namespace balady::service
