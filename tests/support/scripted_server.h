// ScriptedServer: a TLS server that does to each connection what a test says; runs on the test's own
// io_context.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace balady::tests {

/// The server's end of one connection, after the handshake.
class Peer {
  public:
    using Stream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;
    explicit Peer(Stream stream) : m_stream(std::move(stream)) {}

    /// Head and body of the next request; throws when the connection ends first.
    boost::asio::awaitable<std::string> request();
    /// Only the head.
    boost::asio::awaitable<std::string> head();
    boost::asio::awaitable<void> say(std::string text);
    /// Status 200, with the body and its length.
    boost::asio::awaitable<void> answer(std::string body);
    /// Until the client leaves.
    boost::asio::awaitable<void> stayIdle();
    /// Close with close_notify, as a tidy server does.
    boost::asio::awaitable<void> close();
    /// Reset: the client's system learns of it at once.
    void hangUp();

  private:
    Stream m_stream;
    std::string m_input;
};

struct ServerCertificates {
    std::filesystem::path certificate;
    std::filesystem::path key;
    std::filesystem::path clientCa; ///< signs the certificates of welcome clients
};

class ScriptedServer {
  public:
    /// `number` counts connections from 0. The connection is reset when the script returns.
    using Script = std::function<boost::asio::awaitable<void>(Peer& peer, int number)>;
    enum class Newest { Tls12, Tls13 };

    ScriptedServer(boost::asio::io_context& context, const ServerCertificates& certificates, Script script,
                   const char* address = "127.0.0.1", Newest newest = Newest::Tls13);

    [[nodiscard]] std::uint16_t port() const { return m_acceptor.local_endpoint().port(); }
    [[nodiscard]] int connections() const { return m_connections; } ///< accepted so far
    [[nodiscard]] int handshakes() const { return m_handshakes; }   ///< completed on the server's side
    void stop() { m_acceptor.close(); }

  private:
    boost::asio::awaitable<void> acceptAll();
    boost::asio::awaitable<void> serve(boost::asio::ip::tcp::socket socket, int number);

    boost::asio::io_context& m_context;
    boost::asio::ssl::context m_tls;
    boost::asio::ip::tcp::acceptor m_acceptor;
    Script m_script;
    int m_connections = 0;
    int m_handshakes = 0;
};

} // namespace balady::tests
