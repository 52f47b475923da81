#include "kiosk/service/head_reporter.h"

#include "kiosk/base/log.h"
#include "kiosk/service/crash_on.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <utility>

namespace balady::service {

namespace asio = boost::asio;

HeadReporter::HeadReporter(asio::any_io_executor executor, const ports::AuditTrail& trail,
                           ports::HeadRegister& heads, const ConditionBoard& board, Pace pace)
    : m_executor(std::move(executor)), m_trail(trail), m_heads(heads), m_board(board), m_pace(pace),
      m_timer(m_executor) {}

void HeadReporter::start() {
    asio::co_spawn(m_executor, run(), crashOn);
}

asio::awaitable<void> HeadReporter::sleep(std::chrono::milliseconds time) {
    m_timer.expires_after(time);
    boost::system::error_code woken;
    co_await m_timer.async_wait(asio::redirect_error(asio::use_awaitable, woken));
}

asio::awaitable<void> HeadReporter::run() {
    const auto alive = m_alive;
    co_await sleep(m_pace.first);
    while (*alive) {
        const auto head = m_trail.head();
        if (head.sequence > 0 && head != m_noted && m_board.isConfirmed(model::DeviceRole::Network)) {
            auto sent = head; // has a name because of GCC 12 (see task.h)
            const auto noted = co_await m_heads.noteAuditHead(std::move(sent));
            if (!*alive)
                co_return;
            if (noted)
                m_noted = head;
            else
                log::fault("audit", "head_not_noted", noted.error());
        }
        co_await sleep(m_pace.between);
    }
}

} // namespace balady::service
