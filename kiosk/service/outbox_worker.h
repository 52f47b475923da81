// OutboxWorker: sends what the terminal has accepted, when the platform is there and no citizen waits for it; core thread.
#pragma once

#include "kiosk/service/condition_board.h"
#include "kiosk/service/devices.h"
#include "kiosk/service/outbox_plan.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace balady::service {

/// Nothing is sent twice: that a request is about to go out is on the disk before it goes, and one whose answer did not
/// come is asked for by its key first, also after a restart.
///
/// It owns the condition of the outbox: Gone without a key to encrypt with, Broken while something is kept that the keys
/// do not open, SetAside while a request is parked, which the log names.
class OutboxWorker {
  public:
    struct Surroundings {
        std::string terminalId;
        std::function<bool()> citizenTalks; ///< a citizen waits for the platform at this moment
        bool hasKey = true;
    };

    OutboxWorker(boost::asio::any_io_executor executor, Devices devices, ConditionBoard& board,
                 Surroundings surroundings, outbox::Pace pace);
    ~OutboxWorker() { *m_alive = false; }
    OutboxWorker(const OutboxWorker&) = delete;
    OutboxWorker& operator=(const OutboxWorker&) = delete;

    void start();
    /// Something has changed (a request was kept, the network is back): look again now.
    void wake() { m_timer.cancel(); }
    /// Whether it will find out what becomes of this key; until it has looked at the disk, of every key.
    [[nodiscard]] bool holds(const std::string& idempotencyKey) const {
        return !m_examined || m_keys.contains(idempotencyKey);
    }

  private:
    using Entry = ports::KeptEntry;

    boost::asio::awaitable<void> run();
    /// What the keys do not open is left alone until they do.
    ports::Task<Done> findUnreadable();
    ports::Task<std::vector<Entry>> readable();
    ports::Task<Done> take(outbox::Step step);
    ports::Task<Done> ask(Entry entry);
    ports::Task<Done> send(Entry entry);
    /// Every attachment that the platform has not got yet; the verdict is Delivered when it has them all.
    ports::Task<outbox::Verdict> upload(const Entry& entry, ports::KeptRequest& request);
    ports::Task<Done> drop(Entry entry);
    ports::Task<Done> conclude(Entry entry, outbox::Verdict verdict);
    ports::Task<Done> forgetUploads(Entry entry, std::size_t attachments);
    void tell(const std::vector<Entry>& entries);
    boost::asio::awaitable<void> sleep(std::chrono::milliseconds time);

    boost::asio::any_io_executor m_executor;
    Devices m_devices;
    ConditionBoard& m_board;
    Surroundings m_surroundings;
    outbox::Pace m_pace;
    boost::asio::steady_timer m_timer;
    WallTime m_lastSent{};
    std::set<std::int64_t> m_unreadable;
    bool m_examined = false;
    std::set<std::string> m_keys; ///< of all that is kept
    std::minstd_rand m_random{std::random_device{}()};
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace balady::service
