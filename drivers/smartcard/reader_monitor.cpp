#include "drivers/smartcard/reader_monitor.h"

#include "kiosk/base/log.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace balady::smartcard {
namespace {

using ports::CardPresence;
using namespace std::chrono_literals;

/// How long a missing service is left alone before the next try.
constexpr auto kServiceRetry = 500ms;
/// A reader that appears between listing and waiting is noticed at the latest after this.
constexpr DWORD kRelistMilliseconds = 5000;
/// SCardCancel is lost if it comes just before the wait begins, so it is repeated.
constexpr auto kCancelRepeat = 20ms;
/// PC/SC's name for "tell me when readers come or go".
constexpr const char* kPlugAndPlay = "\\\\?PnP?\\Notification";

Result<std::vector<std::string>> listReaders(SCARDCONTEXT context) {
    DWORD size = 0;
    LONG code = SCardListReaders(context, nullptr, nullptr, &size);
    std::string names(size, '\0');
    if (code == SCARD_S_SUCCESS)
        code = SCardListReaders(context, nullptr, names.data(), &size);
    if (code == SCARD_E_NO_READERS_AVAILABLE || code == SCARD_E_INSUFFICIENT_BUFFER)
        return std::vector<std::string>{}; // none, or changing under our hands: asked again soon
    if (code != SCARD_S_SUCCESS)
        return pcscFault(code, "list readers");
    std::vector<std::string> out;
    for (const char* name = names.c_str(); *name != '\0'; name += std::strlen(name) + 1)
        out.emplace_back(name);
    return out;
}

CardPresence presenceOf(DWORD state) {
    if ((state & (SCARD_STATE_UNKNOWN | SCARD_STATE_UNAVAILABLE | SCARD_STATE_IGNORE)) != 0)
        return CardPresence::NoReader;
    if ((state & SCARD_STATE_PRESENT) == 0)
        return CardPresence::Empty;
    return (state & SCARD_STATE_MUTE) != 0 ? CardPresence::Mute : CardPresence::Present;
}

} // namespace

ReaderMonitor::ReaderMonitor(std::string namePrefix)
    : m_namePrefix(std::move(namePrefix)), m_thread([this] { run(); }) {}

ReaderMonitor::~ReaderMonitor() {
    {
        std::unique_lock lock(m_mutex);
        m_stopping = true;
        m_changed.notify_all();
        while (!m_changed.wait_for(lock, kCancelRepeat, [this] { return m_ended; }))
            if (const auto context = m_context.load(); context != 0)
                SCardCancel(context);
    }
    m_thread.join();
}

CardPresence ReaderMonitor::presence() const {
    const std::lock_guard lock(m_mutex);
    return m_presence;
}

std::string ReaderMonitor::reader() const {
    const std::lock_guard lock(m_mutex);
    return m_reader;
}

void ReaderMonitor::tell(const std::shared_ptr<Bell>& bell) {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_bells, [](const auto& known) { return known.expired(); });
    m_bells.push_back(bell);
}

bool ReaderMonitor::stopping() const {
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

void ReaderMonitor::pause() {
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, kServiceRetry, [this] { return m_stopping; });
}

void ReaderMonitor::publish(CardPresence presence, const std::string& reader) {
    const std::lock_guard lock(m_mutex);
    if (reader != m_reader) {
        m_reader = reader;
        if (reader.empty())
            log::write(log::Level::Warning, "smartcard", "reader_gone");
        else
            log::write(log::Level::Info, "smartcard", "reader_found", {{"reader", log::Plain{reader}}});
    }
    if (presence == m_presence)
        return;
    m_presence = presence;
    for (const auto& known : m_bells)
        if (auto bell = known.lock())
            Bell::ring(std::move(bell));
}

void ReaderMonitor::run() {
    bool complained = false;
    while (!stopping()) {
        auto context = PcscContext::establish();
        Result<Done> watched = Done{};
        if (context) {
            complained = false;
            m_context = context->handle();
            watched = watch(context->handle());
            m_context = 0;
        } else {
            watched = context.error();
        }
        if (!watched) {
            publish(CardPresence::NoReader, {});
            if (!complained) // once an outage, not once a try
                log::fault("smartcard", "service_unusable", watched.error());
            complained = true;
            pause();
        }
    }
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_changed.notify_all();
}

/// Until told to stop, or until the service fails us.
Result<Done> ReaderMonitor::watch(SCARDCONTEXT context) {
    std::string reader;
    DWORD known = SCARD_STATE_UNAWARE;
    while (!stopping()) {
        const auto names = listReaders(context);
        if (!names)
            return names.error();
        const auto found = std::find_if(names->begin(), names->end(), [this](const std::string& name) {
            return name.starts_with(m_namePrefix);
        });
        const std::string chosen = found == names->end() ? std::string{} : *found;
        if (chosen != reader)
            known = SCARD_STATE_UNAWARE;
        reader = chosen;
        if (reader.empty())
            publish(CardPresence::NoReader, {});

        std::array<SCARD_READERSTATE, 2> states{};
        states[0].szReader = kPlugAndPlay;
        states[1].szReader = reader.c_str();
        states[1].dwCurrentState = known;
        const LONG code =
            SCardGetStatusChange(context, kRelistMilliseconds, states.data(), reader.empty() ? 1 : 2);
        if (code == SCARD_E_UNKNOWN_READER || code == SCARD_E_READER_UNAVAILABLE) {
            publish(CardPresence::NoReader, {});
            pause(); // the list is about to change
        } else if (code == SCARD_S_SUCCESS && !reader.empty()) {
            known = states[1].dwEventState & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
            publish(presenceOf(known), reader);
        } else if (code != SCARD_S_SUCCESS && code != SCARD_E_TIMEOUT && code != SCARD_E_CANCELLED) {
            return pcscFault(code, "wait for a change");
        }
    }
    return Done{};
}

} // namespace balady::smartcard
