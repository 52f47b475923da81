// HeadReporter: tells the platform how far the audit trail has come, so that a cut-off end is found; core thread.
#pragma once

#include "kiosk/ports/head_register.h"
#include "kiosk/service/condition_board.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <memory>

namespace balady::service {

class HeadReporter {
  public:
    /// At most once in `between`, and not while the terminal starts.
    struct Pace {
        std::chrono::milliseconds first{20'000};
        std::chrono::milliseconds between{900'000};
    };

    HeadReporter(boost::asio::any_io_executor executor, const ports::AuditTrail& trail,
                 ports::HeadRegister& heads, const ConditionBoard& board, Pace pace);
    ~HeadReporter() {
        *m_alive = false;
        m_timer.cancel();
    }
    HeadReporter(const HeadReporter&) = delete;
    HeadReporter& operator=(const HeadReporter&) = delete;

    /// A head that was noted is not sent again; while the platform does not answer nothing is.
    void start();

  private:
    boost::asio::awaitable<void> run();
    boost::asio::awaitable<void> sleep(std::chrono::milliseconds time);

    boost::asio::any_io_executor m_executor;
    const ports::AuditTrail& m_trail;
    ports::HeadRegister& m_heads;
    const ConditionBoard& m_board;
    const Pace m_pace;
    boost::asio::steady_timer m_timer;
    ports::AuditHead m_noted;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace balady::service
