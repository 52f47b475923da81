#include "kiosk/service/audit_keeper.h"

#include "kiosk/base/log.h"
#include "kiosk/service/crash_on.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <utility>

namespace balady::service {

namespace asio = boost::asio;
using model::DeviceRole;
using model::Trouble;

AuditKeeper::AuditKeeper(asio::any_io_executor executor, const ports::AuditTrail& trail,
                         ports::HeadRegister& heads, ConditionBoard& board, Pace pace)
    : m_executor(std::move(executor)), m_trail(trail), m_heads(heads), m_board(board), m_pace(pace),
      m_timer(m_executor) {}

void AuditKeeper::start() {
    tell(); // what lies there since the last start
    asio::co_spawn(m_executor, run(), crashOn);
}

bool AuditKeeper::isDue() const {
    const auto head = m_trail.head();
    return head.sequence > 0 && head != m_noted && Steady::now() >= m_notBefore &&
           m_board.isConfirmed(DeviceRole::Network);
}

/// What the platform says weighs most: it is about what somebody may have done.
void AuditKeeper::tell() {
    m_board.set(DeviceRole::AuditTrail, m_refused ? Trouble::SetAside : m_trail.trouble());
}

asio::awaitable<void> AuditKeeper::run() {
    const auto alive = m_alive;
    while (*alive) {
        m_timer.expires_after(m_pace.look);
        boost::system::error_code woken;
        co_await m_timer.async_wait(asio::redirect_error(asio::use_awaitable, woken));
        if (*alive && isDue())
            co_await report();
        if (*alive)
            tell();
    }
}

asio::awaitable<void> AuditKeeper::report() {
    const auto alive = m_alive;
    const auto head = m_trail.head();
    auto sent = head; // has a name because of GCC 12 (see task.h)
    const auto noted = co_await m_heads.noteAuditHead(std::move(sent));
    if (!*alive)
        co_return;
    m_notBefore = Steady::now() + m_pace.between;
    if (noted)
        m_noted = head;
    else
        log::fault("audit", "head_not_noted", noted.error());
    // A cut line takes nothing back.
    if (noted || noted.error().code == FaultCode::Refused)
        m_refused = !noted;
}

} // namespace balady::service
