// GroupCommit: the writer thread: changes that wait at the same time share one transaction, and one wait for the disk.
// Private to this folder.
#pragma once

#include "kiosk/ports/blocking_thread.h"
#include "kiosk/store/database.h"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace balady::store {

class GroupCommit {
  public:
    explicit GroupCommit(Database& database);
    GroupCommit(const GroupCommit&) = delete;
    GroupCommit& operator=(const GroupCommit&) = delete;
    /// Finishes all that was given to it.
    ~GroupCommit();

    /// Runs `work`, a Result<T>() that changes the database, within a transaction, and completes on the caller's executor
    /// when that is on the disk. Changes become durable in the order in which they were given. `work` may be run again
    /// after a rollback, so it must not change anything but the database.
    template <class Work>
    [[nodiscard]] boost::asio::awaitable<std::invoke_result_t<Work&>> write(Work work) {
        using Outcome = std::invoke_result_t<Work&>;
        auto initiation = [this, work = std::move(work)](auto handler) mutable {
            using Handler = std::decay_t<decltype(handler)>;
            enqueue(std::make_unique<JobOf<Work, Handler>>(std::move(work), std::move(handler)));
        };
        return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(Outcome)>(
            std::move(initiation), boost::asio::use_awaitable);
    }

    /// Runs `work` on the same thread, outside of any transaction: questions, and what manages the files.
    template <class Work>
    [[nodiscard]] boost::asio::awaitable<std::invoke_result_t<Work&>> run(Work work) {
        return m_thread.run(std::move(work));
    }

  private:
    class Job {
      public:
        virtual ~Job() = default;
        [[nodiscard]] virtual std::optional<Fault> run() = 0;
        virtual void fail(const Fault& fault) = 0; ///< it was run, and is not durable all the same
        /// Whose executor this is must be the one to complete().
        [[nodiscard]] virtual boost::asio::any_io_executor home() const = 0;
        virtual void complete() = 0;
    };

    template <class Work, class Handler>
    class JobOf final : public Job {
      public:
        JobOf(Work work, Handler handler)
            : m_work(std::move(work)), m_handler(std::move(handler)),
              m_home(boost::asio::make_work_guard(boost::asio::get_associated_executor(m_handler))) {}
        std::optional<Fault> run() override {
            m_outcome.emplace(m_work());
            return *m_outcome ? std::nullopt : std::optional(m_outcome->error());
        }
        void fail(const Fault& fault) override { m_outcome.emplace(fault); }
        [[nodiscard]] boost::asio::any_io_executor home() const override { return m_home.get_executor(); }
        void complete() override { std::move(m_handler)(std::move(*m_outcome)); }

      private:
        Work m_work;
        Handler m_handler;
        /// Keeps the caller's context running while only this thread has something to do.
        boost::asio::executor_work_guard<boost::asio::associated_executor_t<Handler>> m_home;
        std::optional<std::invoke_result_t<Work&>> m_outcome;
    };
    using Jobs = std::vector<std::unique_ptr<Job>>;

    /// What waits for the thread. Apart, because a caller's executor may outlive us with a call in it.
    struct Queue {
        std::mutex mutex;
        Jobs waiting;        ///< guarded by mutex
        bool called = false; ///< guarded by mutex: the thread looks here until it finds nothing
    };

    void enqueue(std::unique_ptr<Job> job);
    void drain();
    [[nodiscard]] Jobs takeWaiting();
    void commit(const Jobs& jobs);
    /// Those of one executor together: each post may have to wake a thread.
    static void sendHome(Jobs jobs);
    [[nodiscard]] bool commitTogether(const Jobs& jobs);
    void commitAlone(Job& job);
    /// Sees to it that the log stays short: in quiet, or at once where there is none.
    void shortenLog();
    void listenForQuiet(std::chrono::steady_clock::duration wait);
    void copyLogBack();

    Database& m_database;
    std::shared_ptr<Queue> m_queue = std::make_shared<Queue>();
    std::unique_ptr<boost::asio::steady_timer>
        m_quiet;              ///< once made, on m_thread, and only there; none: this is the end
    bool m_listening = false; ///< on m_thread, as the next: for the quiet
    std::chrono::steady_clock::time_point m_lastCommit;
    ports::BlockingThread m_thread; ///< last: joined before the rest is destroyed
};

} // namespace balady::store
