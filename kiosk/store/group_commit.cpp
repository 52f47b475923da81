#include "kiosk/store/group_commit.h"

#include "kiosk/base/log.h"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <chrono>
#include <iterator>

namespace balady::store {
namespace {

/// Pages of 4 KiB. The first is what SQLite takes for long enough.
constexpr int kLongLog = 1000;
constexpr int kLongestLog = 4000;
constexpr std::chrono::milliseconds kQuiet{200};

} // namespace

GroupCommit::GroupCommit(Database& database) : m_database(database) {
    // At once: it opens three descriptors, and what is opened days later looks like a leak.
    m_quiet = std::make_unique<boost::asio::steady_timer>(m_thread.executor());
}

GroupCommit::~GroupCommit() {
    boost::asio::post(m_thread.executor(), [this] { m_quiet.reset(); });
}

void GroupCommit::enqueue(std::unique_ptr<Job> job) {
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(job));
        if (m_waiting.size() > 1) // whoever came first has called the thread already
            return;
    }
    boost::asio::post(m_thread.executor(), [this] { drain(); });
}

void GroupCommit::drain() {
    Jobs jobs;
    {
        const std::lock_guard lock(m_mutex);
        jobs.swap(m_waiting);
    }
    // One that fails takes nobody with it: then each has a transaction of its own.
    if (jobs.size() < 2 || !commitTogether(jobs))
        for (const auto& job : jobs)
            commitAlone(*job);
    sendHome(std::move(jobs));
    shortenLog();
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
    m_quiet->expires_after(kQuiet);
    m_quiet->async_wait([this](boost::system::error_code stirred) {
        if (!stirred)
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
