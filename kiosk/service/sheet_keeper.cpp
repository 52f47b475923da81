#include "kiosk/service/sheet_keeper.h"

#include "kiosk/base/log.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/service/crash_on.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <utility>

namespace balady::service {

namespace asio = boost::asio;
using model::SheetFate;
using std::chrono::milliseconds;

SheetKeeper::SheetKeeper(asio::any_io_executor executor, Devices devices, ports::SheetLedger& ledger,
                         ports::SheetRegister& sheets, ConditionBoard& board, Pace pace)
    : m_executor(std::move(executor)), m_devices(devices), m_ledger(ledger), m_sheets(sheets), m_board(board),
      m_pace(pace), m_timer(m_executor) {}

void SheetKeeper::start() {
    asio::co_spawn(m_executor, run(), crashOn);
}

asio::awaitable<void> SheetKeeper::sleep(milliseconds time) {
    m_timer.expires_after(time);
    boost::system::error_code woken;
    co_await m_timer.async_wait(asio::redirect_error(asio::use_awaitable, woken));
}

asio::awaitable<void> SheetKeeper::run() {
    const auto alive = m_alive;
    while (*alive) {
        m_woken = false;
        const auto pause = co_await tellKept();
        if (!*alive)
            co_return;
        if (!pause)
            log::fault("sheets", "not_read", pause.error());
        if (!m_woken)
            co_await sleep(pause ? *pause : m_pace.firstWait);
    }
}

ports::Task<milliseconds> SheetKeeper::tellKept() {
    const auto alive = m_alive;
    if (!m_board.isConfirmed(model::DeviceRole::Network))
        co_return m_pace.idle;
    auto kept = co_await m_ledger.keptSheets();
    if (!kept)
        co_return kept.error();
    for (auto& binding : *kept) {
        if (!*alive)
            co_return m_pace.idle;
        if (m_inHand.contains(binding.idempotencyKey))
            continue;
        const auto fate = co_await tell(std::move(binding));
        if (!*alive)
            co_return m_pace.idle;
        if (!fate || *fate == SheetFate::Kept) {
            const auto wait = m_pace.firstWait * (1 << std::min(m_failures, 10));
            ++m_failures;
            co_return std::min(wait, m_pace.longestWait);
        }
        m_failures = 0;
    }
    co_return m_pace.idle;
}

ports::Task<SheetFate> SheetKeeper::bind(std::string sheet, std::string licence) {
    const auto alive = m_alive;
    const model::SheetBinding binding{crypto::uuid7(m_devices.clock.now()), std::move(sheet),
                                      std::move(licence)};
    m_inHand.insert(binding.idempotencyKey);
    auto record = binding; // named: see kiosk/ports/task.h
    const auto kept = co_await m_ledger.keepSheet(std::move(record));
    if (!*alive)
        co_return Fault{FaultCode::Cancelled, "nobody is there"};
    if (!kept)
        log::fault("sheets", "not_kept", kept.error());
    Result<SheetFate> fate = SheetFate::Kept;
    if (!kept || m_board.now().works(model::DeviceRole::Network)) {
        auto question = binding;
        fate = co_await tell(std::move(question));
        if (!*alive)
            co_return fate;
    }
    m_inHand.erase(binding.idempotencyKey);
    if (!fate || *fate == SheetFate::Kept) {
        if (!kept)
            co_return kept.error();
        m_devices.record(ports::AuditEvent::SheetKept, {{"sheet", log::Plain{binding.sheet}}});
        wake();
        co_return SheetFate::Kept;
    }
    co_return fate;
}

ports::Task<SheetFate> SheetKeeper::tell(model::SheetBinding binding) {
    const auto alive = m_alive;
    const auto key = binding.idempotencyKey;
    const auto sheet = binding.sheet;
    const auto reply = co_await m_sheets.bindSheet(std::move(binding));
    if (!*alive)
        co_return SheetFate::Kept;
    if (!reply) {
        log::fault("sheets", "not_told", reply.error());
        co_return SheetFate::Kept;
    }
    if (!reply->value && reply->refusal.type == "rate-limited")
        co_return SheetFate::Kept;
    const log::Field number{"sheet", log::Plain{sheet}};
    if (reply->value) {
        m_board.set(model::DeviceRole::Stock, model::Trouble::None);
        m_devices.record(ports::AuditEvent::SheetBound, {number});
    } else {
        const log::Field why{"why", log::Plain{reply->refusal.type}};
        log::write(log::Level::Error, "sheets", "refused", {number, why});
        m_board.set(model::DeviceRole::Stock, model::Trouble::SetAside);
        m_devices.record(ports::AuditEvent::SheetRefused, {number, why});
    }
    const auto fate = reply->value ? SheetFate::Bound : SheetFate::Refused;
    auto answered = key;
    if (const auto erased = co_await m_ledger.eraseSheet(std::move(answered)); !erased)
        log::fault("sheets", "not_erased", erased.error()); // told again, which is harmless
    co_return fate;
}

} // namespace balady::service
