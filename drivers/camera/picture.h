// Pictures: judging whether one is good enough to send, and compressing it; pure; OpenCV's exceptions may pass.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/ports/camera.h"

namespace balady::camera {

/// The first thing that is wrong with a picture, or None.
[[nodiscard]] ports::PictureProblem judge(const ports::Frame& picture);

/// What a flaw of a page or of a portrait is in a picture of it.
[[nodiscard]] ports::PictureProblem problemOf(model::PageFlaw flaw);

/// What a picture may take at most; of a page, so that six in one file are less than the 5 MiB of an upload.
inline constexpr std::size_t kLargestScene = std::size_t{2} * 1024 * 1024;
inline constexpr std::size_t kLargestPage = std::size_t{768} * 1024;
inline constexpr std::size_t kLargestPortrait = std::size_t{256} * 1024;

/// Baseline JPEG without any metadata, longest side at most 2400 px, no larger than that. HardwareError if the codec
/// refuses, which it has no reason to.
[[nodiscard]] Result<Bytes> compress(const ports::Frame& picture, std::size_t largest);

/// What is in a JPEG of compress(), for a screen: longest side at most 1280 px. Malformed, if it is none.
[[nodiscard]] Result<model::Shown> shownOf(ByteView jpeg);

} // namespace balady::camera
