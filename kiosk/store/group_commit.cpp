#include "kiosk/store/group_commit.h"

#include "kiosk/base/log.h"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace balady::store {
namespace {

/// Pages of 4 KiB.
constexpr int kLongLog = Database::kReservedPages;
constexpr int kLongestLog = 4000;
constexpr std::chrono::milliseconds kQuiet{200};

} // namespace

GroupCommit::GroupCommit(Database& database) : m_database(database) {
    // At once: it opens three descriptors, and what is opened days later looks like a leak.
    m_quiet = std::make_unique<boost::asio::steady_timer>(m_thread.executor());
    // Before the first citizen comes. Where there is no room for it now, the commit says so that needs it.
    boost::asio::post(m_thread.executor(), [this] {
        if (auto emptied = m_database.emptyLog(); !emptied)
            log::fault("store", "log_not_reserved", emptied.error());
    });
}

GroupCommit::~GroupCommit() {
    boost::asio::post(m_thread.executor(), [this] {
        drain(); // for callers who came in this turn of their loop
        m_quiet.reset();
    });
}

void GroupCommit::enqueue(std::unique_ptr<Job> job) {
    auto home = job->home();
    {
        const std::lock_guard lock(m_queue->mutex);
        m_queue->waiting.push_back(std::move(job));
        if (std::exchange(m_queue->called, true))
            return;
    }
    // After all who come in the same turn of this caller's loop: woken at once, the thread would take the first of them
    // alone, and the others would wait for a second sync.
    boost::asio::post(home, [this, queue = std::weak_ptr(m_queue)] {
        if (!queue.expired())
            boost::asio::post(m_thread.executor(), [this] { drain(); });
    });
}

void GroupCommit::drain() {
    for (auto jobs = takeWaiting(); !jobs.empty(); jobs = takeWaiting()) {
        commit(jobs);
        sendHome(std::move(jobs));
        shortenLog();
    }
}

GroupCommit::Jobs GroupCommit::takeWaiting() {
    Jobs jobs;
    const std::lock_guard lock(m_queue->mutex);
    jobs.swap(m_queue->waiting);
    m_queue->called = !jobs.empty();
    return jobs;
}

void GroupCommit::commit(const Jobs& jobs) {
    // One that fails takes nobody with it: then each has a transaction of its own.
    if (jobs.size() < 2 || !commitTogether(jobs))
        for (const auto& job : jobs)
            commitAlone(*job);
    m_lastCommit = std::chrono::steady_clock::now();
}

void GroupCommit::sendHome(Jobs jobs) {
    while (!jobs.empty()) {
        const auto home = jobs.front()->home();
        const auto others = std::stable_partition(jobs.begin(), jobs.end(),
                                                  [&](const auto& job) { return job->home() == home; });
        Jobs theirs(std::move_iterator(jobs.begin()), std::move_iterator(others));
        jobs.erase(jobs.begin(), others);
        boost::asio::post(home, [theirs = std::move(theirs)] {
            for (const auto& job : theirs)
                job->complete();
        });
    }
}

void GroupCommit::shortenLog() {
    if (m_database.pagesInLog() < kLongLog)
        return;
    if (m_database.pagesInLog() >= kLongestLog) {
        copyLogBack();
        return;
    }
    if (m_quiet && !std::exchange(m_listening, true))
        listenForQuiet(kQuiet);
}

/// A timer that is set once for many commits, and not anew at each.
void GroupCommit::listenForQuiet(std::chrono::steady_clock::duration wait) {
    m_quiet->expires_after(wait);
    m_quiet->async_wait([this](boost::system::error_code stopped) {
        if (stopped || !m_quiet) // rung before the end, heard after it
            return;
        const auto left = m_lastCommit + kQuiet - std::chrono::steady_clock::now();
        if (left > left.zero()) {
            listenForQuiet(left);
            return;
        }
        m_listening = false;
        copyLogBack();
    });
}

void GroupCommit::copyLogBack() {
    if (auto copied = m_database.copyLogBack(); !copied)
        log::fault("store", "log_not_copied_back", copied.error());
}

bool GroupCommit::commitTogether(const Jobs& jobs) {
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return false;
    for (const auto& job : jobs)
        if (job->run())
            return false;
    return transaction->commit().has_value();
}

void GroupCommit::commitAlone(Job& job) {
    auto transaction = Transaction::begin(m_database);
    if (!transaction) {
        job.fail(transaction.error());
        return;
    }
    if (job.run())
        return;
    if (auto committed = transaction->commit(); !committed)
        job.fail(committed.error());
}

} // namespace balady::store
