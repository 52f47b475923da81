// waitUntil: lets time pass until something is so, and says loudly what never was.
#pragma once

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

namespace balady::kernel {

/// Far beyond what any device needs, even where a processor is emulated.
inline constexpr std::chrono::seconds kPatience{15};

/// Asks again and again; throws, with `what` in it, when it is not so within kPatience.
template <class Condition>
void waitUntil(const std::string& what, const Condition& isSo) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!isSo()) {
        if (std::chrono::steady_clock::now() > deadline)
            throw std::runtime_error("waited in vain until " + what);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

} // namespace balady::kernel
