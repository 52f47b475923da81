#include "drivers/vision/glyph_net.h"

#include "drivers/vision/convolution.h"
#include "drivers/vision/line_strip.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace balady::vision {
namespace {

/// One layer's values, [row][column][channel], with a rim of zeros for the next convolution.
struct Plane {
    int rows, columns, channels, rimRows, rimColumns;
    std::vector<float> values;

    Plane(int rowCount, int columnCount, int depth, int rowRim, int columnRim)
        : rows(rowCount), columns(columnCount), channels(depth), rimRows(rowRim), rimColumns(columnRim),
          values(static_cast<std::size_t>(rows + 2 * rimRows) * (columns + 2 * rimColumns) * channels) {}
    /// The first value of a row (which may be one of the rim), at its left rim.
    [[nodiscard]] float* row(int y) {
        return values.data() +
               static_cast<std::ptrdiff_t>(y + rimRows) * (columns + 2 * rimColumns) * channels;
    }
    [[nodiscard]] float* inside(int y) { return row(y) + static_cast<std::ptrdiff_t>(rimColumns) * channels; }
};

/// One row of a convolution's output, `columns` cells of layer.out values.
template <NetLayer Layer>
[[gnu::always_inline]] inline void convolve(Plane& in, int top, const float* weights, float* out,
                                            int columns) {
    const float* bias = weights + Layer.weights();
    for (std::ptrdiff_t x = 0; x < columns; ++x)
        std::copy_n(bias, Layer.out, out + x * Layer.out);
    constexpr int kDepth = Layer.width * Layer.in;
    for (int ky = 0; ky < Layer.height; ++ky) {
        const float* row = in.row(top + ky);
        const float* slice = weights + static_cast<std::ptrdiff_t>(ky) * kDepth * Layer.out;
        int n = 0;
        for (; n + 16 <= Layer.out; n += 16)
            accumulateRow<2>(row, Layer.in, slice + n, Layer.out, kDepth, out + n, Layer.out, columns);
        for (; n < Layer.out; n += 8)
            accumulateRow<1>(row, Layer.in, slice + n, Layer.out, kDepth, out + n, Layer.out, columns);
    }
}

/// A convolution with max(0, x) and the maximum of 2 x 2.
template <NetLayer Layer>
[[gnu::always_inline]] inline void convolveAndPool(Plane& in, const float* weights, Plane& out) {
    const auto rowSize = static_cast<std::size_t>(in.columns) * Layer.out;
    std::vector<float> upper(rowSize), lower(rowSize);
    for (int y = 0; y < out.rows; ++y) {
        convolve<Layer>(in, 2 * y - in.rimRows, weights, upper.data(), in.columns);
        convolve<Layer>(in, 2 * y + 1 - in.rimRows, weights, lower.data(), in.columns);
        float* to = out.inside(y);
        for (std::ptrdiff_t x = 0; x < out.columns; ++x)
            for (int c = 0; c < Layer.out; ++c) {
                const float* above = upper.data() + 2 * x * Layer.out + c;
                const float* below = lower.data() + 2 * x * Layer.out + c;
                // Not of a list: that would be one value at a time.
                to[x * Layer.out + c] = std::max(0.F, std::max(std::max(above[0], above[Layer.out]),
                                                               std::max(below[0], below[Layer.out])));
            }
    }
}

[[gnu::always_inline]] inline void forward(const float* weights, Plane& strip, float* scores) {
    const float* w[4] = {weights};
    for (std::size_t i = 1; i < 4; ++i)
        w[i] = w[i - 1] + kNetLayers[i - 1].size();
    Plane first(strip.rows / 2, strip.columns / 2, kNetLayers[0].out, 1, 1);
    convolveAndPool<kNetLayers[0]>(strip, w[0], first);
    Plane second(strip.rows / 4, strip.columns / 4, kNetLayers[1].out, 0, kNetLayers[2].width / 2);
    convolveAndPool<kNetLayers[1]>(first, w[1], second);
    Plane third(1, second.columns, kNetLayers[2].out, 0, 0);
    convolve<kNetLayers[2]>(second, 0, w[2], third.values.data(), third.columns);
    for (auto& value : third.values)
        value = std::max(0.F, value);
    convolve<kNetLayers[3]>(third, 0, w[3], scores, third.columns);
}

[[gnu::target("avx2,fma")]] void forwardAvx2(const float* weights, Plane& strip, float* scores) {
    forward(weights, strip, scores);
}

void forwardAnywhere(const float* weights, Plane& strip, float* scores) {
    forward(weights, strip, scores);
}

} // namespace

GlyphNet::GlyphNet(std::vector<float> weights) : m_weights(std::move(weights)) {
    if (m_weights.size() != weightCount())
        throw std::invalid_argument("vision: glyph net: wrong number of weights");
}

std::vector<float> GlyphNet::read(std::span<const float> pixels, int columns) const {
    Plane strip(kStripHeight, columns, 1, 1, 1);
    for (int y = 0; y < kStripHeight; ++y)
        std::copy_n(pixels.data() + static_cast<std::ptrdiff_t>(y) * columns, columns, strip.inside(y));
    const int cells = columns / kNetStride;
    std::vector<float> scores(static_cast<std::size_t>(cells) * kNetLayers[3].out);
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        forwardAvx2(m_weights.data(), strip, scores.data());
    else
        forwardAnywhere(m_weights.data(), strip, scores.data());

    std::vector<float> out(static_cast<std::size_t>(cells) * kGlyphClasses);
    for (int cell = 0; cell < cells; ++cell) {
        const float* score = scores.data() + static_cast<std::ptrdiff_t>(cell) * kNetLayers[3].out;
        const float top = *std::max_element(score, score + kGlyphClasses);
        float sum = 0;
        for (int c = 0; c < kGlyphClasses; ++c)
            sum += std::exp(score[c] - top);
        const float norm = top + std::log(sum);
        for (int c = 0; c < kGlyphClasses; ++c)
            out[static_cast<std::size_t>(cell) * kGlyphClasses + c] = score[c] - norm;
    }
    return out;
}

} // namespace balady::vision
