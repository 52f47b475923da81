// Http: one request and its reply as plain values, so that handlers know nothing of sockets or of Beast.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace balady::sandbox {

/// Header fields by lower-case name; of a repeated field the last one counts.
using Headers = std::map<std::string, std::string>;

struct Request {
    std::string method; ///< upper case
    std::string path;   ///< percent-decoded, begins with '/'
    std::map<std::string, std::string> query;
    Headers headers;
    std::string body;
    std::string terminal; ///< common name of the client certificate; empty on the administration listener
    bool bodyTooLarge = false; ///< the body was above the transport's limit and has not been read
};

struct Response {
    int status = 200;
    Headers headers; ///< without Content-Length
    std::string body;
};

/// What the connection does with a reply.
enum class Delivery {
    Send,
    Reset,   ///< nothing is sent; the TCP connection is reset
    Garbage, ///< bytes that are not HTTP are sent, then the connection ends
};

struct Reply {
    Response response;
    std::chrono::milliseconds delay{0};
    Delivery delivery = Delivery::Send;
    bool wrongShape = false; ///< the body breaks the contract on purpose
};

/// Answers one request. Called on the server's only thread; must not block for long and must not throw.
using Handler = std::function<Reply(const Request&)>;

} // namespace balady::sandbox
