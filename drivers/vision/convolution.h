// Convolution: the inner loop of the glyph network, written once for reading and for training.
#pragma once

#include <cstddef>
#include <cstring>

namespace balady::vision {

/// Eight floats that are worked on at once; a processor without AVX takes two steps.
using Eight = float __attribute__((vector_size(32)));

// A reference: GCC warns of vectors as results, whose registers differ with the processor.
[[gnu::always_inline]] inline void loadEight(Eight& to, const float* from) {
    std::memcpy(&to, from, sizeof to);
}

/// out[x * outStep + 0..8*Vectors) += sum over k of in[x * inStep + k * DepthStep] * weights[k * weightStep +
/// 0..8*Vectors), for `Cells` x and `depth` k.
template <int Cells, int Vectors, int DepthStep = 1>
[[gnu::always_inline]] inline void accumulateCells(const float* in, std::ptrdiff_t inStep,
                                                   const float* weights, std::ptrdiff_t weightStep, int depth,
                                                   float* out, std::ptrdiff_t outStep) {
    // Unrolled, so that the sums stay in registers.
    Eight sums[Cells][Vectors];
#pragma GCC unroll 8
    for (int cell = 0; cell < Cells; ++cell)
#pragma GCC unroll 8
        for (std::ptrdiff_t v = 0; v < Vectors; ++v)
            loadEight(sums[cell][v], out + cell * outStep + 8 * v);
    for (std::ptrdiff_t k = 0; k < depth; ++k) {
        Eight row[Vectors];
#pragma GCC unroll 8
        for (std::ptrdiff_t v = 0; v < Vectors; ++v)
            loadEight(row[v], weights + k * weightStep + 8 * v);
#pragma GCC unroll 8
        for (int cell = 0; cell < Cells; ++cell)
#pragma GCC unroll 8
            for (std::ptrdiff_t v = 0; v < Vectors; ++v)
                sums[cell][v] += in[cell * inStep + k * DepthStep] * row[v];
    }
#pragma GCC unroll 8
    for (int cell = 0; cell < Cells; ++cell)
#pragma GCC unroll 8
        for (std::ptrdiff_t v = 0; v < Vectors; ++v)
            std::memcpy(out + cell * outStep + 8 * v, &sums[cell][v], sizeof(Eight));
}

/// The same for a whole row of `cells`.
template <int Vectors, int DepthStep = 1>
[[gnu::always_inline]] inline void accumulateRow(const float* in, std::ptrdiff_t inStep, const float* weights,
                                                 std::ptrdiff_t weightStep, int depth, float* out,
                                                 std::ptrdiff_t outStep, int cells) {
    constexpr int kTogether = 8 / Vectors; // sums that a processor has registers and a use for at once
    int x = 0;
    for (; x + kTogether <= cells; x += kTogether)
        accumulateCells<kTogether, Vectors, DepthStep>(in + x * inStep, inStep, weights, weightStep, depth,
                                                       out + x * outStep, outStep);
    for (; x < cells; ++x)
        accumulateCells<1, Vectors, DepthStep>(in + x * inStep, inStep, weights, weightStep, depth,
                                               out + x * outStep, outStep);
}

} // namespace balady::vision
