// DeviceSupervisor: asks each device how it is, at its own pace, and keeps the condition board true; core thread.
#pragma once

#include "kiosk/service/catalogue_keeper.h"
#include "kiosk/service/condition_board.h"
#include "kiosk/service/devices.h"
#include "kiosk/service/intent_settler.h"
#include "kiosk/service/paper_keeper.h"

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <functional>
#include <memory>

namespace balady::service {

class DeviceSupervisor {
  public:
    /// How often each is asked. The card reader tells by itself.
    struct Pace {
        std::chrono::milliseconds printers{10'000};
        std::chrono::milliseconds backend{30'000};
        std::chrono::milliseconds backendWhenOffline{5'000};
        std::chrono::milliseconds cameraWhenGone{
            10'000}; ///< one that works stays off until somebody wants it
        std::chrono::milliseconds clock{60'000};
    };

    DeviceSupervisor(boost::asio::any_io_executor executor, Devices devices, ConditionBoard& board,
                     CatalogueKeeper& keeper, IntentSettler& settler, PaperKeeper& papers, Pace pace);
    ~DeviceSupervisor() { *m_alive = false; }
    DeviceSupervisor(const DeviceSupervisor&) = delete;
    DeviceSupervisor& operator=(const DeviceSupervisor&) = delete;

    /// `cardChanged` is called on the core thread with each new presence.
    void start(std::function<void(model::CardPresence)> cardChanged);

  private:
    boost::asio::awaitable<void> watchCards();
    boost::asio::awaitable<void> watchReceiptPrinter();
    boost::asio::awaitable<void> watchDocumentPrinter();
    boost::asio::awaitable<void> watchMissingCamera();
    boost::asio::awaitable<void> watchBackend();
    boost::asio::awaitable<void> watchClock();
    boost::asio::awaitable<void> pause(std::chrono::milliseconds time);

    boost::asio::any_io_executor m_executor;
    Devices m_devices;
    ConditionBoard& m_board;
    CatalogueKeeper& m_keeper;
    IntentSettler& m_settler;
    PaperKeeper& m_papers;
    Pace m_pace;
    std::function<void(model::CardPresence)> m_cardChanged;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace balady::service
