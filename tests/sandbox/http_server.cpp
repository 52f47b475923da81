#include "tests/sandbox/http_server.h"

#include "tests/sandbox/url.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <array>
#include <cctype>
#include <set>

namespace balady::sandbox {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;

/// The largest body that the contract allows is a chunk of an upload (256 KiB).
constexpr std::uint64_t kBodyLimit = 256UL * 1024;
/// A silent connection is closed after this long.
constexpr std::chrono::seconds kIdle{60};

/// How long and how much of a refused body is still read.
constexpr std::chrono::seconds kPatience{5};
constexpr std::size_t kMostDiscarded = 8UL * 1024 * 1024;

using TlsStream = beast::ssl_stream<beast::tcp_stream>;

std::string lowerCase(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

Request toRequest(const http::request<http::string_body>& message, std::string terminal) {
    Request request;
    request.method = std::string(message.method_string());
    request.terminal = std::move(terminal);
    std::tie(request.path, request.query) = splitTarget(std::string_view(message.target()));
    for (const auto& field : message)
        request.headers[lowerCase(std::string_view(field.name_string()))] = std::string(field.value());
    request.body = message.body();
    return request;
}

http::response<http::string_body> toMessage(const Request& request, Response response, bool keepAlive) {
    http::response<http::string_body> message;
    message.version(11);
    message.result(static_cast<unsigned>(response.status));
    for (const auto& [name, value] : response.headers)
        message.set(name, value);
    message.keep_alive(keepAlive);
    const bool noContent = response.status == 204 || response.status == 304;
    if (request.method == "HEAD") {
        message.content_length(response.body.size());
    } else if (!noContent) {
        message.body() = std::move(response.body);
        message.prepare_payload();
    }
    return message;
}

/// The common name of the certificate that the TLS handshake has verified.
std::string peerName(TlsStream& stream) {
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        SSL_get1_peer_certificate(stream.native_handle()), &X509_free);
    std::array<char, 65> name{};
    if (certificate != nullptr)
        X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, name.data(),
                                  name.size());
    return name.data();
}

/// RFC 9112 is not spoken here: a client must notice.
constexpr std::string_view kGarbage = "\x16\x03\x01 this is not HTTP \xff\xfe\r\n\r\n";

} // namespace

struct HttpServer::State : std::enable_shared_from_this<State> {
    State(asio::io_context& io, Handler handler) : io(io), handler(std::move(handler)), acceptor(io) {}

