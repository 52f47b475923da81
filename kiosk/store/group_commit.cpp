#include "kiosk/store/group_commit.h"

#include <boost/asio/post.hpp>

namespace balady::store {

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
    for (const auto& job : jobs)
        job->complete();
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
