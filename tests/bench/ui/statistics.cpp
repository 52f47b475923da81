#include "tests/bench/ui/statistics.h"

#include <algorithm>
#include <cmath>

namespace balady::bench {

double quantile(std::vector<double> values, double part) {
    std::ranges::sort(values);
    // A product such as 0.95 * 20 may come out a hair above the whole number that it is.
    const auto rank = std::ceil(part * static_cast<double>(values.size()) - 1e-9);
    return values[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

Summary summarize(const std::vector<double>& values) {
    return {values.size(), quantile(values, 0.5), quantile(values, 0.95), quantile(values, 0),
            quantile(values, 1)};
}

} // namespace balady::bench
