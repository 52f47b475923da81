// Task<T>: what a port's asynchronous operation returns; awaited on the core thread.
#pragma once

#include "kiosk/base/result.h"

#include <boost/asio/awaitable.hpp>

namespace balady::ports {

/// Completes on the core thread's executor, whatever thread the adapter works on. Cancelled by Asio's
/// cancellation (terminal), which adapters turn into FaultCode::Cancelled.
///
/// GCC 12 destroys twice what a temporary lambda or aggregate owns inside a `co_await` expression, which corrupts
/// the heap: `co_await port.begin({key, id})` and `co_await thread.run([text] { … })` are wrong with it. Give the
/// argument a name first, then move it in. tests/arch/house.py finds them.
template <class T>
using Task = boost::asio::awaitable<Result<T>>;

} // namespace balady::ports
