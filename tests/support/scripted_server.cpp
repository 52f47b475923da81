#include "tests/support/scripted_server.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <charconv>

namespace balady::tests {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
using asio::ip::tcp;

asio::awaitable<std::string> Peer::head() {
    const auto size = co_await asio::async_read_until(m_stream, asio::dynamic_buffer(m_input), "\r\n\r\n",
                                                      asio::use_awaitable);
    auto text = m_input.substr(0, size);
    m_input.erase(0, size);
    co_return text;
}

asio::awaitable<std::string> Peer::request() {
    auto text = co_await head();
    std::size_t length = 0;
    constexpr std::string_view kLength = "Content-Length: ";
    if (const auto at = text.find(kLength); at != std::string::npos)
        std::from_chars(text.data() + at + kLength.size(), text.data() + text.size(), length);
    if (m_input.size() < length)
        co_await asio::async_read(m_stream, asio::dynamic_buffer(m_input),
                                  asio::transfer_exactly(length - m_input.size()), asio::use_awaitable);
    text += m_input.substr(0, length);
    m_input.erase(0, length);
    co_return text;
}

asio::awaitable<void> Peer::say(std::string text) {
    co_await asio::async_write(m_stream, asio::buffer(text), asio::use_awaitable);
}

asio::awaitable<void> Peer::answer(std::string body) {
    auto text = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                std::to_string(body.size()) + "\r\n\r\n" + body;
    co_await say(std::move(text));
}

asio::awaitable<void> Peer::stayIdle() {
    char byte = 0;
    co_await m_stream.async_read_some(asio::buffer(&byte, 1), asio::use_awaitable);
}

asio::awaitable<void> Peer::close() {
    co_await m_stream.async_shutdown(asio::use_awaitable);
}

void Peer::hangUp() {
    boost::system::error_code ignored;
    m_stream.next_layer().set_option(asio::socket_base::linger(true, 0), ignored);
    m_stream.next_layer().close(ignored);
}

ScriptedServer::ScriptedServer(asio::io_context& context, const ServerCertificates& certificates,
                               Script script, const char* address, Newest newest)
    : m_context(context), m_tls(ssl::context::tls_server),
      m_acceptor(context, {asio::ip::make_address(address), 0}), m_script(std::move(script)) {
    SSL_CTX_set_max_proto_version(m_tls.native_handle(),
                                  newest == Newest::Tls12 ? TLS1_2_VERSION : TLS1_3_VERSION);
    m_tls.use_certificate_chain_file(certificates.certificate.string());
    m_tls.use_private_key_file(certificates.key.string(), ssl::context::pem);
    m_tls.load_verify_file(certificates.clientCa.string());
    m_tls.set_verify_mode(ssl::verify_peer | ssl::verify_fail_if_no_peer_cert);
    asio::co_spawn(m_context, acceptAll(), asio::detached);
}

asio::awaitable<void> ScriptedServer::acceptAll() {
    try {
        for (;;) {
            auto socket = co_await m_acceptor.async_accept(asio::use_awaitable);
            asio::co_spawn(m_context, serve(std::move(socket), m_connections++), asio::detached);
        }
    } catch (const boost::system::system_error&) {
        // stop() closed the acceptor.
    }
}

asio::awaitable<void> ScriptedServer::serve(tcp::socket socket, int number) {
    try {
        Peer::Stream stream(std::move(socket), m_tls);
        co_await stream.async_handshake(ssl::stream_base::server, asio::use_awaitable);
        ++m_handshakes;
        Peer peer(std::move(stream));
        co_await m_script(peer, number);
        peer.hangUp();
    } catch (const boost::system::system_error&) {
        // The client refused the handshake or left: what the test looks at is what the client made of it.
    }
}

} // namespace balady::tests
