// crashOn: what becomes of an exception that escapes a coroutine for which nobody waits.
#pragma once

#include <exception>

namespace balady::service {

/// For boost::asio::co_spawn. Such an exception is a bug: it ends the process, and systemd starts it anew (architecture,
/// "Errors").
inline void crashOn(const std::exception_ptr& error) {
    if (error)
        std::rethrow_exception(error);
}

} // namespace balady::service
