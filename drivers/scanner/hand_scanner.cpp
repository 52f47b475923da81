#include "drivers/scanner/hand_scanner.h"

#include "drivers/scanner/forget.h"
#include "kiosk/base/log.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <exception>
#include <optional>
#include <utility>
#include <vector>

namespace balady::scanner {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
constexpr auto kLookAgain = 1s;
constexpr std::size_t kMostScans = 8; ///< in one breath
constexpr auto kQuietly = asio::as_tuple(asio::use_awaitable);

} // namespace

struct HandScanner::Line {
    Line(const asio::any_io_executor& executor, ScannerDevice from, Frame frame)
        : device(std::move(from)), framing(std::move(frame)), stream(executor), pause(executor),
          arrived(executor) {}

    ScannerDevice device;
    ScanFraming framing;
    asio::posix::stream_descriptor stream;
    asio::steady_timer pause;   ///< between two looks for the device
    asio::steady_timer arrived; ///< never fires: cancelled to wake who waits for a scan
    std::uint64_t turn = 0;     ///< of the wait that the next scan belongs to
    bool awaited = false;
    std::optional<std::string> scan;
    bool gathering = false; ///< those that follow it are wanted, too
    std::vector<std::string> gathered;
    bool ended = false;

    asio::awaitable<void> run() {
        bool complained = false;
        while (!ended) {
            const auto opened = device.open();
            if (opened) {
                complained = false;
                log::write(log::Level::Info, "scanner", "scanner_found");
                stream.assign(*opened);
                co_await readAll();
                boost::system::error_code ignored;
                stream.close(ignored);
                framing.startOver();
                if (!ended)
                    log::write(log::Level::Warning, "scanner", "scanner_gone");
            } else if (!std::exchange(complained, true)) { // once an absence, not once a look
                log::fault("scanner", "scanner_unusable", opened.error());
            }
            if (ended)
                co_return;
            pause.expires_after(kLookAgain);
            co_await pause.async_wait(kQuietly);
        }
    }

    /// Until the device is gone.
    asio::awaitable<void> readAll() {
        std::array<std::uint8_t, 4096> bytes{};
        const auto room = asio::buffer(bytes);
        for (;;) {
            const auto [error, count] = co_await stream.async_read_some(room, kQuietly);
            if (error)
                co_return;
            const auto decoded = device.decode(ByteView(bytes).first(count));
            wipe(bytes.data(), count);
            for (auto& text : framing.take(decoded, std::chrono::steady_clock::now()))
                deliver(std::move(text));
            if (framing.takeDropped() > 0)
                log::write(log::Level::Info, "scanner", "scan_not_understood");
        }
    }

    /// What was gathered, which is nobody's from now on.
    std::vector<std::string> stopGathering() {
        gathering = false;
        return std::exchange(gathered, {});
    }

    void deliver(std::string text) {
        if (std::exchange(awaited, false)) {
            scan = std::move(text);
            arrived.cancel();
        } else if (gathering && gathered.size() < kMostScans) {
            gathered.push_back(std::move(text));
        }
    }
};

HandScanner::HandScanner(asio::any_io_executor executor, ScannerDevice device, Frame frame)
    : m_line(std::make_shared<Line>(executor, std::move(device), std::move(frame))) {
    auto reading = [](std::shared_ptr<Line> line) -> asio::awaitable<void> { co_await line->run(); };
    asio::co_spawn(executor, reading(m_line), [](std::exception_ptr error) {
        if (error)
            std::rethrow_exception(error);
    });
}

HandScanner::~HandScanner() {
    m_line->ended = true;
    m_line->pause.cancel();
    m_line->arrived.cancel();
    boost::system::error_code ignored;
    m_line->stream.close(ignored);
}

ports::Task<std::string> HandScanner::nextScan() {
    return wait(m_line, false);
}

ports::Task<std::string> HandScanner::wait(std::shared_ptr<Line> line, bool gathering) {
    const auto turn = ++line->turn;
    line->awaited = true;
    line->scan.reset();
    line->stopGathering();
    line->gathering = gathering;
    line->arrived.expires_at(std::chrono::steady_clock::time_point::max()); // wakes an older wait
    const auto cancelled = [](const asio::cancellation_state& state) {
        return state.cancelled() != asio::cancellation_type::none;
    };
    while (!line->ended && turn == line->turn && !line->scan) {
        co_await line->arrived.async_wait(kQuietly);
        const auto state = co_await asio::this_coro::cancellation_state;
        if (cancelled(state)) {
            if (turn == line->turn) {
                line->awaited = false;
                line->stopGathering();
            }
            co_return Fault{FaultCode::Cancelled, "scanner: wait for a scan"};
        }
    }
    if (turn != line->turn || !line->scan)
        co_return Fault{FaultCode::Cancelled, "scanner: wait for a scan"};
    auto text = std::move(*line->scan);
    forget(*line->scan);
    line->scan.reset();
    co_return text;
}

ports::Task<std::vector<std::string>> HandScanner::nextScans() {
    const auto line = m_line;
    auto first = co_await wait(line, true);
    if (!first)
        co_return first.error();
    line->gathered.insert(line->gathered.begin(), std::move(*first));
    const auto turn = line->turn;
    asio::steady_timer breath(co_await asio::this_coro::executor, ScanFraming::kGap);
    const auto [stopped] = co_await breath.async_wait(kQuietly);
    if (turn != line->turn)
        co_return Fault{FaultCode::Cancelled, "scanner: wait for scans"};
    auto scans = line->stopGathering();
    if (stopped || line->ended) // the page is gone, and with it whoever held the card
        co_return Fault{FaultCode::Cancelled, "scanner: wait for scans"};
    co_return scans;
}

} // namespace balady::scanner
