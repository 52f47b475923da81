// SessionRunner: carries out the session's effects on the ports and feeds it their answers; core thread only.
#pragma once

#include "kiosk/flow/page_watch.h"
#include "kiosk/flow/session.h"
#include "kiosk/service/catalogue_keeper.h"
#include "kiosk/service/condition_board.h"
#include "kiosk/service/devices.h"
#include "kiosk/service/look_up_keeper.h"
#include "kiosk/service/paper_keeper.h"
#include "kiosk/service/sheet_keeper.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace balady::service {

/// What the screen needs after an event: an immutable copy, safe to hand to another thread.
struct Snapshot {
    flow::Session session;
    flow::World world;
    bool cameraOn = false;
};

class SessionRunner {
  public:
    struct Listeners {
        std::function<void(std::shared_ptr<const Snapshot>)> changed;
        /// Camera frames while a page watches, and what is to be drawn over them.
        std::function<void(ports::Frame, flow::PageCue)> preview;
        std::function<void()> ended; ///< the citizen is gone: destroy what the screen holds of them
        /// Later, once for each `ended`: nothing that was begun for that citizen runs any more, not even their signing out.
        std::function<void()> forgotten{};
        std::function<void()>
            kept{}; ///< a request was accepted at the terminal: the outbox has something to send
    };

    SessionRunner(boost::asio::any_io_executor executor, Devices devices, ConditionBoard& board,
                  CatalogueKeeper& keeper, PaperKeeper& papers, flow::Terminal terminal, Listeners listeners,
                  SheetKeeper* sheets = nullptr);
    ~SessionRunner();
    SessionRunner(const SessionRunner&) = delete;
    SessionRunner& operator=(const SessionRunner&) = delete;

    /// What outlives a start of the terminal; once, before the first event. Faults of the store, after which it begins anew.
    ports::Task<Done> takeUp() { return m_lookUps.takeUp(); }
    /// Handles one event and everything that follows from it at once.
    void post(flow::Event event);
    /// Whether the citizen who is here now may still send or ask with this key.
    [[nodiscard]] bool uses(const std::string& idempotencyKey) const {
        return m_begunKeys.contains(idempotencyKey);
    }
    /// Whether the citizen waits for an answer of the platform or of a device now: other work goes behind theirs.
    [[nodiscard]] bool waits() const { return m_asking > 0; }
    /// Something outside the session changed (conditions, catalogue): the screen is told.
    void worldChanged();

  private:
    template <class MakeTask>
    void spawn(MakeTask makeTask);
    /// Runs a port call and posts its answer as an event, unless the page that asked is gone by then.
    template <class T, class MakeEvent>
    void ask(ports::Task<T> task, MakeEvent makeEvent);

    [[nodiscard]] flow::World world() const;
    void publish();
    void dropPending();
    void carryOut(flow::Effect effect);

    void startChallenge(const flow::StartChallenge& effect);
    void signIn(const std::string& challengeId);
    void startTimer(flow::Timer timer, std::chrono::milliseconds after);
    void submit(flow::Submit effect);
    void keep(flow::Keep effect);
    void reconcile(const std::string& key);
    void upload(const flow::Upload& effect);
    void askTicket(flow::AskTicket effect);
    void fetchLicence(const std::string& number);
    void watchCamera(flow::Seek seek);
    /// What the screen draws over this frame: nothing where nothing is aimed at.
    [[nodiscard]] ports::Task<flow::PageCue> cueFor(ports::Frame frame, flow::Seek seek);
    void awaitScan(flow::Seek seek);
    void awaitZone();
    void bindSheet(flow::BindSheet effect);
    void printTest(model::Receipt receipt);
    void note(const flow::NoteMaintenance& effect) const;
    void recordAccepted(const std::string& idempotencyKey, const std::string& serviceId);
    void forgetKey();
    void signOut();
    [[nodiscard]] std::shared_ptr<void> newTrail();

    boost::asio::any_io_executor m_executor;
    Devices m_devices;
    ConditionBoard& m_board;
    CatalogueKeeper& m_keeper;
    PaperKeeper& m_papers;
    SheetKeeper* m_sheets; ///< none: paper is not numbered
    flow::Terminal m_terminal;
    Listeners m_listeners;

    flow::Session m_session;
    SecretText m_leavingToken; ///< of the citizen before the present event, for signing out
    std::deque<flow::Event> m_events;
    bool m_handling = false;
    std::uint64_t m_ticket = 0; ///< grows with each DropPending: answers to older questions are not delivered
    std::uint64_t m_cameraTicket = 0; ///< grows with each start and stop of the preview
    bool m_cameraOn = false;
    flow::PageWatch m_pageWatch; ///< of this citizen's pages
    LookUpKeeper m_lookUps;      ///< of all citizens
    std::map<flow::Timer, std::unique_ptr<boost::asio::steady_timer>> m_timers;
    std::list<boost::asio::cancellation_signal> m_pending;
    int m_asking = 0;                  ///< port calls whose answer is an event
    std::string m_visit;               ///< random, one a citizen: requests that are kept stay in their order
    std::set<std::string> m_begunKeys; ///< journalled in this session and not settled
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    std::shared_ptr<void> m_trail; ///< held by all that is begun for this citizen
};

} // namespace balady::service
