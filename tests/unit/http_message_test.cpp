#include "kiosk/backend/http_message.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace balady;
using namespace balady::backend;
using Progress = ReplyParser::Progress;

namespace {

Result<Progress> feed(ReplyParser& parser, std::string_view text) {
    const auto space = parser.space();
    REQUIRE(text.size() <= space.size());
    std::copy(text.begin(), text.end(), space.begin());
    return parser.commit(text.size());
}

HttpRequest get(std::string_view target) {
    HttpRequest request;
    request.target = target;
    return request;
}

} // namespace

TEST_CASE("header_or_target_smuggles_a_second_request") {
    auto request = get("/v1/catalogue");
    request.headers.push_back({"Authorization", "Bearer x\r\nX-Evil: 1"});
    CHECK(toWire(request, "gateway").error().code == FaultCode::Bug);
    CHECK(toWire(get("/a b"), "gateway").error().code == FaultCode::Bug);
    CHECK(toWire(get("/a\r\nHost: other"), "gateway").error().code == FaultCode::Bug);
    CHECK(toWire(get("a"), "gateway").error().code == FaultCode::Bug);
}

TEST_CASE("request_differs_from_rfc_9112") {
    HttpRequest request = get("/v1/ratings");
    request.method = HttpMethod::Post;
    request.headers.push_back({"Content-Type", "application/json"});
    request.body = "{}";
    CHECK(toWire(request, "gateway:8443").value() ==
          "POST /v1/ratings HTTP/1.1\r\nHost: gateway:8443\r\n"
          "User-Agent: balady-kiosk\r\nContent-Type: application/json\r\n"
          "Content-Length: 2\r\n\r\n{}");
    CHECK(toWire(get("/"), "h").value() == "GET / HTTP/1.1\r\nHost: h\r\nUser-Agent: balady-kiosk\r\n\r\n");
}

TEST_CASE("number_of_a_request_climbs_out_of_its_path") {
    CHECK(percentEncoded("../../admin?x=1#y") == "..%2F..%2Fadmin%3Fx%3D1%23y");
    CHECK(percentEncoded("RQ-26_a.b~c") == "RQ-26_a.b~c");
    CHECK(percentEncoded("ب") == "%D8%A8");
}

TEST_CASE("reply_in_single_bytes_is_misread") {
    constexpr std::string_view kReply = "HTTP/1.1 200 OK\r\ncontent-LENGTH: 5\r\nETag: \"1\"\r\n\r\nhello";
    ReplyParser parser{ReplyLimits{}};
    CHECK_FALSE(parser.begun());
    for (std::size_t i = 0; i < kReply.size(); ++i) {
        const auto progress = feed(parser, kReply.substr(i, 1));
        REQUIRE(progress.has_value());
        CHECK(parser.begun());
        CHECK((*progress == Progress::Complete) == (i + 1 == kReply.size()));
    }
    CHECK(parser.reusable());
    const auto response = parser.take();
    CHECK(response.status == 200);
    CHECK(response.body == "hello");
    CHECK(response.header("etag") == "\"1\"");
    CHECK(response.header("Retry-After").empty());
}

TEST_CASE("long_reply_is_misread_where_its_body_goes_past_the_parser") {
    std::string body;
    for (int i = 0; body.size() < 40'000; ++i)
        body += std::to_string(i) + ' ';
    const auto head = "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    for (const std::size_t piece : {7UL, 1'000UL, 16'384UL}) {
        ReplyParser parser{ReplyLimits{}};
        const auto whole = head + body;
        auto progress = Progress::NeedsMore;
        for (std::size_t at = 0; at < whole.size();) {
            REQUIRE(progress == Progress::NeedsMore);
            const auto part = std::string_view(whole).substr(at, std::min(piece, parser.space().size()));
            progress = feed(parser, part).value();
            at += part.size();
        }
        CHECK(progress == Progress::Complete);
        CHECK(parser.reusable());
        CHECK(std::string_view(parser.take().body) == body);
    }
}

TEST_CASE("long_reply_takes_the_next_ones_bytes_for_its_own") {
    ReplyParser parser{ReplyLimits{}};
    REQUIRE(feed(parser, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n").value() == Progress::NeedsMore);
    CHECK(parser.space().size() == 9); // no room for anything behind it
    REQUIRE(feed(parser, "half").value() == Progress::NeedsMore);
    CHECK(parser.space().size() == 5);
    CHECK_FALSE(parser.reusable());
    CHECK(parser.end().error().code == FaultCode::ConnectionLost);
}

TEST_CASE("chunked_reply_is_misread") {
    ReplyParser parser{ReplyLimits{}};
    CHECK(feed(parser, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel").value() ==
          Progress::NeedsMore);
    CHECK(feed(parser, "lo\r\n3\r\n!!!\r\n0\r\n\r\n").value() == Progress::Complete);
    CHECK(parser.take().body == "hello!!!");
}

TEST_CASE("reply_without_a_body_is_waited_for") {
    for (const char* reply :
         {"HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n"}) {
        ReplyParser parser{ReplyLimits{}};
        CHECK(feed(parser, reply).value() == Progress::Complete);
    }
}

TEST_CASE("interim_reply_is_taken_for_the_answer") {
    ReplyParser parser{ReplyLimits{}};
    CHECK(feed(parser, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n").value() ==
          Progress::NeedsMore);
    CHECK(feed(parser, "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}").value() == Progress::Complete);
    const auto response = parser.take();
    CHECK(response.status == 201);
    CHECK(response.body == "{}");
}

TEST_CASE("garbage_is_read_as_http") {
    for (const char* garbage : {"SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 two hundred\r\n\r\n",
                                "\x16\x03\x01\x02\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"}) {
        ReplyParser parser{ReplyLimits{}};
        CHECK(feed(parser, garbage).error().code == FaultCode::Malformed);
    }
}

TEST_CASE("reply_outgrows_its_limits") {
    const ReplyLimits limits{100, 10};
    ReplyParser announced{limits};
    CHECK(feed(announced, "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n").error().code ==
          FaultCode::Malformed);
    ReplyParser chunked{limits};
    CHECK(feed(chunked, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n01234567890\r\n")
              .error()
              .code == FaultCode::Malformed);
    ReplyParser wordy{limits};
    CHECK(feed(wordy, "HTTP/1.1 200 OK\r\nX: " + std::string(200, 'x')).error().code == FaultCode::Malformed);
}

TEST_CASE("half_a_reply_is_taken_for_a_whole_one") {
    ReplyParser half{ReplyLimits{}};
    CHECK(feed(half, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel").value() == Progress::NeedsMore);
    CHECK(half.end().error().code == FaultCode::ConnectionLost);
    ReplyParser nothing{ReplyLimits{}};
    CHECK(nothing.end().error().code == FaultCode::ConnectionLost);
    // A reply without a length ends with the connection (RFC 9112 6.3).
    ReplyParser open{ReplyLimits{}};
    CHECK(feed(open, "HTTP/1.1 200 OK\r\n\r\nhello").value() == Progress::NeedsMore);
    CHECK(open.end().has_value());
    CHECK(open.take().body == "hello");
}

TEST_CASE("connection_with_a_second_reply_is_used_again") {
    ReplyParser chatty{ReplyLimits{}};
    CHECK(feed(chatty, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK\r\n").value() ==
          Progress::Complete);
    CHECK_FALSE(chatty.reusable());
    ReplyParser closing{ReplyLimits{}};
    CHECK(feed(closing, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n").value() ==
          Progress::Complete);
    CHECK_FALSE(closing.reusable());
}
