#include "drivers/vision/mask_runs.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace balady::vision {
namespace {

/// Calls `what(from, to)` for each run of `value`, 0 or 255, in a row of a mask.
template <typename What>
void forRuns(std::span<std::uint8_t> row, std::uint8_t value, What what) {
    auto* const end = row.data() + row.size();
    const auto next = [end](std::uint8_t* from, int wanted) {
        auto* const found = std::memchr(from, wanted, static_cast<std::size_t>(end - from));
        return found == nullptr ? end : static_cast<std::uint8_t*>(found);
    };
    for (auto* from = next(row.data(), value); from != end;) {
        auto* const to = next(from, 255 - value);
        what(from, to);
        from = next(to, value);
    }
}

} // namespace

void bridgeGaps(cv::Mat1b& mask, int pixels) {
    for (int y = 0; y < mask.rows; ++y) {
        const std::span row(mask.ptr(y), static_cast<std::size_t>(mask.cols));
        forRuns(row, 0, [&](auto* from, auto* to) {
            if (from != row.data() && to != row.data() + row.size() && to - from < pixels)
                std::fill(from, to, std::uint8_t{255});
        });
    }
}

void keepLong(cv::Mat1b& mask, int pixels) {
    for (int y = 0; y < mask.rows; ++y)
        forRuns({mask.ptr(y), static_cast<std::size_t>(mask.cols)}, 255, [&](auto* from, auto* to) {
            if (to - from < pixels)
                std::fill(from, to, std::uint8_t{0});
        });
}

void keepHigh(cv::Mat1b& mask, int pixels) {
    using Height = std::uint8_t;
    const auto high = static_cast<Height>(pixels);
    const int columns = mask.cols;
    cv::Mat1b heights(mask.size()); // of each pixel's run from its top down to it; no more than is asked for
    std::vector<Height> none(static_cast<std::size_t>(columns), 0), left = none;
    for (int y = 0; y < mask.rows; ++y) {
        const Height* __restrict in = mask.ptr(y);
        const Height* __restrict above = y > 0 ? heights.ptr(y - 1) : none.data();
        Height* __restrict out = heights.ptr(y);
        for (int x = 0; x < columns; ++x)
            out[x] = static_cast<Height>(std::min<Height>(above[x], high - 1) + 1) & in[x];
    }
    for (int y = mask.rows - 1; y >= 0; --y) {
        const Height* __restrict in = heights.ptr(y);
        Height* __restrict out = mask.ptr(y);
        Height* __restrict rest = left.data(); // rows that the run below still reaches up
        for (int x = 0; x < columns; ++x) {
            const auto below = static_cast<Height>(std::max<Height>(rest[x], 1) - 1);
            rest[x] = in[x] == high ? high : below;
            out[x] = rest[x] > 0 ? 255 : 0;
        }
    }
}

} // namespace balady::vision
