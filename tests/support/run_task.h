// runTask: awaits one port operation from a test, beside whatever else runs on an io_context.
#pragma once

#include "kiosk/ports/task.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <optional>
#include <stdexcept>

namespace balady::tests {

/// g++ 12 warns falsely of an uninitialised Fault where co_spawn itself has to make up a Result.
template <class T>
boost::asio::awaitable<void> keepResult(ports::Task<T> task, std::optional<Result<T>>& outcome) {
    outcome.emplace(co_await std::move(task));
}

/// The task's result; an exception that escapes it is thrown here. Other work of the context (a server, a device)
/// goes on meanwhile and stands still afterwards.
template <class T>
Result<T> runTask(boost::asio::io_context& context, ports::Task<T> task) {
    std::optional<Result<T>> outcome;
    auto kept = keepResult(std::move(task), outcome);
    boost::asio::co_spawn(context, std::move(kept), [&](const std::exception_ptr& error) {
        context.stop();
        if (error)
            std::rethrow_exception(error);
    });
    context.restart();
    context.run();
    if (!outcome)
        throw std::runtime_error("the task never ended");
    return std::move(*outcome);
}

/// The same on a context of its own. It runs until nobody has anything to do with it, an adapter's thread included. One for
/// all calls of a thread, because an adapter's thread may still be leaving its post() when the answer is here already.
template <class T>
Result<T> runTask(ports::Task<T> task) {
    static thread_local boost::asio::io_context context;
    context.restart();
    std::optional<Result<T>> outcome;
    auto kept = keepResult(std::move(task), outcome);
    boost::asio::co_spawn(context, std::move(kept), [&](const std::exception_ptr& error) {
        if (error)
            std::rethrow_exception(error);
    });
    context.run();
    return std::move(outcome).value();
}

} // namespace balady::tests
