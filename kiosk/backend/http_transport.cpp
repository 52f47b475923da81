#include "kiosk/backend/http_transport.h"

#include "kiosk/backend/cancellation.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <optional>
#include <vector>

namespace balady::backend {
namespace {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
using asio::ip::tcp;
using std::chrono::steady_clock;
using ErrorCode = boost::system::error_code;
using Stream = ssl::stream<tcp::socket>;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
/// More than one only while a submission runs beside a poll.
constexpr std::size_t kIdleConnections = 2;

struct Connection {
    Connection(const asio::any_io_executor& executor, ssl::context& context) : stream(executor, context) {}
    Stream stream;
    steady_clock::time_point lastUsed{};
};

/// Closes a socket when the time is up, which ends whatever is running on it.
class Deadline {
  public:
    Deadline(const asio::any_io_executor& executor, steady_clock::time_point when, tcp::socket& socket)
        : m_timer(executor, when), m_watched(std::make_shared<Watched>(Watched{&socket, false})) {
        // The state is shared because the handler may already be queued when this object goes.
        m_timer.async_wait([watched = m_watched](ErrorCode error) {
            if (error || watched->socket == nullptr)
                return;
            watched->passed = true;
            watched->socket->close(error);
        });
    }
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;
    ~Deadline() { m_watched->socket = nullptr; }

    [[nodiscard]] bool passed() const { return m_watched->passed; }

  private:
    struct Watched {
        tcp::socket* socket;
        bool passed;
    };
    asio::steady_timer m_timer;
    std::shared_ptr<Watched> m_watched;
};

/// A look-up of its own: getaddrinfo cannot be interrupted, so at the deadline it is left to end by itself.
struct Lookup {
    Lookup(const asio::any_io_executor& executor, steady_clock::time_point deadline)
        : resolver(executor), bell(executor, deadline) {}
    tcp::resolver resolver;
    asio::steady_timer bell;
    std::optional<Result<tcp::resolver::results_type>> outcome;
};

Fault unreachable(std::string_view step, std::string_view why) {
    return {FaultCode::Unreachable, std::string(step) + ": " + std::string(why)};
}

Fault connectFault(std::string_view step, const ErrorCode& error, bool deadlinePassed) {
    if (deadlinePassed)
        return unreachable(step, "deadline");
    if (error == asio::error::operation_aborted)
        return {FaultCode::Cancelled, std::string(step)};
    return unreachable(step, error.message());
}

/// OpenSSL says no more than "certificate verify failed". What is wrong with it tells a wrong clock ("certificate is not yet
/// valid", "certificate has expired") from a stranger who answers ("unable to get local issuer certificate").
Fault handshakeFault(Stream& stream, const ErrorCode& error, bool deadlinePassed) {
    const long verdict = SSL_get_verify_result(stream.native_handle());
    if (verdict == X509_V_OK || deadlinePassed || error == asio::error::operation_aborted)
        return connectFault("handshake", error, deadlinePassed);
    const std::string why = X509_verify_cert_error_string(verdict);
    const bool aboutTime = verdict == X509_V_ERR_CERT_NOT_YET_VALID || verdict == X509_V_ERR_CERT_HAS_EXPIRED;
    return unreachable("handshake", "the server's certificate: " + why +
                                        (aboutTime ? "; is this terminal's clock right?" : ""));
}

/// The alerts by which a server refuses the terminal's certificate (RFC 8446 6.2). OpenSSL's reason for a
/// peer's alert is SSL_AD_REASON_OFFSET plus the alert's number.
bool refusesCertificate(int reason) {
    constexpr std::array kAlerts{
        SSL_AD_HANDSHAKE_FAILURE,   SSL_AD_BAD_CERTIFICATE,     SSL_AD_UNSUPPORTED_CERTIFICATE,
        SSL_AD_CERTIFICATE_REVOKED, SSL_AD_CERTIFICATE_EXPIRED, SSL_AD_CERTIFICATE_UNKNOWN,
        SSL_AD_UNKNOWN_CA,          SSL_AD_ACCESS_DENIED,       SSL_AD_DECRYPT_ERROR,
        SSL_AD_CERTIFICATE_REQUIRED};
    for (const int alert : kAlerts)
        if (reason == SSL_AD_REASON_OFFSET + alert)
            return true;
    return false;
}

/// Why an exchange ended without a reply, once something of the request may have been sent.
Fault exchangeFault(const ErrorCode& error, bool deadlinePassed, bool replyBegun) {
    if (deadlinePassed)
        return {FaultCode::TimedOut, "reply: deadline"};
    if (error == asio::error::operation_aborted)
        return {FaultCode::Cancelled, "reply"};
    if (error.category() == asio::error::get_ssl_category()) {
        const int reason = ERR_GET_REASON(static_cast<unsigned long>(error.value()));
        if (!replyBegun && refusesCertificate(reason))
            return unreachable("handshake", "the server refused the certificate: " + error.message());
        if (reason < SSL_AD_REASON_OFFSET)
            return {FaultCode::Malformed, "tls: " + error.message()};
    }
    return {FaultCode::ConnectionLost, "reply: " + error.message()};
}

/// Nothing may arrive on an idle connection: an end means that the server left, a byte could be taken for the
/// answer to the next request. It may have been read along with the last reply, so TLS is asked as well as
/// the system.
bool isDead(Stream& stream) {
    auto* tls = stream.native_handle();
    if (SSL_has_pending(tls) == 1 || BIO_pending(SSL_get_rbio(tls)) > 0)
        return true;
    char byte = 0;
    const auto seen = ::recv(stream.next_layer().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return seen >= 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
}

Fault invalid(std::string_view what, const std::filesystem::path& file, const ErrorCode& error) {
    return {FaultCode::InvalidSettings, std::string(what) + " " + file.string() + ": " + error.message()};
}

Result<Done> readCertificates(ssl::context& context, const TransportSettings& settings) {
    ErrorCode error;
    if (context.load_verify_file(settings.trustedCa.string(), error); error)
        return invalid("trusted CA", settings.trustedCa, error);
    if (settings.certificateInUse.empty())
        context.use_certificate_chain_file(settings.certificate.string(), error);
    else
        context.use_certificate_chain(asio::buffer(settings.certificateInUse), error);
    if (error)
        return invalid("certificate", settings.certificate, error);
    // OpenSSL checks here that the key is the certificate's.
    if (context.use_private_key_file(settings.privateKey.string(), ssl::context::pem, error); error)
        return invalid("private key", settings.privateKey, error);
    return Done{};
}

} // namespace

class HttpTransport::Tls {
  public:
    Tls(asio::any_io_executor executor, TransportSettings settings)
        : m_executor(std::move(executor)), m_settings(std::move(settings)),
          m_hostHeader(m_settings.port == 443 ? m_settings.host
                                              : m_settings.host + ":" + std::to_string(m_settings.port)) {}

