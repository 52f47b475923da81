#include "kiosk/backend/http_transport.h"
#include "tests/support/authorities.h"
#include "tests/support/redated.h"
#include "tests/support/run_task.h"
#include "tests/support/scripted_server.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <doctest/doctest.h>

#include <filesystem>
#include <optional>

using namespace balady;
using namespace balady::backend;
using namespace std::chrono_literals;
using tests::Authorities;
using tests::Peer;
using tests::ScriptedServer;
using Coroutine = boost::asio::awaitable<void>;

namespace {

tests::ServerCertificates serverOf(const sandbox::PkiFiles& pki) {
    return {pki.serverCertificate, pki.serverKey, Authorities::get().own.ca};
}

TransportSettings settingsFor(std::uint16_t port) {
    const auto& own = Authorities::get().own;
    TransportSettings settings;
    settings.host = "127.0.0.1";
    settings.port = port;
    settings.trustedCa = own.ca;
    settings.certificate = own.clientCertificate;
    settings.privateKey = own.clientKey;
    return settings;
}

HttpRequest get(std::string_view target = "/") {
    HttpRequest request;
    request.target = target;
    return request;
}

HttpRequest submission() {
    auto request = get("/v1/requests");
    request.method = HttpMethod::Post;
    request.body = "{}";
    request.repeat = Repeat::Never;
    return request;
}

/// A server with a script, and the transport under test before it.
struct Wire {
    explicit Wire(ScriptedServer::Script script,
                  const tests::ServerCertificates& certificates = serverOf(Authorities::get().own),
                  const char* address = "127.0.0.1",
                  ScriptedServer::Newest newest = ScriptedServer::Newest::Tls13)
        : server(io, certificates, std::move(script), address, newest), settings(settingsFor(server.port())) {
    }

    HttpTransport& transport() {
        if (!client)
            client = HttpTransport::create(io.get_executor(), settings).value();
        return *client;
    }

    Result<HttpResponse> send(HttpRequest request) {
        return tests::runTask(io, transport().send(std::move(request)));
    }

    /// Lets the server notice what the client did last.
    template <class Condition>
    void waitFor(Condition condition) {
        io.restart();
        const auto deadline = std::chrono::steady_clock::now() + 5s;
        while (!condition() && std::chrono::steady_clock::now() < deadline)
            io.run_one_for(10ms);
        REQUIRE(condition());
    }

    boost::asio::io_context io;
    ScriptedServer server;
    TransportSettings settings;
    std::unique_ptr<HttpTransport> client;
};

Coroutine neverAsked(Peer& peer, int) {
    co_await peer.request();
    FAIL("a request was sent to a server that must not have it");
}

} // namespace

TEST_CASE("nobody_listens") {
    Wire wire(neverAsked);
    wire.server.stop();
    wire.io.poll();
    CHECK(wire.send(submission()).error().code == FaultCode::Unreachable);
}

TEST_CASE("server_of_a_foreign_authority_is_believed") {
    Wire wire(neverAsked, serverOf(Authorities::get().foreign));
    CHECK(wire.send(submission()).error().code == FaultCode::Unreachable);
    CHECK(wire.server.connections() == 1);
}

TEST_CASE("server_with_another_name_is_believed") {
    Wire wire(neverAsked, serverOf(Authorities::get().own), "127.0.0.2");
    wire.settings.host = "127.0.0.2"; // the certificate is for localhost and 127.0.0.1
    CHECK(wire.send(submission()).error().code == FaultCode::Unreachable);
    CHECK(wire.server.connections() == 1);
}

TEST_CASE("wrong_clock_looks_like_any_broken_connection") {
    const tests::TempFolder folder;
    auto certificates = serverOf(Authorities::get().own);
    certificates.certificate = folder / "server.pem";
    const auto why = [&](std::chrono::hours from, std::chrono::hours until) {
        tests::writeRedated(Authorities::get().own, from, until, certificates.certificate);
        Wire wire(neverAsked, certificates);
        const auto fault = wire.send(submission()).error();
        CHECK(fault.code == FaultCode::Unreachable);
        return fault.context;
    };
    CHECK(why(24h, 48h).find("not yet valid; is this terminal's clock right?") != std::string::npos);
    CHECK(why(-48h, -24h).find("has expired; is this terminal's clock right?") != std::string::npos);
    Wire foreign(neverAsked, serverOf(Authorities::get().foreign));
    const auto context = foreign.send(submission()).error().context;
    CHECK(context.find("the server's certificate: ") != std::string::npos);
    CHECK(context.find("clock") == std::string::npos);
}

TEST_CASE("certificate_refused_after_the_handshake_looks_like_an_unknown_effect") {
    Wire wire(neverAsked);
    wire.settings.certificate = Authorities::get().foreign.clientCertificate;
    wire.settings.privateKey = Authorities::get().foreign.clientKey;
    const auto outcome = wire.send(submission());
    CHECK(outcome.error().code == FaultCode::Unreachable);
    CHECK(outcome.error().context.find("refused the certificate") != std::string::npos);
    CHECK(wire.server.handshakes() == 0);
}

