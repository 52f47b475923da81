// BlockingThread: the one thread on which an adapter calls its blocking library; run() is awaited on the core
// thread.
#pragma once

#include "kiosk/base/dead_frames.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <type_traits>
#include <utility>

namespace balady::ports {

/// The contexts of its callers must outlive it: an adapter is destroyed before the io_context that awaits it.
class BlockingThread {
  public:
    BlockingThread() = default;
    BlockingThread(const BlockingThread&) = delete;
    BlockingThread& operator=(const BlockingThread&) = delete;
    /// Finishes all that was given to it.
    ~BlockingThread() { m_pool.join(); }

    /// Calls `work` after everything given before, and completes with its result on the caller's executor.
    /// Cancellation does not interrupt it: what was begun is finished and its result counts. A `work` that owns
    /// something must have a name and be moved in (see task.h).
    template <class Work>
    [[nodiscard]] boost::asio::awaitable<std::invoke_result_t<Work&>> run(Work work) {
        using Outcome = std::invoke_result_t<Work&>;
        auto initiation = [this, work = std::move(work)](auto handler) mutable {
            // The guard keeps the caller's context running while only this thread has something to do.
            auto home = boost::asio::make_work_guard(boost::asio::get_associated_executor(handler));
            boost::asio::post(m_pool, [pool = m_pool.get_executor(), work = std::move(work),
                                       handler = std::move(handler), home = std::move(home)]() mutable {
                auto outcome = work();
                boost::asio::post(home.get_executor(),
                                  [handler = std::move(handler), outcome = std::move(outcome)]() mutable {
                                      std::move(handler)(std::move(outcome));
                                  });
                // The next work may be long in coming. From a call of its own, because what this one moved stands in
                // this one's frame.
                boost::asio::post(pool, wipeDeadFrames);
            });
        };
        return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(Outcome)>(
            std::move(initiation), boost::asio::use_awaitable);
    }

    /// For timers that must fire on this thread; they are cancelled before it is destroyed, which waits for them.
    [[nodiscard]] boost::asio::thread_pool::executor_type executor() { return m_pool.get_executor(); }

  private:
    boost::asio::thread_pool m_pool{1};
};

} // namespace balady::ports
