// Bell: lets another thread wake a coroutine that waits on its own executor.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <memory>

namespace balady::smartcard {

enum class Woken { Rung, TimedOut, Cancelled };

/// Belongs to one coroutine, whose executor must run its handlers one at a time.
class Bell {
  public:
    explicit Bell(const boost::asio::any_io_executor& executor) : m_timer(executor) {}

    /// Any thread, which then holds it no more: whoever waits may end the executor as soon as they are woken, and the timer
    /// must not outlive it. A ring before the wait is not lost.
    static void ring(std::shared_ptr<Bell> bell) {
        const auto executor = bell->m_timer.get_executor();
        boost::asio::post(executor, [own = std::move(bell)] {
            own->m_rung = true;
            own->m_timer.cancel();
        });
    }

    /// The waiting coroutine only. TimedOut at `deadline`, Cancelled by Asio's cancellation.
    boost::asio::awaitable<Woken> waitUntil(std::chrono::steady_clock::time_point deadline) {
        if (!m_rung) {
            m_timer.expires_at(deadline);
            co_await m_timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
        }
        const auto state = co_await boost::asio::this_coro::cancellation_state;
        if (state.cancelled() != boost::asio::cancellation_type::none)
            co_return Woken::Cancelled;
        co_return std::exchange(m_rung, false) ? Woken::Rung : Woken::TimedOut;
    }

    static constexpr auto kNoDeadline = std::chrono::steady_clock::time_point::max();

  private:
    boost::asio::steady_timer m_timer;
    bool m_rung = false;
};

} // namespace balady::smartcard
