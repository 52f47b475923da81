// The weights of the network that reads OCR-B, as tests/mrz/train_glyph_net writes them.
#include "drivers/vision/glyph_net.h"

#include <bit>
#include <cstdint>

extern "C" {
extern const std::uint8_t balady_ocr_b_weights[];
extern const std::uint8_t balady_ocr_b_weights_end[];
}

// NOLINTNEXTLINE(hicpp-no-assembler): C++20 has no other way to take a file in.
asm(".section .rodata\n"
    ".globl balady_ocr_b_weights\n"
    "balady_ocr_b_weights:\n"
    ".incbin \"" BALADY_OCR_B_WEIGHTS "\"\n"
    ".globl balady_ocr_b_weights_end\n"
    "balady_ocr_b_weights_end:\n"
    ".byte 0\n"
    ".previous\n");

namespace balady::vision {

const GlyphNet& GlyphNet::ocrB() {
    static const GlyphNet kNet = [] {
        // bfloat16: the upper half of a float.
        std::vector<float> weights;
        for (const auto* at = balady_ocr_b_weights; at + 1 < balady_ocr_b_weights_end; at += 2)
            weights.push_back(std::bit_cast<float>(static_cast<std::uint32_t>(at[0] | at[1] << 8) << 16));
        return GlyphNet(std::move(weights));
    }();
    return kNet;
}

} // namespace balady::vision