TEST_CASE("old_tls_is_spoken") {
    Wire wire(neverAsked, serverOf(Authorities::get().own), "127.0.0.1", ScriptedServer::Newest::Tls12);
    CHECK(wire.send(submission()).error().code == FaultCode::Unreachable);
}

TEST_CASE("handshake_never_ends") {
    boost::asio::io_context io;
    // The kernel accepts the connection; nobody ever answers on it.
    boost::asio::ip::tcp::acceptor silent(io, {boost::asio::ip::make_address("127.0.0.1"), 0});
    Wire wire(neverAsked);
    wire.settings.port = silent.local_endpoint().port();
    wire.settings.connectWithin = 200ms;
    CHECK(wire.send(submission()).error().code == FaultCode::Unreachable);
}

TEST_CASE("settings_name_files_that_do_not_fit") {
    const auto& pki = Authorities::get();
    boost::asio::io_context io;
    const auto refused = [&](auto change) {
        auto settings = settingsFor(443);
        change(settings);
        const auto outcome = HttpTransport::create(io.get_executor(), settings);
        return outcome.has_error() && outcome.error().code == FaultCode::InvalidSettings;
    };
    CHECK(refused([](TransportSettings& s) { s.host.clear(); }));
    CHECK(refused([](TransportSettings& s) { s.trustedCa = "/nonexistent"; }));
    CHECK(refused([](TransportSettings& s) { s.certificate = "/nonexistent"; }));
    CHECK(refused([](TransportSettings& s) { s.privateKey = "/nonexistent"; }));
    CHECK(refused([&](TransportSettings& s) { s.privateKey = pki.foreign.clientKey; }));
}

TEST_CASE("every_request_pays_for_a_handshake") {
    Wire wire([](Peer& peer, int) -> Coroutine {
        for (;;) {
            co_await peer.request();
            co_await peer.answer("{}");
        }
    });
    for (int i = 0; i < 5; ++i)
        CHECK(wire.send(get()).value().body == "{}");
    CHECK(wire.server.connections() == 1);
}

TEST_CASE("connection_closed_after_commit") {
    int received = 0;
    Wire wire([&](Peer& peer, int) -> Coroutine {
        co_await peer.request();
        ++received;
    });
    CHECK(wire.send(submission()).error().code == FaultCode::ConnectionLost);
    CHECK(received == 1);
}

TEST_CASE("submission_travels_on_a_connection_that_may_be_dead") {
    int submissions = 0;
    Wire wire([&](Peer& peer, int) -> Coroutine {
        for (int n = 0;; ++n) {
            const auto text = co_await peer.request();
            if (text.starts_with("POST"))
                ++submissions;
            if (n > 0)
                co_return; // the server gives up a connection exactly when it is used again
            co_await peer.answer("{}");
        }
    });
    CHECK(wire.send(get()).has_value());
    CHECK(wire.send(submission()).has_value());
    CHECK(submissions == 1);
    CHECK(wire.server.connections() == 2);
}

TEST_CASE("kept_connection_dies_when_it_is_used_again") {
    int received = 0;
    Wire wire([&](Peer& peer, int number) -> Coroutine {
        co_await peer.request();
        ++received;
        co_await peer.answer("{}");
        if (number > 0)
            co_await peer.stayIdle();
        co_await peer.request();
        ++received; // and the connection is reset
    });
    CHECK(wire.send(get()).has_value());
    CHECK(wire.send(get()).has_value());
    CHECK(received == 3);
    CHECK(wire.server.connections() == 2);
}

TEST_CASE("dying_server_is_asked_without_end") {
    int received = 0;
    Wire wire([&](Peer& peer, int number) -> Coroutine {
        co_await peer.request();
        ++received;
        if (number > 0)
            co_return;
        co_await peer.answer("{}");
        co_await peer.request();
        ++received;
    });
    CHECK(wire.send(get()).has_value());
    CHECK(wire.send(get()).error().code == FaultCode::ConnectionLost);
    CHECK(received == 3); // once more on a new connection, and no more
}

TEST_CASE("idle_connection_that_the_server_closed_is_used") {
    bool leave = false;
    bool closed = false;
    Wire wire([&](Peer& peer, int number) -> Coroutine {
        co_await peer.request();
        co_await peer.answer(number == 0 ? "first" : "second");
        boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
        while (!leave) {
            timer.expires_after(1ms);
            co_await timer.async_wait(boost::asio::use_awaitable);
        }
        if (number > 0)
            co_await peer.stayIdle();
        peer.hangUp();
        closed = true;
    });
    CHECK(wire.send(get()).value().body == "first");
    leave = true;
    wire.waitFor([&] { return closed; });
    CHECK(wire.send(get()).value().body == "second");
}

