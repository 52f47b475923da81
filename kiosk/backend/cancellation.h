// Cancellation: turns the exception by which Asio ends a cancelled coroutine into the fault that ports
// promise.
#pragma once

#include "kiosk/ports/task.h"

#include <boost/asio/error.hpp>
#include <boost/system/system_error.hpp>

namespace balady::backend {

/// The task's result. Asio throws operation_aborted at every co_await after a cancellation, even where the
/// operation before it had succeeded.
template <class T>
ports::Task<T> cancelledAsFault(ports::Task<T> task) {
    try {
        co_return co_await std::move(task);
    } catch (const boost::system::system_error& error) {
        if (error.code() != boost::asio::error::operation_aborted)
            throw;
    }
    co_return Fault{FaultCode::Cancelled, "cancelled"};
}

} // namespace balady::backend
