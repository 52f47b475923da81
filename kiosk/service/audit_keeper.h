// AuditKeeper: tells the platform how far the audit trail has come, so that a cut-off end is found, and the technician what is
// wrong with it; core thread.
#pragma once

#include "kiosk/ports/head_register.h"
#include "kiosk/service/condition_board.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <memory>

namespace balady::service {

class AuditKeeper {
  public:
    /// The file is looked at in `look`; the platform is told at most once in `between`, and not while the terminal starts.
    struct Pace {
        std::chrono::milliseconds look{20'000};
        std::chrono::milliseconds between{900'000};
    };

    AuditKeeper(boost::asio::any_io_executor executor, const ports::AuditTrail& trail,
                ports::HeadRegister& heads, ConditionBoard& board, Pace pace);
    ~AuditKeeper() {
        *m_alive = false;
        m_timer.cancel();
    }
    AuditKeeper(const AuditKeeper&) = delete;
    AuditKeeper& operator=(const AuditKeeper&) = delete;

    /// A head that was noted is not sent again; while the platform does not answer nothing is. What it refuses stands until it
    /// takes one.
    void start();

  private:
    using Steady = std::chrono::steady_clock;

    boost::asio::awaitable<void> run();
    boost::asio::awaitable<void> report();
    void tell();
    [[nodiscard]] bool isDue() const;

    boost::asio::any_io_executor m_executor;
    const ports::AuditTrail& m_trail;
    ports::HeadRegister& m_heads;
    ConditionBoard& m_board;
    const Pace m_pace;
    boost::asio::steady_timer m_timer;
    ports::AuditHead m_noted;
    bool m_refused = false; ///< the last head that the platform answered to
    Steady::time_point m_notBefore{};
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace balady::service
