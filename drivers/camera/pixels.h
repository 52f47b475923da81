// Pixels: memory for one picture that is overwritten before it is freed.
#pragma once

#include "kiosk/base/secret.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace balady::camera {

/// For an 8-bit BGR picture without padding, as ports::Frame has it.
[[nodiscard]] inline std::shared_ptr<std::vector<std::uint8_t>> wipedPixels(int width, int height) {
    const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
    return {new std::vector<std::uint8_t>(size), [](std::vector<std::uint8_t>* pixels) {
                wipe(pixels->data(), pixels->size());
                delete pixels;
            }};
}

} // namespace balady::camera
