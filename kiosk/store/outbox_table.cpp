#include "kiosk/store/outbox_table.h"

#include "kiosk/store/parcel_codec.h"

#include <algorithm>
#include <string>

namespace balady::store {
namespace {

using model::KeptEntry;
using model::KeptState;

/// More than any terminal keeps in a week; a queue without an end would fill the disk.
constexpr std::int64_t kMostKept = 2000;

constexpr const char* kColumns =
    "number, key, service_id, visit, priority, accepted_at, state, attempts, not_before, reason";

constexpr const char* word(KeptState state) {
    switch (state) {
    case KeptState::Waiting: return "waiting";
    case KeptState::Unknown: return "unknown";
    case KeptState::Parked: return "parked";
    }
    return "";
}

KeptState stateFrom(std::string_view text) {
    return text == "waiting" ? KeptState::Waiting : text == "parked" ? KeptState::Parked : KeptState::Unknown;
}

KeptEntry entryFrom(const Statement& row) {
    KeptEntry entry;
    entry.number = row.number(0);
    entry.idempotencyKey = row.text(1);
    entry.serviceId = row.text(2);
    entry.visit = row.text(3);
    entry.priority = static_cast<int>(row.number(4));
    entry.acceptedAt = wallTime(row.number(5));
    entry.state = stateFrom(row.text(6));
    entry.attempts = static_cast<int>(row.number(7));
    entry.notBefore = wallTime(row.number(8));
    entry.reason = row.text(9);
    return entry;
}

/// What a sealed part is bound to: nobody may give it to another row, or change what stands beside it for good.
std::string placeOf(const KeptEntry& entry, int part) {
    return "outbox\n" + std::to_string(entry.number) + "\n" + std::to_string(part) + "\n" +
           entry.idempotencyKey + "\n" + entry.serviceId + "\n" + entry.visit + "\n" +
           std::to_string(entry.priority) + "\n" + std::to_string(milliseconds(entry.acceptedAt));
}

Fault noKey() {
    return {FaultCode::AccessDenied, "outbox: there is no key"};
}

} // namespace

std::int64_t numberAfter(std::int64_t last, WallTime now) {
    using namespace std::chrono;
    constexpr WallTime kBegin{sys_days{year{2026} / 1 / 1}};
    return std::max<std::int64_t>({last + 1, floor<minutes>(now - kBegin).count(), 1});
}

Result<std::int64_t> OutboxTable::keep(const model::KeptRequest& request, WallTime now) {
    if (!m_keys)
        return noKey();
    if (auto earlier = numberOf(request.idempotencyKey); !earlier || *earlier != 0)
        return earlier;
    auto number = nextNumber(now);
    if (!number)
        return number;
    KeptEntry entry;
    entry.number = *number;
    entry.idempotencyKey = request.idempotencyKey;
    entry.serviceId = request.draft.serviceId;
    entry.visit = request.visit;
    entry.priority = request.priority;
    entry.acceptedAt = request.acceptedAt;
    auto insert = m_database.prepare(
        "INSERT INTO outbox (number, key, service_id, visit, priority, accepted_at, state, "
        "attempts, not_before, reason) VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0, 0, '')");
    if (!insert)
        return insert.error();
    if (auto done = insert->bind(entry.number)
                        .bind(entry.idempotencyKey)
                        .bind(entry.serviceId)
                        .bind(entry.visit)
                        .bind(entry.priority)
                        .bind(milliseconds(entry.acceptedAt))
                        .run();
        !done)
        return done.error();
    const auto draft = encodeDraft(request);
    if (auto done = addPart(entry, 0, draft); !done)
        return done.error();
    int part = 0;
    for (const auto& attachment : request.attachments)
        if (auto done = addPart(entry, ++part, attachment.content); !done)
            return done.error();
    return number;
}

Result<Done> OutboxTable::addPart(const KeptEntry& entry, int part, ByteView plain) {
    const auto sealed = m_keys->seal(plain, asBytes(placeOf(entry, part)));
    if (!sealed)
        return sealed.error();
    auto insert = m_database.prepare(
        "INSERT INTO outbox_part (number, part, sealed, uploaded_as) VALUES (?, ?, ?, '')");
    if (!insert)
        return insert.error();
    return insert->bind(entry.number).bind(part).bind(ByteView(*sealed)).run();
}

/// 0 if the key is not kept.
Result<std::int64_t> OutboxTable::numberOf(const std::string& key) {
    auto query = m_database.prepare("SELECT number FROM outbox WHERE key = ?");
    if (!query)
        return query.error();
    auto step = query->bind(key).step();
    if (!step)
        return step.error();
    return *step == Statement::Step::Row ? query->number(0) : 0;
}

Result<std::int64_t> OutboxTable::nextNumber(WallTime now) {
    auto query = m_database.prepare("SELECT (SELECT value FROM counter WHERE name = 'outbox'), "
                                    "(SELECT count(*) FROM outbox)");
    if (!query)
        return query.error();
    if (auto step = query->step(); !step)
        return step.error();
    if (query->number(1) >= kMostKept)
        return Fault{FaultCode::StorageFull, "outbox: too many are kept"};
    const auto number = numberAfter(query->number(0), now);
    auto upsert = m_database.prepare("INSERT INTO counter (name, value) VALUES ('outbox', ?) "
                                     "ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    if (!upsert)
        return upsert.error();
    if (auto done = upsert->bind(static_cast<long long>(number)).run(); !done)
        return done.error();
    return number;
}

Result<Done> OutboxTable::noteUpload(std::int64_t number, std::size_t attachment, const std::string& id) {
    auto update = m_database.prepare("UPDATE outbox_part SET uploaded_as = ? WHERE number = ? AND part = ?");
    if (!update)
        return update.error();
    if (auto done = update->bind(id).bind(number).bind(static_cast<long long>(attachment) + 1).run(); !done)
        return done;
    if (m_database.changes() != 1)
        return Fault{FaultCode::NotFound, "outbox: no such attachment"};
    return Done{};
}

Result<Done> OutboxTable::note(const KeptEntry& entry) {
    auto update = m_database.prepare(
        "UPDATE outbox SET state = ?, attempts = ?, not_before = ?, reason = ? WHERE number = ?");
    if (!update)
        return update.error();
    auto done = update->bind(word(entry.state))
                    .bind(entry.attempts)
                    .bind(milliseconds(entry.notBefore))
                    .bind(entry.reason)
                    .bind(entry.number)
                    .run();
    if (!done)
        return done;
    if (m_database.changes() != 1)
        return Fault{FaultCode::NotFound, "outbox: no such number"};
    return Done{};
}

Result<Done> OutboxTable::erase(std::int64_t number) {
    auto remove = m_database.prepare("DELETE FROM outbox WHERE number = ?"); // its parts go with it
    if (!remove)
        return remove.error();
    return remove->bind(number).run();
}

Result<std::vector<KeptEntry>> OutboxTable::entries() {
    const auto sql = std::string("SELECT ") + kColumns + " FROM outbox ORDER BY number";
    auto query = m_database.prepare(sql.c_str());
    if (!query)
        return query.error();
    std::vector<KeptEntry> entries;
    auto end = query->eachRow([&](const Statement& row) { entries.push_back(entryFrom(row)); });
    if (!end)
        return end.error();
    return entries;
}

Result<std::vector<std::int64_t>> OutboxTable::unreadable() {
    auto all = entries();
    if (!all)
        return all.error();
    auto query = m_database.prepare("SELECT sealed FROM outbox_part WHERE number = ? AND part = 0");
    if (!query)
        return query.error();
    std::vector<std::int64_t> closed;
    for (const auto& entry : *all) {
        auto step = query->again().bind(entry.number).step();
        if (!step)
            return step.error();
        if (*step == Statement::Step::End || !openPart(entry, 0, query->blob(0)))
            closed.push_back(entry.number);
    }
    return closed;
}

Result<std::vector<OutboxTable::Part>> OutboxTable::parts(std::int64_t number) {
    auto query =
        m_database.prepare("SELECT sealed, uploaded_as FROM outbox_part WHERE number = ? ORDER BY part");
    if (!query)
        return query.error();
    query->bind(number);
    std::vector<Part> found;
    auto end = query->eachRow([&](const Statement& row) { found.push_back({row.blob(0), row.text(1)}); });
    if (!end)
        return end.error();
    return found;
}

Result<SecretBytes> OutboxTable::openPart(const KeptEntry& entry, int part, ByteView sealed) {
    if (!m_keys)
        return noKey();
    return m_keys->open(sealed, asBytes(placeOf(entry, part)));
}

Result<model::KeptRequest> OutboxTable::open(std::int64_t number) {
    const auto sql = std::string("SELECT ") + kColumns + " FROM outbox WHERE number = ?";
    auto query = m_database.prepare(sql.c_str());
    if (!query)
        return query.error();
    if (auto found = query->bind(number).row("outbox: no such number"); !found)
        return found.error();
    const auto entry = entryFrom(*query);
    auto sealed = parts(number);
    if (!sealed)
        return sealed.error();
    if (sealed->empty())
        return Fault{FaultCode::Tampered, "outbox: the draft is missing"};
    model::KeptRequest request;
    request.idempotencyKey = entry.idempotencyKey;
    request.visit = entry.visit;
    request.priority = entry.priority;
    request.acceptedAt = entry.acceptedAt;
    auto draft = openPart(entry, 0, sealed->front().sealed);
    if (!draft)
        return draft.error();
    if (auto read = decodeDraft(*draft, request); !read)
        return read.error();
    if (sealed->size() != request.attachments.size() + 1)
        return Fault{FaultCode::Tampered, "outbox: an attachment is missing"};
    for (std::size_t i = 0; i < request.attachments.size(); ++i) {
        auto& part = (*sealed)[i + 1];
        auto content = openPart(entry, static_cast<int>(i) + 1, part.sealed);
        if (!content)
            return content.error();
        request.attachments[i].content.assign(content->begin(), content->end());
        request.draft.attachmentIds.push_back(std::move(part.uploadedAs));
    }
    return request;
}

} // namespace balady::store
