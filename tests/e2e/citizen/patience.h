// Patience: waiting for something to happen on the screen or in the world, with an end; GUI thread.
#pragma once

#include <chrono>
#include <functional>
#include <stdexcept>
#include <string>

namespace balady::e2e {

/// Something was not as it should be; the text is for whoever reads the test's output.
class Unexpected : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Generous: machines that run tests are busy. Nothing waits longer than it must.
inline constexpr std::chrono::seconds kPatience{30};

/// Runs the event loop until the condition holds. False if it did not in time.
[[nodiscard]] bool await(const std::function<bool()>& condition, std::chrono::milliseconds limit = kPatience);

} // namespace balady::e2e
