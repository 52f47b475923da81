// GlyphNet: the network that says which character of the machine readable zone stands at each place of a strip.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace balady::vision {

/// What the network tells apart, in its order of outputs. The last output, kBlank, is "between two characters, or
/// none".
constexpr std::string_view kGlyphs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
constexpr int kBlank = static_cast<int>(kGlyphs.size());
constexpr int kGlyphClasses = kBlank + 1;
/// Columns of a strip per column of the network's output.
constexpr int kNetStride = 4;

/// A convolution, as wide and as high as it says, over `in` channels; what is beyond the edge counts as 0.
struct NetLayer {
    int height, width, in, out;
    [[nodiscard]] constexpr std::size_t weights() const {
        return static_cast<std::size_t>(height) * width * in * out;
    }
    [[nodiscard]] constexpr std::size_t size() const { return weights() + static_cast<std::size_t>(out); }
};

/// The whole network: two small convolutions, each followed by max(0, x) and by the maximum of 2 x 2; one that
/// takes all that is left of the height, and max(0, x); one that gives the classes (kGlyphClasses, filled up to a
/// multiple of eight).
constexpr std::array<NetLayer, 4> kNetLayers{{{3, 3, 1, 8}, {3, 3, 8, 24}, {7, 5, 24, 96}, {1, 1, 96, 40}}};

class GlyphNet {
  public:
    /// Weights layer by layer, in each [row][column][in][out], then [out] of bias.
    explicit GlyphNet(std::vector<float> weights);
    /// The network that is trained for OCR-B (see kiosk/docs/adr/0013).
    [[nodiscard]] static const GlyphNet& ocrB();

    /// The logarithm of each class's probability, `columns / kNetStride` rows of kGlyphClasses. `pixels` are
    /// kStripHeight rows of `columns` (a multiple of 4) values. Thread-safe.
    [[nodiscard]] std::vector<float> read(std::span<const float> pixels, int columns) const;

    [[nodiscard]] static constexpr std::size_t weightCount() {
        std::size_t count = 0;
        for (const auto& layer : kNetLayers)
            count += layer.size();
        return count;
    }

  private:
    std::vector<float> m_weights;
};

} // namespace balady::vision