    Result<Done> prepare() {
        if (m_settings.host.empty())
            return Fault{FaultCode::InvalidSettings, "host is empty"};
        auto* native = m_context.native_handle();
        if (SSL_CTX_set_min_proto_version(native, TLS1_3_VERSION) != 1)
            return Fault{FaultCode::InvalidSettings, "no TLS 1.3 in this OpenSSL"};
        // Decrypted replies are wiped inside OpenSSL as soon as they have been read.
        SSL_CTX_set_options(native, SSL_OP_CLEANSE_PLAINTEXT);
        m_context.set_verify_mode(ssl::verify_peer);
        m_context.set_verify_callback(ssl::host_name_verification(m_settings.host));
        return readCertificates(m_context, m_settings);
    }

    ports::Task<HttpResponse> send(HttpRequest request) {
        const auto wire = toWire(request, m_hostHeader);
        if (!wire)
            co_return wire.error();
        auto connection = request.repeat == Repeat::Safe ? takeIdle() : nullptr;
        for (bool kept = connection != nullptr;; kept = false) {
            if (!connection) {
                auto connected = co_await connect();
                if (!connected)
                    co_return connected.error();
                connection = std::move(*connected);
            }
            ReplyParser reply(m_settings.limits);
            const auto exchanged = co_await exchange(*connection, *wire, reply);
            if (exchanged) {
                if (reply.reusable())
                    keep(std::move(connection));
                co_return reply.take();
            }
            connection.reset();
            if (!kept || reply.begun() || exchanged.error().code != FaultCode::ConnectionLost)
                co_return exchanged.error();
        }
    }

    Result<Done> showCertificate(const std::string& pem) {
        // A context of its own tries it first: one that does not fit would take the key out of the one in use.
        ssl::context trial(ssl::context::tls_client);
        ErrorCode error;
        trial.use_private_key_file(m_settings.privateKey.string(), ssl::context::pem, error);
        if (!error)
            trial.use_certificate_chain(asio::buffer(pem), error);
        if (error || SSL_CTX_check_private_key(trial.native_handle()) != 1)
            return Fault{FaultCode::Malformed, "certificate: cannot be shown: " + error.message()};
        // Connections that are made or used now have copies of their own (SSL_new(3)).
        m_context.use_certificate_chain(asio::buffer(pem), error);
        if (error)
            return Fault{FaultCode::Malformed, "certificate: " + error.message()};
        m_idle.clear();
        return Done{};
    }

  private:
    using ConnectionPointer = std::unique_ptr<Connection>;

