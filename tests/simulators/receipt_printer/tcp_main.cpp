// balady-receipt-printer-simulator: an ESC/POS receipt printer with a network plug (port 9100), on loopback only.
#include "tests/simulators/receipt_printer/bench_top.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

using namespace balady;
using namespace balady::simulators;

constexpr const char* kUsage =
    "balady-receipt-printer-simulator [--port N] [--width DOTS] [--control FILE] [--out DIR]\n"
    "  --port N        TCP port on 127.0.0.1 (9100); 0 takes a free one\n"
    "  --width DOTS    576 (80 mm paper) or 384 (58 mm)\n"
    "  --control FILE  read when it changes: ok, reset, paper-low, paper-out, cover-open, jam, error, "
    "broken, hot,\n"
    "                  fed-by-button, offline, silent, garbage, unplug, restart, or <one of them>-after "
    "BYTES;\n"
    "                  dies-after BYTES resets the connection\n"
    "  --out DIR       receipt-NNNN.bin, receipt-NNNN.png and state.json go there\n";

struct Options {
    std::uint16_t port = 9100;
    int width = 576;
    std::string control;
    std::string output;
};

bool parse(int argc, char** argv, Options& options) {
    for (int i = 1; i < argc; i += 2) {
        const std::string name = argv[i];
        if (i + 1 == argc)
            return false;
        const std::string value = argv[i + 1];
        if (name == "--port")
            options.port = static_cast<std::uint16_t>(std::atoi(value.c_str()));
        else if (name == "--width")
            options.width = std::atoi(value.c_str());
        else if (name == "--control")
            options.control = value;
        else if (name == "--out")
            options.output = value;
        else
            return false;
    }
    return options.width == 576 || options.width == 384;
}

/// The network plug: listens while the printer lives, serves one host at a time as small printers do.
class Plug {
  public:
    explicit Plug(std::uint16_t port) : m_port(port) { listen(); }
    ~Plug() {
        closeHost();
        closeListener();
    }

    [[nodiscard]] bool listening() const { return m_listener >= 0; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] pollfd wanted() const { return {m_host >= 0 ? m_host : m_listener, POLLIN, 0}; }

    void serve(VirtualPrinter& printer) {
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

    void answer(const Bytes& bytes) const {
        if (m_host >= 0 && !bytes.empty())
            ::send(m_host, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }

    void live(bool alive) {
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

int run(const Options& options) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    const int stop = ::signalfd(-1, &signals, SFD_CLOEXEC);

    BenchTop bench{options.width, options.control, options.output};
    Plug plug{options.port};
    if (!plug.listening())
        return 1;
    std::printf("{\"ready\":true,\"port\":%d}\n", plug.port());
    std::fflush(stdout);

    while (true) {
        pollfd events[] = {{stop, POLLIN, 0}, {bench.controlEvents(), POLLIN, 0}, plug.wanted()};
        if (::poll(events, 3, -1) < 0 && errno != EINTR)
            return 1;
        if (events[0].revents != 0)
            return 0;
        if (events[1].revents != 0)
            bench.readControl();
        if (events[2].revents != 0)
            plug.serve(bench.printer());
        plug.answer(bench.printer().takeAnswers());
        plug.live(bench.printer().powered());
        if (bench.printer().trouble() == Trouble::Restart) {
            bench.printer().set(Trouble::None);
            plug.live(true);
        }
        bench.saveState();
    }
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    if (!parse(argc, argv, options)) {
        std::fputs(kUsage, stderr);
        return 2;
    }
    return run(options);
}
