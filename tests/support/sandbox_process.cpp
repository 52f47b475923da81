#include "tests/support/sandbox_process.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/json.hpp>

#include <stdexcept>

namespace balady::tests {
namespace {

namespace asio = boost::asio;

std::uint16_t portOf(const boost::json::value& url) {
    const std::string text(url.as_string().data(), url.as_string().size());
    return static_cast<std::uint16_t>(std::stoi(text.substr(text.rfind(':') + 1)));
}

std::filesystem::path pathOf(const boost::json::value& text) {
    return std::string(text.as_string().c_str());
}

} // namespace

SandboxProcess::SandboxProcess(const std::filesystem::path& program, const std::filesystem::path& catalogue,
                               const std::filesystem::path& record, const std::vector<std::string>& options)
    : m_process([&] {
          std::vector<std::string> command{
              program.string(), "--state", m_state.path().string(), "--catalogue", catalogue.string(),
              "--port",         "0",       "--admin-port",          "0",           "--record",
              record.string()};
          command.insert(command.end(), options.begin(), options.end());
          return command;
      }()) {
    const auto ready = boost::json::parse(m_process.line(std::chrono::seconds{30}));
    m_port = portOf(ready.at("url"));
    m_adminPort = portOf(ready.at("admin"));
    m_ca = pathOf(ready.at("ca"));
    m_clientCertificate = pathOf(ready.at("client_certificate"));
    m_clientKey = pathOf(ready.at("client_key"));
    m_catalogueKeys = pathOf(ready.at("catalogue_keys"));
}

boost::json::value SandboxProcess::look(std::string_view path) const {
    return ask("GET " + std::string(path) + " HTTP/1.1\r\n");
}

boost::json::value SandboxProcess::change(std::string_view path, const boost::json::value& body) const {
    const auto text = boost::json::serialize(body);
    return ask("POST " + std::string(path) +
               " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: " +
               std::to_string(text.size()) + "\r\n|" + text);
}

boost::json::value SandboxProcess::ask(const std::string& request) const {
    // "|" stands between head and body, where the common headers belong.
    const auto bar = std::min(request.find('|'), request.size());
    const auto wire = request.substr(0, bar) + "Host: 127.0.0.1:" + std::to_string(m_adminPort) +
                      "\r\nConnection: close\r\n\r\n" + request.substr(std::min(bar + 1, request.size()));
    asio::io_context context;
    asio::ip::tcp::socket socket(context);
    socket.connect({asio::ip::address_v4::loopback(), m_adminPort});
    asio::write(socket, asio::buffer(wire));
    std::string reply;
    boost::system::error_code ended;
    asio::read(socket, asio::dynamic_buffer(reply), ended);
    const auto body = reply.find("\r\n\r\n");
    if (!reply.starts_with("HTTP/1.1 200") || body == std::string::npos)
        throw std::runtime_error("the sandbox's administrator is refused: " +
                                 reply.substr(0, reply.find('\r')));
    return boost::json::parse(reply.substr(body + 4));
}

} // namespace balady::tests
