// Bench: an HTTPS GET on a kept connection: this client, libcurl, and bare OpenSSL, which is the floor. Prints one JSON
// object. usage: bench_https [REQUESTS] — for each client, size and round
#include "kiosk/backend/http_transport.h"
#include "tests/sandbox/http_server.h"
#include "tests/support/run_task.h"
#include "tests/support/temp_folder.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/json.hpp>
#include <curl/curl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <functional>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <vector>

using namespace balady;
namespace asio = boost::asio;
namespace ssl = asio::ssl;
namespace json = boost::json;

namespace {

constexpr int kRounds = 41;             ///< short ones: a machine that gets slower does so for all of them
constexpr std::size_t kSmall = 122;     // a challenge that is polled
constexpr std::size_t kLarge = 167'000; // the catalogue

struct Server {
    sandbox::PkiFiles pki;
    std::uint16_t port;
};

/// The sandbox's server in a process of its own, so that the client's processor time is the client's.
class ServerProcess {
  public:
    explicit ServerProcess(const sandbox::PkiFiles& pki) {
        int ends[2];
        if (::pipe(ends) != 0)
            throw std::runtime_error("no pipe");
        m_pid = ::fork();
        if (m_pid == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            serve(pki, ends[1]);
        }
        ::close(ends[1]);
        if (::read(ends[0], &m_port, sizeof m_port) != sizeof m_port)
            throw std::runtime_error("no server");
        ::close(ends[0]);
    }
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;
    ~ServerProcess() {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }

    [[nodiscard]] std::uint16_t port() const { return m_port; }

  private:
    [[noreturn]] static void serve(const sandbox::PkiFiles& pki, int announce) {
        asio::io_context io(1);
        const std::string small(kSmall, 's');
        const std::string large(kLarge, 'l');
        const auto server = sandbox::HttpServer::tls(io, pki, 0, [&](const sandbox::Request& request) {
            sandbox::Reply reply;
            reply.response.headers["content-type"] = "application/json";
            reply.response.body = request.path == "/small" ? small : large;
            return reply;
        });
        const auto port = server ? (*server)->port() : std::uint16_t{0};
        if (server && ::write(announce, &port, sizeof port) == sizeof port)
            io.run();
        ::_exit(1);
    }

    pid_t m_pid = -1;
    std::uint16_t m_port = 0;
};

/// One GET; answers the size of the body.
using Get = std::function<std::size_t()>;

class OurClient {
  public:
    explicit OurClient(const Server& server) {
        backend::TransportSettings settings;
        settings.host = "localhost";
        settings.port = server.port;
        settings.trustedCa = server.pki.ca;
        settings.certificate = server.pki.clientCertificate;
        settings.privateKey = server.pki.clientKey;
        m_transport = backend::HttpTransport::create(m_io.get_executor(), settings).value();
    }

    std::size_t get(std::string_view path) {
        backend::HttpRequest request;
        request.target = path;
        return tests::runTask(m_io, m_transport->send(std::move(request))).value().body.size();
    }

  private:
    asio::io_context m_io{1};
    std::unique_ptr<backend::HttpTransport> m_transport;
};

class CurlClient {
  public:
    explicit CurlClient(const Server& server) : m_base("https://localhost:" + std::to_string(server.port)) {
        curl_easy_setopt(m_handle.get(), CURLOPT_CAINFO, server.pki.ca.c_str());
        curl_easy_setopt(m_handle.get(), CURLOPT_SSLCERT, server.pki.clientCertificate.c_str());
        curl_easy_setopt(m_handle.get(), CURLOPT_SSLKEY, server.pki.clientKey.c_str());
        curl_easy_setopt(m_handle.get(), CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
        curl_easy_setopt(m_handle.get(), CURLOPT_WRITEFUNCTION, &append);
        curl_easy_setopt(m_handle.get(), CURLOPT_WRITEDATA, &m_body);
    }

    std::size_t get(std::string_view path) {
        m_body = {};
        curl_easy_setopt(m_handle.get(), CURLOPT_URL, (m_base + std::string(path)).c_str());
        if (curl_easy_perform(m_handle.get()) != CURLE_OK)
            throw std::runtime_error("libcurl failed");
        return m_body.size();
    }

  private:
    static std::size_t append(char* data, std::size_t size, std::size_t count, void* body) {
        static_cast<std::string*>(body)->append(data, size * count);
        return size * count;
    }

    std::string m_base;
    std::string m_body;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> m_handle{curl_easy_init(), &curl_easy_cleanup};
};

/// No HTTP at all: bytes out, and in until the announced number has come.
class BareTls {
  public:
    explicit BareTls(const Server& server) {
        m_context.load_verify_file(server.pki.ca.string());
        m_context.use_certificate_chain_file(server.pki.clientCertificate.string());
        m_context.use_private_key_file(server.pki.clientKey.string(), ssl::context::pem);
        m_tls.reset(SSL_new(m_context.native_handle())); // takes the certificates as they are now
        m_socket.connect({asio::ip::address_v4::loopback(), server.port});
        m_socket.set_option(asio::ip::tcp::no_delay(true));
        SSL_set_fd(m_tls.get(), m_socket.native_handle());
        if (SSL_connect(m_tls.get()) != 1)
            throw std::runtime_error("no handshake");
    }

