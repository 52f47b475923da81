// runTask: awaits one port operation from a test, on an io_context of its own.
#pragma once

#include "kiosk/ports/task.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <optional>

namespace balady::tests {

/// The task's result; an exception that escapes it is thrown here.
template <class T>
Result<T> runTask(ports::Task<T> task) {
    boost::asio::io_context context;
    std::optional<Result<T>> outcome;
    boost::asio::co_spawn(context, std::move(task), [&](std::exception_ptr error, Result<T> result) {
        if (error)
            std::rethrow_exception(error);
        outcome = std::move(result);
    });
    context.run();
    return std::move(outcome).value();
}

} // namespace balady::tests
