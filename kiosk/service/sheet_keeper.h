// SheetKeeper: tells the platform which numbered sheet bears which licence, once and for certain; core thread.
#pragma once

#include "kiosk/ports/sheet_ledger.h"
#include "kiosk/ports/sheet_register.h"
#include "kiosk/service/condition_board.h"
#include "kiosk/service/devices.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <memory>
#include <set>
#include <string>

namespace balady::service {

/// A pair is on the disk before it is sent, and stays there until the platform has answered: whoever has read that it is
/// noted is right, whatever becomes of the network or the program. Sending it again is harmless (SheetRegister).
///
/// It owns the condition of the stock: SetAside after the platform has refused a sheet, until it takes another one.
class SheetKeeper {
  public:
    struct Pace {
        std::chrono::milliseconds firstWait{
            30'000}; ///< after an attempt without an answer, doubled each time
        std::chrono::milliseconds longestWait{1'800'000};
        std::chrono::milliseconds idle{
            3'600'000}; ///< where nothing is kept, or without a network, unless it is woken
    };

    SheetKeeper(boost::asio::any_io_executor executor, Devices devices, ports::SheetLedger& ledger,
                ports::SheetRegister& sheets, ConditionBoard& board, Pace pace);
    ~SheetKeeper() {
        *m_alive = false;
        m_timer.cancel();
    }
    SheetKeeper(const SheetKeeper&) = delete;
    SheetKeeper& operator=(const SheetKeeper&) = delete;

    /// Tells the platform what an earlier run has left, and what is kept from now on.
    void start();
    /// The network may be back.
    void wake() {
        m_woken = true;
        m_timer.cancel();
    }

    /// Kept without asking anybody where the network is known to be gone. A fault only if neither the disk nor the platform
    /// has it.
    ports::Task<model::SheetFate> bind(std::string sheet, std::string licence);

  private:
    boost::asio::awaitable<void> run();
    /// How long to wait until the next look.
    ports::Task<std::chrono::milliseconds> tellKept();
    /// Kept: no answer, or one that asks for patience.
    ports::Task<model::SheetFate> tell(model::SheetBinding binding);
    boost::asio::awaitable<void> sleep(std::chrono::milliseconds time);

    boost::asio::any_io_executor m_executor;
    Devices m_devices;
    ports::SheetLedger& m_ledger;
    ports::SheetRegister& m_sheets;
    ConditionBoard& m_board;
    const Pace m_pace;
    boost::asio::steady_timer m_timer;
    bool m_woken = false;           ///< since the last look began
    int m_failures = 0;             ///< in a row
    std::set<std::string> m_inHand; ///< keys that bind() is telling
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace balady::service
