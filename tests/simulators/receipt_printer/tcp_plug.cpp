#include "tests/simulators/receipt_printer/plug.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace balady::simulators {
namespace {

class TcpPlug final : public Plug {
  public:
    explicit TcpPlug(std::uint16_t port) : m_port(port) { listen(); }
    TcpPlug(const TcpPlug&) = delete;
    TcpPlug& operator=(const TcpPlug&) = delete;
    ~TcpPlug() override {
        closeHost();
        closeListener();
    }

    [[nodiscard]] bool listening() const { return m_listener >= 0; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] pollfd wanted() const override { return {m_host >= 0 ? m_host : m_listener, POLLIN, 0}; }

    void serve(VirtualPrinter& printer) override {
        if (m_host < 0) {
            m_host = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            const int one = 1;
            ::setsockopt(m_host, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
            return;
        }
        std::uint8_t buffer[16384];
        const auto count = ::recv(m_host, buffer, sizeof buffer, 0);
        if (count <= 0) {
            closeHost();
            return;
        }
        printer.receive({buffer, static_cast<std::size_t>(count)});
    }

    void answer(const Bytes& bytes) const override {
        if (m_host >= 0 && !bytes.empty())
            ::send(m_host, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }

    void live(bool alive) override {
        if (alive && m_listener < 0)
            listen();
        if (alive)
            return;
        closeHost(true);
        closeListener();
    }

  private:
    void listen() {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int one = 1;
        ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(m_port);
        socklen_t length = sizeof address;
        if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), length) != 0 ||
            ::listen(m_listener, 8) != 0 ||
            ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length) != 0) {
            std::fprintf(stderr, "port %d: %s\n", m_port, std::strerror(errno));
            closeListener();
            return;
        }
        m_port = ntohs(address.sin_port);
    }
    void closeListener() {
        if (m_listener >= 0)
            ::close(m_listener);
        m_listener = -1;
    }
    void closeHost(bool reset = false) {
        if (m_host < 0)
            return;
        if (reset) {
            const linger abort{1, 0};
            ::setsockopt(m_host, SOL_SOCKET, SO_LINGER, &abort, sizeof abort);
        }
        ::close(m_host);
        m_host = -1;
    }

    std::uint16_t m_port;
    int m_listener = -1;
    int m_host = -1;
};

} // namespace

std::unique_ptr<Plug> makeTcpPlug(std::uint16_t& port) {
    auto plug = std::make_unique<TcpPlug>(port);
    if (!plug->listening())
        return nullptr;
    port = plug->port();
    return plug;
}

} // namespace balady::simulators
