#include "kiosk/store/intent_rows.h"

namespace balady::store {
namespace {

/// Settled intents are kept this long for whoever asks what a terminal did, then forgotten.
constexpr std::chrono::hours kKeepSettled{24 * 90};

constexpr const char* word(ports::Settlement how) {
    switch (how) {
    case ports::Settlement::Accepted: return "accepted";
    case ports::Settlement::Refused: return "refused";
    case ports::Settlement::NeverArrived: return "never-arrived";
    }
    return "";
}

} // namespace

Result<Done> IntentRows::begin(const ports::Intent& intent, WallTime now) {
    if (!m_insert) {
        auto insert = m_database.prepare("INSERT INTO intent (key, service_id, begun_at) VALUES (?, ?, ?)");
        if (!insert)
            return insert.error();
        m_insert.emplace(std::move(*insert));
    }
    auto done = m_insert->bind(intent.idempotencyKey).bind(intent.serviceId).bind(milliseconds(now)).run();
    m_insert->again(); // an open statement would hold up the commit
    return done;
}

Result<Done> IntentRows::settle(const std::string& key, ports::Settlement how, WallTime now) {
    if (auto open = isOpen(key); !open)
        return open.error();
    auto update = m_database.prepare("UPDATE intent SET settled_at = ?, settlement = ? WHERE key = ?");
    if (!update)
        return update.error();
    if (auto done = update->bind(milliseconds(now)).bind(word(how)).bind(key).run(); !done)
        return done.error();
    return forgetBefore(now - kKeepSettled);
}

Result<std::vector<ports::Intent>> IntentRows::unsettled() {
    auto query = m_database.prepare(
        "SELECT key, service_id, begun_at FROM intent WHERE settlement IS NULL ORDER BY begun_at, key");
    if (!query)
        return query.error();
    std::vector<ports::Intent> intents;
    auto end = query->eachRow([&](const Statement& row) {
        intents.push_back({row.text(0), row.text(1), wallTime(row.number(2))});
    });
    if (!end)
        return end.error();
    return intents;
}

Result<Done> IntentRows::isOpen(const std::string& key) {
    auto query = m_database.prepare("SELECT settlement IS NULL FROM intent WHERE key = ?");
    if (!query)
        return query.error();
    auto step = query->bind(key).step();
    if (!step)
        return step.error();
    if (*step == Statement::Step::End)
        return Fault{FaultCode::NotFound, "key was never begun"};
    if (query->number(0) == 0)
        return Fault{FaultCode::Refused, "key is settled already"};
    return Done{};
}

Result<Done> IntentRows::forgetBefore(WallTime limit) {
    auto remove = m_database.prepare("DELETE FROM intent WHERE settled_at < ?");
    if (!remove)
        return remove.error();
    return remove->bind(milliseconds(limit)).run();
}

} // namespace balady::store
