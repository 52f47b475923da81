// HTTP/1.1 messages of the client and their wire form (RFC 9112), without any I/O; any thread.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/base/secret.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace balady::backend {

/// Text that may hold a citizen's data: overwritten when freed.
using WipedText = std::basic_string<char, std::char_traits<char>, WipingAllocator<char>>;

struct HttpHeader {
    std::string name;
    WipedText value;
};

enum class HttpMethod { Get, Post, Put, Patch, Delete };

/// Whether a request may reach the server twice.
enum class Repeat {
    Never, ///< its effect counts once: it gets a connection of its own and is never sent again
    Safe,  ///< it has no effect, or the same one however often it arrives
};

struct HttpRequest {
    HttpMethod method = HttpMethod::Get;
    WipedText target; ///< origin form: path and query, percent-encoded
    std::vector<HttpHeader> headers;
    WipedText body;
    Repeat repeat = Repeat::Safe;
};

struct HttpResponse {
    unsigned status = 0;
    std::vector<HttpHeader> headers;
    WipedText body;

    /// The first header of this name, whatever its case; empty if there is none.
    [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// `text` as one path segment or query value: everything but RFC 3986's unreserved characters is encoded.
[[nodiscard]] WipedText percentEncoded(std::string_view text);

/// Request line, headers and body in one piece. `host` is the Host header ("gateway.example:8443").
/// Bug if the target or a header holds a character that would break the message.
[[nodiscard]] Result<WipedText> toWire(const HttpRequest& request, std::string_view host);

struct ReplyLimits {
    std::size_t headerBytes = std::size_t{16} << 10;
    std::size_t bodyBytes = std::size_t{16} << 20;
};

/// Reads one reply out of the bytes that arrive: write into space(), then tell commit() how many.
class ReplyParser {
  public:
    enum class Progress { NeedsMore, Complete };

    explicit ReplyParser(const ReplyLimits& limits);
    ~ReplyParser();

    [[nodiscard]] std::span<char> space();
    /// Malformed on anything that is not HTTP/1.1 or is larger than the limits allow.
    [[nodiscard]] Result<Progress> commit(std::size_t count);
    /// The server ended the connection properly. ConnectionLost if the reply is not whole.
    [[nodiscard]] Result<Done> end();

    /// Whether a single byte has arrived.
    [[nodiscard]] bool begun() const;
    /// Whether the connection may carry another request: after a whole reply with nothing behind it.
    [[nodiscard]] bool reusable() const;
    /// The reply; once, after Complete or a good end().
    [[nodiscard]] HttpResponse take();

  private:
    class Beast;
    std::unique_ptr<Beast> m_beast;
};

} // namespace balady::backend
