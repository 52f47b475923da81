#include "drivers/smartcard/reading_thread.h"

#include "drivers/smartcard/pcsc_channel.h"
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

Result<ports::ChipContents> perform(const ChipReading& reading, ReadingTerms terms) {
    auto channel = PcscChannel::open(reading.reader);
    if (!channel)
        return channel.error();
    terms.now = SystemClock().now();
    LdsReader protocol(reading.key, std::move(terms));
    auto contents = readChip(**channel, protocol, reading.abandoned);
    if (contents)
        log::write(contents->authenticity == model::Authenticity::Tampered ? log::Level::Warning
                                                                           : log::Level::Info,
                   "smartcard", "chip_read",
                   {{"access", log::Plain{protocol.access()}}, {"signature", log::Plain{protocol.reason()}}});
    return contents;
}

} // namespace

struct ReadingThread::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::shared_ptr<ChipReading> reading; ///< under way or about to be
    bool stopping = false;
    bool ended = false;
    ReadingTerms terms;

    void run() {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [this] { return stopping || reading; });
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
        const auto current = reading;
        lock.unlock();
        auto result = perform(*current, terms);
        lock.lock();
        reading.reset();
        current->result = std::move(result);
        if (const auto bell = current->bell.lock())
            bell->ring();
    }
};

ReadingThread::ReadingThread(crypto::TrustList trust, bool withPortrait)
    : m_shared(std::make_shared<Shared>()) {
    m_shared->terms.trust = std::move(trust);
    m_shared->terms.withPortrait = withPortrait;
    std::thread([shared = m_shared] { shared->run(); }).detach();
}

ReadingThread::~ReadingThread() {
    std::unique_lock lock(m_shared->mutex);
    m_shared->stopping = true;
    if (m_shared->reading)
        m_shared->reading->abandoned = true;
    m_shared->changed.notify_all();
    if (!m_shared->changed.wait_for(lock, kShutdownPatience, [this] { return m_shared->ended; }))
        log::write(log::Level::Warning, "smartcard", "card_silent_at_shutdown");
}

bool ReadingThread::begin(std::shared_ptr<ChipReading> reading) {
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->reading)
        return false;
    m_shared->reading = std::move(reading);
    m_shared->changed.notify_all();
    return true;
}

} // namespace balady::smartcard