    Result<Done> listen(std::uint16_t onPort) {
        const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), onPort);
        boost::system::error_code error;
        acceptor.open(endpoint.protocol(), error);
        if (!error)
            acceptor.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error)
            acceptor.bind(endpoint, error);
        if (!error)
            acceptor.listen(asio::socket_base::max_listen_connections, error);
        if (error) {
            boost::system::error_code ignored;
            acceptor.close(ignored);
            return Fault{FaultCode::Unreachable,
                         "listen on port " + std::to_string(onPort) + ": " + error.message()};
        }
        port = acceptor.local_endpoint().port();
        asio::co_spawn(io, acceptLoop(shared_from_this()), asio::detached);
        return Done{};
    }

    /// Makes the TLS context with the server's own certificate.
    boost::system::error_code identify(const PkiFiles& pki, int leastVersion) {
        auto& context = tls.emplace(asio::ssl::context::tls_server);
        boost::system::error_code error;
        SSL_CTX_set_min_proto_version(context.native_handle(), leastVersion);
        context.use_certificate_chain_file(pki.serverCertificate.string(), error);
        if (!error)
            context.use_private_key_file(pki.serverKey.string(), asio::ssl::context::pem, error);
        return error;
    }

    void close() {
        boost::system::error_code ignored;
        acceptor.close(ignored);
        for (auto* stream : connections)
            stream->socket().close(ignored);
    }

    static asio::awaitable<void> acceptLoop(std::shared_ptr<State> self) {
        boost::system::error_code error;
        while (self->acceptor.is_open()) {
            auto socket =
                co_await self->acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
            if (error == asio::error::operation_aborted)
                co_return;
            if (!error)
                asio::co_spawn(self->io, self->connection(self, std::move(socket)), asio::detached);
        }
    }

    /// A connection that breaks, at whatever point, simply ends: that is the client's to notice.
    static asio::awaitable<void> connection(std::shared_ptr<State> self, tcp::socket socket) {
        boost::system::error_code error;
        socket.set_option(tcp::no_delay(true), error);
        if (self->tls) {
            TlsStream stream(beast::tcp_stream(std::move(socket)), *self->tls);
            const Registered registered(*self, beast::get_lowest_layer(stream));
            beast::get_lowest_layer(stream).expires_after(kIdle);
            co_await stream.async_handshake(asio::ssl::stream_base::server,
                                            asio::redirect_error(asio::use_awaitable, error));
            if (!error)
                co_await self->exchanges(stream, peerName(stream));
        } else {
            beast::tcp_stream stream(std::move(socket));
            const Registered registered(*self, stream);
            std::string nobody;
            co_await self->exchanges(stream, std::move(nobody));
        }
    }

    template <class Stream>
    asio::awaitable<void> exchanges(Stream& stream, std::string terminal) {
        auto& tcpStream = beast::get_lowest_layer(stream);
        beast::flat_buffer buffer;
        boost::system::error_code error;
        const auto token = [&error] { return asio::redirect_error(asio::use_awaitable, error); };
        for (bool keepAlive = true; keepAlive;) {
            http::request_parser<http::string_body> parser;
            parser.body_limit(bodyLimit);
            tcpStream.expires_after(kIdle);
            co_await http::async_read(stream, buffer, parser, token());
            // Beast says so when the header is complete, from its Content-Length.
            const bool tooLarge = error == http::error::body_limit;
            if (error && !tooLarge)
                co_return;
            auto request = toRequest(parser.get(), terminal);
            request.bodyTooLarge = tooLarge;
            keepAlive = parser.get().keep_alive() && !tooLarge;

            auto reply = handler(request);
            if (reply.delay > std::chrono::milliseconds{0}) {
                asio::steady_timer timer(io, reply.delay);
                tcpStream.expires_never();
                co_await timer.async_wait(token());
            }
            tcpStream.expires_after(kIdle);
            if (reply.delivery == Delivery::Reset) {
                // SO_LINGER 0 makes close() send RST (POSIX; RFC 9293 3.10.4 abort).
                tcpStream.socket().set_option(asio::socket_base::linger(true, 0), error);
                tcpStream.socket().close(error);
                co_return;
            }
            if (reply.delivery == Delivery::Garbage) {
                co_await asio::async_write(stream, asio::buffer(kGarbage), token());
                co_return;
            }
            const auto message = toMessage(request, std::move(reply.response), keepAlive);
            http::serializer<false, http::string_body> serializer(message);
            if (request.method == "HEAD")
                co_await http::async_write_header(stream, serializer, token());
            else
                co_await http::async_write(stream, serializer, token());
            if (error)
                co_return;
            if (tooLarge)
                co_await discardRest(stream, buffer);
        }
        if constexpr (std::is_same_v<Stream, TlsStream>)
            co_await stream.async_shutdown(token());
    }

    /// Reads what a client still sends of a body that was refused: closing over unread bytes would reset the
    /// connection and might take the reply with it (RFC 9112 9.6).
    template <class Stream>
    static asio::awaitable<void> discardRest(Stream& stream, beast::flat_buffer& buffer) {
        boost::system::error_code error;
        beast::get_lowest_layer(stream).expires_after(kPatience);
        for (std::size_t discarded = 0; !error && discarded < kMostDiscarded;) {
            buffer.clear();
            discarded += co_await stream.async_read_some(buffer.prepare(64UL * 1024),
                                                         asio::redirect_error(asio::use_awaitable, error));
        }
    }

    /// Lists a connection for as long as it lives, so that close() reaches it.
    class Registered {
      public:
        Registered(State& state, beast::tcp_stream& stream) : m_state(state), m_stream(&stream) {
            m_state.connections.insert(m_stream);
        }
        Registered(const Registered&) = delete;
        Registered& operator=(const Registered&) = delete;
        ~Registered() { m_state.connections.erase(m_stream); }

      private:
        State& m_state;
        beast::tcp_stream* m_stream;
    };

    asio::io_context& io;
    Handler handler;
    tcp::acceptor acceptor;
    std::optional<asio::ssl::context> tls;
    std::set<beast::tcp_stream*> connections;
    std::uint16_t port = 0;
    std::uint64_t bodyLimit = kBodyLimit;
};

HttpServer::HttpServer(std::shared_ptr<State> state) : m_state(std::move(state)) {}
HttpServer::~HttpServer() {
    m_state->close();
}

Result<std::unique_ptr<HttpServer>> HttpServer::tls(asio::io_context& io, const PkiFiles& pki,
                                                    std::uint16_t port, Handler handler) {
    auto state = std::make_shared<State>(io, std::move(handler));
    auto error = state->identify(pki, TLS1_3_VERSION);
    auto& context = *state->tls;
    if (!error)
        context.load_verify_file(pki.ca.string(), error);
    if (!error)
        context.set_verify_mode(asio::ssl::verify_peer | asio::ssl::verify_fail_if_no_peer_cert, error);
    if (error)
        return Fault{FaultCode::InvalidSettings, "tls: " + error.message()};
    // Resumption needs a context of its own where client certificates are asked for.
    static constexpr std::string_view kSessionContext = "balady-sandbox";
    SSL_CTX_set_session_id_context(context.native_handle(),
                                   reinterpret_cast<const unsigned char*>(kSessionContext.data()),
                                   static_cast<unsigned>(kSessionContext.size()));
    if (auto listening = state->listen(port); !listening)
        return listening.error();
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

Result<std::unique_ptr<HttpServer>> HttpServer::open(asio::io_context& io, const PkiFiles& pki,
                                                     std::uint16_t port, std::uint64_t bodyLimit,
                                                     Handler handler) {
    auto state = std::make_shared<State>(io, std::move(handler));
    state->bodyLimit = bodyLimit;
    if (const auto error = state->identify(pki, TLS1_2_VERSION))
        return Fault{FaultCode::InvalidSettings, "tls: " + error.message()};
    if (auto listening = state->listen(port); !listening)
        return listening.error();
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

Result<std::unique_ptr<HttpServer>> HttpServer::plain(asio::io_context& io, std::uint16_t port,
                                                      Handler handler) {
    auto state = std::make_shared<State>(io, std::move(handler));
    if (auto listening = state->listen(port); !listening)
        return listening.error();
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

std::uint16_t HttpServer::port() const {
    return m_state->port;
}
void HttpServer::refuseConnections() {
    m_state->close();
}

Result<Done> HttpServer::acceptConnections() {
    return m_state->acceptor.is_open() ? Result<Done>(Done{}) : m_state->listen(m_state->port);
}

} // namespace balady::sandbox
