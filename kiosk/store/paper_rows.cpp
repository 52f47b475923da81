#include "kiosk/store/paper_rows.h"

#include <algorithm>

namespace balady::store {
namespace {

/// Ended jobs are kept this long for whoever asks what a terminal printed. The counts of licences stay.
constexpr std::chrono::hours kKeepEnded{24 * 90};
/// A week has each kind of day in it.
constexpr std::chrono::hours kLately{24 * 7};

constexpr const char* word(ports::PaperKind kind) {
    return kind == ports::PaperKind::Receipt ? "receipt" : "licence";
}

constexpr const char* word(model::PaperOutcome outcome) {
    switch (outcome) {
    case model::PaperOutcome::SentToPrinter: return "sent";
    case model::PaperOutcome::Completed: return "completed";
    case model::PaperOutcome::NotPrinted: return "not-printed";
    case model::PaperOutcome::Unknown: return "unknown";
    }
    return "";
}

ports::PaperJob jobIn(const Statement& row) {
    return {row.text(0) == word(ports::PaperKind::Receipt) ? ports::PaperKind::Receipt
                                                           : ports::PaperKind::Licence,
            static_cast<int>(row.number(1)), row.text(2)};
}

} // namespace

Result<ports::BegunPaper> PaperRows::begin(const ports::PaperJob& job, WallTime now) {
    const auto earlier = papersOf(job.licence);
    if (!earlier)
        return earlier.error();
    if (auto done = run("DELETE FROM paper_job WHERE ended_at < ?", {milliseconds(now - kKeepEnded)}); !done)
        return done.error();
    auto insert = m_database.prepare(
        "INSERT INTO paper_job (kind, millimetres, licence, begun_at) VALUES (?, ?, ?, ?) RETURNING number");
    if (!insert)
        return insert.error();
    auto row = insert->bind(word(job.kind))
                   .bind(static_cast<long long>(job.millimetres))
                   .bind(job.licence)
                   .bind(milliseconds(now))
                   .step();
    if (!row)
        return row.error();
    const ports::BegunPaper begun{insert->number(0), *earlier};
    if (auto rest = insert->run(); !rest) // to its end: an open statement would hold up the commit
        return rest.error();
    if (auto done = count(job, +1); !done)
        return done.error();
    return begun;
}

Result<Done> PaperRows::end(std::int64_t number, model::PaperOutcome outcome, WallTime now) {
    const auto job = openJob(number);
    if (!job)
        return job.error();
    if (outcome == model::PaperOutcome::NotPrinted)
        if (auto done = count(*job, -1); !done)
            return done;
    auto update = m_database.prepare("UPDATE paper_job SET outcome = ?, ended_at = ? WHERE number = ?");
    if (!update)
        return update.error();
    return update->bind(word(outcome)).bind(milliseconds(now)).bind(number).run();
}

Result<std::vector<ports::PaperJob>> PaperRows::endInterrupted(WallTime now) {
    std::vector<ports::PaperJob> jobs;
    {
        auto query = m_database.prepare(
            "SELECT kind, millimetres, licence FROM paper_job WHERE outcome IS NULL ORDER BY number");
        if (!query)
            return query.error();
        if (auto end = query->eachRow([&](const Statement& row) { jobs.push_back(jobIn(row)); }); !end)
            return end.error();
    }
    if (auto done = run("UPDATE paper_job SET outcome = 'unknown', ended_at = ? WHERE outcome IS NULL",
                        {milliseconds(now)});
        !done)
        return done.error();
    return jobs;
}

Result<ports::RollUse> PaperRows::rollUse(WallTime now) {
    auto query = m_database.prepare(
        "SELECT (SELECT used FROM roll), coalesce(sum(millimetres), 0), coalesce(min(begun_at), ?1) "
        "FROM paper_job WHERE kind = 'receipt' AND outcome IS NOT 'not-printed' AND begun_at >= ?2");
    if (!query)
        return query.error();
    auto row = query->bind(milliseconds(now)).bind(milliseconds(now - kLately)).step();
    if (!row)
        return row.error();
    const std::chrono::milliseconds observed{milliseconds(now) - query->number(2)};
    return ports::RollUse{query->number(0), query->number(1),
                          std::chrono::floor<std::chrono::minutes>(observed)};
}

Result<Done> PaperRows::setRollUsed(std::int64_t millimetres) {
    return run("UPDATE roll SET used = ?", {millimetres});
}

Result<int> PaperRows::papersOf(const std::string& licence) {
    auto query = m_database.prepare("SELECT papers FROM licence_paper WHERE licence = ?");
    if (!query)
        return query.error();
    auto step = query->bind(licence).step();
    if (!step)
        return step.error();
    return *step == Statement::Step::Row ? static_cast<int>(query->number(0)) : 0;
}

Result<Done> PaperRows::count(const ports::PaperJob& job, int sign) {
    if (job.kind == ports::PaperKind::Receipt)
        return run("UPDATE roll SET used = max(0, used + ?)", {std::int64_t{sign} * job.millimetres});
    auto upsert = m_database.prepare("INSERT INTO licence_paper (licence, papers) VALUES (?1, max(0, ?2)) "
                                     "ON CONFLICT (licence) DO UPDATE SET papers = max(0, papers + ?2)");
    if (!upsert)
        return upsert.error();
    return upsert->bind(job.licence).bind(static_cast<long long>(sign)).run();
}

Result<ports::PaperJob> PaperRows::openJob(std::int64_t number) {
    auto query = m_database.prepare(
        "SELECT kind, millimetres, licence FROM paper_job WHERE number = ? AND outcome IS NULL");
    if (!query)
        return query.error();
    if (auto found = query->bind(number).row("no such paper is open"); !found)
        return found.error();
    return jobIn(*query);
}

Result<Done> PaperRows::run(const char* sql, std::initializer_list<long long> numbers) {
    auto statement = m_database.prepare(sql);
    if (!statement)
        return statement.error();
    for (const auto number : numbers)
        statement->bind(number);
    return statement->run();
}

} // namespace balady::store
