#include "kiosk/backend/balady_backend.h"
#include "kiosk/base/bytes.h"
#include "tests/support/authorities.h"
#include "tests/support/run_task.h"
#include "tests/support/scripted_server.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

using namespace balady;
using tests::Authorities;
using tests::Peer;
using tests::ScriptedServer;
using Coroutine = boost::asio::awaitable<void>;

namespace {

constexpr std::size_t kChunk = 262'144;
constexpr std::size_t kSize = 3 * kChunk + 1'000;

/// The platform's side of one upload, which loses chunks, answers and connections as a test says.
struct Platform {
    enum class Fate { Kept, AnswerLost, ChunkLost, Forgotten };

    std::string content; ///< what it holds
    int announced = 0;
    int chunks = 0; ///< received
    /// What becomes of a chunk, counted from 1.
    std::function<Fate(int chunk)> fate = [](int) { return Fate::Kept; };

    Coroutine serve(Peer& peer) {
        for (;;) {
            const auto text = co_await peer.request();
            if (text.starts_with("POST")) {
                ++announced;
                content.clear();
            }
            if (text.starts_with("PATCH")) {
                const auto end = fate(++chunks);
                if (end == Fate::ChunkLost)
                    co_return; // resets the connection
                if (end == Fate::Forgotten)
                    content.resize(content.size() / 2); // restored from a backup
                if (text.find("Upload-Offset: " + std::to_string(content.size()) + "\r\n") ==
                    std::string::npos) {
                    co_await peer.say(kMismatch);
                    continue;
                }
                content += text.substr(text.find("\r\n\r\n") + 4);
                if (end == Fate::AnswerLost)
                    co_return;
            }
            co_await peer.answer(R"({"id":"u-1","offset":)" + std::to_string(content.size()) +
                                 R"(,"complete":)" + (content.size() == kSize ? "true}" : "false}"));
        }
    }

    static constexpr const char* kMismatch =
        "HTTP/1.1 409 Conflict\r\nContent-Type: application/problem+json\r\nContent-Length: 65\r\n\r\n"
        R"({"type":"https://balady.example/problems/upload-offset-mismatch"})";
};
using Fate = Platform::Fate;

struct Uploaded {
    Result<ports::Answer<std::string>> outcome;
    std::string sent;
};

Uploaded upload(Platform& platform) {
    boost::asio::io_context io;
    const auto& own = Authorities::get().own;
    ScriptedServer server(io, {own.serverCertificate, own.serverKey, own.ca},
                          [&](Peer& peer, int) -> Coroutine { co_await platform.serve(peer); });
    backend::BackendSettings settings;
    settings.transport.host = "127.0.0.1";
    settings.transport.port = server.port();
    settings.transport.trustedCa = own.ca;
    settings.transport.certificate = own.clientCertificate;
    settings.transport.privateKey = own.clientKey;
    settings.retry.firstWait = std::chrono::milliseconds{1};
    const SystemClock clock;
    const auto client = backend::BaladyBackend::create(io.get_executor(), settings, clock).value();

    model::Attachment attachment{"picture", "image/jpeg", std::vector<std::uint8_t>(kSize), "00"};
    for (std::size_t i = 0; i < kSize; ++i)
        attachment.content[i] = static_cast<std::uint8_t>('a' + i * i % 23);
    Uploaded uploaded{Fault{}, asText(attachment.content)};
    uploaded.outcome = tests::runTask(io, client->upload({}, std::move(attachment)));
    return uploaded;
}

bool arrived(const Uploaded& uploaded, const Platform& platform) {
    return uploaded.outcome && uploaded.outcome->value == "u-1" && platform.content == uploaded.sent;
}

} // namespace

TEST_CASE("upload_is_not_cut_into_chunks") {
    Platform platform;
    CHECK(arrived(upload(platform), platform));
    CHECK(platform.chunks == 4);
}

TEST_CASE("chunk_is_kept_but_its_answer_is_lost") {
    Platform platform;
    platform.fate = [](int chunk) { return chunk == 2 || chunk == 4 ? Fate::AnswerLost : Fate::Kept; };
    CHECK(arrived(upload(platform), platform));
    CHECK(platform.announced == 1); // it goes on; it does not begin again
    CHECK(platform.chunks <=
          4 + 2); // each may have been sent once more on a new connection, and was refused there
}

TEST_CASE("chunk_is_lost_with_its_connection") {
    Platform platform;
    platform.fate = [](int chunk) { return chunk == 3 ? Fate::ChunkLost : Fate::Kept; };
    CHECK(arrived(upload(platform), platform));
    CHECK(platform.announced == 1);
    CHECK(platform.chunks == 5);
}

TEST_CASE("platform_holds_less_than_it_said") {
    Platform platform;
    platform.fate = [](int chunk) { return chunk == 3 ? Fate::Forgotten : Fate::Kept; };
    CHECK(arrived(upload(platform), platform));
    CHECK(platform.announced == 1);
}

TEST_CASE("line_that_never_holds_is_tried_for_ever") {
    Platform platform;
    platform.fate = [](int chunk) { return chunk >= 2 ? Fate::ChunkLost : Fate::Kept; };
    CHECK(upload(platform).outcome.error().code == FaultCode::ConnectionLost);
    CHECK(platform.chunks <= 1 + 3 * 2); // each attempt may meet one dead connection before its own
}
