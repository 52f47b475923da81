// HttpTransport: one request to the one server that this terminal trusts, over TLS 1.3 with both
// certificates; core thread.
#pragma once

#include "kiosk/backend/http_message.h"
#include "kiosk/ports/task.h"

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace balady::backend {

struct TransportSettings {
    std::string host; ///< name in the server's certificate, looked up to connect
    std::uint16_t port = 443;
    std::filesystem::path trustedCa;   ///< PEM; nothing else is trusted, not even the system's list
    std::filesystem::path certificate; ///< PEM: the terminal's, then intermediate ones
    std::string
        certificateInUse{}; ///< PEM, shown in the place of the file, which it succeeds; empty: the file
    std::filesystem::path privateKey; ///< PEM, of `certificate`

    std::chrono::milliseconds connectWithin{5'000}; ///< look-up, connection and handshake together
    std::chrono::milliseconds replyWithin{15'000};  ///< from the first byte sent to the last one received
    std::chrono::milliseconds keepIdleFor{20'000};  ///< a connection idle for longer is not used again
    ReplyLimits limits;
};

class HttpTransport {
  public:
    /// Reads the certificates. InvalidSettings names the file that is missing, unreadable or does not fit.
    /// `executor` must be the core thread's; every send() is awaited there.
    [[nodiscard]] static Result<std::unique_ptr<HttpTransport>> create(boost::asio::any_io_executor executor,
                                                                       TransportSettings settings);
    ~HttpTransport();

    /// Any HTTP status is a response. Faults:
    /// - Unreachable: nothing of the request was acted on (look-up, connection or handshake failed, or the
    /// server
    ///   refused the terminal's certificate, which TLS 1.3 reports only to the first read);
    /// - ConnectionLost, TimedOut: something was sent, so the effect is unknown;
    /// - Malformed: the server spoke no HTTP, or more than the limits allow; the effect is unknown;
    /// - Cancelled: by Asio's cancellation; the effect is unknown.
    /// A kept connection that turns out to be dead is replaced once, and only for Repeat::Safe.
    ports::Task<HttpResponse> send(HttpRequest request);

    /// Shows another certificate of the same key from the next connection on; connections that are idle are closed. Malformed
    /// if it cannot be read or is of another key; then what was shown before is shown on.
    [[nodiscard]] Result<Done> showCertificate(const std::string& pem);

  private:
    class Tls;
    explicit HttpTransport(std::unique_ptr<Tls> tls);
    std::unique_ptr<Tls> m_tls;
};

} // namespace balady::backend
