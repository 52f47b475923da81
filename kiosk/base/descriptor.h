// Descriptor: owns an open file of this process, or none.
#pragma once

#include <unistd.h>

#include <utility>

namespace balady {

class Descriptor {
  public:
    Descriptor() = default;
    /// Takes it over; a negative number is none.
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor() {
        if (m_number >= 0)
            ::close(m_number);
    }

    [[nodiscard]] int number() const { return m_number; } ///< -1: none
    explicit operator bool() const { return m_number >= 0; }
    /// Somebody else's to close from now on.
    [[nodiscard]] int release() { return std::exchange(m_number, -1); }

  private:
    int m_number = -1;
};

} // namespace balady
