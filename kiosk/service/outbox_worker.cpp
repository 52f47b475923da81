#include "kiosk/service/outbox_worker.h"

#include "kiosk/base/log.h"
#include "kiosk/model/terminal_reference.h"
#include "kiosk/service/crash_on.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <utility>

namespace balady::service {
namespace {

namespace asio = boost::asio;
using outbox::Fate;
using outbox::Verdict;
using ports::KeptState;

/// The platform forgot an upload that nothing named within a day, or lost it: then all are sent anew, so often.
constexpr int kUploadsAnew = 3;

constexpr std::chrono::seconds kAfterTrouble{30};
constexpr std::chrono::hours kUntilWoken{1};

const char* word(Fate fate) {
    switch (fate) {
    case Fate::Delivered: return "delivered";
    case Fate::Again: return "again";
    case Fate::Unknown: return "unknown";
    case Fate::Parked: return "parked";
    }
    return "";
}

} // namespace

OutboxWorker::OutboxWorker(asio::any_io_executor executor, Devices devices, ConditionBoard& board,
                           Surroundings surroundings, outbox::Pace pace)
    : m_executor(std::move(executor)), m_devices(devices), m_board(board),
      m_surroundings(std::move(surroundings)), m_pace(pace), m_timer(m_executor) {}

void OutboxWorker::start() {
    if (!m_surroundings.hasKey)
        m_board.set(model::DeviceRole::Outbox, model::Trouble::Gone);
    asio::co_spawn(m_executor, run(), crashOn);
}

asio::awaitable<void> OutboxWorker::sleep(std::chrono::milliseconds time) {
    m_timer.expires_after(time);
    boost::system::error_code woken;
    co_await m_timer.async_wait(asio::redirect_error(asio::use_awaitable, woken));
}

asio::awaitable<void> OutboxWorker::run() {
    const auto alive = m_alive;
    if (auto examined = co_await findUnreadable(); !examined)
        log::fault("outbox", "not_examined", examined.error());
    while (*alive) {
        auto entries = co_await readable();
        if (!*alive)
            co_return;
        if (!entries) {
            log::fault("outbox", "not_read", entries.error());
            co_await sleep(kAfterTrouble);
            continue;
        }
        tell(*entries);
        const outbox::Now now{m_devices.clock.now(), m_board.isConfirmed(model::DeviceRole::Network),
                              m_surroundings.citizenTalks(), m_lastSent};
        auto step = outbox::nextStep(*entries, now, m_pace);
        if (std::holds_alternative<outbox::Rest>(step)) {
            co_await sleep(kUntilWoken);
            continue;
        }
        if (const auto* wait = std::get_if<outbox::Wait>(&step)) {
            co_await sleep(wait->time);
            continue;
        }
        auto done = co_await take(std::move(step));
        if (!*alive)
            co_return;
        if (!done) {
            log::fault("outbox", "not_written", done.error());
            co_await sleep(kAfterTrouble);
        }
    }
}

ports::Task<Done> OutboxWorker::findUnreadable() {
    const auto alive = m_alive;
    auto closed = co_await m_devices.outbox.unreadable();
    if (!closed)
        co_return closed.error();
    if (!*alive)
        co_return Done{};
    m_unreadable = {closed->begin(), closed->end()};
    if (!m_unreadable.empty())
        log::write(log::Level::Error, "outbox", "keys_do_not_open", {{"requests", m_unreadable.size()}});
    co_return Done{};
}

ports::Task<std::vector<OutboxWorker::Entry>> OutboxWorker::readable() {
    const auto alive = m_alive;
    auto entries = co_await m_devices.outbox.entries();
    if (entries && *alive) {
        m_examined = true;
        m_keys.clear();
        for (const auto& entry : *entries)
            m_keys.insert(entry.idempotencyKey);
        std::erase_if(*entries, [&](const Entry& entry) { return m_unreadable.contains(entry.number); });
    }
    co_return entries;
}

void OutboxWorker::tell(const std::vector<Entry>& entries) {
    using model::Trouble;
    const bool parked = std::any_of(entries.begin(), entries.end(),
                                    [](const Entry& entry) { return entry.state == KeptState::Parked; });
    m_board.set(model::DeviceRole::Outbox, !m_surroundings.hasKey  ? Trouble::Gone
                                           : !m_unreadable.empty() ? Trouble::Broken
                                           : parked                ? Trouble::SetAside
                                                                   : Trouble::None);
}

ports::Task<Done> OutboxWorker::take(outbox::Step step) {
    if (auto* old = std::get_if<outbox::Park>(&step)) {
        Verdict verdict{Fate::Parked, old->reason};
        return conclude(std::move(old->entry), std::move(verdict));
    }
    if (auto* forgotten = std::get_if<outbox::Drop>(&step))
        return drop(std::move(forgotten->entry));
    if (auto* question = std::get_if<outbox::Ask>(&step))
        return ask(std::move(question->entry));
    return send(std::move(std::get<outbox::Send>(step).entry));
}

ports::Task<Done> OutboxWorker::ask(Entry entry) {
    const auto alive = m_alive;
    // As in IntentSettler: the certificate and the key are the right to ask.
    SecretText nobody;
    auto reply = co_await m_devices.backend.submissionByKey(std::move(nobody), entry.idempotencyKey);
    if (!*alive)
        co_return Done{};
    m_lastSent = m_devices.clock.now();
    const bool never = reply ? !reply->value && reply->refusal.type == "not-found"
                             : reply.error().code == FaultCode::NotFound;
    if (never) { // it is sent by the next step
        entry.state = KeptState::Waiting;
        entry.notBefore = {};
        co_return co_await m_devices.outbox.note(std::move(entry));
    }
    Verdict verdict{reply && reply->value ? Fate::Delivered : Fate::Unknown};
    co_return co_await conclude(std::move(entry), std::move(verdict));
}

ports::Task<Done> OutboxWorker::send(Entry entry) {
    const auto alive = m_alive;
    auto request = co_await m_devices.outbox.open(entry.number);
    if (!*alive)
        co_return Done{};
    if (!request) {
        Verdict unreadable{Fate::Parked, std::string(name(request.error().code))};
        co_return co_await conclude(std::move(entry), std::move(unreadable));
    }
    auto uploaded = co_await upload(entry, *request);
    if (!*alive)
        co_return Done{};
    if (!uploaded)
        co_return uploaded.error();
    if (uploaded->fate != Fate::Delivered)
        co_return co_await conclude(std::move(entry), std::move(*uploaded));

    auto onItsWay =
        entry; // on the disk first: whatever happens from here on, it is asked for before it is sent again
    onItsWay.state = KeptState::Unknown;
    onItsWay.notBefore = m_devices.clock.now();
    auto noted = co_await m_devices.outbox.note(std::move(onItsWay));
    if (!*alive)
        co_return Done{};
    if (!noted)
        co_return noted;
    request->draft.deferred =
        model::Deferred{outbox::believable(entry.acceptedAt, m_devices.clock.now(), m_pace),
                        model::terminalReference(m_surroundings.terminalId, entry.number)};
    SecretText nobody;
    auto reply =
        co_await m_devices.backend.submit(std::move(nobody), std::move(request->draft), entry.idempotencyKey);
    if (!*alive)
        co_return Done{};
    m_lastSent = m_devices.clock.now();
    if (reply && !reply->value && reply->refusal.type == "file-refused" && entry.attempts < kUploadsAnew)
        co_return co_await forgetUploads(std::move(entry), request->attachments.size());
    auto verdict = !reply         ? outbox::verdictOf(reply.error(), true)
                   : reply->value ? Verdict{Fate::Delivered}
                                  : outbox::verdictOf(reply->refusal);
    co_return co_await conclude(std::move(entry), std::move(verdict));
}

ports::Task<Verdict> OutboxWorker::upload(const Entry& entry, ports::KeptRequest& request) {
    const auto alive = m_alive;
    for (std::size_t i = 0; i < request.attachments.size(); ++i) {
        auto& id = request.draft.attachmentIds[i];
        if (!id.empty())
            continue;
        while (m_surroundings.citizenTalks()) {
            co_await sleep(m_pace.whileTalking);
            if (!*alive)
                co_return Verdict{Fate::Again};
        }
        SecretText nobody;
        auto reply = co_await m_devices.backend.upload(std::move(nobody), request.attachments[i]);
        if (!*alive)
            co_return Verdict{Fate::Again};
        if (!reply)
            co_return outbox::verdictOf(reply.error(), false);
        if (!reply->value)
            co_return outbox::verdictOf(reply->refusal);
        id = *reply->value;
        auto noted = co_await m_devices.outbox.noteUpload(entry.number, i, id);
        if (!noted)
            co_return noted.error();
        if (!*alive)
            co_return Verdict{Fate::Again};
    }
    co_return Verdict{Fate::Delivered};
}

ports::Task<Done> OutboxWorker::forgetUploads(Entry entry, std::size_t attachments) {
    const auto alive = m_alive;
    for (std::size_t i = 0; i < attachments; ++i) {
        std::string none;
        auto forgotten = co_await m_devices.outbox.noteUpload(entry.number, i, std::move(none));
        if (!forgotten || !*alive)
            co_return forgotten;
    }
    Verdict again{Fate::Again};
    co_return co_await conclude(std::move(entry), std::move(again));
}

ports::Task<Done> OutboxWorker::drop(Entry entry) {
    log::write(log::Level::Error, "outbox", "dropped",
               {{"number", static_cast<long long>(entry.number)},
                {"service", log::Plain{entry.serviceId}},
                {"reason", log::Plain{entry.reason}}});
    return m_devices.outbox.erase(entry.number);
}

ports::Task<Done> OutboxWorker::conclude(Entry entry, Verdict verdict) {
    log::write(verdict.fate == Fate::Parked ? log::Level::Error : log::Level::Info, "outbox",
               word(verdict.fate),
               {{"number", static_cast<long long>(entry.number)},
                {"service", log::Plain{entry.serviceId}},
                {"reason", log::Plain{verdict.reason}}});
    if (verdict.fate == Fate::Delivered) {
        const auto alive = m_alive;
        auto settled = co_await m_devices.journal.settle(entry.idempotencyKey, ports::Settlement::Accepted);
        if (!*alive)
            co_return Done{};
        // Refused: settled before a power cut that left the row here.
        if (settled)
            log::write(log::Level::Info, "intents", "delivered", {{"service", log::Plain{entry.serviceId}}});
        else if (settled.error().code != FaultCode::Refused)
            log::fault("outbox", "intent_not_settled", settled.error());
        co_return co_await m_devices.outbox.erase(entry.number);
    }
    const double chance = std::uniform_real_distribution<>{}(m_random);
    auto noted = outbox::after(std::move(entry), verdict, m_devices.clock.now(), m_pace, chance);
    co_return co_await m_devices.outbox.note(std::move(noted));
}

} // namespace balady::service