    std::size_t get(std::string_view path) {
        const auto request = "GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        SSL_write(m_tls.get(), request.data(), static_cast<int>(request.size()));
        std::size_t got = 0;
        std::size_t expected = 0;
        do {
            const int count =
                SSL_read(m_tls.get(), m_buffer.data() + got, static_cast<int>(m_buffer.size() - got));
            if (count <= 0)
                throw std::runtime_error("connection lost");
            got += static_cast<std::size_t>(count);
            if (expected == 0)
                expected = wholeSize({m_buffer.data(), got});
        } while (got < expected);
        return path == "/small" ? kSmall : kLarge;
    }

  private:
    static std::size_t wholeSize(std::string_view reply) {
        constexpr std::string_view kLength = "Content-Length: ";
        return reply.find("\r\n\r\n") + 4 +
               std::stoul(std::string(reply.substr(reply.find(kLength) + kLength.size(), 20)));
    }

    asio::io_context m_io{1};
    ssl::context m_context{ssl::context::tlsv13_client};
    asio::ip::tcp::socket m_socket{m_io};
    std::unique_ptr<SSL, decltype(&SSL_free)> m_tls{nullptr, &SSL_free};
    std::vector<char> m_buffer = std::vector<char>(1 << 20);
};

double microseconds(std::chrono::steady_clock::duration time) {
    return std::chrono::duration<double, std::micro>(time).count();
}

double processorMicroseconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval& t) {
        return 1e6 * static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec);
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Round by round, which is fairer than of two medians: the rounds next to each other had the same machine.
std::vector<double> ratios(const std::vector<double>& values, const std::vector<double>& to) {
    std::vector<double> all;
    for (std::size_t i = 0; i < values.size(); ++i)
        all.push_back(values[i] / to[i]);
    return all;
}

struct Measured {
    std::vector<double> wall;      ///< median of each round
    std::vector<double> processor; ///< mean of each round
};

void measure(const Get& get, std::size_t expected, int requests, Measured& measured) {
    std::vector<double> each;
    each.reserve(static_cast<std::size_t>(requests));
    if (get() != expected) // the first one may pay for a handshake
        throw std::runtime_error("wrong size");
    const auto before = processorMicroseconds();
    for (int i = 0; i < requests; ++i) {
        const auto start = std::chrono::steady_clock::now();
        if (get() != expected)
            throw std::runtime_error("wrong size");
        each.push_back(microseconds(std::chrono::steady_clock::now() - start));
    }
    measured.processor.push_back((processorMicroseconds() - before) / requests);
    measured.wall.push_back(median(std::move(each)));
}

json::object compare(const Server& server, std::string_view path, std::size_t size, int requests) {
    OurClient ours(server);
    CurlClient curl(server);
    BareTls bare(server);
    Measured of[3];
    const Get gets[3]{[&] { return ours.get(path); }, [&] { return curl.get(path); },
                      [&] { return bare.get(path); }};
    for (int round = 0; round < kRounds; ++round) // in turn, so that a busy machine is busy for all of them
        for (int i = 0; i < 3; ++i)
            measure(gets[i], size, requests, of[i]);
    const auto& [mine, theirs, floor] = of;
    return {{"bytes", size},
            {"ours_us", median(mine.wall)},
            {"libcurl_us", median(theirs.wall)},
            {"bare_tls_us", median(floor.wall)},
            {"ours_to_libcurl", median(ratios(mine.wall, theirs.wall))},
            {"ours_to_bare_tls", median(ratios(mine.wall, floor.wall))},
            {"ours_cpu_us", median(mine.processor)},
            {"libcurl_cpu_us", median(theirs.processor)},
            {"bare_tls_cpu_us", median(floor.processor)},
            {"ours_to_libcurl_cpu", median(ratios(mine.processor, theirs.processor))}};
}

} // namespace

int main(int argc, char** argv) {
    const int requests = argc > 1 ? std::max(1, std::atoi(argv[1])) : 120;
    const tests::TempFolder folder;
    const auto pki = sandbox::developmentPki(folder / "pki").value();
    const ServerProcess process(pki);
    const Server server{pki, process.port()};
    curl_global_init(CURL_GLOBAL_ALL);
    std::cout << json::object{{"bench", "https"},
                              {"rounds", kRounds},
                              {"requests", requests},
                              {"small", compare(server, "/small", kSmall, requests)},
                              {"large", compare(server, "/large", kLarge, std::max(1, requests / 4))}}
              << "\n";
}
