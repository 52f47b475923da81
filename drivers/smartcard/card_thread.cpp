#include "drivers/smartcard/card_thread.h"

#include "kiosk/base/dead_frames.h"
#include "kiosk/base/log.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace balady::smartcard {
namespace {

using namespace std::chrono_literals;

/// How long the end of the program waits for a card that does not answer.
constexpr auto kShutdownPatience = 1s;

} // namespace

struct CardThread::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::shared_ptr<CardErrand> errand; ///< under way or about to be
    bool stopping = false;
    bool ended = false;

    void run() {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [this] { return stopping || errand; });
            if (stopping)
                break;
            serve(lock);
            wipeDeadFrames(); // the next citizen may be long in coming
        }
        ended = true;
        changed.notify_all();
    }

  private:
    /// In a frame of its own, which is dead while the next card is waited for.
    [[gnu::noinline]] void serve(std::unique_lock<std::mutex>& lock) {
        const auto current = errand;
        lock.unlock();
        current->run();
        lock.lock();
        errand.reset();
        if (current->abandoned) // nobody waits, and the executor may be gone
            return;
        if (auto bell = current->bell.lock())
            Bell::ring(std::move(bell));
    }
};

CardThread::CardThread() : m_shared(std::make_shared<Shared>()) {
    std::thread([shared = m_shared] { shared->run(); }).detach();
}

CardThread::~CardThread() {
    std::unique_lock lock(m_shared->mutex);
    m_shared->stopping = true;
    if (m_shared->errand)
        m_shared->errand->abandoned = true;
    m_shared->changed.notify_all();
    if (!m_shared->changed.wait_for(lock, kShutdownPatience, [this] { return m_shared->ended; }))
        log::write(log::Level::Warning, "smartcard", "card_silent_at_shutdown");
}

bool CardThread::begin(std::shared_ptr<CardErrand> errand) {
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->errand)
        return false;
    m_shared->errand = std::move(errand);
    m_shared->changed.notify_all();
    return true;
}

} // namespace balady::smartcard
