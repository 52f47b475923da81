// Chance: random numbers that are the same on every machine for the same seed.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace balady::tests {

/// The distributions of the standard library may differ between libraries; these do not.
class Chance {
  public:
    explicit Chance(std::uint32_t seed) : m_engine(seed) {}

    [[nodiscard]] double uniform(double low, double high) {
        return low + (high - low) * (static_cast<double>(m_engine()) + 0.5) / 4294967296.0;
    }
    /// From `low` to `high`, both included.
    [[nodiscard]] int integer(int low, int high) {
        return low + static_cast<int>(uniform(0, 1) * (high - low + 1));
    }
    [[nodiscard]] bool happens(double probability) { return uniform(0, 1) < probability; }
    [[nodiscard]] double normal(double deviation) {
        return deviation * std::sqrt(-2 * std::log(uniform(0, 1))) *
               std::cos(2 * std::numbers::pi * uniform(0, 1));
    }
    template <class Values>
    [[nodiscard]] const auto& pick(const Values& values) {
        return values[static_cast<std::size_t>(integer(0, static_cast<int>(std::size(values)) - 1))];
    }
    [[nodiscard]] std::uint32_t seed() { return static_cast<std::uint32_t>(m_engine()); }

  private:
    std::mt19937 m_engine;
};

} // namespace balady::tests
