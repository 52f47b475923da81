// HttpServer: the three listeners of the sandbox (HTTPS for terminals and for telephones, plain HTTP for administration), loopback only.
#pragma once

#include "kiosk/base/result.h"
#include "tests/sandbox/http.h"
#include "tests/sandbox/pki.h"

#include <boost/asio/io_context.hpp>

#include <cstdint>
#include <memory>

namespace balady::sandbox {

/// Runs on the io_context's only thread. Connections that are open when it is destroyed are closed.
class HttpServer {
  public:
    /// HTTPS with TLS 1.3 (RFC 8446) and mandatory client certificates. `port` 0 takes a free one.
    /// Faults: Unreachable (the port is taken), InvalidSettings (the certificates cannot be read).
    static Result<std::unique_ptr<HttpServer>> tls(boost::asio::io_context& io, const PkiFiles& pki,
                                                   std::uint16_t port, Handler handler);
    /// HTTPS with TLS 1.2 or 1.3 for anybody, as browsers speak it; a body has at most `bodyLimit` bytes.
    static Result<std::unique_ptr<HttpServer>> open(boost::asio::io_context& io, const PkiFiles& pki,
                                                    std::uint16_t port, std::uint64_t bodyLimit,
                                                    Handler handler);
    /// Plain HTTP for the administration page.
    static Result<std::unique_ptr<HttpServer>> plain(boost::asio::io_context& io, std::uint16_t port,
                                                     Handler handler);

    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    ~HttpServer();

    [[nodiscard]] std::uint16_t port() const;
    /// Closes the listener and every connection; new ones are refused by the operating system.
    void refuseConnections();
    /// Listens again on the same port. Unreachable if somebody else took it meanwhile.
    Result<Done> acceptConnections();

  private:
    struct State;
    explicit HttpServer(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

} // namespace balady::sandbox