TEST_CASE("connection_idle_for_too_long_is_used") {
    Wire wire([](Peer& peer, int) -> Coroutine {
        for (;;) {
            co_await peer.request();
            co_await peer.answer("{}");
        }
    });
    wire.settings.keepIdleFor = 0ms;
    CHECK(wire.send(get()).has_value());
    CHECK(wire.send(get()).has_value());
    CHECK(wire.server.connections() == 2);
}

TEST_CASE("answer_of_one_request_is_given_to_the_next") {
    Wire wire([](Peer& peer, int number) -> Coroutine {
        co_await peer.request();
        co_await peer.answer(number == 0 ? "right" : "also right");
        if (number == 0)
            co_await peer.answer("somebody else's");
        co_await peer.stayIdle();
    });
    CHECK(wire.send(get()).value().body == "right");
    CHECK(wire.send(get()).value().body == "also right");
}

TEST_CASE("reply_cut_in_half") {
    Wire wire([](Peer& peer, int) -> Coroutine {
        co_await peer.request();
        co_await peer.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    });
    CHECK(wire.send(get()).error().code == FaultCode::ConnectionLost);
    CHECK(wire.server.connections() == 1); // a reply had begun: not sent again
}

TEST_CASE("reply_without_length_is_believed_after_a_reset") {
    Wire wire([](Peer& peer, int number) -> Coroutine {
        co_await peer.request();
        co_await peer.say("HTTP/1.1 200 OK\r\n\r\nperhaps all");
        if (number > 0)
            co_await peer.close();
    });
    CHECK(wire.send(get()).error().code ==
          FaultCode::ConnectionLost); // no close_notify: it may have been cut
    CHECK(wire.send(get()).value().body == "perhaps all");
}

TEST_CASE("server_sends_garbage") {
    Wire wire([](Peer& peer, int) -> Coroutine {
        co_await peer.request();
        co_await peer.say("220 smtp.example ESMTP\r\n");
        co_await peer.stayIdle();
    });
    CHECK(wire.send(get()).error().code == FaultCode::Malformed);
}

TEST_CASE("one_gigabyte_is_announced") {
    Wire wire([](Peer& peer, int) -> Coroutine {
        co_await peer.request();
        co_await peer.say("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
        co_await peer.stayIdle();
    });
    CHECK(wire.send(get()).error().code == FaultCode::Malformed);
}

TEST_CASE("server_never_answers") {
    Wire wire([](Peer& peer, int) -> Coroutine {
        co_await peer.request();
        co_await peer.stayIdle();
    });
    wire.settings.replyWithin = 200ms;
    CHECK(wire.send(submission()).error().code == FaultCode::TimedOut);
}

TEST_CASE("deadline_starts_anew_with_every_byte") {
    Wire wire([](Peer& peer, int) -> Coroutine {
        co_await peer.request();
        co_await peer.say("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
        boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
        for (;;) {
            timer.expires_after(5ms);
            co_await timer.async_wait(boost::asio::use_awaitable);
            co_await peer.say(".");
        }
    });
    wire.settings.replyWithin = 200ms;
    CHECK(wire.send(get()).error().code == FaultCode::TimedOut);
}

TEST_CASE("refusal_before_the_body_is_read_is_lost") {
    Wire wire([](Peer& peer, int) -> Coroutine {
        co_await peer.head();
        co_await peer.say(
            "HTTP/1.1 413 Content Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        co_await peer.close();
    });
    auto upload = submission();
    upload.body.assign(8'000'000, 'x'); // more than the sockets' buffers hold
    CHECK(wire.send(std::move(upload)).value().status == 413);
}

TEST_CASE("large_bodies_arrive_damaged") {
    std::string big(3'000'000, '\0');
    for (std::size_t i = 0; i < big.size(); ++i)
        big[i] = static_cast<char>('a' + i * i % 23);
    std::string received;
    Wire wire([&](Peer& peer, int) -> Coroutine {
        const auto text = co_await peer.request();
        received = text.substr(text.find("\r\n\r\n") + 4);
        co_await peer.answer(big);
        co_await peer.stayIdle();
    });
    auto request = submission();
    request.body = big;
    CHECK((wire.send(std::move(request)).value().body == std::string_view(big)));
    CHECK((received == big));
}

TEST_CASE("cancelled_request_lingers") {
    bool asked = false;
    boost::asio::cancellation_signal cancel;
    Wire wire([&](Peer& peer, int) -> Coroutine {
        co_await peer.request();
        asked = true;
        cancel.emit(boost::asio::cancellation_type::terminal);
        co_await peer.stayIdle();
    });
    std::optional<Result<HttpResponse>> outcome;
    auto task = wire.transport().send(submission());
    boost::asio::co_spawn(
        wire.io, std::move(task),
        boost::asio::bind_cancellation_slot(
            cancel.slot(), [&](const std::exception_ptr& error, Result<HttpResponse> result) {
                CHECK_FALSE(error);
                outcome = std::move(result);
            }));
    wire.waitFor([&] { return outcome.has_value(); });
    CHECK(asked);
    CHECK(outcome->error().code == FaultCode::Cancelled);
}