    ports::Task<tcp::resolver::results_type> lookUp(steady_clock::time_point deadline) {
        auto lookup = std::make_shared<Lookup>(m_executor, deadline);
        lookup->resolver.async_resolve(m_settings.host, std::to_string(m_settings.port),
                                       [lookup](ErrorCode error, tcp::resolver::results_type found) {
                                           if (error)
                                               lookup->outcome = unreachable("look-up", error.message());
                                           else
                                               lookup->outcome = std::move(found);
                                           lookup->bell.cancel();
                                       });
        const auto [rung] = co_await lookup->bell.async_wait(kAwait);
        if (lookup->outcome)
            co_return *lookup->outcome;
        co_return connectFault("look-up", rung, !rung);
    }

    ports::Task<ConnectionPointer> connect() {
        const auto deadlineAt = steady_clock::now() + m_settings.connectWithin;
        const auto endpoints = co_await lookUp(deadlineAt);
        if (!endpoints)
            co_return endpoints.error();
        auto connection = std::make_unique<Connection>(m_executor, m_context);
        auto& stream = connection->stream;
        const Deadline deadline(m_executor, deadlineAt, stream.next_layer());
        const auto [refused, endpoint] =
            co_await asio::async_connect(stream.next_layer(), *endpoints, kAwait);
        if (refused)
            co_return connectFault("connect", refused, deadline.passed());
        ErrorCode ignored; // without it requests are only slower
        stream.next_layer().set_option(tcp::no_delay(true), ignored);
        // Server name indication is for names only (RFC 6066 3); a failure shows as a wrong certificate.
        if (asio::ip::make_address(m_settings.host, ignored); ignored)
            SSL_set_tlsext_host_name(stream.native_handle(), m_settings.host.c_str());
        const auto [failed] = co_await stream.async_handshake(ssl::stream_base::client, kAwait);
        if (failed)
            co_return handshakeFault(stream, failed, deadline.passed());
        co_return connection;
    }

    ports::Task<Done> exchange(Connection& connection, const WipedText& wire, ReplyParser& reply) {
        auto& stream = connection.stream;
        const Deadline deadline(m_executor, steady_clock::now() + m_settings.replyWithin,
                                stream.next_layer());
        const auto [unsent, written] = co_await asio::async_write(stream, asio::buffer(wire), kAwait);
        if (deadline.passed() || unsent == asio::error::operation_aborted)
            co_return exchangeFault(unsent, deadline.passed(), false);
        // Otherwise the server may have said why it hung up: a refused certificate, a body that is too large.
        for (;;) {
            const auto space = reply.space();
            const auto [ended, count] =
                co_await stream.async_read_some(asio::buffer(space.data(), space.size()), kAwait);
            if (ended == asio::error::eof)
                co_return reply.end();
            if (ended)
                co_return exchangeFault(ended, deadline.passed(), reply.begun());
            const auto progress = reply.commit(count);
            if (!progress)
                co_return progress.error();
            if (*progress == ReplyParser::Progress::Complete)
                co_return Done{};
        }
    }

    ConnectionPointer takeIdle() {
        while (!m_idle.empty()) {
            auto connection = std::move(m_idle.back());
            m_idle.pop_back();
            if (steady_clock::now() - connection->lastUsed < m_settings.keepIdleFor &&
                !isDead(connection->stream))
                return connection;
        }
        return nullptr;
    }

    void keep(ConnectionPointer connection) {
        if (m_idle.size() == kIdleConnections)
            m_idle.erase(m_idle.begin());
        connection->lastUsed = steady_clock::now();
        m_idle.push_back(std::move(connection));
    }

    asio::any_io_executor m_executor;
    TransportSettings m_settings;
    std::string m_hostHeader;
    ssl::context m_context{ssl::context::tls_client};
    std::vector<ConnectionPointer> m_idle; ///< the one used last is at the end
};

Result<std::unique_ptr<HttpTransport>> HttpTransport::create(asio::any_io_executor executor,
                                                             TransportSettings settings) {
    auto tls = std::make_unique<Tls>(std::move(executor), std::move(settings));
    if (auto ready = tls->prepare(); !ready)
        return ready.error().within("backend: tls");
    return std::unique_ptr<HttpTransport>(new HttpTransport(std::move(tls)));
}

HttpTransport::HttpTransport(std::unique_ptr<Tls> tls) : m_tls(std::move(tls)) {}
HttpTransport::~HttpTransport() = default;

Result<Done> HttpTransport::showCertificate(const std::string& pem) {
    return m_tls->showCertificate(pem);
}

ports::Task<HttpResponse> HttpTransport::send(HttpRequest request) {
    auto outcome = co_await cancelledAsFault(m_tls->send(std::move(request)));
    if (!outcome)
        co_return outcome.error().within("http");
    co_return outcome;
}

} // namespace balady::backend
