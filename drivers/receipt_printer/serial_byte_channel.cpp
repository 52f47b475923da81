#include "drivers/receipt_printer/serial_byte_channel.h"

#include "drivers/receipt_printer/readiness.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace balady::receipt_printer {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kPiece = 256;
/// How often the system is asked what it still holds: some 40 bytes at 38,400 bits a second.
constexpr milliseconds kLook{10};

/// Its adapter was pulled out.
bool isPulledOut(int line) {
    pollfd state{line, 0, 0};
    return ::poll(&state, 1, 0) != 0;
}

/// Bytes that the system holds for the line.
int waiting(int line) {
    int bytes = 0;
    return ::ioctl(line, TIOCOUTQ, &bytes) == 0 ? bytes : 0;
}

} // namespace

Result<Done> SerialByteChannel::open() {
    if (m_line && !isPulledOut(m_line.number()))
        return Done{};
    close();
    auto line = serial::open(m_address.device, {m_address.bitsPerSecond, m_address.flow});
    if (!line)
        return line.error().within("receipt printer");
    m_line = std::move(*line);
    return Done{};
}

void SerialByteChannel::close() {
    if (m_line && std::exchange(m_stuck, false))
        ::tcflush(m_line.number(), TCOFLUSH);
    m_line = Descriptor{};
}

ByteChannel::Written SerialByteChannel::write(ByteView bytes, milliseconds patience) {
    Written written;
    while (written.accepted < bytes.size()) {
        const auto rest = bytes.subspan(written.accepted);
        const auto count = ::write(m_line.number(), rest.data(), rest.size());
        if (count >= 0) {
            written.accepted += static_cast<std::size_t>(count);
            continue;
        }
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN) {
            written.fault = lost("write", errno);
            return written;
        }
        if (!becomesReady(m_line.number(), POLLOUT, patience)) {
            written.fault = stuck();
            return written;
        }
    }
    written.fault = drain(patience);
    return written;
}

std::optional<Fault> SerialByteChannel::drain(milliseconds patience) {
    auto left = waiting(m_line.number());
    for (auto quiet = milliseconds{0}; left > 0; quiet += kLook) {
        if (quiet >= patience)
            return stuck();
        pollfd line{m_line.number(), 0, 0}; // hears a hang-up and nothing else
        if (::poll(&line, 1, static_cast<int>(kLook.count())) > 0)
            return lost("write", EIO);
        if (const auto now = waiting(m_line.number()); now < left) {
            left = now;
            quiet = milliseconds{0};
        }
    }
    return std::nullopt;
}

Result<Bytes> SerialByteChannel::read(milliseconds patience) {
    if (!becomesReady(m_line.number(), POLLIN, patience))
        return Fault{FaultCode::TimedOut, "receipt printer: says nothing"};
    Bytes bytes(kPiece);
    const auto count = ::read(m_line.number(), bytes.data(), bytes.size());
    if (count <= 0)
        return lost("read", count == 0 ? EIO : errno);
    bytes.resize(static_cast<std::size_t>(count));
    return bytes;
}

Fault SerialByteChannel::stuck() {
    m_stuck = true;
    return {FaultCode::TimedOut, "receipt printer: takes no more bytes"};
}

Fault SerialByteChannel::lost(const char* what, int error) {
    close();
    return {FaultCode::ConnectionLost, std::string("receipt printer: ") + what + ": " + std::strerror(error)};
}

} // namespace balady::receipt_printer
