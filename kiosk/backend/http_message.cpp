#include "kiosk/backend/http_message.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <optional>

namespace balady::backend {
namespace {

namespace http = boost::beast::http;

std::string_view word(HttpMethod method) {
    switch (method) {
    case HttpMethod::Get: return "GET";
    case HttpMethod::Post: return "POST";
    case HttpMethod::Put: return "PUT";
    case HttpMethod::Patch: return "PATCH";
    case HttpMethod::Delete: return "DELETE";
    }
    return "";
}

/// RFC 9110 5.5 without obs-text: nothing in a header that we write needs more.
bool printable(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

bool sameName(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

void addLine(WipedText& wire, std::string_view name, std::string_view value) {
    wire.append(name).append(": ").append(value).append("\r\n");
}

Fault malformed(const boost::system::error_code& error) {
    return {FaultCode::Malformed, "http: " + error.message()};
}

} // namespace

std::string_view HttpResponse::header(std::string_view name) const {
    const auto it = std::find_if(headers.begin(), headers.end(),
                                 [&](const HttpHeader& h) { return sameName(h.name, name); });
    return it == headers.end() ? std::string_view{} : std::string_view{it->value};
}

WipedText percentEncoded(std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    constexpr std::string_view kPlain = "-._~";
    WipedText out;
    for (const char c : text) {
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (alphanumeric || kPlain.find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
    }
    return out;
}

Result<WipedText> toWire(const HttpRequest& request, std::string_view host) {
    if (!request.target.starts_with('/') || !printable(request.target) ||
        request.target.find(' ') != WipedText::npos)
        return Fault{FaultCode::Bug, "http: target breaks the request line"};
    WipedText wire;
    wire.reserve(512 + request.target.size() + request.body.size());
    wire.append(word(request.method)).append(" ").append(request.target).append(" HTTP/1.1\r\n");
    addLine(wire, "Host", host);
    addLine(wire, "User-Agent", "balady-kiosk");
    for (const auto& header : request.headers) {
        if (!printable(header.name) || !printable(header.value))
            return Fault{FaultCode::Bug, "http: header breaks the message: " + header.name.substr(0, 40)};
        addLine(wire, header.name, header.value);
    }
    if (request.method == HttpMethod::Post || request.method == HttpMethod::Put ||
        request.method == HttpMethod::Patch)
        addLine(wire, "Content-Length", std::to_string(request.body.size()));
    wire.append("\r\n").append(request.body);
    return wire;
}

class ReplyParser::Beast {
  public:
    explicit Beast(const ReplyLimits& limits) : m_limits(limits) { startOver(); }

    std::span<char> space() {
        if (m_missing > 0) {
            auto& body = m_parser->get().body();
            body.resize(m_there + std::min(m_missing, kRecord));
            return std::span<char>(body).subspan(m_there);
        }
        const auto room = m_input.prepare(kRecord);
        return {static_cast<char*>(room.data()), room.size()};
    }

    Result<Progress> commit(std::size_t count) {
        m_begun = m_begun || count > 0;
        if (m_missing > 0) {
            m_there += count;
            m_missing -= count;
            m_whole = m_missing == 0;
            return m_whole ? Progress::Complete : Progress::NeedsMore;
        }
        m_input.commit(count);
        while (m_input.size() > 0) {
            if (m_parser->is_header_done() && m_parser->chunked() && m_input.size() < kLastChunk)
                return Progress::NeedsMore;
            boost::system::error_code error;
            const auto used = m_parser->put(m_input.data(), error);
            m_input.consume(used);
            if (error == http::error::need_more)
                return Progress::NeedsMore;
            if (error)
                return malformed(error);
            if (!m_parser->is_done()) {
                if (m_input.size() == 0)
                    readOnAsBody();
                if (used == 0 || m_missing > 0)
                    return Progress::NeedsMore;
                continue;
            }
            if (m_parser->get().result_int() / 100 != 1)
                return Progress::Complete;
            startOver(); // an interim reply (RFC 9110 15.2): the real one follows
        }
        return Progress::NeedsMore;
    }

    Result<Done> end() {
        boost::system::error_code error;
        if (m_parser->got_some())
            m_parser->put_eof(error);
        if (error || !isWhole())
            return Fault{FaultCode::ConnectionLost, "http: the reply was cut short"};
        return Done{};
    }

    [[nodiscard]] bool begun() const { return m_begun; }
    [[nodiscard]] bool reusable() const { return isWhole() && m_parser->keep_alive() && m_input.size() == 0; }

    HttpResponse take() {
        auto message = m_parser->release();
        HttpResponse response;
        response.status = message.result_int();
        for (const auto& field : message)
            response.headers.push_back(
                {std::string(field.name_string()), WipedText(std::string_view(field.value()))});
        response.body = std::move(message.body());
        return response;
    }

  private:
    /// A TLS record holds at most so much (RFC 8446 5.1).
    static constexpr std::size_t kRecord = std::size_t{16} << 10;
    /// "0", and two ends of line (RFC 9112, 7.1): so much follows wherever a chunked body stands. Beast takes for granted, and
    /// asserts, that nobody shows it less of the last one.
    static constexpr std::size_t kLastChunk = 5;

    using Body = http::basic_string_body<char, std::char_traits<char>, WipingAllocator<char>>;

    /// What is left of a body whose length is known (RFC 9112 6.2) is read to where it stays, past the parser: nothing of it has
    /// to be looked at, and a large one is not copied.
    void readOnAsBody() {
        if (!m_parser->is_header_done() || m_parser->chunked())
            return;
        m_missing = static_cast<std::size_t>(m_parser->content_length_remaining().value_or(0));
        m_there = m_parser->get().body().size();
        m_parser->get().body().reserve(m_there + m_missing); // within the limit, which the parser has seen to
    }

    [[nodiscard]] bool isWhole() const { return m_whole || m_parser->is_done(); }

    void startOver() {
        m_parser.emplace();
        m_parser->eager(true);
        m_parser->header_limit(static_cast<std::uint32_t>(m_limits.headerBytes));
        m_parser->body_limit(m_limits.bodyBytes);
    }

    ReplyLimits m_limits;
    bool m_begun = false;
    bool m_whole = false;      ///< what was missing has come
    std::size_t m_missing = 0; ///< bytes of the body that are yet to be read past the parser
    std::size_t m_there = 0;   ///< bytes of it that have come
    boost::beast::basic_flat_buffer<WipingAllocator<char>> m_input;
    std::optional<http::response_parser<Body>> m_parser;
};

ReplyParser::ReplyParser(const ReplyLimits& limits) : m_beast(std::make_unique<Beast>(limits)) {}
ReplyParser::~ReplyParser() = default;
std::span<char> ReplyParser::space() {
    return m_beast->space();
}
Result<ReplyParser::Progress> ReplyParser::commit(std::size_t count) {
    return m_beast->commit(count);
}
Result<Done> ReplyParser::end() {
    return m_beast->end();
}
bool ReplyParser::begun() const {
    return m_beast->begun();
}
bool ReplyParser::reusable() const {
    return m_beast->reusable();
}
HttpResponse ReplyParser::take() {
    return m_beast->take();
}

} // namespace balady::backend
