// Statistics: what a row of measurements says.
#pragma once

#include <cstddef>
#include <vector>

namespace balady::bench {

/// The smallest measured value that at least `part` (0 to 1) of all values do not exceed (nearest rank). No value
/// is made up between two measured ones. `values` must not be empty.
[[nodiscard]] double quantile(std::vector<double> values, double part);

struct Summary {
    std::size_t count = 0;
    double median = 0;
    double p95 = 0;
    double least = 0;
    double most = 0;
};
/// `values` must not be empty.
[[nodiscard]] Summary summarize(const std::vector<double>& values);

} // namespace balady::bench
