#include "drivers/receipt_printer/tcp_byte_channel.h"

#include "drivers/receipt_printer/readiness.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace balady::receipt_printer {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kConnectPatience{1500};
constexpr std::size_t kReadSize = 256;

// Printers drop a connection that was quiet for long: that must not cost the next receipt.
bool hungUp(int socket) {
    char byte = 0;
    const auto count = ::recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return count == 0 || (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

bool connected(int socket, const addrinfo& address) {
    if (::connect(socket, address.ai_addr, address.ai_addrlen) == 0)
        return true;
    if (errno != EINPROGRESS || !becomesReady(socket, POLLOUT, kConnectPatience))
        return false;
    int error = 0;
    socklen_t length = sizeof error;
    return ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &length) == 0 && error == 0;
}

} // namespace

Result<Done> TcpByteChannel::open() {
    if (m_socket >= 0 && !hungUp(m_socket))
        return Done{};
    close();
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (::getaddrinfo(m_host.c_str(), std::to_string(m_port).c_str(), &hints, &found) != 0)
        return Fault{FaultCode::Unreachable, "receipt printer: its host name is unknown"};
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner{found, &::freeaddrinfo};
    for (const auto* address = found; address != nullptr; address = address->ai_next) {
        const int socket = ::socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (socket < 0)
            continue;
        if (connected(socket, *address)) {
            // Questions of three bytes must not wait for company.
            const int one = 1;
            ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
            m_socket = socket;
            return Done{};
        }
        ::close(socket);
    }
    return Fault{FaultCode::Unreachable, "receipt printer: no connection"};
}

void TcpByteChannel::close() {
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

ByteChannel::Written TcpByteChannel::write(ByteView bytes, milliseconds patience) {
    Written written;
    while (written.accepted < bytes.size()) {
        const auto rest = bytes.subspan(written.accepted);
        const auto count = ::send(m_socket, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (count >= 0) {
            written.accepted += static_cast<std::size_t>(count);
            continue;
        }
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK) {
            written.fault = lost("write");
            break;
        }
        if (!becomesReady(m_socket, POLLOUT, patience)) {
            written.fault = Fault{FaultCode::TimedOut, "receipt printer: takes no more bytes"};
            break;
        }
    }
    return written;
}

Result<Bytes> TcpByteChannel::read(milliseconds patience) {
    if (!becomesReady(m_socket, POLLIN, patience))
        return Fault{FaultCode::TimedOut, "receipt printer: says nothing"};
    Bytes bytes(kReadSize);
    const auto count = ::recv(m_socket, bytes.data(), bytes.size(), 0);
    if (count <= 0)
        return lost("read");
    bytes.resize(static_cast<std::size_t>(count));
    return bytes;
}

Fault TcpByteChannel::lost(const char* what) {
    Fault fault{FaultCode::ConnectionLost,
                std::string("receipt printer: ") + what + ": " + std::strerror(errno)};
    close();
    return fault;
}

} // namespace balady::receipt_printer
