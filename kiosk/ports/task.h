// Task<T>: what a port's asynchronous operation returns; awaited on the core thread.
#pragma once

#include "kiosk/base/result.h"

#include <boost/asio/awaitable.hpp>

namespace balady::ports {

/// Completes on the core thread's executor, whatever thread the adapter works on. Cancelled by Asio's
/// cancellation (terminal), which adapters turn into FaultCode::Cancelled.
template <class T>
using Task = boost::asio::awaitable<Result<T>>;

} // namespace balady::ports
