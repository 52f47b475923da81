// Target: one parser under fuzzing: what it reads, and what must hold of whatever it accepts.
#pragma once

#include "kiosk/base/bytes.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace balady::fuzz {

/// Lets the parser read one input, whatever it holds. Ends the program by mustHold() if the parser breaks its promise.
using Run = void (*)(ByteView input);

struct Target {
    std::string_view name; ///< of its folder of seeds
    Run run;
};

/// Every target that is linked into this program: one in a program that fuzzes, all of them in the one that runs seeds.
[[nodiscard]] std::span<const Target> targets();

/// Makes a target known. Each fuzz_NAME.cpp has one object of it at namespace scope.
struct Registration {
    Registration(std::string_view name, Run run);
};

/// Ends the program with `promise` on standard error if it is broken; a fuzzer takes that for a crash and keeps the
/// input.
void mustHold(bool holds, std::string_view promise);

/// Takes an input apart into parts that a fuzzer can move and change one by one. Views into the input.
class Portions {
  public:
    explicit Portions(ByteView input) : m_rest(input) {}

    [[nodiscard]] bool empty() const { return m_rest.empty(); }
    /// The next byte; 0 at the end.
    [[nodiscard]] std::uint8_t byte();
    /// The next two bytes, big-endian, as a length, and as many of the following bytes as are there.
    [[nodiscard]] ByteView portion();
    [[nodiscard]] ByteView rest() const { return m_rest; }

  private:
    ByteView m_rest;
};

} // namespace balady::fuzz
